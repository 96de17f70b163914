import { describe, expect, test } from 'vitest';
import { numberAt } from './numbers.ts';
import { termsIn } from './terms.ts';
import { tokensOf } from './tokens.ts';
import { wordingFor } from './wording.ts';

function tokens(language: string, text: string) {
  const wording = wordingFor(language);
  if (!wording) throw new Error(`no wording for ${language}`);
  return { wording, tokens: tokensOf(text, 0, text.length, wording.tagsOf) };
}

describe('terms', () => {
  test.each([
    ['en', '11 years', 132],
    ['en', 'seven years and six months', 90],
    ['en', 'a 9-year term', 108],
    ['en', 'eleven-and-a-half years', 138],
    ['en', '18 months', 18],
    ['en', 'twenty-five years', 300],
    ['ru', 'к восьми годам', 96],
    ['ru', '3,5 года', 42],
    ['ru', 'семилетний срок', 84],
    ['ru', 'семь лет и шесть месяцев', 90],
    ['be', 'на 10 гадоў', 120],
    ['uk', 'до восьми років', 96],
    ['es', 'diez años y seis meses', 126],
    ['es', 'cuatro años y medio', 54],
    ['es', 'a 15 años de prisión', 180],
  ])('%s: "%s" is %i months', (language, text, months) => {
    const read = tokens(language, text);
    expect(termsIn(read.tokens, read.wording)).toMatchObject([{ months, as: 'custody' }]);
  });

  test.each([
    ['en', 'life in prison', 'forever'],
    ['en', 'sentenced to death', 'forever'],
    ['en', '15 days', 'days'],
    ['ru', '15 суток', 'days'],
    ['be', 'да 10 сутак', 'days'],
    ['en', 'the 38-year-old', 'age'],
    ['es', 'Ana Lis, de 38 años, habló', 'age'],
    ['es', 'una mujer de 38 años', 'age'],
    ['es', '38 años de edad', 'age'],
    ['es', 'cadena perpetua', 'forever'],
    ['en', 'from two months to 10 years', 'custody'],
    ['en', 'three to five years', 'custody'],
    ['en', 'between three and seven years', 'custody'],
  ])('%s: "%s" (%s) gives no number of months', (language, text, as) => {
    const read = tokens(language, text);
    const found = termsIn(read.tokens, read.wording);
    expect(found).toHaveLength(1);
    expect(found[0]?.as).toBe(as);
    expect(found[0]?.months).toBeUndefined();
  });

  test('a year is no term', () => {
    const read = tokens('en', 'sentenced in July 2021 to 14 years');
    expect(termsIn(read.tokens, read.wording)).toMatchObject([{ months: 168 }]);
  });
});

describe('numbers', () => {
  test.each([
    ['en', '1,222', 1222, undefined],
    ['en', 'over 150', 150, 'at least'],
    ['en', 'at least two dozen', 24, 'at least'],
    ['en', 'one hundred and twenty-three', 123, undefined],
    ['en', 'some 30', 30, 'about'],
    ['en', 'nearly 1,500', 1500, 'at most'],
    ['be', '1 131', 1131, undefined],
    ['be', 'больш за 50', 50, 'at least'],
    ['ru', 'не менее 40', 40, 'at least'],
    ['ru', 'сто двадцать три', 123, undefined],
    ['uk', "п'ятьох", 5, undefined],
    ['es', '1.234', 1234, undefined],
    ['es', '1,234', 1234, undefined],
    ['es', '1.234.567', 1234567, undefined],
    ['es', 'al menos dos mil trescientos', 2300, 'at least'],
    ['es', 'treinta y cinco', 35, undefined],
    ['es', 'unos 30', 30, 'about'],
    ['es', 'casi 1.500', 1500, 'at most'],
    ['en', '1.234', 1.234, undefined],
  ])('%s: "%s" is %i (%s)', (language, text, value, bound) => {
    const read = tokens(language, text);
    const number = numberAt(read.tokens, 0, read.wording);
    expect(number?.value).toBe(value);
    expect(number?.bound).toBe(bound);
    expect(number?.to).toBe(read.tokens.length);
  });

  test.each(['hundreds', 'dozens', 'several', 'many'])('"%s" is none', (text) => {
    const read = tokens('en', text);
    expect(numberAt(read.tokens, 0, read.wording)).toBeNull();
  });
});
