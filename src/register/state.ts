import type { Claim } from '../claims/claim.ts';
import type { Mention, Person, PersonId } from '../people/person.ts';
import type { Instant } from '../time/clock.ts';
import type { Decision, EditionBody, ReportBody } from './entry.ts';

/**
 * Everything the entries add up to. Derived, never stored as truth: `rebuild` makes it again from the entries.
 *
 * @example
 * const state = rebuild(entries);
 * state.claims.get(3)?.status // 'accepted'
 */
export interface RegisterState {
  /** How many entries the register had when it was in this state. */
  readonly size: number;
  readonly reports: ReadonlyMap<number, FiledReport>;
  readonly claims: ReadonlyMap<number, FiledClaim>;
  readonly persons: ReadonlyMap<PersonId, Person>;
  /** What one documenter has decided and a second has yet to: recognition, withholding, removal. */
  readonly proposals: readonly Proposal[];
  readonly editions: readonly FiledEdition[];
  /** How many persons were removed; nothing else is left of them. */
  readonly removed: number;
}

/**
 * A report in the register, with its number.
 *
 * @example
 * { number: 2, entered: '2025-12-15T09:30:00Z', author: 'Alena', report: { title: 'No Regrets: …', … } }
 */
export interface FiledReport {
  readonly number: number;
  readonly entered: Instant;
  readonly author: string;
  readonly report: ReportBody;
}

/**
 * Where a claim stands: put up, accepted by one where two must, accepted, or refused.
 *
 * @example
 * 'waiting'
 */
export type ClaimStatus = 'waiting' | 'waiting for a second' | 'accepted' | 'refused';

/**
 * A claim in the register: what was read, what it says now, and what people decided about it.
 *
 * @example
 * { number: 3, report: 2, status: 'accepted', read: { kind: 'released', … }, claim: { kind: 'released', … },
 *   decisions: [{ number: 12, entered: '…', author: 'Alena', decision: { decision: 'accept', … } }], mentions: [] }
 */
export interface FiledClaim {
  readonly number: number;
  readonly report: number;
  readonly status: ClaimStatus;
  /** As the machine read it; it stays beside every amendment. */
  readonly read: Claim;
  /** As last amended, or as read. */
  readonly claim: Claim;
  readonly decisions: readonly DecisionMade[];
  /** One for each of the claim's persons, and one for its speaker, in that order. */
  readonly mentions: readonly Mention[];
}

/**
 * A decision with its place in the register.
 *
 * @example
 * { number: 12, entered: '2025-12-15T09:30:00Z', author: 'Alena', decision: { decision: 'accept', claim: 3, reason: '…' } }
 */
export interface DecisionMade {
  readonly number: number;
  readonly entered: Instant;
  readonly author: string;
  readonly decision: Decision;
}

/**
 * A decision that waits for a second person.
 *
 * @example
 * { number: 31, entered: '…', author: 'Alena', decision: { decision: 'withhold', person: 'k3vq…', reason: '…' } }
 */
export type Proposal = DecisionMade;

/**
 * An edition that was published, with its place in the register.
 *
 * @example
 * { number: 58, entered: '2025-12-20T18:00:00Z', edition: { on: '2025-12-20', size: 57, … } }
 */
export interface FiledEdition {
  readonly number: number;
  readonly entered: Instant;
  readonly edition: EditionBody;
}
