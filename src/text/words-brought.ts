import type { readWords as readWordsFromDisk } from './words.ts';

// In a browser there is no `words/` to read: what of it is needed was fetched as one file. This file stands in for
// `words.ts` there (`src/names/script.ts` puts it in its place).
const brought = new Map<string, unknown>();

/** Brings vocabulary: what stands in the files of `words/`, by their path without the ending. Bring it before anything reads it. */
export function bringWords(files: Readonly<Record<string, unknown>>): void {
  for (const [path, words] of Object.entries(files)) brought.set(path, words);
}

/**
 * As `readWords` of `words.ts`, from what was brought.
 *
 * @throws where a file was not brought: a fault of ours, not of the input.
 */
export const readWords: typeof readWordsFromDisk = (path, shape) => {
  if (!brought.has(path))
    throw new Error(`the vocabulary ${path} was not brought: it is missing in src/names/vocabulary.ts`);
  return shape.parse(brought.get(path));
};
