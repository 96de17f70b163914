import { z } from 'zod';
import { readWords } from '../text/words.ts';

/**
 * The files below `words/` that comparing and searching names read, by when they are needed: those of Chinese characters are five
 * times as large as all others, and most lists hold no such name.
 */
export const NAME_WORDS = {
  always: ['names/given', 'names/sounds', 'names/particles', 'names/romanisation'],
  han: ['names/han'],
} as const;

/** Files of the vocabulary as one value that JSON can carry, for where `words/` cannot be read: `bringWords` takes it. */
export function nameVocabulary(when: keyof typeof NAME_WORDS): Readonly<Record<string, unknown>> {
  return Object.fromEntries(NAME_WORDS[when].map((path) => [path, readWords(path, z.unknown())]));
}
