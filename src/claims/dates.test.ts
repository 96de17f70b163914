import { describe, expect, test } from 'vitest';
import { datesIn } from './dates.ts';
import { tokensOf } from './tokens.ts';
import { wordingFor } from './wording.ts';

function datesOf(language: string, text: string, published?: string): (string | null)[] {
  const wording = wordingFor(language);
  if (!wording) return [];
  return datesIn(tokensOf(text, 0, text.length, wording.tagsOf), wording, published).map((date) => date.edtf);
}

// 2025-12-14 is a Sunday.
describe('dates in a report published on 2025-12-14', () => {
  test.each([
    ['en', 'on December 13', '2025-12-13'],
    ['en', 'on December 15', '2024-12-15'],
    ['en', 'on December 13, 2020', '2020-12-13'],
    ['en', 'on 13 December 2020', '2020-12-13'],
    ['en', 'on February 9th', '2025-02-09'],
    ['en', 'on Dec. 2', '2025-12-02'],
    ['en', 'in September 2021', '2021-09'],
    ['en', 'in August', '2025-08'],
    ['en', 'in December', '2025-12'],
    ['en', 'since 2020', '2020'],
    ['en', 'as of November 30', '2025-11-30'],
    ['en', 'last month', '2025-11'],
    ['en', 'last year', '2024'],
    ['en', 'yesterday', '2025-12-13'],
    ['en', 'on Friday', '2025-12-12'],
    ['en', 'on Sunday', '2025-12-14'],
    ['en', 'this week', '2025-12-08/2025-12-14'],
    ['en', 'in the summer of 2014', '2014-22'],
    ['en', 'between July 29 and August 12', '2025-07-29/2025-08-12'],
    ['en', 'In November 31 prisoners left', '2025-11'],
    ['ru', '13 декабря', '2025-12-13'],
    ['ru', '6 сентября 2021 года', '2021-09-06'],
    ['ru', 'в сентябре 2021 года', '2021-09'],
    ['ru', 'летом 2014 года', '2014-22'],
    ['ru', 'в прошлом месяце', '2025-11'],
    ['ru', 'в четверг', '2025-12-11'],
    ['be', '31 снежня 2024 года', '2024-12-31'],
    ['be', 'за лістапад', '2025-11'],
    ['be', '9 сьнежня', '2025-12-09'],
    ['uk', '27 травня 2016 року', '2016-05-27'],
    ['es', 'el 8 de enero de 2026', '2026-01-08'],
    ['es', 'el pasado 8 de enero', '2025-01-08'],
    ['es', 'el pasado viernes', '2025-12-12'],
    ['es', 'el viernes 5 de diciembre', '2025-12-05'],
    ['es', 'en agosto', '2025-08'],
    ['es', 'el 08/01/2025', '2025-01-08'],
    ['es', 'hace cuatro años', '2021~'],
    ['es', 'hace dos meses', '2025-10~'],
    ['es', 'hace tres días', '2025-12-11'],
    ['es', 'en agosto de 2024', '2024-08'],
    ['es', 'desde 2015', '2015'],
    ['es', 'la semana pasada', '2025-12-01/2025-12-07'],
    ['es', 'entre el 28 de julio y el 5 de agosto', '2025-07-28/2025-08-05'],
    ['en', 'on Friday, December 5', '2025-12-05'],
    ['en', 'on 2021-09-06', '2021-09-06'],
    ['ru', '06.09.2021', '2021-09-06'],
  ])('%s: "%s" is %s', (language, text, edtf) => {
    expect(datesOf(language, text, '2025-12-14')).toEqual([edtf]);
  });

  test.each([
    ['en', 'may the march go on'],
    ['en', 'Article 123 of the code'],
    ['en', 'flight 2021 was late'],
    ['en', 'April Novik spoke'],
    ['ru', 'дом 13'],
    ['be', 'камера 31'],
    ['es', 'la carta de Julio Paz'],
    ['es', 'vino Domingo Paz'],
    ['es', 'la celda 31'],
  ])('%s: "%s" holds no date', (language, text) => {
    expect(datesOf(language, text, '2025-12-14')).toEqual([]);
  });
});

describe('without a published day', () => {
  test('a date with its year stays what it is', () => {
    expect(datesOf('en', 'on December 13, 2020')).toEqual(['2020-12-13']);
  });

  test.each(['on December 13', 'in August'])('"%s" is seen as a date, but no year is guessed', (text) => {
    expect(datesOf('en', text)).toEqual([null]);
  });

  test('there is no February 30', () => {
    expect(datesOf('en', 'on February 30, 2021')).toEqual([null]);
  });
});
