import edtf from 'edtf';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFromNumber, dayNumber } from './day.ts';
import { EARLIEST, isApproximate, isEdtf, LATEST, spanOf } from './edtf.ts';

describe('dates, and the days they may mean', () => {
  test.each([
    ['2025-11-30', '2025-11-30', '2025-11-30'],
    ['2021-09', '2021-09-01', '2021-09-30'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2021', '2021-01-01', '2021-12-31'],
    ['202X', '2020-01-01', '2029-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['2021-XX', '2021-01-01', '2021-12-31'],
    ['2021-XX-XX', '2021-01-01', '2021-12-31'],
    ['2021-09-XX', '2021-09-01', '2021-09-30'],
    ['2021~', '2021-01-01', '2021-12-31'],
    ['2021-09?', '2021-09-01', '2021-09-30'],
    ['2021-09-06%', '2021-09-06', '2021-09-06'],
    ['2021-21', '2021-03-01', '2021-05-31'],
    ['2021-22', '2021-06-01', '2021-08-31'],
    ['2021-23', '2021-09-01', '2021-11-30'],
    ['2021-24', '2021-12-01', '2022-02-28'],
    ['2023-24', '2023-12-01', '2024-02-29'],
    ['2020-08/2020-12', '2020-08-01', '2020-12-31'],
    ['2020-08-09/2020-08-12', '2020-08-09', '2020-08-12'],
    ['2020/2021-03-05', '2020-01-01', '2021-03-05'],
    ['2025-09/..', '2025-09-01', LATEST],
    ['2025-09/', '2025-09-01', LATEST],
    ['../2025-09', EARLIEST, '2025-09-30'],
    ['/2025-09', EARLIEST, '2025-09-30'],
    ['2021~/2022~', '2021-01-01', '2022-12-31'],
  ])('%s is from %s to %s', (date, from, to) => {
    expect(spanOf(date)).toEqual({ from, to });
    expect(isEdtf(date)).toBe(true);
  });
});

describe('no dates of this format', () => {
  test.each([
    [''],
    ['..'],
    ['../..'],
    ['/'],
    ['2025-02-29'],
    ['2025-13'],
    ['2025-00'],
    ['2025-9'],
    ['2025-11-31'],
    ['25-11-30'],
    ['20255'],
    ['2025-11-30T10:00:00Z'],
    ['30.11.2025'],
    ['November 2025'],
    ['2025-12/2025-11'],
    ['2025-12-14/2025-12-13'],
    ['2020/2021/2022'],
    ['2021-25'],
    ['2021-21-05'],
    ['202X-05'],
    ['2021-XX-05'],
    ['~2021'],
    ['2021~~'],
    [' 2021'],
    ['2021 '],
  ])('%j', (date) => {
    expect(spanOf(date)).toBeNull();
    expect(isEdtf(date)).toBe(false);
  });
});

test.each([
  ['2021~', true],
  ['2021-09?', true],
  ['2021-09-06%', true],
  ['2021~/2022', true],
  ['2021-09-06', false],
  ['2021-XX', false],
  ['2025-09/..', false],
])('%s says that it is approximate or uncertain: %s', (date, said) => {
  expect(isApproximate(date)).toBe(said);
});

describe('laws', () => {
  const day = fc.integer({ min: dayNumber('1000-01-01'), max: dayNumber('2999-12-31') }).map(dayFromNumber);
  const point = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([written, length]) => written.slice(0, length));
  // Where one end contains the other, or is the other, the package refuses what ISO 8601-2 allows.
  const interval = fc
    .tuple(point, point)
    .filter(([left, right]) => !left.startsWith(right) && !right.startsWith(left))
    .map(([left, right]) => `${left}/${right}`);
  const open = fc.tuple(point, fc.boolean()).map(([written, end]) => (end ? `${written}/..` : `../${written}`));
  const common = fc.oneof(point, interval, open);

  test('years, months, days, intervals and open ends mean what the edtf package says they mean', () => {
    fc.assert(
      fc.property(common, (date) => {
        expect(spanOf(date)).toEqual(spanOfPackage(date));
      }),
      { numRuns: 2000 },
    );
  });

  test('an interval spans from the beginning of its left to the end of its right, or is none', () => {
    fc.assert(
      fc.property(point, point, (left, right) => {
        const [from, to] = [spanOf(left)?.from ?? '', spanOf(right)?.to ?? ''];
        expect(spanOf(`${left}/${right}`)).toEqual(from <= to ? { from, to } : null);
      }),
    );
  });

  test('a mark of doubt changes no day', () => {
    fc.assert(
      fc.property(point, fc.constantFrom('~', '?', '%'), (date, mark) => {
        expect(spanOf(date + mark)).toEqual(spanOf(date));
      }),
    );
  });

  test('whatever the text, there is a span of real days in order or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9X/.~?%-]{0,21}$/)), (text) => {
        const span = spanOf(text);
        if (span) expect(span.from <= span.to).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

/** What the package makes of a date, in our words. It has no end for an open one; an interval that runs backwards is no date. */
function spanOfPackage(date: string): { from: string; to: string } | null {
  const parsed = packageDate(date);
  if (parsed === null) return null;
  const dayOfTime = (time: number) => dayFromNumber(Math.floor(time / 86_400_000));
  const [left, right] = date.split('/');
  const from = left === '..' ? EARLIEST : dayOfTime(parsed.min);
  const to = right === '..' ? LATEST : dayOfTime(parsed.max);
  return from <= to ? { from, to } : null;
}

function packageDate(date: string): { min: number; max: number } | null {
  try {
    return edtf(date);
  } catch {
    return null;
  }
}
