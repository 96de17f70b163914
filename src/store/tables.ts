/** The tables of a register, the same in SQLite and in PostgreSQL; `migrations.ts` makes them. */
export interface Tables {
  /** The lines of the log, by place. */
  entry: { number: number; line: string };
  /** What opens a line, in order; a removal takes it away. */
  disclosure: { number: number; place: number; text: string };
  /** Originals and readings, by the SHA-256 of their bytes in hex. */
  original: { hash: string; bytes: Uint8Array };
  /** What the register knows of itself: `size`, `origin`, `verifier key`, `scrub`. */
  setting: { name: string; value: string };
  /** The migrations that made these tables. */
  migration: { number: number; name: string };
}
