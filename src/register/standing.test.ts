import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../claims/claim.ts';
import { addDays } from '../time/day.ts';
import type { Told } from './events.ts';
import { LIFE_KINDS } from './events.ts';
import { byEveryReading } from './readings.fixture.ts';
import { standingOn } from './standing.ts';

// A life in one line: `detained 2020-09-07, sentenced 2021-09 132`, numbered from 0; `?` after a kind is hypothetical,
// `!` in absentia.
function life(line: string, by = '2026-01-02'): Told[] {
  return line.split(', ').map((words, number) => {
    const [kind = '', date, months] = words.split(' ');
    const claim: Claim = {
      kind: kind.replace(/[?!]/, '') as Claim['kind'],
      passage: { start: 0, end: 5, text: 'words' },
      ...(date !== undefined && date !== '-' && { date }),
      ...(months !== undefined && { termMonths: Number(months) }),
      ...(kind.endsWith('?') && { hypothetical: true }),
      ...(kind.endsWith('!') && { inAbsentia: true }),
    };
    return { number, claim, by };
  });
}

const KALESNIKAVA = 'detained 2020-09-07, charged 2020-09-09, sentenced 2021-09-06 132, released 2025-12-13';

describe('held', () => {
  test.each([
    ['before the detention', KALESNIKAVA, '2020-09-06', 'no'],
    ['on its day', KALESNIKAVA, '2020-09-07', 'yes'],
    ['before the sentence', KALESNIKAVA, '2021-09-05', 'yes'],
    ['the day before the release', KALESNIKAVA, '2025-12-12', 'yes'],
    ['on the day of the release: free', KALESNIKAVA, '2025-12-13', 'no'],
    ['after it', KALESNIKAVA, '2026-06-01', 'no'],
    [
      'in the month of a sentence of which the month is known',
      'detained 2020-06-18, sentenced 2021-07 168',
      '2021-07-15',
      'yes',
    ],
    ['before the first thing told, where that is a sentence', 'sentenced 2021-07-06 168', '2020-01-01', 'cannot tell'],
    ['after it', 'sentenced 2021-07-06 168', '2021-07-06', 'yes'],
    ['before the only release told', 'released 2025-12-13', '2025-12-12', 'cannot tell'],
    ['before the only pardon told', 'pardoned 2025-11', '2025-10-31', 'cannot tell'],
    ['inside the month of a pardon', 'detained 2021, pardoned 2025-11', '2025-11-15', 'cannot tell'],
    ['at the end of that month', 'detained 2021, pardoned 2025-11', '2025-11-30', 'no'],
    ['before a transfer', 'transferred 2023-01-05', '2023-01-04', 'cannot tell'],
    ['after a transfer', 'transferred 2023-01-05', '2023-01-05', 'yes'],
    ['in the year of a detention', 'detained 2021', '2021-07-01', 'cannot tell'],
    ['at the end of that year', 'detained 2021', '2021-12-31', 'yes'],
    ['detained and freed on one day', 'detained 2021-03-25, released 2021-03-25', '2021-03-25', 'no'],
    ['freed in the month of the detention', 'detained 2021-03, released 2021-03', '2021-03-31', 'cannot tell'],
    ['detained and sentenced in one year, before it', 'detained 2021, sentenced 2021 24', '2020-12-31', 'no'],
    [
      'freed, and detained again, in between',
      'detained 2010, released 2012-05-01, detained 2020-08-09',
      '2015-01-01',
      'no',
    ],
    ['freed, and detained again', 'detained 2010, released 2012-05-01, detained 2020-08-09', '2021-01-01', 'yes'],
    ['only charged', 'charged 2021-03-25', '2022-01-01', 'cannot tell'],
    ['charged before the detention', 'charged 2021-03-25, detained 2021-04-01', '2021-03-30', 'no'],
    ['sentenced to what nobody says', 'sentenced 2021-03-25', '2022-01-01', 'cannot tell'],
    ['only sentenced in absentia', 'sentenced! 2023-03-06 180', '2024-01-01', 'no'],
    [
      'sentenced in absentia after being freed',
      'detained 2020, released 2022-05-01, sentenced! 2023-03-06 180',
      '2024-01-01',
      'no',
    ],
    ['sentenced in absentia to what nobody says', 'sentenced! 2023-03-06', '2024-01-01', 'no'],
    [
      'charged, and sentenced in absentia',
      'charged 2022-01-01, sentenced! 2023-03-06 180',
      '2024-01-01',
      'cannot tell',
    ],
    ['only spoken of', 'statement 2021-03-25', '2022-01-01', 'no'],
    ['only hoped to be freed', 'detained 2021-03-25, released? 2021-04-01', '2022-01-01', 'yes'],
    ['only feared to be detained', 'detained? 2021-03-25', '2022-01-01', 'no'],
    ['dead', 'detained 2021-03-25, died 2023-05-01', '2023-05-01', 'no'],
    ['in the month of the death', 'detained 2021-03-25, died 2023-05', '2023-05-15', 'cannot tell'],
    ['freed on a day that was not told, before the report', 'detained 2020, released -', '2025-01-01', 'cannot tell'],
    ['freed on a day that was not told, after the report', 'detained 2020, released -', '2026-01-02', 'no'],
    ['sentenced on a day that was not told, and freed', 'sentenced - 132, released 2025-12-13', '2025-12-20', 'no'],
    [
      'sentenced on a day that was not told, before being freed',
      'detained 2020-09-07, sentenced - 132, released 2025-12-13',
      '2025-12-12',
      'yes',
    ],
    ['detained on a day that was not told, and sentenced', 'detained -, sentenced 2021-09-06 132', '2025-12-20', 'yes'],
    ['sentenced on a day that was not told, and nothing else', 'sentenced - 132', '2025-12-20', 'cannot tell'],
    ['since an open end, after the report', 'detained 2025-09/..', '2026-01-02', 'yes'],
  ])('%s', (_, line, day, held) => {
    expect(standingOn(life(line), day).held).toBe(held);
  });

  test('of nobody anything is told is no', () => {
    expect(standingOn([], '2025-12-20')).toEqual({ held: 'no', dead: 'no', because: [] });
  });
});

