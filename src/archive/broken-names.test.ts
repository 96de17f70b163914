import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { claimsOf } from '../claims/extract.ts';
import { namesJoined } from './broken-names.ts';
import { readReport } from './read.ts';

describe('a name broken by a line end is put together', () => {
  test.each([
    ['Maryya⏎Kalesnikava was freed.', 'Maryya Kalesnikava was freed.'],
    ['She was freed. Viktar⏎Babaryka was not.', 'She was freed. Viktar Babaryka was not.'],
    ['She was freed. Banker Viktar⏎Babaryka was not.', 'She was freed. Banker Viktar Babaryka was not.'],
    ['They freed Maryya and Viktar⏎Babaryka.', 'They freed Maryya and Viktar Babaryka.'],
    [
      'They freed Maryya Kalesnikava, Viktar⏎Babaryka and others.',
      'They freed Maryya Kalesnikava, Viktar Babaryka and others.',
    ],
    ['вызвалілі Марыю⏎Калеснікаву і Віктара  ⏎  Бабарыку', 'вызвалілі Марыю Калеснікаву і Віктара Бабарыку'],
    ['освободили («Мария\r⏎Колесникова на свободе»)', 'освободили («Мария Колесникова на свободе»)'],
  ])('%s', (text, joined) => {
    expect(namesJoined(text.replaceAll('⏎', '\n'))).toBe(joined);
  });

  test.each([
    ['in plain text', 'She was released. Viktar\nBabaryka was sentenced to 14 years in prison.'],
    ['by <br>', '<body><p>She was released. Viktar<br>Babaryka was sentenced to 14 years in prison.</p></body>'],
  ])('and its claim is read: %s', (_, page) => {
    const claims = claimsOf(readReport(new TextEncoder().encode(page), { address: 'page' }));
    expect(claims).toMatchObject([{ kind: 'sentenced', persons: ['Viktar Babaryka'], termMonths: 168 }]);
  });
});

describe('lines that end in a name and are no broken one stay apart', () => {
  test.each([
    ['names that begin with the surname', 'Колесникова Мария⏎Бабарико Виктор⏎Беляцкий Алесь'],
    ['and a comma', 'Kalesnikava, Maryya⏎Babaryka, Viktar'],
    ['and a number', '1. Kalesnikava, Maryya⏎2. Babaryka, Viktar'],
    ['given names', 'Maryya⏎Viktar⏎Ales'],
    ['a whole name', 'They freed Maryya Kalesnikava⏎Babaryka is held.'],
    ['the end of a sentence', 'They freed Maryya.⏎Babaryka is held.'],
    ['a word that begins sentences', 'They freed Maryya⏎The court said nothing.'],
    ['a place', 'They were taken to Minsk⏎Kalesnikava was among them.'],
    ['an empty line', 'They freed Maryya⏎⏎Babaryka is held.'],
    ['a small letter', 'They freed Maryya⏎and Babaryka is held.'],
    ['part of a word', 'They freed Anna-⏎Maria'],
    [
      'lines that a program wrapped',
      'The group said on Friday that the court had sentenced Maryya⏎Kalesnikava to eleven years in a prison, and that nobody was⏎told.',
    ],
  ])('%s', (_, lines) => {
    const text = lines.replaceAll('⏎', '\n');
    expect(namesJoined(text)).toBe(text);
  });

  test('nor is front matter a text', () => {
    const page = 'Title: Two verdicts\nAuthor: Maria\nDate: 2024-11-21\n\nThey are in prison.';
    expect(readReport(new TextEncoder().encode(page), { address: 'page' })).toMatchObject({
      byline: 'Maria',
      published: '2024-11-21',
    });
  });
});

test('nothing but white space is ever changed', () => {
  const words = fc.constantFrom(
    'Maryya',
    'Viktar',
    'Kalesnikava',
    'Марию',
    'court',
    ',',
    '.',
    '\n',
    '\r\n',
    ' ',
    '1.',
    '—',
  );
  fc.assert(
    fc.property(fc.array(words), (all) => {
      const text = all.join(' ');
      expect(namesJoined(text).replace(/\s+/g, ' ')).toBe(text.replace(/\s+/g, ' '));
    }),
  );
});

test('a long line of names takes no longer than another', () => {
  const text = `${'Maryya-'.repeat(100_000)}\n${'M'.repeat(300_000)}\n${readFileSync('samples/3-december-figures.txt', 'utf8')}`;
  expect(namesJoined(text)).toBe(text);
});
