import { z } from 'zod';
import { readWords } from '../text/words.ts';
import { fold } from './fold.ts';
import { once } from './once.ts';

const LISTS = ['titles', 'particles', 'smallWords', 'numbered', 'common', 'eastern'] as const;

/**
 * A list of words in `words/names/particles.yml`, which says what each is for.
 *
 * @example
 * 'titles'
 */
export type WordList = (typeof LISTS)[number];

/** The lists of words that stand in names, as written and folded. */
export const wordLists = once((): Readonly<Record<WordList, ReadonlySet<string>>> => {
  const texts = readWords('names/particles', z.record(z.enum(LISTS), z.string()));
  const setOf = (list: WordList) => new Set(texts[list].split(/\s+/u).flatMap((word) => [word, fold(word)]));
  return {
    titles: setOf('titles'),
    particles: setOf('particles'),
    smallWords: setOf('smallWords'),
    numbered: setOf('numbered'),
    common: setOf('common'),
    eastern: setOf('eastern'),
  };
});
