import { z } from 'zod';
import { readWords } from './words.ts';

/**
 * What is known of one language: enough to tell it from its neighbours in a short text.
 *
 * @example
 * { code: 'be', script: 'Cyrl', letters: new Set('абв…'), own: new Set('ў'), words: new Set(['і', 'ў', 'што', …]) }
 */
export interface KnownLanguage {
  /** ISO 639-1. */
  readonly code: string;
  /** ISO 15924. */
  readonly script: string;
  /** Lower-case letters of its alphabet; for Latin, those beyond a to z. */
  readonly letters: ReadonlySet<string>;
  /** Letters that speak for it. */
  readonly own: ReadonlySet<string>;
  /** Frequent words that carry grammar, in lower case. */
  readonly words: ReadonlySet<string>;
}

const shape = z.record(
  z.string(),
  z.object({ script: z.string(), letters: z.string(), own: z.string(), words: z.array(z.string()) }),
);

/** The languages of `words/text/languages.yml`; one may stand there once for each script it is written in. */
export const knownLanguages: readonly KnownLanguage[] = Object.entries(readWords('text/languages', shape)).map(
  ([tag, { script, letters, own, words }]) => ({
    code: tag.replace(/-.*/, ''),
    script,
    letters: new Set(letters),
    own: new Set(own),
    words: new Set(words),
  }),
);
