/**
 * Where originals and readings are kept, by the SHA-256 of their bytes. Implemented by the store.
 *
 * @example
 * const hash = await shelf.keep(bytes);
 * await shelf.get(hash); // the same bytes, checked against the hash
 */
export interface OriginalShelf {
  /** Keeps bytes, durable when the promise resolves; returns their SHA-256 in hex. Keeping them again changes nothing. */
  keep(bytes: Uint8Array): Promise<string>;
  /** The bytes of a hash, or null where there are none. Rejects where they no longer match the hash. */
  get(hash: string): Promise<Uint8Array | null>;
  /** Takes bytes away for good. */
  shred(hash: string): Promise<void>;
}
