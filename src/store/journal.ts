import type { Kysely } from 'kysely';
import { advance } from '../register/advance.ts';
import type { Entry, EntryBodies, EntryKind } from '../register/entry.ts';
import { rebuild } from '../register/rebuild.ts';
import { openEntry, seal } from '../register/sealed.ts';
import { type EntryShelf, Outrun, type SealedEntry } from '../register/shelf.ts';
import type { RegisterState } from '../register/state.ts';
import { HashTree, leafHash } from '../register/tree.ts';
import type { Clock, Instant } from '../time/clock.ts';
import type { Database } from './database.ts';
import { appendEntries, entryShelf } from './entries.ts';
import { withStandIns } from './standin.ts';
import type { Tables } from './tables.ts';

/** An entry that has yet to get its number and its time. */
export type Draft = { [K in EntryKind]: { author: string; kind: K; body: EntryBodies[K] } }[EntryKind];

/** What one append does: the entries, which may be none, and what has to happen with them or not at all. */
export interface Step {
  readonly drafts: readonly Draft[];
  also?(db: Kysely<Tables>): Promise<void>;
  /** True where the step takes content of earlier entries away, so that they have to be read again. */
  readonly rereads?: boolean;
}

export interface Effects {
  readonly clock: Clock;
  random(bytes: number): Uint8Array;
}

const BYTES_OF_A_SALT = 32;
const MOST_TRIES = 8;

/**
 * The entries of an open register, as read and as they grow. Every append waits for the one before it, and decides
 * again on what it finds where another process came first.
 */
export class Journal {
  readonly #database: Database;
  readonly #shelf: EntryShelf;
  readonly #effects: Effects;
  #entries: Entry[] = [];
  #sealed: SealedEntry[] = [];
  #lines: string[] = [];
  #tree = new HashTree();
  #state: RegisterState | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(database: Database, effects: Effects) {
    this.#database = database;
    this.#shelf = entryShelf(database);
    this.#effects = effects;
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  get lines(): readonly string[] {
    return this.#lines;
  }

  /** An entry as it is kept. Throws RangeError where there is none of that number. */
  sealed(number: number): SealedEntry {
    const sealed = this.#sealed[number];
    if (!sealed) throw new RangeError(`no entry ${number} of ${this.#sealed.length}`);
    return sealed;
  }

  /** The root of the log, in base64. */
  root(): string {
    return Buffer.from(this.#tree.root()).toString('base64');
  }

  state(): RegisterState {
    this.#state ??= rebuild(this.#entries);
    return this.#state;
  }

  /** Reads every entry again. Throws `Refused` where one is not what was sealed. */
  async reread(): Promise<void> {
    this.#sealed = [...(await this.#shelf.read())];
    this.#entries = withStandIns(this.#sealed.map(openEntry));
    this.#lines = this.#sealed.map(({ line }) => line);
    this.#tree = new HashTree(this.#lines.map(leafHash));
    this.#state = null;
  }

  /** Does some work when the appends before it are through. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /**
   * Appends what `decide` makes of the entries, all or none. Where another process has appended meanwhile, reads its
   * entries and has `decide` decide again, a few times at most.
   *
   * @returns the numbers of the entries.
   */
  append(decide: (entries: readonly Entry[]) => Promise<Step>): Promise<readonly number[]> {
    return this.inTurn(async () => {
      for (let tries = 1; ; tries++) {
        try {
          return await this.#appendNow(await decide(this.#entries));
        } catch (error) {
          if (!(error instanceof Outrun) || tries === MOST_TRIES) throw error;
          await this.reread();
        }
      }
    });
  }

  async #appendNow({ drafts, also, rereads }: Step): Promise<readonly number[]> {
    if (drafts.length === 0) return [];
    const after = this.#entries.length;
    const entered = this.#instant();
    const sealed = drafts.map((draft, i) => this.#seal({ ...draft, number: after + i, entered }));
    await this.#database.change(async (db) => {
      await appendEntries(
        db,
        sealed.map((one) => one.sealed),
        after,
      );
      await also?.(db);
    });
    if (rereads) await this.reread();
    else this.#take(sealed);
    return sealed.map(({ entry }) => entry.number);
  }

  // Opened again before it is written: what could not be read back must not get in.
  #seal(entry: Entry): { sealed: SealedEntry; entry: Entry } {
    const salts = { salt: () => Buffer.from(this.#effects.random(BYTES_OF_A_SALT)).toString('base64url') };
    const sealed = seal(entry, salts);
    return { sealed, entry: openEntry(sealed) };
  }

  #take(sealed: readonly { sealed: SealedEntry; entry: Entry }[]): void {
    for (const one of sealed) {
      this.#entries.push(one.entry);
      this.#sealed.push(one.sealed);
      this.#lines.push(one.sealed.line);
      this.#tree.append(leafHash(one.sealed.line));
    }
    const added = sealed.map(({ entry }) => entry);
    this.#state &&= advance(this.#state, added);
  }

  // A clock that was set back must not make a later entry look earlier than those it follows.
  #instant(): Instant {
    const now = this.#effects.clock.now();
    const last = this.#entries.findLast(({ entered }) => entered !== '')?.entered ?? '';
    return now > last ? now : last;
  }
}
