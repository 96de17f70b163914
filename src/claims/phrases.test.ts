import { describe, expect, test } from 'vitest';
import { PhraseBook } from './phrases.ts';
import { tokensOf } from './tokens.ts';

const tagsOf = (low: string) => new Set(low === 'was' || low === 'were' ? ['be'] : []);
const tokens = (text: string) => tokensOf(text, 0, text.length, tagsOf);

describe('phrases', () => {
  const book = new PhraseBook([
    ['arrested', 'one word'],
    ['arrested again', 'longer'],
    ['<be> freed|released', 'tag and choice'],
    ['sentenc* to', 'stem'],
    ['set him? free', 'optional'],
  ]);

  test.each([
    ['arrested', 'one word', 1],
    ['arrested again', 'longer', 2],
    ['was released', 'tag and choice', 2],
    ['sentencing to', 'stem', 2],
    ['set free', 'optional', 2],
    ['set him free', 'optional', 3],
  ])('"%s" is found: %s', (text, value, to) => {
    expect(book.at(tokens(text), 0)).toEqual({ value, to });
  });

  test.each(['arrest', 'was', 'be released', 'sentence', 'set them free', ','])('"%s" is not', (text) => {
    expect(book.at(tokens(text), 0)).toBeNull();
  });
});