describe('several reports', () => {
  test.each([
    [
      'of one detention share its narrowest day',
      'detained 2021, detained 2021-03, detained 2021-03-25',
      '2021-03-25',
      'yes',
    ],
    [
      'that contradict each other on a detention leave the days between open',
      'detained 2021-03-25, detained 2021-03-27',
      '2021-03-26',
      'cannot tell',
    ],
    [
      'that contradict each other agree after the later day',
      'detained 2021-03-25, detained 2021-03-27',
      '2021-03-27',
      'yes',
    ],
    [
      'that contradict each other on a release',
      'detained 2021, released 2025-12-13, released 2025-12-14',
      '2025-12-13',
      'cannot tell',
    ],
    [
      'of two releases with a detention between them do not',
      'detained 2010, released 2012, detained 2020, released 2025',
      '2015-01-01',
      'no',
    ],
  ])('%s', (_, line, day, held) => {
    expect(standingOn(life(line), day).held).toBe(held);
  });
});

describe('dead', () => {
  test.each([
    ['detained 2021, died 2023-05-01', '2023-04-30', 'no'],
    ['detained 2021, died 2023-05-01', '2023-05-01', 'yes'],
    ['detained 2021, died 2023-05', '2023-05-15', 'cannot tell'],
    ['detained 2021, died 2023-05-01, died 2023-05-03', '2023-05-02', 'cannot tell'],
    ['detained 2021, died? 2023-05-01', '2024-01-01', 'no'],
  ])('%s: on %s %s', (line, day, dead) => {
    expect(standingOn(life(line), day).dead).toBe(dead);
  });
});

