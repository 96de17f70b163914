import type { Person } from '../people/person.ts';
import type { Day } from '../time/day.ts';
import { EARLIEST } from '../time/edtf.ts';
import type { Bits } from './bits.ts';
import { bitsFor, has, inAll, inAny, put, without } from './bits.ts';
import type { PlainCondition } from './conditions.ts';
import { timelineFor } from './conditions.ts';
import type { Known } from './known.ts';
import { knownOf } from './known.ts';
import { answerOf, partsOf } from './logic.ts';
import { canonicalOrganisation } from './organisations.ts';
import type { Condition } from './question.ts';
import type { RegisterState } from './state.ts';
import type { Timeline } from './timeline.ts';
import { joined } from './timeline.ts';
import type { Graded } from './track.ts';
import { numbersOf, Track } from './track.ts';

/**
 * Everybody in a state of the register, laid out to be counted: each plain condition that is asked about becomes a
 * track the first time, and what follows from several is made of their sets.
 *
 * @example
 * censusOf(state).numbers({ all: [{ held: true }, { sex: 'female' }] }, '2025-12-20') // { certain: 199, possible: 4 }
 */
export class Census {
  readonly #known: readonly Known[];
  readonly #nobody: Bits;
  readonly #everybody: Bits;
  readonly #tracks = new Map<string, Track>();
  readonly #asked = new Map<string, Track | 'once'>();

  constructor(known: readonly Known[]) {
    this.#known = known;
    this.#nobody = bitsFor(known.length);
    this.#everybody = bitsFor(known.length);
    for (let at = 0; at < known.length; at += 1) put(this.#everybody, at);
  }

  /** Everybody, in the register's order, by which sets of persons go. */
  person(at: number): Person | undefined {
    return this.#known[at]?.person;
  }

  /** Of whom a condition is so on a day. The sets must not be changed. */
  graded(condition: Condition, day: Day): Graded {
    if ('all' in condition) return this.#all(condition.all, day);
    if ('any' in condition) {
      const some = condition.any.map((one) => this.graded(one, day));
      return {
        certain: inAny([this.#nobody, ...some.map((one) => one.certain)]),
        maybe: inAny([this.#nobody, ...some.map((one) => one.maybe)]),
      };
    }
    if ('not' in condition) {
      const { certain, maybe } = this.graded(condition.not, day);
      return { certain: without(this.#everybody, maybe), maybe: without(this.#everybody, certain) };
    }
    return this.#track(condition).on(day);
  }

  /**
   * Of how many a condition is so on a day. Whoever asks a second time, of whatever day, is likely to go on asking: then
   * the answer to the whole condition is laid out by day like that to a plain one.
   */
  numbers(condition: Condition, day: Day): { readonly certain: number; readonly possible: number } {
    const sole = soleOf(condition);
    if (sole) return this.#track(sole).numbersOn(day);
    const parts = partsOf(condition);
    if (parts.length === 0) return numbersOf(this.graded(condition, day));
    const key = JSON.stringify(condition);
    const asked = this.#asked.get(key);
    if (asked instanceof Track) return asked.numbersOn(day);
    if (this.#asked.size >= MOST_ASKED) this.#asked.clear();
    if (asked === undefined) {
      this.#asked.set(key, 'once');
      return numbersOf(this.graded(condition, day));
    }
    const track = this.#laidOut(condition, parts);
    this.#asked.set(key, track);
    return track.numbersOn(day);
  }

  #laidOut(condition: Condition, parts: readonly PlainCondition[]): Track {
    const bounded = this.#couldBe(condition);
    return new Track(
      this.#known.map((known, at) => {
        if (!has(bounded, at)) return NEVER;
        const timelines = parts.map((part) => timelineFor(part, known));
        return joined(timelines, (answers) => answerOf(condition, answers));
      }),
    );
  }

  // Everybody who is not ruled out for ever by one of the conditions that must all be so.
  #couldBe(condition: Condition): Bits {
    const must = 'all' in condition ? condition.all : [condition];
    const fixed = must.filter((one) => partsOf(one).every((part) => this.#track(part).isFixed));
    return inAll([this.#everybody, ...fixed.map((one) => this.graded(one, EARLIEST).maybe)]);
  }

  #all(conditions: readonly Condition[], day: Day): Graded {
    const every = conditions.map((one) => this.graded(one, day));
    return {
      certain: inAll([this.#everybody, ...every.map((one) => one.certain)]),
      maybe: inAll([this.#everybody, ...every.map((one) => one.maybe)]),
    };
  }

  #track(condition: PlainCondition): Track {
    const key = keyOf(condition);
    let track = this.#tracks.get(key);
    if (!track) {
      track = new Track(this.#known.map((known) => timelineFor(condition, known)));
      this.#tracks.set(key, track);
    }
    return track;
  }
}

const CENSUSES = new WeakMap<RegisterState, Census>();

/** The census of a state, made once. */
export function censusOf(state: RegisterState): Census {
  let census = CENSUSES.get(state);
  if (!census) {
    census = new Census([...state.persons.values()].map((person) => knownOf(state, person)));
    CENSUSES.set(state, census);
  }
  return census;
}

const NEVER: Timeline = [{ from: EARLIEST, answer: 'no' }];
const MOST_ASKED = 256;

// The one plain condition that a condition comes to, if it comes to one.
function soleOf(condition: Condition): PlainCondition | null {
  if ('not' in condition) return null;
  const list = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null;
  if (list === null) return condition as PlainCondition;
  const [only] = list;
  return only && list.length === 1 ? soleOf(only) : null;
}

function keyOf(condition: PlainCondition): string {
  if ('recognisedBy' in condition) return `by ${canonicalOrganisation(condition.recognisedBy)}`;
  return JSON.stringify(condition);
}
