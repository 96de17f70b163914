import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languageOf } from './language.ts';

describe('short passages', () => {
  test.each([
    ['She was sentenced to 11 years in prison.', 'en'],
    ['Суд приговорил его к 11 годам колонии.', 'ru'],
    ['Яе асудзілі на 11 гадоў калоніі.', 'be'],
    ['Стаяць спакойна, трымаюць сьцягі.', 'be'],
    ['Jaje asudzili na adzinaccać hadoŭ kałonii.', 'be'],
    ['Його засудили до восьми років.', 'uk'],
    ['Hon dömdes till elva års fängelse och har inte släppts.', 'sv'],
    ['Fue condenada a once años de cárcel.', 'es'],
    ['Liberan a 116 presos en Venezuela, según el gobierno', 'es'],
    ['Excarcelan al obispo y a seis sacerdotes', 'es'],
    ['Foro Penal: 851 presos políticos, de ellos 120 mujeres', 'es'],
    ['Foi condenada a onze anos de prisão e não está em liberdade.', 'pt'],
    ['Została skazana na 11 lat więzienia.', 'pl'],
    ['Jis buvo nuteistas ir yra kalėjime.', 'lt'],
    ['Sie wurde zu elf Jahren Haft verurteilt und ist nicht frei.', 'de'],
    ['Ο Λουκασένκο μίλησε', 'el'],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('what cannot be told is said to be so', () => {
  test.each([[''], ['1,222 / 199'], ['Maria Kolesnikova'], ['Мария Колесникова'], ['XS SM MD LG'], ['🕊 … —']])(
    '%j is in no language',
    (text) => {
      expect(languageOf(text)).toBe('und');
    },
  );
});

test('a quotation in another language does not change the language of the whole', () => {
  expect(languageOf('Суд прызнаў яе вінаватай. "We are glad", — сказала яна журналістам пасля вызвалення.')).toBe('be');
});

test.skipIf(!existsSync('../shared/corpus'))('every page of the corpus', () => {
  const rows = readFileSync('../shared/corpus/index.tsv', 'utf8').trim().split('\n').slice(1);
  for (const [id, language] of rows.map((row) => row.split('\t'))) {
    expect([id, languageOf(readFileSync(`../shared/corpus/${id}.txt`, 'utf8'))]).toEqual([id, language]);
  }
});
