import type { EditionBody } from '../register/entry.ts';
import type { RegisterState } from '../register/state.ts';
import type { Day } from '../time/day.ts';
import type { Language } from './wording.ts';

/**
 * Everything an edition is made from, and nothing else: the same input gives the same bytes, whoever builds, wherever,
 * whenever.
 *
 * @example
 * buildEdition({ state, on: '2025-12-20', knownOn: '2026-01-03', size: 57, root: 'q83v…',
 *   origin: 'unforgotten.example/register', verifierKey: '…', stories: [], languages: ['en', 'be'] })
 */
export interface EditionInput {
  readonly state: RegisterState;
  /** The day the edition speaks of as today. */
  readonly on: Day;
  /** The day (UTC) of the last entry it was made from: what was known by then is what the edition knows. */
  readonly knownOn: Day;
  /** How many entries it was made from, and the root of the log at that size, in base64. */
  readonly size: number;
  readonly root: string;
  /** Name of the log. */
  readonly origin: string;
  /** The key its checkpoints are signed with, as `name+hash+key`. */
  readonly verifierKey: string;
  readonly stories: readonly StoryFile[];
  readonly languages: readonly Language[];
}

/**
 * A story as somebody wrote it: Markdoc with front matter.
 *
 * @example
 * { name: 'release.en.md', text: '---\ntitle: The coaches of 13 December\n…' }
 */
export interface StoryFile {
  /** What a refusal calls it. */
  readonly name: string;
  readonly text: string;
}

/**
 * The files of an edition by their path, `/` between folders, sorted by path.
 *
 * @example
 * files.get('en/index.html')
 */
export type EditionFiles = ReadonlyMap<string, Uint8Array>;

/**
 * What to publish and where.
 *
 * @example
 * { on: '2025-12-20', out: 'public', stories: [{ name: 'release.en.md', text: '…' }], languages: ['en', 'be'] }
 */
export interface PublishOptions {
  readonly on: Day;
  /** The folder the edition is written to: a new one, an empty one, or one that holds an edition. */
  readonly out: string;
  readonly stories?: readonly StoryFile[];
  /** Default: every language there is wording for. */
  readonly languages?: readonly Language[];
}

/**
 * What publishing did.
 *
 * @example
 * { edition: { on: '2025-12-20', size: 57, … }, entry: 57, files: 38, recorded: true }
 */
export interface PublishedEdition {
  readonly edition: EditionBody;
  /** Number of the edition's entry in the register. */
  readonly entry: number;
  /** How many files were written, the log's among them. */
  readonly files: number;
  /** False where the register had this very edition already and nothing was appended. */
  readonly recorded: boolean;
}

/**
 * The door to the disk: an edition is staged beside the folder it will replace, and takes its place in one step.
 *
 * @example
 * const stage = await effects.stage('public');
 * await stage.write(files);
 * await stage.commit();
 */
export interface SiteEffects {
  /** Prepares a folder beside `out`. Throws Refused where `out` holds something that is no edition, or cannot be written. */
  stage(out: string): Promise<Stage>;
}

/**
 * An edition on its way to the disk. Until `commit` the folder it replaces stays as it was.
 *
 * @example
 * await stage.discard();
 */
export interface Stage {
  /** Writes files, durable when the promise resolves. Throws Refused where the disk is full or cannot be written. */
  write(files: EditionFiles): Promise<void>;
  /** Puts what was written in the place of the old edition. */
  commit(): Promise<void>;
  /** Takes away what was written. */
  discard(): Promise<void>;
}

/**
 * Where an edition is read from to be verified.
 *
 * @example
 * const reader = folderReader('public');
 * await reader.read('checkpoint');
 */
export interface EditionReader {
  /** The bytes of a file, or null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
  /** Every file there is, or null where the place cannot list its files (the web). */
  list(): Promise<readonly string[] | null>;
}

/**
 * What verifying an edition found.
 *
 * @example
 * { ok: false, checks: [{ ok: true, says: 'The checkpoint is signed by …' },
 *   { ok: false, says: 'en/index.html is not the file that was published.' }] }
 */
export interface Verification {
  /** True where every check is. */
  readonly ok: boolean;
  readonly checks: readonly Check[];
}

/**
 * One thing that was checked, in one sentence.
 *
 * @example
 * { ok: true, says: 'All 38 pages are the ones that were published.' }
 */
export interface Check {
  readonly ok: boolean;
  readonly says: string;
}
