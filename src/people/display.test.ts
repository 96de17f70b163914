import { describe, expect, it } from 'vitest';
import { scriptOf } from '../text/script.ts';
import { nameFor, ownName, romanise } from './display.ts';
import { looksNominative } from './forms.ts';
import type { Person, WrittenName } from './person.ts';

function written(text: string, language: string): WrittenName {
  return { text, script: scriptOf(text), language, claims: [1] };
}

function person(...names: WrittenName[]): Person {
  return { id: 'k3vq9h2mxa7tw5bn', names, claims: [1], recognitions: [], withheld: false };
}

const KALESNIKAVA = person(
  written('Maryya Kalesnikava', 'en'),
  written('Мария Колесникова', 'ru'),
  written('Марыі Калеснікавай', 'be'),
  written('Марыя Калеснікава', 'be'),
  written('Калеснікава', 'be'),
);

describe('ownName', () => {
  it.each<[string, Person, string]>([
    ['the Belarusian form before the Russian and the romanised one', KALESNIKAVA, 'Марыя Калеснікава'],
    [
      'the Ukrainian form before the Russian',
      person(written('Надежда Савченко', 'ru'), written('Надія Савченко', 'uk')),
      'Надія Савченко',
    ],
    [
      'the fuller form',
      person(written('Павел Севярынец', 'be'), written('Павел Канстанцінавіч Севярынец', 'be')),
      'Павел Канстанцінавіч Севярынец',
    ],
    [
      'a nominative in another language before a genitive',
      person(written('Віктара Бабарыкі', 'be'), written('Виктор Бабарико', 'ru')),
      'Виктор Бабарико',
    ],
    [
      'a Belarusian name found in a Russian report',
      person(written('Ihar Losik', 'en'), written('Ігар Лосік', 'ru')),
      'Ігар Лосік',
    ],
    ['the romanised form where there is no other', person(written('Ales Bialiatski', 'en')), 'Ales Bialiatski'],
    [
      'small letters before capitals',
      person(written('МАКСІМ ЗНАК', 'be'), written('Максім Знак', 'be')),
      'Максім Знак',
    ],
    ['the id where no name is known', person(), 'k3vq9h2mxa7tw5bn'],
  ])('shows %s', (_, whom, name) => {
    expect(ownName(whom)).toBe(name);
  });
});

describe('nameFor', () => {
  it.each<[string, Person, string, string]>([
    ['an English page takes the form of an English report', KALESNIKAVA, 'en', 'Maryya Kalesnikava'],
    ['a Belarusian page takes the Belarusian form', KALESNIKAVA, 'be', 'Марыя Калеснікава'],
    ['a Russian page takes the Russian form', KALESNIKAVA, 'ru', 'Мария Колесникова'],
    ['a Ukrainian page without a form takes the own form', KALESNIKAVA, 'uk', 'Марыя Калеснікава'],
    [
      'an English page romanises where no Latin form is known',
      person(written('Алесь Бяляцкі', 'be')),
      'en',
      'Alieś Bialiacki',
    ],
    ['a Russian name is romanised as Russian', person(written('Юрий Ельцин', 'ru')), 'en', 'Yuriy Yel’tsin'],
    [
      'a Belarusian page shows a Latin form as it is',
      person(written('Andrzej Poczobut', 'pl')),
      'be',
      'Andrzej Poczobut',
    ],
    ['a page shows the id where no name is known', person(), 'en', 'k3vq9h2mxa7tw5bn'],
  ])('%s', (_, whom, language, name) => {
    expect(nameFor(whom, language)).toBe(name);
  });
});

describe('looksNominative', () => {
  it.each([
    'Марыя Калеснікава',
    'Сяргей Ціханоўскі',
    'Святлана Ціханоўская',
    'Павел Севярынец',
    'Вольга Маёрава',
    'Віктар Бабарыка',
    'Зянон Пазняк',
    'Петро Порошенко',
    'Maryya Kalesnikava',
  ])('%s does', (text) => {
    expect(looksNominative(written(text, 'be'))).toBe(true);
  });

  it.each([
    'Марыі Калеснікавай',
    'Сяргея Ціханоўскага',
    'Святлане Ціханоўскай',
    'Віктара Бабарыку',
    'Марию Колесникову',
    'Алексея Навального',
    'Мікалая Статкевіча',
    'Дзмітрыя Канавалава',
    'Сергія Лещенка',
  ])('%s does not', (text) => {
    expect(looksNominative(written(text, 'be'))).toBe(false);
  });
});

describe('romanise', () => {
  it.each([
    ['Марыя Калеснікава', 'be', 'Maryja Kaliesnikava'],
    ['Мария Колесникова', 'ru', 'Mariya Kolesnikova'],
    ['Сергій Жадан', 'uk', 'Serhii Zhadan'],
    ['Ales Bialiatski', 'be', 'Ales Bialiatski'],
    ['김정은', 'ko', '김정은'],
  ])('%s in %s is %s', (text, language, romanised) => {
    expect(romanise(text, language)).toBe(romanised);
  });
});
