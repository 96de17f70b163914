import { z } from 'zod';
import { readWords } from '../text/words.ts';
import { fold } from './fold.ts';
import { once } from './once.ts';

const LISTS = ['titles', 'particles', 'smallWords', 'numbered', 'common', 'eastern', 'vietnamese'] as const;

/**
 * A list of words in `words/names/particles.yml`, which says what each is for.
 *
 * @example
 * 'titles'
 */
export type WordList = (typeof LISTS)[number];

/** The lists that a folded word stands in; empty for most words. */
export function listsOf(folded: string): ReadonlySet<WordList> {
  return listsByWord().get(folded) ?? NONE;
}

const NONE: ReadonlySet<WordList> = new Set();
const listsByWord = once(() => {
  const texts = readWords('names/particles', z.record(z.enum(LISTS), z.string()));
  const all = new Map<string, Set<WordList>>();
  for (const list of LISTS) {
    for (const word of texts[list].split(/\s+/u)) {
      for (const form of [word, fold(word)]) all.set(form, (all.get(form) ?? new Set()).add(list));
    }
  }
  return all;
});
