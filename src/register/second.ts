import type { Claim } from '../claims/claim.ts';
import type { Decision } from './entry.ts';
import { canonicalOrganisation } from './organisations.ts';
import type { ClaimStatus, DecisionMade } from './state.ts';

// Where two people must decide (law 6), in one place: what needs a second person, and who counts as a second.

/**
 * A decision that counts only once two people have made it.
 *
 * @example
 * const decision: PairedDecision = { decision: 'withhold', person: 'k3vq…', reason: 'the family asked for silence' };
 */
export type PairedDecision = Extract<
  Decision,
  { decision: 'recognise' | 'withdraw recognition' | 'withhold' | 'show again' | 'remove' }
>;

/**
 * Such a decision, where a second person's confirmed the first one's.
 *
 * @example
 * { number: 32, entered: '…', author: 'Maryna', decision: { decision: 'withhold', person: 'k3vq…', reason: '…' } }
 */
export type Confirmed = DecisionMade & { readonly decision: PairedDecision };

/**
 * What people's decisions make of a claim.
 *
 * @example
 * { claim: { kind: 'died', … }, status: 'waiting for a second', acceptedBy: ['Alena'] }
 */
export interface Settled {
  /** As last amended, or as read. */
  readonly claim: Claim;
  readonly status: ClaimStatus;
  /** Who stands by it as it reads now, in order; empty where it is refused or nobody has decided. */
  readonly acceptedBy: readonly string[];
}

/** True for a claim that two people must accept: a recognition or a death. */
export function needsSecond(claim: Claim): boolean {
  return claim.kind === 'recognised' || claim.kind === 'died';
}

/** True where two authors are one person: the same letters, whatever their case and the space around them. */
export function isSameAuthor(left: string, right: string): boolean {
  return authorKey(left) === authorKey(right);
}

/**
 * Reads the decisions on a claim in order. The latest decides: a refusal ends earlier acceptances, an amendment
 * replaces the claim and is its author's acceptance of it as amended, so that a second person accepts what was amended.
 */
export function settle(read: Claim, decisions: readonly DecisionMade[]): Settled {
  let claim = read;
  let acceptedBy: string[] = [];
  let refused = false;
  for (const { author, decision } of decisions) {
    if (decision.decision === 'refuse') {
      [acceptedBy, refused] = [[], true];
    } else if (decision.decision === 'amend') {
      [claim, acceptedBy, refused] = [decision.amended, [author], false];
    } else if (decision.decision === 'accept') {
      refused = false;
      if (!acceptedBy.some((other) => isSameAuthor(other, author))) acceptedBy.push(author);
    }
  }
  const enough = acceptedBy.length >= (needsSecond(claim) ? 2 : 1);
  const open = acceptedBy.length === 0 ? 'waiting' : 'waiting for a second';
  return { claim, status: refused ? 'refused' : enough ? 'accepted' : open, acceptedBy };
}

/** True for a decision that counts only once two people have made it. */
function isPaired(made: DecisionMade): made is Confirmed {
  return PAIRED.has(made.decision.decision);
}

const PAIRED: ReadonlySet<string> = new Set(['recognise', 'withdraw recognition', 'withhold', 'show again', 'remove']);

/** What two decisions must share to be the same: kind and person, and for a recognition by whom and from when. */
export function pairKey(decision: PairedDecision): string {
  const parts: string[] = [decision.decision, decision.person];
  if ('by' in decision) parts.push(canonicalOrganisation(decision.by), decision.date);
  return JSON.stringify(parts);
}

/**
 * Pairs decisions in order: one confirms the proposal of another person, and both are spent, so that the next of the
 * same kind proposes again. Repeating one's own proposal changes nothing.
 *
 * @returns the confirming decisions, and the proposals that still wait, each in order.
 */
export function pairDecisions(decisions: readonly DecisionMade[]): {
  confirmed: Confirmed[];
  proposals: DecisionMade[];
} {
  const confirmed: Confirmed[] = [];
  const open = new Map<string, DecisionMade>();
  for (const made of decisions) {
    if (!isPaired(made)) continue;
    const key = pairKey(made.decision);
    const proposal = open.get(key);
    if (!proposal) {
      open.set(key, made);
    } else if (!isSameAuthor(proposal.author, made.author)) {
      open.delete(key);
      confirmed.push(made);
    }
  }
  return { confirmed, proposals: [...open.values()] };
}

function authorKey(author: string): string {
  return author.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
