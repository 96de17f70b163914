import { english } from './english.ts';
import type { Grammar } from './grammar.ts';
import { romance } from './romance.ts';
import { slavic } from './slavic.ts';
import type { Wording } from './wording.ts';

// The families whose grammar is known, by the name that `grammar:` in words/claims gives them.
const FAMILIES = new Map<string, Grammar>(Object.entries({ english, romance, slavic }));

/**
 * The grammar that a language is read with.
 *
 * @throws Error where its vocabulary names a family that is not known: a fault of ours.
 */
export function grammarOf(wording: Wording): Grammar {
  const grammar = FAMILIES.get(wording.data.grammar);
  if (!grammar)
    throw new Error(
      `words/claims/${wording.language}.yml names the grammar ${wording.data.grammar}, which no file of src/claims has`,
    );
  return grammar;
}
