import { describe, expect, test } from 'vitest';
import { isStory } from '../archive/report.ts';
import { reportOf } from './paragraphs.fixture.ts';
import { quotesIn } from './quotes.ts';

const SAYS = new Set(['said', 'dijo', 'сказаў', 'сказал', 'рассказала', 'сказав']);

function quotesOf(...paragraphs: string[]): string[] {
  const report = reportOf('en', '2025-12-14', ...paragraphs);
  return quotesIn(report.blocks.filter(isStory), (word) => SAYS.has(word)).map((quote) =>
    report.text.slice(quote.start, quote.end),
  );
}

describe('quotations', () => {
  test.each([
    ['"One," said Novik.', ['One,']],
    ['“One,” said Novik, “and two.”', ['One,', 'and two.']],
    ['«Адзін», — сказаў Новік.', ['Адзін']],
    ['«Ён сказаў «не» і пайшоў»', ['Ён сказаў «не» і пайшоў']],
    ["She said: 'The people's will counts.'", ["The people's will counts."]],
    ['„Eins“ und „zwei“', ['Eins', 'zwei']],
    ['"Here it is "either - or"", he said', ['Here it is "either - or"']],
  ])('%s', (text, wanted) => {
    expect(quotesOf(text)).toEqual(wanted);
  });

  test.each(["The prisoners' families met at the judge's house.", 'It was 5" long.', 'No marks at all.'])(
    'none in: %s',
    (text) => {
      expect(quotesOf(text)).toEqual([]);
    },
  );

  test.each([
    ['— Мы чакаем яго дома, — сказаў Новік.', ['Мы чакаем яго дома']],
    ['— Мы ждём, — сказал Новик. — И будем ждать.', ['Мы ждём', 'И будем ждать.']],
    ['—Esperamos —dijo Novik—. Y esperaremos.', ['Esperamos', 'Y esperaremos.']],
    ['—¡Libertad! —dijo Novik.', ['¡Libertad!']],
  ])('behind a dash: %s', (text, wanted) => {
    expect(quotesOf(text)).toEqual(wanted);
  });

  test.each([
    '—Novik —un poeta— habló',
    '—Primer punto',
    '— першы пункт спісу',
    '— Адзін — два — тры',
    'Новік — паэт, — сказаў ён.',
  ])('a dash that opens no speech: %s', (text) => {
    expect(quotesOf(text)).toEqual([]);
  });

  test.each([
    ['Суд адмяніў прысуд. - Мы вельмі рады гэтаму, - сказаў Новік.', ['Мы вельмі рады гэтаму']],
    ['Суд отменил приговор. — Мы ждали этого! — сказал Новик.', ['Мы ждали этого']],
    ['Суд отменил приговор. — Мы ждали этого, — и так далее.', []],
    ['Он вышел - Сергей Новик, - но не один.', []],
    ['Трое вышли. - Алесь Новик, - двое остались.', []],
  ])('behind a dash within a paragraph: %s', (text, wanted) => {
    expect(quotesOf(text)).toEqual(wanted);
  });

  test.each([
    ['«Мы ждём, — сказал Новик. — И будем ждать».', ['Мы ждём', 'И будем ждать']],
    [
      '«Не знаю, — рассказала Лис ОВД-Инфо, — но там. А дальше, — сказал Новик, — посмотрим».',
      ['Не знаю', 'но там. А дальше', 'посмотрим'],
    ],
    ['«Мы ждём, — не первый год, — и будем ждать».', ['Мы ждём, — не первый год, — и будем ждать']],
    ['«Мы — народ, — сказал Новик».', ['Мы — народ, — сказал Новик']],
  ])('interrupted within its marks: %s', (text, wanted) => {
    expect(quotesOf(text)).toEqual(wanted);
  });

  test('a mark opened in each paragraph and closed in the last: one quotation a paragraph', () => {
    expect(quotesOf('She said: "First.', '"Second.', '"Third."')).toEqual(['First.', 'Second.', 'Third.']);
  });

  test('lines of one quotation that are blocks of their own stay one quotation', () => {
    expect(quotesOf('«Першы сказ.', 'Другі сказ.', 'Трэці», — сказаў Новік.')).toEqual([
      'Першы сказ.\n\nДругі сказ.\n\nТрэці',
    ]);
  });
});
