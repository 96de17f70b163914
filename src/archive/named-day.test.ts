import { describe, expect, test } from 'vitest';
import { dayOfLine, latestNamedDay, namedDays } from './named-day.ts';

describe('a line that is only a date', () => {
  test.each([
    ['14 December 2025', '2025-12-14'],
    ['December 14, 2025', '2025-12-14'],
    ['Tuesday, December 16th, 2025, 10:05', '2025-12-16'],
    ['2025-12-14T18:18:37', '2025-12-14'],
    ['`2024-07-22 20:16:04`', '2024-07-22'],
    ['**27 May 2016**', '2016-05-27'],
    ['2 студзеня 2026', '2026-01-02'],
    ['Аўторак, 30 траўня 2023 г.', '2023-05-30'],
    ['16 декабря 2025', '2025-12-16'],
    ['16 декабря 2025 г., 14:30', '2025-12-16'],
    ['5 листопада 2024', '2024-11-05'],
    ['3 de julio de 2024', '2024-07-03'],
    ['8.02.2023', '2023-02-08'],
  ])('%s is %s', (line, day) => {
    expect(dayOfLine(line)).toBe(day);
  });

  test.each([
    ['She was released on December 14, 2025.'],
    ['14 December'],
    ['December 2025'],
    ['24/11/21'],
    ['31 February 2025'],
    ['14 December 2025 – 16 December 2025'],
    ['12 prisoners 2025'],
    ['2025'],
    [''],
    ['Article 411 of 9 July 1999 was used against them all'],
  ])('%s is no such line', (line) => {
    expect(dayOfLine(line)).toBeNull();
  });
});

describe('days named in a text', () => {
  test('every way of writing them is found', () => {
    const text = 'On 24 August 2020, on September 6, 2021, on 2023-02-08 and, as the list says, on 13.12.2025 г.';
    expect(namedDays(text)).toEqual(['2020-08-24', '2021-09-06', '2023-02-08', '2025-12-13']);
  });

  test.each([
    ['Detained on 24 August 2020 and sentenced on September 6, 2021.', '2021-09-06'],
    ['Pictured on December 14, 2025; the sentence was read in September 2021.', '2025-12-14'],
    ['Задержан 25 марта 2021 года, осуждён 8 февраля 2023 года.', '2023-02-08'],
    // What names May 2024 was not published in November 2023.
    ['It began on November 20, 2023, and went on in May 2024.', null],
    ['In December 2025 they were free.', null],
    ['', null],
  ])('the latest of %j is %s', (text, day) => {
    expect(latestNamedDay(text)).toBe(day);
  });
});
