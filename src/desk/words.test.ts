import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLAIM_KINDS, MEASURES } from '../claims/claim.ts';
import type { Language, Values } from '../site/wording.ts';
import { LANGUAGES } from '../site/wording.ts';
import { deskKeys, deskWords } from './words.ts';

const words = deskWords('en');
const sources = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(join(import.meta.dirname, name), 'utf8'))
  .join('\n');

// A key in the code is a text such as 'decide.accept', or a template whose places stand for some of its letters.
const written = [...sources.matchAll(/['`]([a-z]+\.(?:[a-zA-Z0-9-]|\$\{[^}]*\})+)['`]/g)].map(([, key = '']) => key);
const patterns = written.map((key) => new RegExp(`^${key.replace('.', '\\.').replaceAll(/\$\{[^}]*\}/g, '[\\w-]+')}$`));

// Stands for a value in each place, so that a phrase shows which places it has.
const everyPlace = new Proxy({}, { get: (_, place) => (place === 'n' ? '‹n›' : `‹${String(place)}›`) }) as Values;

describe('the wording of the desk', () => {
  it('has no phrase that no screen says', () => {
    expect(deskKeys('en').filter((key) => !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it('has a phrase for everything a screen says', () => {
    const sections = new Set(deskKeys('en').map((key) => key.split('.')[0]));
    const plain = written.filter((key) => !key.includes('$') && sections.has(key.split('.')[0]));
    expect(plain.filter((key) => !words.has(key))).toEqual([]);
    expect(plain.length).toBeGreaterThan(80);
    expect(CLAIM_KINDS.filter((kind) => !words.has(`kind.${kind}`))).toEqual([]);
    expect(MEASURES.filter((measure) => !words.has(`measure.${measure}`))).toEqual([]);
  });

  it('has the same phrases with the same places in every language', () => {
    const places = (language: Language) =>
      deskKeys(language).map((key) => {
        const said = deskWords(language).say(key, everyPlace);
        return [key, [...new Set(said.match(/‹\w+›/g))].toSorted()];
      });
    for (const language of LANGUAGES)
      expect(Object.fromEntries(places(language))).toEqual(Object.fromEntries(places('en')));
  });

  it('has the plural forms that each language needs', () => {
    const be = deskWords('be');
    expect([1, 2, 5, 21].map((n) => be.say('number.people', { n }))).toEqual([
      '1 чалавек',
      '2 чалавекі',
      '5 чалавек',
      '21 чалавек',
    ]);
  });

  it.each([
    ['number.people', { n: 1 }, '1 person'],
    ['number.people', { n: 1222 }, '1,222 people'],
    ['claim.number', { number: '3' }, 'Claim 3'],
  ])('says %s with %j', (key, values, expected) => {
    expect(words.say(key, values)).toBe(expected);
  });

  it('fails loudly where a phrase or the value for one of its places is missing', () => {
    expect(() => words.say('claim.nonsense')).toThrow('claim.nonsense');
    expect(() => words.say('claim.number')).toThrow('{number}');
  });
});
