import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames } from './compare.ts';
import { buildNameIndex } from './filed.ts';
import { keysOf } from './keys.ts';
import { compareNames as compareForOthers, explainNames, searchIn } from './library.ts';
import { naughtyStrings } from './naughty.fixture.ts';
import { readName } from './read.ts';
import { searchNames } from './search.ts';
import { openSlices } from './sliced-search.ts';
import { sliceNames } from './slices.ts';

const NAMES = ['Марыя Калеснікава', 'Maryya Kalesnikava', 'محمود عباس', '刘晓波', '김정은', 'Kim'];
const NAUGHTY = naughtyStrings();
const SOME = NAUGHTY.filter((_, at) => at % 20 === 0);
const index = buildNameIndex([
  { id: 'kalesnikava', names: NAMES },
  ...SOME.map((name, at) => ({ id: `naughty-${at}`, names: [name] })),
]);

/** Whatever a text is: it has few parts and few keys, compares both ways alike, and finds nothing or somebody. */
function survives(text: string, others = NAMES): void {
  const { parts } = readName(text);
  expect(parts.length).toBeLessThanOrEqual(12);
  for (const part of parts) {
    expect(keysOf(part).length).toBeLessThan(100);
    expect(part.folded).not.toBe('');
  }
  for (const name of others) {
    const there = compareNames(text, name);
    const back = compareNames(name, text);
    expect(there.score >= 0 && there.score <= 1).toBe(true);
    expect([back.score, back.verdict]).toEqual([there.score, there.verdict]);
    expect(there.reasons.length).toBeGreaterThan(0);
  }
  for (const { score, reasons } of searchNames(index, text)) {
    expect(score > 0 && score <= 1).toBe(true);
    expect(reasons.length).toBeGreaterThan(0);
  }
}

describe('naughty strings', () => {
  it('are more than 515, no two alike, the same at every call', () => {
    expect(new Set(NAUGHTY).size).toBeGreaterThanOrEqual(515);
    expect(naughtyStrings()).toEqual(NAUGHTY);
  });

  it('are read, compared and searched without a fault, each one', () => {
    for (const text of NAUGHTY) survives(text);
  });

  it('are themselves, or nothing', () => {
    for (const text of NAUGHTY) {
      const { score, verdict } = compareNames(text, text);
      expect([score, verdict]).toEqual(readName(text).parts.length > 0 ? [1, 'same'] : [0, 'unsure']);
    }
  });

  it('are compared with one another', () => {
    for (const [at, left] of NAUGHTY.entries()) {
      const right = NAUGHTY[(at * 613 + 7) % NAUGHTY.length] ?? '';
      expect(compareNames(left, right).score).toBe(compareNames(right, left).score);
      expect(compareForOthers(left, right).verdict).toBe(compareNames(left, right).verdict);
      expect(explainNames(left, right)).not.toBe('');
    }
  });

  it('are kept in files and slices, and found there', async () => {
    const people = NAUGHTY.filter((_, at) => at % 3 === 0).map((name, at) => ({ id: `${at}`, names: [name] }));
    const files = sliceNames(people, { whole: 0, least: 20 });
    const names = await openSlices(async (file) => files.get(file) ?? new Uint8Array());
    const all = searchIn(people);
    await names.fetchAll();
    for (const text of SOME) {
      const { found } = await names.search(text);
      expect(found.map(({ id }) => id)).toEqual(all.search(text).map(({ id }) => id));
    }
  });
});

describe('10,000 random strings', () => {
  const units = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme-composite', maxLength: 40 }),
    fc
      .array(fc.constantFrom(...NAUGHTY.filter(({ length }) => length < 40)), { maxLength: 4 })
      .map((some) => some.join('')),
  );

  it('are read, compared and searched without a fault', () => {
    fc.assert(
      fc.property(units, fc.constantFrom(...NAMES), (text, name) => survives(text, [name])),
      { numRuns: 10_000 },
    );
  });
});