describe('the end of a term', () => {
  test.each([
    ['the day before', 'detained 2020-09-07, sentenced 2021-09-06 24', '2022-09-06', 'yes'],
    ['from that day on nobody says', 'detained 2020-09-07, sentenced 2021-09-06 24', '2022-09-07', 'cannot tell'],
    ['counted from the sentence where no detention is told of', 'sentenced 2021-09-06 24', '2023-09-05', 'yes'],
    ['and from then on open', 'sentenced 2021-09-06 24', '2023-09-06', 'cannot tell'],
    [
      'where a release is told of, that counts',
      'detained 2020-09-07, sentenced 2021-09-06 24, released 2022-05-01',
      '2022-09-07',
      'no',
    ],
    [
      'where a longer term follows, that counts',
      'detained 2020-09-07, sentenced 2021-09-06 24, sentenced 2022-01-10 36',
      '2023-01-01',
      'yes',
    ],
    [
      'where a later transfer is told of, they were still held',
      'detained 2020-09-07, sentenced 2021-09-06 24, transferred 2023-01-05',
      '2023-06-01',
      'yes',
    ],
    [
      'where a later detention is told of',
      'detained 2020-09-07, sentenced 2021-09-06 24, released 2022, detained 2024-01-01',
      '2024-06-01',
      'yes',
    ],
  ])('%s', (_, line, day, held) => {
    expect(standingOn(life(line), day).held).toBe(held);
  });

  test('is given with its calculation, and with nothing after a release', () => {
    expect(standingOn(life(KALESNIKAVA), '2025-12-12').termEnds).toEqual({
      on: { from: '2031-09-07', to: '2031-09-07' },
      computed: '2020-09-07 + 132 months',
      claims: [0, 2],
    });
    expect(standingOn(life(KALESNIKAVA), '2025-12-13')).not.toHaveProperty('termEnds');
    expect(standingOn(life('detained 2020-09-07'), '2025-12-13')).not.toHaveProperty('termEnds');
  });
});

describe('because', () => {
  test.each([
    ['2020-09-06', [0]],
    ['2020-10-01', [0]],
    ['2021-09-06', [2]],
    ['2025-12-13', [3]],
  ])('on %s of claims %j', (day, because) => {
    expect(standingOn(life(KALESNIKAVA), day).because).toEqual(because);
  });

  test('names every claim that may decide', () => {
    expect(standingOn(life('detained 2021, pardoned 2025-11, released 2025-11-20'), '2025-11-10').because).toEqual([
      0, 1,
    ]);
  });
});

test('equals the reading of every reading', () => {
  const start = '2021-03-01';
  const told = fc
    .record({
      kind: fc.constantFrom(...LIFE_KINDS, 'charged' as const),
      from: fc.nat(9),
      width: fc.nat(3),
      days: fc.constantFrom(0, 2, 5),
    })
    .map(({ kind, from, width, days }): Claim => {
      const date = `${addDays(start, from)}/${addDays(start, from + width)}`;
      return {
        kind,
        date,
        passage: { start: 0, end: 5, text: 'words' },
        ...(kind === 'sentenced' && { termMonths: days / 30 }),
      };
    });
  fc.assert(
    fc.property(fc.array(told, { maxLength: 5 }), fc.integer({ min: -1, max: 16 }), (claims, offset) => {
      const day = addDays(start, offset);
      const numbered = claims.map((claim, number) => ({ number, claim, by: '2026-01-01' }));
      const { held, dead } = standingOn(numbered, day);
      expect({ held, dead }).toEqual(byEveryReading(numbered, day));
    }),
    { numRuns: 4000 },
  );
});

test('does not depend on the order in which claims were read', () => {
  const line =
    'detained 2020, detained 2020-09-07, sentenced 2021-09 132, released 2025-12, released 2025-12-13, charged 2020-09';
  fc.assert(
    fc.property(
      fc.shuffledSubarray(life(line), { minLength: 6 }),
      fc.constantFrom('2020-06-01', '2021-09-10', '2025-12-13'),
      (claims, day) => {
        expect(standingOn(claims, day)).toEqual(standingOn(life(line), day));
      },
    ),
  );
});
