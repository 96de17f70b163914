import type { Day } from '../time/day.ts';
import { dayNumber } from '../time/day.ts';
import type { Bits } from './bits.ts';
import { bitsFor, put, sizeOf } from './bits.ts';
import type { Answer } from './standing.ts';
import type { Timeline } from './timeline.ts';

/**
 * Of whom something is so on a day: for certain, and of whom it is not certainly not so. Persons go by their place in
 * the register's order.
 *
 * @example
 * const { certain, maybe }: Graded = track.on('2025-12-20'); sizeOf(maybe) - sizeOf(certain) // the possible
 */
export interface Graded {
  readonly certain: Bits;
  readonly maybe: Bits;
}

/**
 * The timelines of everybody for one condition, laid side by side by day, so that a day is asked about in a time that
 * does not grow with the length of the register's history: the turns before a day are added up to the nearest of some
 * full copies, and counts of every turn are kept.
 *
 * @example
 * const held = new Track([[{ from: '0000-01-01', answer: 'no' }, { from: '2020-09-07', answer: 'yes' }]]);
 * held.numbersOn('2021-01-01') // { certain: 1, possible: 0 }
 */
export class Track {
  readonly #days: Int32Array;
  readonly #who: Int32Array;
  readonly #answers: Uint8Array;
  readonly #copies: readonly Graded[];
  readonly #certain: Int32Array;
  readonly #maybe: Int32Array;
  readonly #turnsACopy: number;
  #last: { readonly turns: number; readonly graded: Graded } | undefined;

  constructor(timelines: readonly Timeline[]) {
    this.#turnsACopy = turnsACopy(timelines.length);
    const start = { certain: bitsFor(timelines.length), maybe: bitsFor(timelines.length) };
    const turns: { day: number; who: number; answer: number }[] = [];
    timelines.forEach((timeline, who) => {
      timeline.forEach(({ from, answer }, at) => {
        if (at === 0) grade(start, who, CODES[answer]);
        else turns.push({ day: dayNumber(from), who, answer: CODES[answer] });
      });
    });
    turns.sort((a, b) => a.day - b.day || a.who - b.who);
    this.#days = Int32Array.from(turns, ({ day }) => day);
    this.#who = Int32Array.from(turns, ({ who }) => who);
    this.#answers = Uint8Array.from(turns, ({ answer }) => answer);
    this.#certain = new Int32Array(turns.length + 1);
    this.#maybe = new Int32Array(turns.length + 1);
    this.#copies = this.#added(start);
  }

  /** True where nobody's answer ever changes. */
  get isFixed(): boolean {
    return this.#days.length === 0;
  }

  /** Of whom it is so on a day. The sets must not be changed. */
  on(day: Day): Graded {
    const turns = this.#turnsUntil(dayNumber(day));
    if (this.#last?.turns === turns) return this.#last.graded;
    const from = Math.floor(turns / this.#turnsACopy);
    const copy = this.#copies[from];
    if (!copy) throw new RangeError('a track has no copy to begin from');
    const start = from * this.#turnsACopy;
    if (start === turns) return copy;
    const graded = { certain: copy.certain.slice(), maybe: copy.maybe.slice() };
    for (let at = start; at < turns; at += 1) grade(graded, this.#who[at] ?? 0, this.#answers[at] ?? 0);
    this.#last = { turns, graded };
    return graded;
  }

  /** Of how many it is so on a day. */
  numbersOn(day: Day): { readonly certain: number; readonly possible: number } {
    const turns = this.#turnsUntil(dayNumber(day));
    const certain = this.#certain[turns] ?? 0;
    return { certain, possible: (this.#maybe[turns] ?? 0) - certain };
  }

  // How many turns lie on or before a day.
  #turnsUntil(day: number): number {
    let [low, high] = [0, this.#days.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#days[middle] ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #added(start: Graded): Graded[] {
    const copies: Graded[] = [];
    const now = { certain: start.certain.slice(), maybe: start.maybe.slice() };
    let [certain, maybe] = [sizeOf(now.certain), sizeOf(now.maybe)];
    for (let at = 0; at <= this.#days.length; at += 1) {
      if (at % this.#turnsACopy === 0) copies.push({ certain: now.certain.slice(), maybe: now.maybe.slice() });
      this.#certain[at] = certain;
      this.#maybe[at] = maybe;
      if (at === this.#days.length) break;
      const [who, before] = [this.#who[at] ?? 0, codeIn(now, this.#who[at] ?? 0)];
      const after = this.#answers[at] ?? 0;
      certain += Number(after === YES) - Number(before === YES);
      maybe += Number(after > NO) - Number(before > NO);
      grade(now, who, after);
    }
    return copies;
  }
}

/** The numbers of those of whom it is certainly so, and of whom it may be. */
export function numbersOf({ certain, maybe }: Graded): { readonly certain: number; readonly possible: number } {
  const sure = sizeOf(certain);
  return { certain: sure, possible: sizeOf(maybe) - sure };
}

const [NO, CANNOT_TELL, YES] = [0, 1, 2];
const CODES: Readonly<Record<Answer, number>> = { no: NO, 'cannot tell': CANNOT_TELL, yes: YES };

// A copy takes two bits a person, and as many turns are added to it at most as it has words: what copies take grows
// with the turns, and a day is found as fast as a copy is made.
function turnsACopy(persons: number): number {
  return Math.max(1024, persons >>> 6);
}

function grade({ certain, maybe }: Graded, who: number, code: number): void {
  put(certain, who, code === YES);
  put(maybe, who, code > NO);
}

function codeIn({ certain, maybe }: Graded, who: number): number {
  return ((certain[who >>> 5] ?? 0) >>> (who & 31)) & 1 ? YES : ((maybe[who >>> 5] ?? 0) >>> (who & 31)) & 1;
}
