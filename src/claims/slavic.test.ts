import { describe, expect, test } from 'vitest';
import { claimsOf } from './extract.ts';
import { reportOf } from './paragraphs.fixture.ts';

const told = (language: string, ...paragraphs: readonly string[]) =>
  claimsOf(reportOf(language, '2025-12-14', ...paragraphs)).map(
    ({ kind, persons, termMonths }) =>
      `${kind} ${persons?.join(', ') ?? ''}${termMonths === undefined ? '' : ` ${termMonths}`}`,
  );

describe('a subject that is left out', () => {
  test.each([
    ['ru', 'Алесь Новик', 'В 1926 году был арестован ГПУ и осуждён на 10 лет лагерей.', 'detained', 'sentenced'],
    ['be', 'Алесь Новік', 'У 1926 годзе быў арыштаваны ДПУ.', 'detained'],
    ['uk', 'Микола Новик', 'У жовтні 1941 року був заарештований гестапо.', 'detained'],
  ])('is whom the page profiles (%s)', (language, name, text, ...kinds) => {
    expect(told(language, name, text).map((one) => one.split(' ')[0])).toEqual(kinds);
    expect(told(language, name, text).every((one) => one.includes(name))).toBe(true);
  });

  test.each([
    ['ru', 'Алесь Новик', 'В 1926 году был арестован мужчина.'],
    ['ru', 'Алесь Новик', 'В 1926 году была арестована по доносу.'],
    ['ru', 'Алесь Новик', 'В суде сосед был арестован.'],
    ['be', 'Алесь Новік', 'У 1926 годзе была арыштаваная па даносе.'],
    ['uk', 'Микола Новик', 'У жовтні 1941 року був заарештований чоловік.'],
  ])('is nobody where the clause may have another, or the verb does not agree (%s: %s, %s)', (language, name, text) => {
    expect(told(language, name, text)).toEqual([]);
  });

  test('is nobody where nobody was spoken of', () => {
    expect(told('ru', 'Был арестован в 1933 году.')).toEqual([]);
  });
});

describe('a card', () => {
  test('has the name, who it is, and the term, each in its row', () => {
    expect(told('ru', 'Алесь Новик', 'журналист', '7 лет лишения свободы')).toEqual(['sentenced Алесь Новик 84']);
  });

  test('of two has both', () => {
    expect(told('uk', 'Олесь Новик', 'Віра Ліс', '7 років позбавлення волі')).toEqual([
      'sentenced Олесь Новик, Віра Ліс 84',
    ]);
  });

  test.each([
    ['ru', 'Алесь Новик', 'журналист', '7 лет работы в газете'],
    ['ru', 'Улица', 'в городе', '7 лет лишения свободы'],
  ])('is none where the term is of something else or nobody is named (%s: %s, %s, %s)', (language, ...rows) => {
    expect(told(language, ...rows)).toEqual([]);
  });
});

describe('who is called by the first name', () => {
  test('is the one of that name on the page', () => {
    expect(told('uk', 'Валентин Новик жив у Києві.', 'Валентина затримали в Криму.')).toEqual([
      'detained Валентин Новик',
    ]);
  });

  test('is nobody where two have it', () => {
    expect(told('uk', 'Валентин Новик і Валентин Лис жили в Києві.', 'Валентина затримали в Криму.')).toEqual([]);
  });
});

// No clock here: where a search could start anew at every mark or name, the whole would not end within the test's time.
test.each([
  ['ru', 'Вера Лис, '],
  ['ru', 'был арестован в 1933 году и '],
  ['ru', 'На Веру Лис завели дело '],
  ['uk', 'якого засудили до 5 років, '],
  ['be', 'Алесь Новік — 5 гадоў калоніі, '],
])(
  'a quarter of a megabyte in %s of nothing but «%s» is read to its end',
  (language, piece) => {
    const text = piece.repeat(Math.ceil(250_000 / piece.length));
    expect(Array.isArray(claimsOf(reportOf(language, '2025-12-14', text)))).toBe(true);
  },
  10_000,
);
