import { describe, expect, it } from 'vitest';
import type { Claim } from '../claims/claim.ts';
import { Refused } from '../text/refusal.ts';
import { AMENDABLE, amended, changesIn, fieldOf } from './amendment.ts';
import { CLAIMS, passageIn, REPORT } from './report.fixture.ts';
import { deskWords } from './words.ts';

const words = deskWords('en');
const claim: Claim = {
  kind: 'sentenced',
  persons: ['Maria Kolesnikova', 'Maksim Znak'],
  date: '2021-09',
  termMonths: 132,
  charges: ['extremism', 'conspiracy'],
  passage: passageIn(REPORT, 'Kolesnikova was sentenced to 11 years in prison in September 2021.'),
  resolved: [{ property: 'persons', passage: passageIn(REPORT, 'Maria Kolesnikova') }],
};
const changes = (fields: Record<string, string>, of = claim) => changesIn(new URLSearchParams(fields), of, words);

describe('the fields that amend a claim', () => {
  it('change nothing where they say what the claim says, as a browser sends it', () => {
    for (const each of [claim, ...CLAIMS]) {
      const fields = Object.fromEntries(AMENDABLE.map((name) => [name, fieldOf(each, name).replaceAll('\n', '\r\n')]));
      expect(changes(fields, each)).toEqual({});
    }
    expect(changes({})).toEqual({});
  });

  it.each([
    ['a day where there was a month', { date: '2021-09-06' }, { date: '2021-09-06' }],
    ['a span', { date: '2020-08/2020-12' }, { date: '2020-08/2020-12' }],
    ['a longer term', { termMonths: '144' }, { termMonths: 144 }],
    ['one charge fewer', { charges: 'conspiracy\r\n' }, { charges: ['conspiracy'] }],
    [
      'names with stray spaces',
      { persons: '  Maryja  Kaleśnikava \r\n\r\nMaksim Znak' },
      { persons: ['Maryja Kaleśnikava', 'Maksim Znak'] },
    ],
    ['a property taken away', { date: '' }, { date: null }],
    ['a place that was not read', { place: 'Minsk' }, { place: 'Minsk' }],
  ])('take %s', (_, fields, expected) => {
    expect(changes(fields)).toEqual(expected);
  });

  it.each([
    [{ date: 'September' }, /^When is not understood: write 2021/],
    [{ date: '2021-13' }, /^When/],
    [{ count: '12.5' }, /^How many is not understood: write a whole number/],
    [{ count: '-1' }, /^How many/],
    [{ termMonths: 'eleven years' }, /^Term/],
  ])('refuse %j', (fields, message) => {
    expect(() => changes(fields)).toThrow(Refused);
    expect(() => changes(fields)).toThrow(message);
  });
});

describe('a claim amended', () => {
  it('lets go of the words that a changed property rested on, and of no others', () => {
    expect(amended(claim, { persons: ['Maryja Kaleśnikava'] })).not.toHaveProperty('resolved');
    expect(amended(claim, { date: '2021-09-06' }).resolved).toEqual(claim.resolved);
  });

  it('has no property where there was said to be none', () => {
    const { date: _, ...rest } = claim;
    expect(amended(claim, { date: null })).toEqual(rest);
  });
});
