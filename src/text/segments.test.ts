import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standsIn } from './passage.ts';
import { segmentsOf } from './segments.ts';

/** The segments of a text, each of its line breaks drawn as ⏎. */
const split = (text: string, language: string) =>
  segmentsOf(text, language).map(({ text: words }) => words.replaceAll('\n', '⏎'));

describe('one sentence stays one', () => {
  test.each([
    ['en', 'US envoy Gen. Keith Kellogg met Mr. Lukashenko in St. Petersburg on Sept. 11.'],
    ['en', 'The U.S. Embassy said at 9 p.m. Minsk time that J. D. Vance had called.'],
    ['en', 'It costs 3.5 million and No. 8 is gone.'],
    ['en', '"Why?" he asked.'],
    ['en', 'I supported my values.... there are many of us.'],
    ['be', 'Яе абвінавацілі паводле чатырох артыкулаў (арт. 357, ч. 3 арт. 361).'],
    ['be', 'Лідар кампаніі "Гавары праўду!" Уладзімір Някляеў лічыць інакш.'],
    ['be', 'Яго перавялі ў г. Горкі, на 1 131 дзень.'],
    ['ru', 'А. Г. Лукашенко и Л. П. Иванов, т.е. двое, приговорены по ст. 130 ч. 3 УК.'],
    ['ru', '8 февраля 2023 г. Гродненский областной суд вынес приговор.'],
    ['ru', '«Свободу!» — кричали в зале.'],
    ['uk', 'Суд у м. Київ, вул. Хрещатик, застосував ч. 2 ст. 111 КК.'],
    ['pl', 'Skazano go z art. 130 w ul. Długiej przez prof. Kowalskiego.'],
    ['es', 'El Sr. Lugo y la Dra. Paz llegaron a EE.UU. el lunes con el Gral. Montiel.'],
    ['es', 'EE. UU. y la Mons. Romero citan el art. 350 y el núm. 12.'],
    ['sv', 'Viasna, bl.a. Bjaljatski, har ca 1 500 namn.'],
  ])('%s: %s', (language, text) => {
    expect(split(text, language)).toEqual([text]);
  });
});

describe('two sentences are two', () => {
  test.each([
    ['en', 'He met Kellogg at 9 p.m. She left.', ['He met Kellogg at 9 p.m.', 'She left.']],
    ['en', 'He said no. Then he left the U.S. The end.', ['He said no.', 'Then he left the U.S.', 'The end.']],
    ['en', 'I supported my values....There are many.', ['I supported my values....', 'There are many.']],
    ['en', 'He waited… Then he left.', ['He waited…', 'Then he left.']],
    ['en', 'He posted on X. Minsk was silent.', ['He posted on X.', 'Minsk was silent.']],
    ['en', '“No regrets.”She smiled.', ['“No regrets.”', 'She smiled.']],
    ['be', 'Яго асудзілі (арт. 357). Ён на волі.', ['Яго асудзілі (арт. 357).', 'Ён на волі.']],
    ['ru', 'Задержан в 2020 г. В 2021 г. он осуждён.', ['Задержан в 2020 г.', 'В 2021 г. он осуждён.']],
    ['es', 'Vive en EE.UU. La familia espera.', ['Vive en EE.UU.', 'La familia espera.']],
    ['es', '¿Por qué? ¡Libertad! Nadie responde.', ['¿Por qué?', '¡Libertad!', 'Nadie responde.']],
    ['es', 'Son 851. Hay 120 mujeres.', ['Son 851.', 'Hay 120 mujeres.']],
    ['uk', 'Вони застосували зброю. 6 квітня суд мовчав.', ['Вони застосували зброю.', '6 квітня суд мовчав.']],
  ])('%s: %s', (language, text, expected) => {
    expect(split(text, language)).toEqual(expected);
  });
});

describe('lines', () => {
  test('an empty line always ends a segment', () => {
    expect(split('Disputed 2020 Election\n\none of the leaders', 'en')).toEqual([
      'Disputed 2020 Election',
      'one of the leaders',
    ]);
  });

  test('lines wrapped by a program are one sentence', () => {
    const text =
      'In response to the events of May 23 and the actions of the Lukashenka\nRegime, the United States is taking the ' +
      'following actions in the capital of\nBelarus. We take them.';
    expect(split(text, 'en')).toHaveLength(2);
  });

  test('a line that its author ended is one segment, with or without a full stop', () => {
    expect(split('Затрыманьне кіроўцы ў Менску\nВідэа\nУ Гомлі сабраліся людзі', 'be')).toHaveLength(3);
  });

  test('the items of a list are apart, and their numbers stay with them', () => {
    expect(split('1. First point\n2. Second point\n- third point', 'en')).toEqual([
      '1. First point',
      '2. Second point',
      '- third point',
    ]);
  });
});

describe('laws', () => {
  const character = fc.constantFrom(...'аЯbC19.…!?"«»“”()—- \n\t\r \u2028\u00ad');
  const pieces = fc.oneof(fc.string({ unit: character }), fc.string({ unit: 'binary' }));

  test('segments stand in the text, in order, and leave out nothing but white space', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom('en', 'be', 'ru', 'und'), (text, language) => {
        let at = 0;
        for (const segment of segmentsOf(text, language)) {
          expect(standsIn(text, segment)).toBe(true);
          expect(text.slice(at, segment.start).trim()).toBe('');
          expect(segment.text).toBe(segment.text.trim());
          at = segment.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test('a text twice as long, after an empty line, has every segment twice', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        const once = split(text, 'en');
        expect(split(`${text}\n\n${text}`, 'en')).toEqual([...once, ...once]);
      }),
    );
  });

  test.each(['\n', 'a\n', 'A. ', '…', '.', '"', '.)', '… ', '"! А'])('a million characters of %j are read', (unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    expect(segmentsOf(text, 'ru').at(-1)?.end ?? 0).toBe(text.trimEnd().length);
  });
});

test.skipIf(!existsSync('../shared/corpus'))('the passages that people chose in the corpus are whole segments', () => {
  const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();
  const rows = readFileSync('../shared/corpus/index.tsv', 'utf8').trim().split('\n').slice(1);
  let whole = 0;
  let all = 0;
  for (const [id, language = 'und'] of rows.map((row) => row.split('\t'))) {
    const text = readFileSync(`../shared/corpus/${id}.txt`, 'utf8');
    const gold = JSON.parse(readFileSync(`../shared/corpus/${id}.gold.json`, 'utf8'));
    const segments = new Set(segmentsOf(text, language).map((segment) => collapse(segment.text)));
    for (const { kind, passage } of gold.claims as { kind: string; passage: string }[]) {
      // The passage of a quotation is its paragraph, however many sentences that has.
      if (kind === 'statement') continue;
      all++;
      if (segments.has(collapse(passage))) whole++;
    }
  }
  expect(whole / all).toBeGreaterThan(0.9);
});
