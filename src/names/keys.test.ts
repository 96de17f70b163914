import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildNameIndex } from './filed.ts';
import { keysOf, keyText } from './keys.ts';
import { readName } from './read.ts';
import { type RomanisationTable, romanisationTables, romaniseBy } from './romanise.ts';
import { searchNames } from './search.ts';

const keysOfWord = (word: string) => readName(word).parts.flatMap(keysOf).map(keyText);

describe('keysOf', () => {
  it.each([
    ['Калеснікава', 'KLSNKP'],
    ['Колесникова', 'KLSNKP'],
    ['Kaleśnikava', 'KLSNKP'],
    ['Kolesnikowa', 'KLSNKP'],
    ['כלסניקבה', 'KLSNKP'],
    ['კოლესნიკოვა', 'KLSNKP'],
  ])('files %s under %s', (word, key) => {
    expect(keysOfWord(word)).toContain(key);
  });

  it.each([
    ['Калеснікава', 'Калінка'],
    ['Статкевіч', 'Севярынец'],
    ['Kim', 'Choe'],
    ['محمد', 'حسين'],
  ])('files %s and %s under no common key', (one, other) => {
    expect(keysOfWord(one).filter((key) => keysOfWord(other).includes(key))).toEqual([]);
  });

  it('files given names by the name, whatever its form', () => {
    const [mikola = '', nicholas = '', john = ''] = ['Мікола', 'Nicholas', 'John'].map((name) =>
      keysOfWord(name).find((key) => key.startsWith('=')),
    );
    expect(nicholas).toBe(mikola);
    expect(john).not.toBe(mikola);
  });
});

// Surnames that nobody need have, of the letters and endings of each language.
const LETTERS = {
  be: [
    'ба',
    'вя',
    'га',
    'дзі',
    'жо',
    'зы',
    'ка',
    'лю',
    'мі',
    'не',
    'пе',
    'ры',
    'сё',
    'ту',
    'хва',
    'цы',
    'чу',
    'шо',
    'ўла',
    'ця',
  ],
  ru: [
    'ба',
    'вя',
    'го',
    'ди',
    'жо',
    'зы',
    'ка',
    'лю',
    'ми',
    'не',
    'пе',
    'ры',
    'сё',
    'ту',
    'хва',
    'цы',
    'чу',
    'що',
    'фе',
    'тя',
  ],
  uk: [
    'ба',
    'вя',
    'го',
    'ді',
    'жо',
    'зи',
    'ка',
    'лю',
    'мі',
    'не',
    'пе',
    'ри',
    'сі',
    'ту',
    'хва',
    'ци',
    'чу',
    'що',
    'ґа',
    'їв',
  ],
};
const ENDINGS = {
  be: ['скі', 'ская', 'оў', 'ова', 'евіч', 'енка', 'ук', 'ін'],
  ru: ['ский', 'ская', 'ов', 'ова', 'евич', 'енко', 'ук', 'ин'],
  uk: ['ський', 'ська', 'ів', 'ова', 'евич', 'енко', 'ук', 'ин'],
};
const languageTables = (of: keyof typeof LETTERS): RomanisationTable[] =>
  romanisationTables().filter((table) => table.language === of);
const invented = fc
  .constantFrom('be' as const, 'ru' as const, 'uk' as const)
  .chain((of) =>
    fc
      .tuple(
        fc.array(fc.constantFrom(...LETTERS[of]), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...ENDINGS[of]),
        fc.constantFrom(...languageTables(of)),
      )
      .map(([syllables, ending, table]) => ({ surname: syllables.join('') + ending, table })),
  );

describe('the law of keys', () => {
  it('gives a name written by any table a key of the name itself: 5,000 surnames', () => {
    const law = fc.property(invented, ({ surname, table }) => {
      const own = keysOfWord(surname);
      expect(keysOfWord(romaniseBy(table, surname)).some((key) => own.includes(key))).toBe(true);
    });
    fc.assert(law, { numRuns: 5_000, seed: 2026 });
  });

  it('finds every surname by what any table makes of it, among others', () => {
    const others = ['Ніна Багінская', 'Ales Bialiatski', 'Андрэй Пачобут', 'Maria Kolesnikova', 'Ігар Лосік'];
    const law = fc.property(invented, ({ surname, table }) => {
      const entries = [...others, `Вольга ${surname}`].map((name, at) => ({ id: String(at), names: [name] }));
      const [first] = searchNames(buildNameIndex(entries), romaniseBy(table, `Вольга ${surname}`));
      expect(first?.id).toBe(String(others.length));
    });
    fc.assert(law, { numRuns: 300 });
  });
});
