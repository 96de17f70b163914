import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../time/day.ts';
import { bitsFor, inAll, inAny, numbersIn, put, sizeOf, without } from './bits.ts';
import type { Answer } from './standing.ts';
import type { Timeline } from './timeline.ts';
import { timelineOf } from './timeline.ts';
import { numbersOf, Track } from './track.ts';

const START = '2021-03-01';
const answer = fc.constantFrom<Answer>('yes', 'no', 'cannot tell');

// Answers that change on some days of a month.
const timeline = fc
  .tuple(answer, fc.array(fc.tuple(fc.nat(30), answer), { maxLength: 6 }))
  .map(([first, turns]): Timeline => {
    const days = turns.map(([day]) => ({ from: addDays(START, day), to: addDays(START, day) }));
    const latest = (day: string) => turns.filter(([n]) => addDays(START, n) <= day).sort(([a], [b]) => a - b);
    return timelineOf(days, (day) => latest(day).at(-1)?.[1] ?? first);
  });

describe('a track', () => {
  test('answers for every day what the timelines do', () => {
    fc.assert(
      fc.property(fc.array(timeline, { maxLength: 70 }), fc.array(fc.integer({ min: -3, max: 35 })), (lines, days) => {
        const track = new Track(lines);
        for (const day of days.map((n) => addDays(START, n))) {
          const answers = lines.map((line) => line.findLast(({ from }) => from <= day)?.answer);
          const places = (...wanted: Answer[]) =>
            answers.flatMap((one, at) => (one !== undefined && wanted.includes(one) ? [at] : []));
          const { certain, maybe } = track.on(day);
          expect(numbersIn(certain)).toEqual(places('yes'));
          expect(numbersIn(maybe)).toEqual(places('yes', 'cannot tell'));
          expect(track.numbersOn(day)).toEqual(numbersOf({ certain, maybe }));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('begins from the nearest copy, however many turns there are', () => {
    const days = Array.from({ length: 40 }, (_, n) => addDays(START, n));
    const flips = (person: number): Timeline =>
      timelineOf(
        days.map((day) => ({ from: day, to: day })),
        (day) => (days.indexOf(day) % (2 + (person % 3)) === 0 ? 'yes' : 'no'),
      );
    const lines = Array.from({ length: 900 }, (_, person) => flips(person));
    const track = new Track(lines);
    expect(lines.reduce((turns, line) => turns + line.length, 0)).toBeGreaterThan(20_000);
    for (const day of [...days].reverse()) {
      const expected = lines.filter((line) => line.findLast(({ from }) => from <= day)?.answer === 'yes').length;
      expect([sizeOf(track.on(day).certain), track.numbersOn(day).certain]).toEqual([expected, expected]);
    }
  });
});

describe('sets of numbers', () => {
  const numbers = fc.uniqueArray(fc.nat(99));
  const bitsOf = (list: readonly number[]) => {
    const bits = bitsFor(100);
    for (const one of list) put(bits, one);
    return bits;
  };
  const sorted = (list: readonly number[]) => list.toSorted((a, b) => a - b);

  test('are what sets are', () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        const [a, b] = [bitsOf(left), bitsOf(right)];
        expect(numbersIn(a)).toEqual(sorted(left));
        expect(sizeOf(a)).toBe(left.length);
        expect(numbersIn(inAll([a, b]))).toEqual(sorted(left.filter((one) => right.includes(one))));
        expect(numbersIn(inAny([a, b]))).toEqual(sorted([...new Set([...left, ...right])]));
        expect(numbersIn(without(a, b))).toEqual(sorted(left.filter((one) => !right.includes(one))));
        for (const one of right) put(a, one, false);
        expect(numbersIn(a)).toEqual(sorted(left.filter((one) => !right.includes(one))));
      }),
    );
  });
});
