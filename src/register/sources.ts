import { dayOf } from '../time/clock.ts';
import { canonicalOrganisation } from './organisations.ts';
import type { FiledClaim, FiledReport, RegisterState } from './state.ts';

/** What this file reads of a state. */
type Reports = Pick<RegisterState, 'reports'>;

/**
 * The sources that reports come down to. A text that several papers print is one source, whoever printed it first; a page
 * and what it said when it was read again are one; and so is all that one publisher wrote. A report that prints the texts
 * of several sources, as a round-up does, tells nothing of its own beside any of them.
 *
 * @returns for each source the numbers of its reports, ascending; the source with the lowest number first.
 */
export function sourcesAmong(state: Reports, reports: Iterable<number>): readonly (readonly number[])[] {
  const numbers = [...new Set(reports)].sort((a, b) => a - b);
  const sources = new Map<string, number[]>();
  const join = (key: string, number: number): void => {
    const own = sources.get(key);
    if (own) own.push(number);
    else sources.set(key, [number]);
  };
  const several: (readonly [number, readonly string[]])[] = [];
  for (const number of numbers) {
    const keys = originsOf(state, number).map((origin) => publisherOf(state, origin));
    const [only = ''] = keys;
    if (new Set(keys).size === 1) join(only, number);
    else several.push([number, keys]);
  }
  for (const [number, keys] of several) join(keys.find((key) => sources.has(key)) ?? keys[0] ?? '', number);
  return [...sources.values()].map((one) => one.sort((a, b) => a - b)).sort(([a = 0], [b = 0]) => a - b);
}

/** The sources that claims come down to, as lists of the reports that make them. */
export function sourcesTelling(state: RegisterState, claims: readonly number[]): readonly (readonly number[])[] {
  return sourcesAmong(
    state,
    claims.flatMap((number) => state.claims.get(number)?.report ?? []),
  );
}

/** The numbers of the other reports that were found to print the same text as a report, ascending. */
export function sameTextAs(state: Reports, number: number): readonly number[] {
  return relationsIn(state).same.get(number) ?? [];
}

/** The numbers of the reports that a page became when it was read again after this one of it, ascending. */
export function readAgain(state: Reports, number: number): readonly number[] {
  return relationsIn(state).later.get(number) ?? [];
}

/**
 * The claim that says the same in the text that was printed first, where a report prints the text of another; else the
 * claim itself. A repost says “yesterday” of a later day: what happened, and when, the first telling tells. A claim that
 * a documenter amended speaks for itself.
 */
export function firstTelling(state: RegisterState, claim: FiledClaim): FiledClaim {
  if (isAmended(claim) || !linksIn(state).has(claim.report)) return claim;
  const told = tellingsIn(state);
  const first = originsOf(state, claim.report).flatMap((origin) => told.get(keyOf(origin, claim)) ?? []);
  return first[0] ?? claim;
}

/** The reports that printed first what a report prints: itself where it prints nobody else's text. */
function originsOf(state: Reports, number: number): readonly number[] {
  return linksIn(state).get(number) ?? [number];
}

function publisherOf({ reports }: Reports, number: number): string {
  const publisher = reports.get(number)?.report.publisher;
  return publisher === undefined ? `report ${number}` : canonicalOrganisation(publisher);
}

// A state never changes, so what its reports and claims come down to is worked out once.
const RELATIONS = new WeakMap<Reports, Relations>();
const LINKS = new WeakMap<Reports, ReadonlyMap<number, readonly number[]>>();
const TELLINGS = new WeakMap<Reports, ReadonlyMap<string, FiledClaim>>();

/** What the entries say of how reports belong together, looked up from either side. */
interface Relations {
  readonly same: ReadonlyMap<number, readonly number[]>;
  readonly later: ReadonlyMap<number, readonly number[]>;
}

function relationsIn(state: Reports): Relations {
  const known = RELATIONS.get(state);
  if (known) return known;
  const same = new Map<number, number[]>();
  const later = new Map<number, number[]>();
  const put = (map: Map<number, number[]>, from: number, to: number): void => {
    const own = map.get(from);
    if (own) own.push(to);
    else map.set(from, [to]);
  };
  for (const { number, report } of state.reports.values()) {
    for (const other of report.sameText ?? []) {
      if (!state.reports.has(other)) continue;
      put(same, number, other);
      put(same, other, number);
    }
    if (report.again !== undefined && state.reports.has(report.again)) put(later, report.again, number);
  }
  for (const numbers of same.values()) numbers.sort((a, b) => a - b);
  const relations = { same, later };
  RELATIONS.set(state, relations);
  return relations;
}

/** The origins of every report whose text stands in another, and of no other report. */
function linksIn(state: Reports): ReadonlyMap<number, readonly number[]> {
  const known = LINKS.get(state);
  if (known) return known;
  const { same, later } = relationsIn(state);
  const again = [...later.values()].flat();
  const linked = new Set([...same.keys(), ...later.keys(), ...again]);
  const inOrder = [...linked].flatMap((number) => state.reports.get(number) ?? []).sort(byPublication);
  const origins = new Map<number, readonly number[]>();
  for (const { number, report } of inOrder) {
    const beside = [...(same.get(number) ?? []), ...(later.get(number) ?? []), report.again ?? number];
    const earlier = beside.flatMap((other) => origins.get(other) ?? []);
    origins.set(number, earlier.length === 0 ? [number] : [...new Set(earlier)]);
  }
  LINKS.set(state, origins);
  return origins;
}

/** Of the accepted claims of reports that print one text, those of the report that came first. */
function tellingsIn(state: RegisterState): ReadonlyMap<string, FiledClaim> {
  const known = TELLINGS.get(state);
  if (known) return known;
  const links = linksIn(state);
  const inOrder = [...links.keys()].flatMap((number) => state.reports.get(number) ?? []).sort(byPublication);
  const place = new Map(inOrder.map(({ number }, at) => [number, at]));
  const claims = [...state.claims.values()]
    .filter((claim) => claim.status === 'accepted' && links.has(claim.report))
    .sort((a, b) => (place.get(a.report) ?? 0) - (place.get(b.report) ?? 0) || a.number - b.number);
  const tellings = new Map<string, FiledClaim>();
  for (const claim of claims) {
    for (const origin of originsOf(state, claim.report)) {
      const key = keyOf(origin, claim);
      if (!tellings.has(key)) tellings.set(key, claim);
    }
  }
  TELLINGS.set(state, tellings);
  return tellings;
}

// Two claims are one telling where the machine read the same from the same words; only days may differ, which it reckons
// from the day a report was published.
function keyOf(origin: number, { read }: FiledClaim): string {
  const { kind, persons, count, measure, subset, place, speaker, termMonths, passage } = read;
  const words = passage.text.replace(/\s+/gu, ' ').trim();
  return JSON.stringify([origin, kind, persons, count, measure, subset, place, speaker, termMonths, words]);
}

function isAmended({ decisions }: FiledClaim): boolean {
  return decisions.some(({ decision }) => decision.decision === 'amend');
}

function byPublication(a: FiledReport, b: FiledReport): number {
  const [left, right] = [dayFor(a), dayFor(b)];
  return left < right ? -1 : left > right ? 1 : a.number - b.number;
}

function dayFor({ report, entered }: FiledReport): string {
  return report.published ?? dayOf(entered);
}
