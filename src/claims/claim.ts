import type { Passage } from '../text/passage.ts';
import type { Edtf } from '../time/edtf.ts';

/** The kinds of claim, in the order a life meets them; `words/kinds.yml` tells what each means. */
export const CLAIM_KINDS = [
  'detained',
  'charged',
  'sentenced',
  'released',
  'pardoned',
  'recognised',
  'transferred',
  'died',
  'figure',
  'statement',
  'sanction',
] as const;

/**
 * What a claim asserts.
 *
 * @example
 * 'sentenced'
 */
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** What a figure counts. */
export const MEASURES = ['held', 'recognised', 'released', 'detained', 'sentenced', 'died', 'other'] as const;

/**
 * What a figure counts.
 *
 * @example
 * 'held'
 */
export type Measure = (typeof MEASURES)[number];

/**
 * One assertion by one speaker in one report, with the words that make it. What the report does not say is absent.
 *
 * @example
 * { kind: 'sentenced', persons: ['Maryya Kalesnikava'], date: '2021-09', termMonths: 132,
 *   charges: ['creating an extremist organization', 'posing a threat to national security'],
 *   passage: { start: 1213, end: 1519, text: 'One of the leaders of protests … among other charges.' },
 *   resolved: [{ property: 'persons', passage: { start: 91, end: 109, text: 'Maryya Kalesnikava' } }] }
 */
export interface Claim {
  readonly kind: ClaimKind;
  /** Names as written, in the fullest form the report has, white space collapsed. */
  readonly persons?: readonly string[];
  /** How many people, where the report gives a number. */
  readonly count?: number;
  /** `at least` for "over 150", `at most` for "fewer than 20", `about` for "some 30"; absent where it is exact. */
  readonly countIs?: 'at least' | 'at most' | 'about';
  /** The calculation behind a count that no one said: `123 − 9`. A derived count is never shown as said (law 5). */
  readonly derived?: string;
  readonly date?: Edtf;
  readonly termMonths?: number;
  readonly charges?: readonly string[];
  /** Place of detention, or destination of a transfer or release. */
  readonly place?: string;
  readonly measure?: Measure;
  /** The part of the whole that a figure counts: women, men, journalists, minors … */
  readonly subset?: string;
  /** Who recognises, imposes or lifts. */
  readonly by?: string;
  readonly action?: 'imposed' | 'eased' | 'lifted';
  /** What a sanction bears on: `Belarusian fertilizer exports`. */
  readonly object?: string;
  /** The negotiation a release came from, as far as the report tells. */
  readonly deal?: Deal;
  /** Whom the report credits, the one nearest to its publisher: the first of `chain`. */
  readonly accordingTo?: string;
  /** Who told whom, the one nearest to the report's publisher first: `Ukrinform`, `Volodymyr Zelenskyy`, `Kyrylo Budanov`. */
  readonly chain?: readonly string[];
  /** Who speaks the quotation of a statement. */
  readonly speaker?: string;
  /** The quoted words without their marks, verbatim. */
  readonly quote?: string;
  readonly passage: Passage;
  /** True where it is expected, threatened, demanded or denied rather than reported as done. */
  readonly hypothetical?: boolean;
  /** True for a sentence on somebody who was not there and is not held by it. */
  readonly inAbsentia?: boolean;
  /** Where a property was taken from other words than those of the passage: which, and from where. */
  readonly resolved?: readonly Resolved[];
}

/**
 * A negotiated release, as a report tells it: who brokered it, and what was given for it.
 *
 * @example
 * { broker: 'US', concession: 'lifting sanctions on Belarusian fertilizer exports' }
 */
export interface Deal {
  readonly broker?: string;
  readonly concession?: string;
}

/**
 * The words elsewhere in the report that a property of a claim rests on.
 *
 * @example
 * { property: 'date', passage: { start: 4480, end: 4496, text: 'December 13 deal' } }
 */
export interface Resolved {
  readonly property: Exclude<keyof Claim, 'passage' | 'resolved' | 'kind'>;
  readonly passage: Passage;
}
