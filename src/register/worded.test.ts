import { describe, expect, test } from 'vitest';
import { Refused } from '../text/refusal.ts';
import type { Condition } from './question.ts';
import { conditionIn, conditionText } from './worded.ts';

describe('a condition as it is typed', () => {
  test.each<[string, Condition]>([
    ['charge=130', { charge: '130' }],
    ['charge=Article 361', { charge: 'Article 361' }],
    ['place=Homel', { place: 'Homel' }],
    ['occupation=journalist', { occupation: 'journalist' }],
    ['region=Minsk', { region: 'Minsk' }],
    ['sex=female', { sex: 'female' }],
    ['recognised-by=Viasna', { recognisedBy: 'Viasna' }],
    ['age=14-17', { age: { from: 14, to: 17 } }],
    ['age=60-', { age: { from: 60 } }],
    ['age=-17', { age: { to: 17 } }],
    ['age=17', { age: { from: 17, to: 17 } }],
  ])('%s is read, and written as it was', (text, condition) => {
    expect(conditionIn(text)).toEqual(condition);
    expect(conditionText(condition)).toBe(text);
  });

  test.each([
    'charge',
    'charge=',
    '=130',
    'height=180',
    'held=true',
    'sex=women',
    'age=old',
    'age=',
    'age=-',
    'age=17-14',
  ])('%s is refused in one sentence', (text) => {
    expect(() => conditionIn(text)).toThrow(Refused);
    expect(() => conditionIn(text)).toThrow(/^[^.]+(?:\.$|…\.$)/);
  });

  test('several are told together', () => {
    const both: Condition = { all: [{ charge: '130' }, { any: [{ place: 'Homel' }, { not: { sex: 'male' } }] }] };
    expect(conditionText(both)).toBe('charge=130 and (place=Homel or not (sex=male))');
  });
});
