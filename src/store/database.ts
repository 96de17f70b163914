import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';
import { toldPlainly } from './trouble.ts';

/** What SQLite and PostgreSQL each do in their own way. */
export interface Engine {
  readonly db: Kysely<Tables>;
  /** How people call the place, for sentences: a folder, or an address without its password. */
  readonly place: string;
  /** The column type that holds bytes. */
  readonly bytes: 'blob' | 'bytea';
  /** Makes sure that no byte of what was taken away is left; false where a reader kept it from doing so for now. */
  scrub(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * A database that holds a register. All that the store does to one goes through `read` and `change`, so that a
 * transaction is never forgotten and trouble with disk or server is always told in one sentence.
 */
export class Database {
  readonly #engine: Engine;
  readonly place: string;
  readonly bytes: Engine['bytes'];

  constructor(engine: Engine) {
    this.#engine = engine;
    this.place = engine.place;
    this.bytes = engine.bytes;
  }

  /** Reads one state of the database, however much is written to it meanwhile. */
  read<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return toldPlainly(this.place, () =>
      this.#engine.db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work),
    );
  }

  /** Changes all or nothing, durable when the promise resolves. */
  change<T>(work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return toldPlainly(this.place, () =>
      this.#engine.db.transaction().setIsolationLevel('read committed').execute(work),
    );
  }

  scrub(): Promise<boolean> {
    return toldPlainly(this.place, () => this.#engine.scrub());
  }

  close(): Promise<void> {
    return toldPlainly(this.place, () => this.#engine.close());
  }
}
