import type { PersonId } from '../people/person.ts';
import type { Day } from '../time/day.ts';
import type { Span } from '../time/edtf.ts';

/**
 * Who and how many were held on a day.
 *
 * @example
 * { heldOn: '2025-12-20', of: 'women', by: 'Viasna' }
 */
export interface Question {
  /** The day asked about. */
  readonly heldOn: Day;
  /** Only those whose sex was stated as this; where it is unknown a person is possible, never certain. */
  readonly of?: 'women' | 'men';
  /** Only those whom this organisation had recognised by that day. */
  readonly by?: string;
  /** Only those of whom this is so on that day. */
  readonly where?: Condition;
}

/**
 * What may be so of a person on a day, and what follows from other conditions: `all`, `any` and `not` of what cannot be
 * told cannot be told either, unless the rest decides it (Kleene's strong logic of three values).
 *
 * @example
 * { all: [{ recognisedBy: 'Viasna' }, { charge: '130' }, { not: { sex: 'male' } }] }
 * { age: { from: 14, to: 17 } } // in full years, both included
 */
export type Condition =
  | { readonly held: true }
  | { readonly sex: 'female' | 'male' }
  | { readonly recognisedBy: string }
  /** Some accepted claim of a charge or sentence says this: the words, or the number of the article. */
  | { readonly charge: string }
  /** The latest place that a claim gives by that day. */
  | { readonly place: string }
  | { readonly occupation: string }
  | { readonly region: string }
  | { readonly age: { readonly from?: number; readonly to?: number } }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/**
 * The register's own answer. A person is in one of the two lists or in none. Withheld persons are counted and not listed.
 *
 * @example
 * { question: { heldOn: '2025-12-20' }, knownOn: '2025-12-31', certain: { number: 4, persons: ['k3vq…', …], withheld: 1 },
 *   possible: { number: 1, persons: ['m2xz…'], withheld: 0 } }
 */
export interface Count {
  readonly question: Question;
  readonly certain: Counted;
  /** Held by some reading of the dates, not by every one. Not contained in `certain`. */
  readonly possible: Counted;
}

/**
 * A number of persons and those behind it who may be shown.
 *
 * @example
 * { number: 4, persons: ['k3vq9h2mxa7tw5bn', 'm2xz…', 'p7aa…'], withheld: 1 }
 */
export interface Counted {
  readonly number: number;
  readonly persons: readonly PersonId[];
  readonly withheld: number;
}

/**
 * A source's number for a day, as given, with the accepted claims that say so.
 *
 * @example
 * { source: 'Viasna', measure: 'held', on: { from: '2025-11-30', to: '2025-11-30' }, count: 1222,
 *   parts: [{ subset: 'women', count: 199 }], claims: [9, 10], flags: [] }
 */
export interface SourceFigure {
  readonly source: string;
  readonly measure: string;
  readonly on: Span;
  readonly count: number;
  readonly countIs?: 'at least' | 'at most' | 'about';
  readonly parts: readonly { readonly subset: string; readonly count: number; readonly claim: number }[];
  readonly claims: readonly number[];
  /** What does not add up, in a sentence: kept and flagged, never repaired (law 5). */
  readonly flags: readonly string[];
}

/**
 * Two figures of one source joined by what happened between them, with the rest unexplained. Bounds, because an
 * event's dates may reach over an end of the bridge; equal where nothing is in doubt.
 *
 * @example
 * { from: { count: 1222, … }, to: { count: 1131, … },
 *   steps: [{ sign: 1, what: 'recognised', least: 50, most: 50, claims: [61] },
 *           { sign: -1, what: 'released', least: 123, most: 123, claims: [0, 44] }],
 *   reckoned: { least: 1149, most: 1149 }, unexplained: { least: -18, most: -18 } }
 */
export interface Bridge {
  readonly from: SourceFigure;
  readonly to: SourceFigure;
  readonly steps: readonly BridgeStep[];
  /** `from` with every step applied. */
  readonly reckoned: Bounds;
  /** `to` minus `reckoned`: what nothing in the register accounts for. */
  readonly unexplained: Bounds;
}

/**
 * One event of a bridge, told by one or more reports.
 *
 * @example
 * { sign: -1, what: 'released', least: 123, most: 123, claims: [0, 44] }
 */
export interface BridgeStep {
  readonly sign: 1 | -1;
  readonly what: 'recognised' | 'released' | 'died';
  readonly least: number;
  /** Infinity where the source gave only a lower bound. */
  readonly most: number;
  readonly claims: readonly number[];
}

/**
 * A number that lies between two others, both included.
 *
 * @example
 * { least: -18, most: -18 }
 */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/**
 * A negotiated release as the reports tell it: numbers stay apart by how they were come by.
 *
 * @example
 * { on: { from: '2025-12-13', to: '2025-12-13' }, announced: 123, brokers: ['US'],
 *   concessions: ['lifting sanctions on Belarusian fertilizer exports'], named: ['k3vq…', …],
 *   destinations: [{ place: 'Ukraine', count: 114, derived: '123 − 9' }], claims: [0, 1, 4, 12] }
 */
export interface DealSummary {
  readonly on: Span;
  readonly announced?: number;
  readonly brokers: readonly string[];
  readonly concessions: readonly string[];
  readonly named: readonly PersonId[];
  readonly destinations: readonly {
    readonly place: string;
    readonly count: number;
    readonly derived?: string;
    readonly claim: number;
  }[];
  readonly claims: readonly number[];
}
