import { dayOf } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import { indexed } from './advance.ts';
import type { Entry } from './entry.ts';
import { filed } from './filed.ts';
import { personsFrom } from './persons.ts';
import { entriesNaming, owedShreds, withoutContent } from './removal.ts';
import { pairDecisions } from './second.ts';
import type { DecisionMade, FiledClaim, FiledReport, RegisterState } from './state.ts';

/**
 * Makes the state from the entries: nothing else goes in, so the same entries always give the same state. Never throws
 * on entries that `checkDecision` let in, in whatever order: a decision on something that is not there counts for
 * nothing. Persons whose removal two people decided, and all that names them, are absent.
 */
export function rebuild(entries: readonly Entry[]): RegisterState {
  const { rest, underway } = cleared(entries);
  const recorded = entries.filter((entry) => entry.kind === 'removal' && entry.body !== null).length;
  return indexed({ ...stateOf(rest), size: sizeOf(entries), removed: recorded + underway }, decisionsIn(rest));
}

/**
 * The entries as known at the end of a day (UTC): those entered by then. Who may be shown is no matter of knowledge:
 * a removal or a withholding decided later holds for every earlier day too (law 7), so what was removed is left out,
 * and later decisions to withhold or show again stay in.
 */
export function knownOn(entries: readonly Entry[], day: Day): Entry[] {
  const { rest } = cleared(entries);
  const isKnown = (entry: Entry): boolean => entry.entered !== '' && dayOf(entry.entered) <= day;
  const last = rest.findLastIndex(isKnown);
  // A shredded entry has lost its day: it was known where one that came after it was.
  return rest
    .filter((entry, i) => isKnown(entry) || (entry.entered === '' && i < last) || decidesShowing(entry))
    .map((entry) => (isKnown(entry) ? entry : { ...entry, entered: '' }));
}

// How many entries the register had with the last of these. One brought forward by `knownOn` has lost its time, as a
// shredded one has, and does not count: the answer of a day must not change its size with what is decided later.
function sizeOf(entries: readonly Entry[]): number {
  return entries.reduce((size, { number, entered }) => (entered === '' ? size : Math.max(size, number + 1)), 0);
}

function decidesShowing({ kind, body }: Entry): boolean {
  if (kind === 'removal') return true;
  return kind === 'decision' && (body?.decision === 'withhold' || body?.decision === 'show again');
}

// The entries without what a removal names, and without what one that two people decided is about to take away.
function cleared(entries: readonly Entry[]): { rest: Entry[]; underway: number } {
  let rest = withoutContent(entries, owedShreds(entries));
  for (let underway = 0; ; underway++) {
    const { confirmed } = pairDecisions(decisionsIn(rest));
    const removal = confirmed.find(({ decision }) => decision.decision === 'remove');
    if (!removal) return { rest, underway };
    rest = withoutContent(rest, entriesNaming(stateOf(rest), rest, removal.decision.person));
  }
}

function stateOf(entries: readonly Entry[]): Omit<RegisterState, 'size' | 'removed'> {
  const decisions = decisionsIn(entries);
  const reports = reportsIn(entries);
  const claims = claimsIn(entries, reports, decisions);
  const { proposals: open } = pairDecisions(decisions);
  // One that `knownOn` brought forward had not been proposed yet.
  const proposals = open.filter(({ entered }) => entered !== '');
  const editions = entries.flatMap(({ number, entered, kind, body }) =>
    kind === 'edition' && body !== null ? [{ number, entered, edition: body }] : [],
  );
  const onPerson = Map.groupBy(decisions, ({ decision }) => ('claim' in decision ? undefined : decision.person));
  const persons = personsFrom(reports, claims.values(), (id) => onPerson.get(id) ?? []);
  return { reports, claims, persons, proposals, editions };
}

function decisionsIn(entries: readonly Entry[]): DecisionMade[] {
  return entries.flatMap(({ number, entered, author, kind, body }) =>
    kind === 'decision' && body !== null ? [{ number, entered, author, decision: body }] : [],
  );
}

function reportsIn(entries: readonly Entry[]): Map<number, FiledReport> {
  const reports = new Map<number, FiledReport>();
  for (const { number, entered, author, kind, body } of entries) {
    if (kind === 'report' && body !== null) reports.set(number, { number, entered, author, report: body });
  }
  return reports;
}

function claimsIn(
  entries: readonly Entry[],
  reports: ReadonlyMap<number, FiledReport>,
  decisions: readonly DecisionMade[],
): Map<number, FiledClaim> {
  const onClaim = Map.groupBy(decisions, ({ decision }) => ('claim' in decision ? decision.claim : undefined));
  const claims = new Map<number, FiledClaim>();
  for (const { number, kind, body } of entries) {
    // Without its report nobody can check a claim's passage any more (law 1), so it goes with it.
    if (kind !== 'claim' || body === null || body.report > number || !reports.has(body.report)) continue;
    const { report, ...read } = body;
    const made = onClaim.get(number) ?? NONE;
    claims.set(number, filed({ number, report, read, decisions: made.filter((one) => one.number > number) }));
  }
  return claims;
}

const NONE: readonly DecisionMade[] = [];
