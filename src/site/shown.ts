import type { Mark, Medium } from '../archive/report.ts';
import type { Claim } from '../claims/claim.ts';
import type { Person, PersonId } from '../people/person.ts';
import type { BlocksChanged, ReportBody } from '../register/entry.ts';
import type { FiledClaim, RegisterState } from '../register/state.ts';
import { type Guard, guardOf } from './withheld.ts';

/**
 * What of a register may be shown (laws 6 and 7): accepted claims and the reports they came from, persons who are not
 * withheld, and no words that would name one who is. Pages are made from this and from nothing else of the state.
 *
 * @example
 * const shown = shownOf(state);
 * shown.claims.get(3)?.passage // the words, or null where they would name somebody withheld
 */
export interface Shown {
  readonly persons: ReadonlyMap<PersonId, Person>;
  readonly claims: ReadonlyMap<number, ShownClaim>;
  readonly reports: ReadonlyMap<number, ShownReport>;
  readonly guard: Guard;
}

/**
 * An accepted claim as far as it may be shown.
 *
 * @example
 * { number: 3, report: 2, claim: { kind: 'released', count: 123, … }, persons: ['k3vq…'], speaker: null, passage: 'Belarus …' }
 */
export interface ShownClaim {
  readonly number: number;
  readonly report: number;
  /** Without any words that would name somebody withheld. */
  readonly claim: Omit<Claim, 'passage' | 'resolved'>;
  /** The persons it is about who may be shown, as a documenter linked them. */
  readonly persons: readonly PersonId[];
  /** Who speaks, where a documenter linked the speaker to a person who may be shown. */
  readonly speaker: PersonId | null;
  /** Null where the words would name somebody withheld. */
  readonly passage: string | null;
}

/**
 * A report with accepted claims, as far as it may be shown.
 *
 * @example
 * { number: 2, title: null, language: 'en', published: '2025-12-14', publisher: 'RFE/RL', address: 'release.txt',
 *   marks: ['updated'], media: [{ kind: 'video', missing: true }], claims: [3, 4] }
 */
export interface ShownReport {
  readonly number: number;
  readonly language: string;
  readonly title: string | null;
  readonly address: string | null;
  readonly publisher: string | null;
  readonly published?: string;
  readonly modified?: string;
  readonly marks: readonly Mark[];
  /** Without a caption that may not be shown. */
  readonly media: readonly Medium[];
  /** The earlier report of its page, and how many blocks of the story are other than there. */
  readonly again?: number;
  readonly changes?: BlocksChanged;
  /** Numbers of its claims that are shown, in the order of their passages. */
  readonly claims: readonly number[];
}

/** Picks what may be shown. */
export function shownOf(state: RegisterState): Shown {
  const guard = guardOf(state);
  const claims = new Map<number, ShownClaim>();
  for (const filed of state.claims.values()) {
    const claim = shownClaim(filed, state, guard);
    if (claim) claims.set(filed.number, claim);
  }
  const persons = new Map(
    [...state.persons.values()]
      .filter((person) => !person.withheld && person.claims.some((number) => claims.has(number)))
      .map((person) => [person.id, person]),
  );
  const reports = new Map<number, ShownReport>();
  for (const { number, report } of state.reports.values()) {
    const own = [...claims.values()].filter((claim) => claim.report === number);
    if (own.length > 0) reports.set(number, shownReport(number, report, inOrder(own, state), guard));
  }
  return { persons, claims, reports, guard };
}

function shownClaim(filed: FiledClaim, state: RegisterState, guard: Guard): ShownClaim | null {
  if (filed.status !== 'accepted') return null;
  const meant = filed.mentions.filter(({ verdict }) => verdict === 'same' || verdict === 'unsure');
  const hidden = (id: PersonId | undefined) => id !== undefined && state.persons.get(id)?.withheld === true;
  const hiddenNames = new Set(meant.filter(({ person }) => hidden(person)).map(({ name }) => name));
  const names = filed.claim.persons ?? [];
  const { speaker } = filed.claim;
  const mayShow = (text: string) => !hiddenNames.has(text) && !guard.names(text);
  if (names.length > 0 && !names.some(mayShow)) return null;
  if (speaker !== undefined && !mayShow(speaker)) return null;
  const { passage, resolved: _, ...claim } = filed.claim;
  const shown = Object.fromEntries(
    Object.entries(claim)
      .map(([property, value]) => [property, trimmed(value, mayShow)])
      .filter(([, value]) => value !== undefined),
  ) as Omit<Claim, 'passage' | 'resolved'>;
  const persons = meant.flatMap(({ person, verdict, name }) =>
    person !== undefined && verdict === 'same' && !hidden(person) && names.includes(name) ? [person] : [],
  );
  const safe = hiddenNames.size === 0 && mayShow(passage.text);
  return {
    number: filed.number,
    report: filed.report,
    claim: shown,
    persons: [...new Set(persons)],
    speaker: meant.find(({ name, verdict }) => name === speaker && verdict === 'same')?.person ?? null,
    passage: safe ? passage.text : null,
  };
}

// Any value of a claim without the words that may not be shown: undefined where nothing is left.
function trimmed(value: unknown, mayShow: (text: string) => boolean): unknown {
  if (typeof value === 'string') return mayShow(value) ? value : undefined;
  if (Array.isArray(value)) {
    const kept = value.filter((one) => typeof one !== 'string' || mayShow(one));
    return kept.length > 0 ? kept : undefined;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .map(([name, inner]) => [name, trimmed(inner, mayShow)])
        .filter(([, inner]) => inner !== undefined),
    );
  }
  return value;
}

function inOrder(claims: readonly ShownClaim[], state: RegisterState): readonly number[] {
  const place = ({ number }: ShownClaim) => state.claims.get(number)?.claim.passage.start ?? 0;
  return claims.toSorted((a, b) => place(a) - place(b) || a.number - b.number).map(({ number }) => number);
}

function shownReport(number: number, report: ReportBody, claims: readonly number[], guard: Guard): ShownReport {
  const safe = (text: string | undefined) => (text !== undefined && !guard.names(spaced(text)) ? text : null);
  return {
    number,
    language: report.language,
    title: safe(report.title),
    address: safe(report.address),
    publisher: safe(report.publisher),
    ...(report.published === undefined ? {} : { published: report.published }),
    ...(report.modified === undefined ? {} : { modified: report.modified }),
    marks: report.marks ?? [],
    media: (report.media ?? []).map(({ caption, ...medium }) => {
      const shown = safe(caption);
      return shown === null ? medium : { ...medium, caption: shown };
    }),
    ...(report.again === undefined ? {} : { again: report.again }),
    ...(report.changes === undefined ? {} : { changes: report.changes }),
    claims,
  };
}

// An address writes names in small letters between hyphens: read as words that might be names.
function spaced(text: string): string {
  return /[\s]/.test(text)
    ? text
    : text.replaceAll(/(^|[^\p{L}])(\p{Ll})/gu, (_, before, letter) => `${before}${letter.toUpperCase()}`);
}
