import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayFromNumber, dayFromParts, dayNumber, daysInMonth, isDay } from './day.ts';

const numbers = fc.integer({ min: dayNumber('0001-01-01'), max: dayNumber('9999-12-31') });

describe('isDay', () => {
  test.each(['2025-12-20', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2025-04-30'])(
    '%s is one',
    (day) => {
      expect(isDay(day)).toBe(true);
    },
  );

  test.each([
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-12-00',
    '2025-2-9',
    '25-12-20',
    '2025/12/20',
    '2025-12-20T00:00',
    ' 2025-12-20',
    '',
  ])('%j is none', (day) => {
    expect(isDay(day)).toBe(false);
  });
});

describe('arithmetic', () => {
  test.each([
    ['2025-12-31', 1, '2026-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2025-03-01', -1, '2025-02-28'],
    ['2020-09-07', 1923, '2025-12-13'],
    ['2025-12-13', 0, '2025-12-13'],
  ])('%s and %i days are %s', (day, more, then) => {
    expect(addDays(day, more)).toBe(then);
  });

  test.each([
    ['2021-09-06', 132, '2032-09-06'],
    ['2020-08-31', 1, '2020-09-30'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-12-13', -12, '2024-12-13'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-03-31', -1, '2025-02-28'],
  ])('%s and %i months are %s', (day, more, then) => {
    expect(addMonths(day, more)).toBe(then);
  });

  test.each([
    [2024, 2, 29],
    [2023, 2, 28],
    [1900, 2, 28],
    [2000, 2, 29],
    [2025, 6, 30],
    [2025, 7, 31],
  ])('in %i the month %i has %i days', (year, month, count) => {
    expect(daysInMonth(year, month)).toBe(count);
  });

  test('years before 1000 keep their four digits', () => {
    expect(dayFromParts(33, 4, 3)).toBe('0033-04-03');
  });
});

describe('laws', () => {
  test('a day is the same after its number', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(dayNumber(dayFromNumber(number))).toBe(number);
      }),
    );
  });

  test('every number of the range is a day, the next number the next day', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(isDay(dayFromNumber(number))).toBe(true);
        expect(dayFromNumber(number) < dayFromNumber(number + 1) || number === dayNumber('9999-12-31')).toBe(true);
      }),
    );
  });

  test('the calendar is that of Date, in UTC', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(dayFromNumber(Math.floor(date.getTime() / 86_400_000))).toBe(date.toISOString().slice(0, 10));
        },
      ),
    );
  });

  test('adding and taking away days leaves a day as it was; days compare as strings do', () => {
    const range = fc.integer({ min: -300_000, max: 300_000 });
    const middle = fc.integer({ min: dayNumber('1500-01-01'), max: dayNumber('2500-01-01') }).map(dayFromNumber);
    fc.assert(
      fc.property(middle, range, (day, more) => {
        expect(addDays(addDays(day, more), -more)).toBe(day);
        expect(addDays(day, more) > day).toBe(more > 0);
      }),
    );
  });

  test('months later the day of the month is the same or the last', () => {
    const months = fc.integer({ min: -1200, max: 1200 });
    const middle = fc.integer({ min: dayNumber('1500-01-01'), max: dayNumber('2500-01-01') }).map(dayFromNumber);
    fc.assert(
      fc.property(middle, months, (day, more) => {
        const then = addMonths(day, more);
        expect(isDay(then)).toBe(true);
        const last = daysInMonth(Number(then.slice(0, 4)), Number(then.slice(5, 7)));
        expect(Number(then.slice(8))).toBe(Math.min(Number(day.slice(8)), last));
      }),
    );
  });

  test('a text of the right shape is a day where its month and day exist', () => {
    const parts = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.nat(15), fc.nat(35));
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const real = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
        expect(isDay(dayFromParts(year, month, day))).toBe(real);
      }),
    );
  });
});
