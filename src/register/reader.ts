import type { Entry } from './entry.ts';

// Who puts claims up is told by the author of their entries: the first extractor is `reader`, a second one has its name
// behind this word.
const SECOND = 'second extractor';

/** The author of the claims that a second extractor points at. */
export function secondAuthor(name: string): string {
  return `${SECOND} ${name}`;
}

/** The name of the second extractor that an author is, or null for anybody else, however it is spaced or cased. */
export function secondNamed(author: string): string | null {
  const plain = author.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');
  return plain.toLowerCase().startsWith(SECOND) ? plain.slice(SECOND.length).trim() : null;
}

/** The name of the second extractor that a claim was read by, or null where the first one, or a person, put it up. */
export function readBySecond(entries: readonly Entry[], claim: number): string | null {
  const entry = entries[claim];
  return entry?.kind === 'claim' ? secondNamed(entry.author) : null;
}
