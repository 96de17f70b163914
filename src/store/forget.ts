import { isDeepStrictEqual } from 'node:util';
import type { Report } from '../archive/report.ts';
import type { PersonId } from '../people/person.ts';
import type { Decision, Entry, RemovalBody, ReportBody, StandIn } from '../register/entry.ts';
import type { FiledClaim, RegisterState } from '../register/state.ts';
import { blackener, mayBe, mentions } from './blackout.ts';
import { type Blackened, blackenReading, saysNothingElse, spelledOut, stripClaim, stripReport } from './strip.ts';

/** What has to happen so that nothing of a person is left. */
export interface Forgetting {
  /** What the removal's own entry says: what is gone, and what is read instead of what spoke of others too. */
  readonly body: RemovalBody;
  /** Numbers of the reports that named the person, with the readings to keep instead, in which the name is black. */
  readonly readings: ReadonlyMap<number, Report>;
  /** Every form of the name that the register knows, to look for it elsewhere. */
  readonly names: readonly string[];
}

/**
 * Works out a removal. What speaks of the person alone goes: claims, links, decisions. What speaks of others too stays
 * without the person: the name is blackened letter for letter, so that every passage keeps its place and law 1 still
 * holds, and the claim no longer has the person among its persons. So nobody else's standing changes on any day.
 *
 * @param entries every entry, with the stand-ins of earlier removals in place.
 * @param readings of every report, by its number.
 * @param hashOf SHA-256 of a reading as it will be kept.
 */
export function forgetting(
  state: RegisterState,
  entries: readonly Entry[],
  person: PersonId,
  readings: ReadonlyMap<number, Report>,
  hashOf: (reading: Report) => string,
): Forgetting {
  const names = namesOf(state, person);
  const affected = affectedReports(state, person, names, readings);
  const work: Work = {
    person,
    affected,
    claims: state.claims,
    everywhere: blackener(names, otherNames([...state.claims.values()], person, names)),
    gone: new Set(),
    instead: new Map(),
    hashOf,
  };
  for (const entry of entries) {
    const body = withoutPerson(entry, work);
    if (body === 'gone') work.gone.add(entry.number);
    else if (body !== null && !isDeepStrictEqual(body, entry.body)) {
      work.instead.set(entry.number, { entry: entry.number, entered: entry.entered, author: entry.author, body });
    }
  }
  return {
    body: { entries: [...work.gone], ...(work.instead.size > 0 && { instead: [...work.instead.values()] }) },
    readings: new Map([...affected].map(([number, { after }]) => [number, after])),
    names,
  };
}

interface Work {
  readonly person: PersonId;
  readonly affected: ReadonlyMap<number, Blackened>;
  readonly claims: RegisterState['claims'];
  /** For words that are in no report: why somebody decided something. */
  readonly everywhere: (text: string) => string;
  /** What the entries so far have come to. */
  readonly gone: Set<number>;
  readonly instead: Map<number, StandIn>;
  readonly hashOf: (reading: Report) => string;
}

function withoutPerson(entry: Entry, work: Work): StandIn['body'] | 'gone' | null {
  if (entry.body === null || entry.kind === 'edition') return null;
  if (entry.kind === 'report') {
    const report = work.affected.get(entry.number);
    return report ? stripReport(entry.body, report, work.hashOf(report.after)) : null;
  }
  if (entry.kind === 'claim') {
    const report = work.affected.get(entry.body.report);
    const filed = work.claims.get(entry.number);
    if (!report || !filed) return null;
    const isTheirs = theirNames(filed, report, work.person);
    return saysNothingElse(filed.claim, isTheirs)
      ? 'gone'
      : { ...stripClaim(entry.body, report, isTheirs), report: entry.body.report };
  }
  if (entry.kind === 'decision') return decisionWithout(entry.body, work);
  // An earlier removal may hold, instead of what it took away, words that have to go now.
  const left = entry.body.instead?.filter((one) => !work.gone.has(one.entry) && !work.instead.has(one.entry));
  return left ? { ...entry.body, instead: left } : null;
}

function decisionWithout(decision: Decision, work: Work): Decision | 'gone' {
  if ('person' in decision && decision.person === work.person) return 'gone';
  const reason = work.everywhere(decision.reason);
  const claim = 'claim' in decision ? work.claims.get(decision.claim) : undefined;
  if (claim && work.gone.has(claim.number)) return 'gone';
  const report = claim && work.affected.get(claim.report);
  if (!report) return { ...decision, reason };
  const isTheirs = theirNames(claim, report, work.person);
  if ('name' in decision && isTheirs(decision.name)) return 'gone';
  if (decision.decision !== 'amend') return { ...decision, reason };
  return { ...decision, amended: stripClaim(decision.amended, report, isTheirs), reason };
}

// Whom documenters linked a name to outweighs what it looks like: a sister may be written by the family name alone.
function theirNames(claim: FiledClaim, { blacken }: Blackened, person: PersonId): (name: string) => boolean {
  const linked = new Map(claim.mentions.filter((one) => one.verdict === 'same').map((one) => [one.name, one.person]));
  return (name) => (linked.has(name) ? linked.get(name) === person : blacken(name) !== name);
}

function namesOf(state: RegisterState, person: PersonId): string[] {
  const written = (state.persons.get(person)?.names ?? []).map(({ text }) => text);
  const mentioned = [...state.claims.values()].flatMap(({ mentions: all }) =>
    all.filter((one) => one.person === person && one.verdict === 'same').map(({ name }) => name),
  );
  return [...new Set([...written, ...mentioned])];
}

function affectedReports(
  state: RegisterState,
  person: PersonId,
  names: readonly string[],
  readings: ReadonlyMap<number, Report>,
): Map<number, Blackened> {
  const claims = Map.groupBy(state.claims.values(), ({ report }) => report);
  const affected = new Map<number, Blackened>();
  for (const [number, reading] of readings) {
    const own = claims.get(number) ?? [];
    const named = own.some((claim) => claim.mentions.some((one) => isPerson(one, person, names)));
    if (!named && !mentions(wordsOf(reading, state.reports.get(number)?.report), names)) continue;
    affected.set(number, blackenReading(reading, blackener(names, otherNames(own, person, names))));
  }
  return affected;
}

// All that a reading holds, and where it came from: a name may stand beside the story, under a picture, or in the address.
function wordsOf({ title, byline, publisher, blocks, media }: Report, filed: ReportBody | undefined): string {
  const from = [filed?.address, filed?.fetched?.asked, filed?.fetched?.from].map((address) =>
    spelledOut(address ?? ''),
  );
  const captions = media.map(({ caption }) => caption);
  return [title, byline, publisher, ...blocks.map(({ text }) => text), ...captions, ...from].join('\n');
}

function isPerson(mention: FiledClaim['mentions'][number], person: PersonId, names: readonly string[]): boolean {
  if (mention.verdict === 'same') return mention.person === person;
  const isOther = mention.verdict === 'different' && mention.person === person;
  return !isOther && mayBe(mention.name, names);
}

/** Names that these claims give to other people. */
function otherNames(claims: readonly FiledClaim[], person: PersonId, names: readonly string[]): string[] {
  return claims.flatMap(({ mentions: all }) =>
    all.filter((one) => !isPerson(one, person, names)).map(({ name }) => name),
  );
}
