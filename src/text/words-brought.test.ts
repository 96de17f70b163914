import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readWords as readWordsFromDisk } from './words.ts';
import { bringWords, readWords } from './words-brought.ts';

describe('words that were brought', () => {
  it('are read as they are from disk', () => {
    const words = readWordsFromDisk('names/particles', z.unknown());
    bringWords({ 'names/particles': JSON.parse(JSON.stringify(words)) });
    expect(readWords('names/particles', z.unknown())).toEqual(words);
  });

  it('are missed by name where they were not', () => {
    expect(() => readWords('names/nowhere', z.unknown())).toThrow('names/nowhere was not brought');
  });
});
