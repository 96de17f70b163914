/**
 * An entry as it is kept: the line that the log commits to, which holds digests only, and the disclosures that open
 * it. Content is removed by taking disclosures away; the line, and so the log, stays as it was (after RFC 9901).
 *
 * @example
 * { number: 3, line: '{"_sd":["Ab…","Xy…"],"_sd_alg":"sha-256","kind":"claim","v":1}',
 *   disclosures: ['WyJzYWx0IiwiZW50ZXJlZCIsIjIwMjUtMTItMTVUMDk6MzA6MDBaIl0', …] }
 */
export interface SealedEntry {
  readonly number: number;
  /** Canonical JSON (RFC 8785). */
  readonly line: string;
  /** Base64url of the JSON `[salt, name, value]`. */
  readonly disclosures: readonly string[];
}

/**
 * Where the entries are kept, in order. Implemented by the store on SQLite and on PostgreSQL.
 *
 * @example
 * await shelf.append([sealed], await shelf.size());
 */
export interface EntryShelf {
  /** How many entries there are. */
  size(): Promise<number>;
  /**
   * Appends entries, all or none, durable when the promise resolves.
   *
   * @param after the size the caller believes the register has; rejects with `Outrun` where it has grown meanwhile.
   */
  append(entries: readonly SealedEntry[], after: number): Promise<void>;
  /** Entries in order, from a number (default 0) on. */
  read(from?: number): Promise<readonly SealedEntry[]>;
  /** Takes the disclosures of entries away, all or none. The lines stay. */
  shred(numbers: readonly number[]): Promise<void>;
}

/**
 * Thrown by `append` where somebody else's entries came first; the caller reads them and decides again.
 *
 * @example
 * throw new Outrun(57, 59);
 */
export class Outrun extends Error {
  override readonly name = 'Outrun';
  constructor(expected: number, found: number) {
    super(`the register has ${found} entries where ${expected} were expected: somebody else has decided meanwhile`);
  }
}
