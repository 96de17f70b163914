import { describe, expect, test } from 'vitest';
import { passageAt } from '../text/passage.ts';
import type { Claim } from './claim.ts';
import { faultIn } from './evidence.ts';

const TEXT = 'Ales Novik was arrested. "I am not sorry for one word of it," he said.';
const claim: Claim = { kind: 'detained', persons: ['Ales Novik'], passage: passageAt(TEXT, 0, 24) };

describe('a claim and the text it was made from', () => {
  test('is borne out where its words stand in it', () => {
    expect(faultIn(claim, TEXT)).toBeNull();
  });

  test.each([
    ['a word changed', { ...claim.passage, text: 'Ales Novik was released.' }],
    ['the place moved', { ...claim.passage, start: 1, end: 25 }],
    ['a place outside the text', { start: 60, end: 999, text: 'it," he said.' }],
  ])('is at fault with %s', (_what, passage) => {
    expect(faultIn({ ...claim, passage }, TEXT)).toMatch(/does not stand/);
  });

  test('is at fault where the quotation is not in the passage', () => {
    expect(faultIn({ ...claim, quote: 'I am not sorry' }, TEXT)).toMatch(/not in its passage/);
  });

  test('is at fault where a property rests on words that are not there', () => {
    const resolved = [{ property: 'persons', passage: { start: 0, end: 9, text: 'Vera Lisa' } }] as const;
    expect(faultIn({ ...claim, resolved }, TEXT)).toMatch(/persons/);
  });
});
