import type { Found, Line, Party } from './line.ts';

/**
 * What a family of languages orders in its own way. Each family has one file that implements this; everything else
 * that tells its languages apart is data (`habits` and the rest of `words/claims/<language>.yml`).
 *
 * @example
 * const english: Grammar = { patients, sayerOverAside: (line, verb) => subjectBefore(line, verb - 1) };
 */
export interface Grammar {
  /**
   * Whom a trigger happens to: all that are named in one breath, in the order of the passage; empty where nobody is.
   *
   * @param earlier whom the trigger before this one in the same line happened to, for "arrested and later sentenced".
   */
  patients(line: Line, found: Found, earlier: readonly Party[]): Party[];
  /** The subject of a verb of saying that an aside parts from it ("X, a journalist, said"), or null. */
  sayerOverAside(line: Line, verb: number): Party | null;
}
