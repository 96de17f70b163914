import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../archive/report.ts';
import type { OriginalShelf } from '../archive/shelf.ts';
import type { Decision, EditionBody, Entry } from '../register/entry.ts';
import { signNote } from '../register/note.ts';
import { knownOn, rebuild } from '../register/rebuild.ts';
import type { SealedEntry } from '../register/shelf.ts';
import type { RegisterState } from '../register/state.ts';
import type { EditionSource } from '../site/source.ts';
import { Refused } from '../text/refusal.ts';
import type { Day } from '../time/day.ts';
import type { Database } from './database.ts';
import { deciding, SCRUB } from './deciding.ts';
import { isThere, makeFile, makeFolder } from './folder.ts';
import { namesAgain, removedFrom } from './forget-again.ts';
import { establish, type Identity, identityOf, secretKey, signingKey } from './identity.ts';
import { type Effects, Journal, type Step } from './journal.ts';
import { type Acceptance, type Choices, type LinkPlan, planLinks } from './links.ts';
import { lockDatabase, lockFolder, type WriterLock } from './lock.ts';
import { formatOf, isUpToDate, migrate } from './migrations.ts';
import { originalShelf } from './originals.ts';
import { openPostgres } from './postgres.ts';
import {
  type Added,
  addedBefore,
  addition,
  checkClaims,
  lastOf,
  type ReportToAdd,
  readingOf,
  reportIn,
} from './reports.ts';
import { TextsRead } from './reports-alike.ts';
import { openSqlite } from './sqlite.ts';

/** Where a register is, and what it is opened for. */
export interface Where {
  /** Holds the key and the stories, and the entries too where no database is named. */
  readonly folder: string;
  /** `postgres://user:password@host:port/database` */
  readonly databaseUrl?: string;
  readonly mode: 'read' | 'write';
  /** The command that opens it, told to whoever has to wait: `serve`. */
  readonly command?: string;
}

/**
 * Opens a register; for writing, makes it where there is none, and keeps every other writer out until it is closed.
 * Readers open it beside a writer and see what has been committed.
 *
 * @throws Refused where there is none to read, another process writes, it is damaged or of a newer version, or disk or
 *   server are in trouble.
 */
export async function openRegister(where: Where, effects: Effects): Promise<OpenRegister> {
  const file = join(where.folder, 'register.sqlite');
  if (where.mode === 'read' && !where.databaseUrl && !isThere(file)) throw noRegister(where.folder);
  if (where.mode === 'write') makeFolder(where.folder);
  const lock = where.mode === 'write' ? await takeLock(where) : null;
  const opened: { database?: Database } = {};
  try {
    if (where.mode === 'write' && !where.databaseUrl) makeFile(file);
    const database = where.databaseUrl ? openPostgres(where.databaseUrl) : openSqlite(file, where.mode, where.folder);
    opened.database = database;
    const identity = await (where.mode === 'write' ? readyToWrite : readyToRead)(database, where.folder, effects);
    const journal = new Journal(database, effects);
    await journal.reread();
    const register = new OpenRegister({ database, folder: where.folder, journal, identity, lock, effects });
    await register.scrub();
    return register;
  } catch (error) {
    await opened.database?.close();
    await lock?.release();
    throw error;
  }
}

/** Where a register is when nobody says: `UNFORGOTTEN_HOME`, or the folder where this system keeps a person's data. */
export function defaultFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env.UNFORGOTTEN_HOME) return env.UNFORGOTTEN_HOME;
  const home = env.HOME || homedir();
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'unforgotten');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'unforgotten');
  // A relative path in this variable is to be ignored (XDG Base Directory Specification).
  const data = env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(home, '.local', 'share');
  return join(data, 'unforgotten');
}

/** All that an open register holds on to. */
interface Held {
  readonly database: Database;
  readonly folder: string;
  readonly journal: Journal;
  readonly identity: Identity;
  /** Null where it was opened for reading. */
  readonly lock: WriterLock | null;
  readonly effects: Effects;
}

/** A register that is open: what it says, and for a writer, the ways to say more. */
export class OpenRegister implements EditionSource {
  readonly #held: Held;
  readonly #originals: OriginalShelf;
  readonly #texts: TextsRead;
  #known = new Map<Day, RegisterState>();
  #closed = false;

  constructor(held: Held) {
    this.#held = held;
    this.#originals = originalShelf(held.database);
    this.#texts = new TextsRead(this.#originals);
  }

  get size(): number {
    return this.#held.journal.entries.length;
  }

  get origin(): string {
    return this.#held.identity.origin;
  }

  get verifierKey(): string {
    return this.#held.identity.verifierKey;
  }

  entries(): readonly Entry[] {
    return this.#held.journal.entries;
  }

  lines(): readonly string[] {
    return this.#held.journal.lines;
  }

  sealed(number: number): SealedEntry {
    return this.#held.journal.sealed(number);
  }

  /** The root of the log, in base64. */
  root(): string {
    return this.#held.journal.root();
  }

  state(): RegisterState {
    return this.#held.journal.state();
  }

  stateKnownOn(day: Day): RegisterState {
    const known = this.#known.get(day) ?? rebuild(knownOn(this.entries(), day));
    this.#known.set(day, known);
    return known;
  }

