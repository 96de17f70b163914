import { isSameAuthor, settle } from '../register/second.ts';
import type { FiledClaim, FiledReport, Proposal, RegisterState } from '../register/state.ts';

/** The waiting claims of one report, in the order their passages stand in it. */
export interface WaitingReport {
  readonly report: FiledReport;
  readonly claims: readonly FiledClaim[];
}

/** Everything somebody could decide now, in reading order: by report, then by the place of the passage. */
export function waitingClaims(state: RegisterState, name: string | undefined): readonly FiledClaim[] {
  return openClaims(state).filter((claim) => awaits(claim, name));
}

/** Claims that one person accepted and that wait for another. */
export function waitingForSecond(state: RegisterState): readonly FiledClaim[] {
  return openClaims(state).filter(({ status }) => status === 'waiting for a second');
}

/** What was decided about persons and waits for a second person. */
export function waitingProposals(state: RegisterState): readonly Proposal[] {
  return state.proposals;
}

/** Claims grouped by the report they come from. Claims of a report that was taken away are left out. */
export function byReport(claims: readonly FiledClaim[], state: RegisterState): readonly WaitingReport[] {
  return [...Map.groupBy(claims, ({ report }) => report)].flatMap(([number, group]) => {
    const report = state.reports.get(number);
    return report ? [{ report, claims: group }] : [];
  });
}

/** The claim to decide after this one: the next in reading order, from the beginning again after the last. */
export function nextClaim(state: RegisterState, current: number, name: string | undefined): number | undefined {
  return neighbour(state, current, name, 1);
}

/** The claim to decide before this one. */
export function previousClaim(state: RegisterState, current: number, name: string | undefined): number | undefined {
  return neighbour(state, current, name, -1);
}

/** Who has accepted a claim that waits for a second person. */
export function firstToAccept({ status, read, decisions }: FiledClaim): string | undefined {
  return status === 'waiting for a second' ? settle(read, decisions).acceptedBy[0] : undefined;
}

/** True where somebody by this name may accept the claim: not where it waits for another person than them. */
export function mayAccept(claim: FiledClaim, name: string | undefined): boolean {
  const first = firstToAccept(claim);
  return name === undefined || first === undefined || !isSameAuthor(first, name);
}

// Every screen counts what waits, and a state never changes: it is put in order once.
const ordered = new WeakMap<RegisterState, readonly FiledClaim[]>();

function openClaims(state: RegisterState): readonly FiledClaim[] {
  const known = ordered.get(state);
  if (known) return known;
  const open = [...state.claims.values()].filter(({ status }) => status.startsWith('waiting')).sort(inReadingOrder);
  ordered.set(state, open);
  return open;
}

function neighbour(state: RegisterState, current: number, name: string | undefined, step: 1 | -1): number | undefined {
  const here = state.claims.get(current);
  const waiting = waitingClaims(state, name).filter(({ number }) => number !== current);
  const inTurn = step === 1 ? waiting : waiting.toReversed();
  const beyond = here && inTurn.find((claim) => inReadingOrder(claim, here) * step > 0);
  return (beyond ?? inTurn[0])?.number;
}

function awaits(claim: FiledClaim, name: string | undefined): boolean {
  return claim.status === 'waiting' || (claim.status === 'waiting for a second' && mayAccept(claim, name));
}

function inReadingOrder(a: FiledClaim, b: FiledClaim): number {
  return a.report - b.report || a.claim.passage.start - b.claim.passage.start || a.number - b.number;
}
