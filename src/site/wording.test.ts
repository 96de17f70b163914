import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CLAIM_KINDS, MEASURES } from '../claims/claim.ts';
import { html } from './markup.ts';
import { keysOf, LANGUAGES, wordingOf } from './wording.ts';

const en = wordingOf('en');
const be = wordingOf('be');

describe('the words of the site', () => {
  test('are the same in every language', () => {
    for (const language of LANGUAGES) expect(keysOf(language)).toEqual(keysOf('en'));
  });

  test('speak of every kind of claim and every measure', () => {
    const keys = new Set(keysOf('en'));
    for (const kind of CLAIM_KINDS) expect(keys).toContain(`kind.${kind}`);
    for (const measure of MEASURES) expect(keys).toContain(`figures.${measure}`);
  });

  test('are all used', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.includes('.test.'));
    const code = files.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');
    const built = [...code.matchAll(/`([a-zA-Z.]+\.)\$\{/g)].map(([, stem]) => stem ?? '');
    const unused = keysOf('en').filter(
      (key) => !code.includes(`'${key}'`) && ![...built, 'subset.'].some((stem) => key.startsWith(stem)),
    );
    expect(unused).toEqual([]);
  });

  test('a wording nobody wrote is a fault, not an empty space', () => {
    expect(() => en.say('no.such.wording')).toThrow(/en\.yml has no wording for no\.such\.wording/);
    expect(() => en.say('count.title')).toThrow(/asks for day/);
  });
});

describe('numbers', () => {
  test.each([
    [0, '0', '0'],
    [999, '999', '999'],
    [1222, '1,222', '1\u00A0222'],
    [1_000_000, '1,000,000', '1\u00A0000\u00A0000'],
    [-18, '−18', '−18'],
  ])('%d', (value, english, belarusian) => {
    expect(en.number(value)).toBe(english);
    expect(be.number(value)).toBe(belarusian);
  });

  test.each([
    [1, '1 person', '1 чалавек'],
    [2, '2 people', '2 чалавекі'],
    [5, '5 people', '5 чалавек'],
    [11, '11 people', '11 чалавек'],
    [21, '21 people', '21 чалавек'],
    [122, '122 people', '122 чалавекі'],
  ])('%d take the right form of the word', (n, english, belarusian) => {
    expect(`${n} ${en.say('count.certain', { n }).split(' ')[0]}`).toBe(english);
    expect(`${n} ${be.say('count.certain', { n }).split(' ')[0]}`).toBe(belarusian);
  });

  test.each([
    [132, '11 years', '11 гадоў'],
    [14, '1 year 2 months', '1 год 2 месяцы'],
    [24, '2 years', '2 гады'],
    [7, '7 months', '7 месяцаў'],
    [0, '0 months', '0 месяцаў'],
  ])('a term of %d months', (months, english, belarusian) => {
    expect(en.term(months)).toBe(english);
    expect(be.term(months)).toBe(belarusian);
  });
});

describe('dates, as far as they are known', () => {
  test.each([
    ['2025-12-20', '20\u00A0December 2025', '20\u00A0снежня 2025'],
    ['2021-09', 'September 2021', 'верасень 2021'],
    ['2021-09-XX', 'September 2021', 'верасень 2021'],
    ['2021', '2021', '2021 год'],
    ['2021~', 'about 2021', 'прыблізна 2021 год'],
    ['2021-09?', 'September 2021 (uncertain)', 'верасень 2021 (няпэўна)'],
    ['2025-09/..', 'since September 2025', 'ад верасня 2025'],
    ['2021/..', 'since 2021', 'ад 2021 года'],
    ['../2025-11-30', 'until 30\u00A0November 2025', 'да 30\u00A0лістапада 2025'],
    ['2020-08/2020-12', 'August 2020 to December 2020', 'жнівень 2020 – снежань 2020'],
    ['2021-22', '1\u00A0June 2021 to 31\u00A0August 2021', '1\u00A0чэрвеня 2021 – 31\u00A0жніўня 2021'],
  ])('%s', (date, english, belarusian) => {
    expect(en.date(date)).toBe(english);
    expect(be.date(date)).toBe(belarusian);
  });
});

test('markup in a wording stands as it is, words around it are escaped', () => {
  const found = en.html('method.verify.plain', { command: html`<code>a & b</code>` });
  expect(String(found)).toContain('<code>a & b</code>');
});
