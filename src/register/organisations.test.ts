import { describe, expect, test } from 'vitest';
import { canonicalOrganisation } from './organisations.ts';

describe('the same organisation', () => {
  test.each([
    'Viasna',
    'VIASNA',
    'Vyasna',
    '«Вясна»',
    'Праваабарончы цэнтр «Вясна»',
    'Весна',
    'Правозащитный центр "Весна"',
    'the Viasna Human Rights Centre',
    'Human Rights Center “Viasna”',
    ' ПЦ  «Вясна» ',
  ])('%s is Viasna', (form) => {
    expect(canonicalOrganisation(form)).toBe('Viasna');
  });

  test.each([
    ['Radio Free Europe/Radio Liberty', 'RFE/RL'],
    ['Радыё Свабода', 'RFE/RL'],
    ['Committee to Protect Journalists', 'CPJ'],
  ])('%s is %s', (form, name) => {
    expect(canonicalOrganisation(form)).toBe(name);
  });
});

describe('not the same', () => {
  test.each(['Human Rights Centre', 'вясна праз месяц', 'Viasn', 'Spring', 'Memorial'])(
    '%s stays what it is',
    (form) => {
      expect(canonicalOrganisation(form)).toBe(form);
    },
  );

  test('a name nobody listed keeps its letters, and loses only needless white space', () => {
    expect(canonicalOrganisation('  Sample   Relief Fund ')).toBe('Sample Relief Fund');
  });
});
