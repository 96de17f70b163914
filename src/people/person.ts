import type { Edtf } from '../time/edtf.ts';

/**
 * What identifies a person in the register: random, so that it says nothing about whom it stands for.
 *
 * @example
 * 'k3vq9h2mxa7tw5bn'
 */
export type PersonId = string;

/**
 * One written form of a person's name, as a report has it.
 *
 * @example
 * { text: 'Марыя Калеснікава', script: 'Cyrl', language: 'be', claims: [12, 40] }
 */
export interface WrittenName {
  readonly text: string;
  /** ISO 15924 code of the script it is written in. */
  readonly script: string;
  /** Language of the report it was found in. */
  readonly language: string;
  /** The claims, by number, that use this form. */
  readonly claims: readonly number[];
}

/**
 * A name as one claim writes it, and whom a documenter has said it means.
 *
 * @example
 * { claim: 12, name: 'Марыя Калеснікава', person: 'k3vq9h2mxa7tw5bn', verdict: 'same' }
 */
export interface Mention {
  readonly claim: number;
  readonly name: string;
  /** Absent where nobody has decided yet. */
  readonly person?: PersonId;
  readonly verdict?: Verdict;
}

/**
 * What a link says of a mention and a person, or of two persons.
 *
 * @example
 * 'unsure'
 */
export type Verdict = 'same' | 'different' | 'unsure';

/**
 * An organisation's decision that a person is a political prisoner, as entered by two documenters or claimed by a
 * report that two accepted.
 *
 * @example
 * { by: 'Viasna', date: '2020-09-11', withdrawn: false }
 */
export interface Recognition {
  readonly by: string;
  /** The day it was decided, as far as known. */
  readonly date: Edtf;
  /** True where this is the taking back of a recognition: it stands beside the recognition, with its own day. */
  readonly withdrawn: boolean;
}

/**
 * A human being, as the mentions that documenters linked add up to.
 *
 * @example
 * { id: 'k3vq9h2mxa7tw5bn', names: [{ text: 'Марыя Калеснікава', … }], claims: [12, 40], recognitions: [],
 *   withheld: false, sex: 'female' }
 */
export interface Person extends Description {
  readonly id: PersonId;
  /** Every form, the person's own first (see `ownName`). */
  readonly names: readonly WrittenName[];
  /** Numbers of the accepted claims about this person, ascending. */
  readonly claims: readonly number[];
  readonly recognitions: readonly Recognition[];
  /** True where two documenters decided that nothing of this person is shown. */
  readonly withheld: boolean;
}

/**
 * What a documenter stated of a person, with a reason; absent where nobody stated it (law 4).
 *
 * @example
 * { sex: 'female', born: '1982-04-24', occupation: 'musician', region: 'Minsk' }
 */
export interface Description {
  readonly sex?: 'female' | 'male';
  readonly born?: Edtf;
  readonly occupation?: string;
  readonly region?: string;
}