  /** The reading of a report, its claims checked against it. Rejects with `Refused` where one is not borne out. */
  async report(number: number): Promise<Report> {
    const state = this.state();
    const report = await readingOf(state, number, this.#originals);
    const claims = [...state.claims.values()].filter((claim) => claim.report === number);
    checkClaims(claims, report);
    return report;
  }

  /** The bytes of a report as they came. Rejects with `Refused` where a removal took them away. */
  async original(number: number): Promise<Uint8Array> {
    const bytes = await this.#originals.get(reportIn(this.state(), number).original);
    if (bytes) return bytes;
    throw new Refused(
      `The original of report ${number} was taken away when somebody it names was removed: its reading is kept, without the name.`,
    );
  }

  /**
   * Adds a report and puts its claims up, all or nothing; the same bytes a second time add nothing. Rejects with
   * `Refused` where it says a name that was removed, as far as that can be told.
   */
  async addReport(toAdd: ReportToAdd): Promise<Added> {
    const [number, ...claims] = await this.#append(async (entries) => {
      if (addedBefore(entries, toAdd)) return { drafts: [] };
      const removed = await this.namesRemoved(toAdd);
      if (removed !== null) throw new Refused(namesAgain(toAdd.address, removed));
      const newcomer = { ...toAdd, again: lastOf(entries, toAdd.address) };
      return addition(toAdd, entries, await this.#texts.inCommon(this.state(), newcomer));
    });
    if (number !== undefined) return { number, claims, already: false };
    const added = addedBefore(this.entries(), toAdd);
    if (!added) throw new RangeError('a report was neither added nor there');
    return added;
  }

  /** The report from which a removal took a name that this one says again, or null where that cannot be told. */
  namesRemoved(toAdd: Pick<ReportToAdd, 'address' | 'report'>): Promise<number | null> {
    return removedFrom(toAdd, this.entries(), this.state(), this.#originals);
  }

  /** Enters decisions, all or none, and returns their numbers. Rejects with `Refused` where one may not be taken. */
  async decide(author: string, decisions: readonly Decision[]): Promise<readonly number[]> {
    const shelf = this.#originals;
    const numbers = await this.#append((entries) => deciding(entries, this.state(), { author, decisions, shelf }));
    if (decisions.some(({ decision }) => decision === 'remove')) {
      this.#texts.forget();
      await this.#held.journal.inTurn(() => this.scrub());
    }
    return numbers.slice(0, decisions.length);
  }

  /**
   * Accepts a claim and links the names in it, all in one append: as chosen, or as proposed where that is clear.
   *
   * @param choices of names that the claim does not have are passed over.
   */
  async acceptWithLinks(
    author: string,
    claim: number,
    reason: string,
    choices: Choices = new Map(),
  ): Promise<Acceptance> {
    const { effects } = this.#held;
    const shelf = this.#originals;
    let plan: LinkPlan = { decisions: [{ decision: 'accept', claim, reason }], linked: [], unsure: [] };
    await this.#append((entries) => {
      const state = this.state();
      const filed = state.claims.get(claim);
      if (filed) plan = planLinks(state, filed, { reason, choices }, effects.random);
      return deciding(entries, state, { author, decisions: plan.decisions, shelf });
    });
    const isAccepted = this.state().claims.get(claim)?.status === 'accepted';
    const { linked, unsure } = plan;
    return { accepted: isAccepted ? 'accepted' : 'waiting for a second', linked, unsure };
  }

  /** Enters an edition that was published. */
  async recordEdition(edition: EditionBody): Promise<void> {
    await this.#append(async () => ({ drafts: [{ author: PUBLISHER, kind: 'edition', body: edition }] }));
  }

  sign(text: string): string {
    return signNote(text, signingKey(this.#held.identity, this.#held.folder));
  }

  /**
   * Wipes from the database's files what a removal took away, where that is still owed: a reader or a full disk may
   * have been in the way. Does nothing otherwise.
   */
  async scrub(): Promise<void> {
    const { database, lock } = this.#held;
    if (!lock) return;
    const owed = await database.read((db) =>
      db.selectFrom('setting').selectAll().where('name', '=', SCRUB).executeTakeFirst(),
    );
    // What cannot be done now stays owed: the removal itself is entered, and the next opening tries again.
    if (!owed || !(await database.scrub().catch(() => false))) return;
    await database.change(async (db) => {
      await db.deleteFrom('setting').where('name', '=', SCRUB).execute();
    });
  }

  /** Lets go of everything, when the work under way is done. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const { journal, database, lock } = this.#held;
    await journal.inTurn(async () => {
      await this.scrub();
      await database.close();
      await lock?.release();
    });
  }

  async #append(decide: (entries: readonly Entry[]) => Promise<Step>): Promise<readonly number[]> {
    const { lock, journal, database } = this.#held;
    if (!lock) throw new RangeError(`the register in ${database.place} was opened for reading`);
    lock.check();
    const numbers = await journal.append(decide);
    this.#known.clear();
    return numbers;
  }
}

// Editions are entered by the program; who had it publish is no matter of the register.
const PUBLISHER = 'unforgotten';

async function takeLock({ folder, databaseUrl, command }: Where): Promise<WriterLock> {
  const who = `unforgotten${command === undefined ? '' : ` ${command}`}, process ${process.pid}`;
  return databaseUrl ? lockDatabase(databaseUrl, who) : lockFolder(folder, who);
}

async function readyToWrite(database: Database, folder: string, effects: Effects): Promise<Identity> {
  await migrate(database);
  const identity = (await identityOf(database)) ?? (await establish(database, folder, effects.random));
  // Found now rather than when the next edition is signed.
  secretKey(identity, folder);
  return identity;
}

async function readyToRead(database: Database): Promise<Identity> {
  const format = await formatOf(database);
  if (format > 0 && !isUpToDate(format)) {
    throw new Refused(
      `The register in ${database.place} was written by an earlier version: open it for writing once, as unforgotten add does.`,
    );
  }
  const identity = format > 0 ? await identityOf(database) : null;
  if (!identity) throw noRegister(database.place);
  return identity;
}

function noRegister(place: string): Refused {
  return new Refused(
    `There is no register in ${place}: start one with unforgotten add FILE, or name another with --register.`,
  );
}
