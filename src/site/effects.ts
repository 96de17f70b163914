import type { Dirent } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, open, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Refused } from '../text/refusal.ts';
import type { EditionFiles, EditionReader, SiteEffects, Stage, StoryFile } from './edition.ts';
import { CHECKPOINT, OPENED } from './manifest.ts';

const LARGEST_FILE = 64 * 1024 * 1024;
const LONGEST_WAIT_MS = 20_000;

/** The machine's disk. */
export const diskEffects: SiteEffects = { stage };

/**
 * Prepares a folder beside `out`. Of a publishing that was cut off between its two renames, the old edition lies beside
 * `out` under a name of its own: it is put back first.
 */
async function stage(out: string): Promise<Stage> {
  return refusing(out, async () => {
    const target = await realpath(out).catch(() => resolve(out));
    const parent = dirname(target);
    await mkdir(parent, { recursive: true });
    const before = join(parent, `.${basename(target)}.before`);
    if (!(await exists(target)) && (await exists(before))) await rename(before, target);
    await refuseForeign(out, target);
    const staging = `.${basename(target)}.new-`;
    await clearAbandoned(parent, staging);
    const fresh = await mkdtemp(join(parent, `${staging}${process.pid}-`));
    await chmod(fresh, 0o755);
    return {
      write: (files) => refusing(out, () => writeAll(fresh, files)),
      commit: () => refusing(out, () => swap(fresh, target, before)),
      discard: () => rm(fresh, { recursive: true, force: true }),
    };
  });
}

/** Reads an edition from a folder. */
export function folderReader(folder: string): EditionReader {
  const root = resolve(folder);
  return {
    read: async (path) => {
      const place = join(root, path);
      if (relative(root, place).startsWith('..')) return null;
      return readFile(place).catch((fault: unknown) => {
        if (isFault(fault, 'ENOENT', 'ENOTDIR', 'EISDIR')) return null;
        throw new Refused(`${place} cannot be read (${codeOf(fault)}): check the folder and its permissions.`);
      });
    },
    list: async () => {
      const found = await readdir(root, { recursive: true, withFileTypes: true }).catch((): Dirent[] => []);
      return found
        .filter((one) => !one.isDirectory())
        .map((one) => relative(root, join(one.parentPath, one.name)).split(sep).join('/'))
        .sort();
    },
  };
}

/** Reads an edition from the web, from the address of its folder. Throws Refused where that is no http or https address. */
export function webReader(address: string): EditionReader {
  const base = URL.parse(address.endsWith('/') ? address : `${address}/`);
  if (!base || !/^https?:$/.test(base.protocol)) {
    throw new Refused(`"${address}" is no web address: give one that begins with http:// or https://.`);
  }
  return { read: (path) => fetched(new URL(path, base)), list: async () => null };
}

/** The stories in a folder: every file whose name ends in `.md`, in the order of their names. */
export async function readStories(folder: string): Promise<readonly StoryFile[]> {
  const names = await readdir(folder).catch((fault: unknown) => {
    throw new Refused(`The stories in ${folder} cannot be read (${codeOf(fault)}): name a folder that holds them.`);
  });
  const stories = names.filter((name) => name.endsWith('.md')).sort();
  return Promise.all(stories.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}

// What a publishing that was killed left behind: its folder bears the number of its process.
async function clearAbandoned(parent: string, staging: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const pid = name.startsWith(staging) ? Number.parseInt(name.slice(staging.length), 10) : Number.NaN;
    if (pid > 0 && !isRunning(pid)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return !isFault(fault, 'ESRCH');
  }
}

async function refuseForeign(out: string, target: string): Promise<void> {
  const found = await lstat(target).catch(() => null);
  if (found === null) return;
  if (!found.isDirectory()) throw new Refused(`${out} is a file: name a folder for the edition.`);
  const names = await readdir(target);
  if (names.length > 0 && !(names.includes(CHECKPOINT) && names.includes(OPENED))) {
    throw new Refused(`${out} holds files that are no edition: name an empty or a new folder.`);
  }
}

async function writeAll(folder: string, files: EditionFiles): Promise<void> {
  const folders = new Set([...files.keys()].map((path) => dirname(join(folder, path))));
  for (const one of folders) await mkdir(one, { recursive: true });
  for (const [path, bytes] of files) {
    const file = await open(join(folder, path), 'wx', 0o644);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  }
  for (const one of folders) await syncFolder(one);
}

async function swap(fresh: string, target: string, before: string): Promise<void> {
  await syncFolder(fresh);
  await rm(before, { recursive: true, force: true });
  const hadOne = await exists(target);
  if (hadOne) await rename(target, before);
  try {
    await rename(fresh, target);
  } catch (fault) {
    if (hadOne) await rename(before, target);
    throw fault;
  }
  await syncFolder(dirname(target));
  await rm(before, { recursive: true, force: true });
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folder as a file; there the rename itself is all there is.
  const handle = await open(folder, 'r').catch(() => null);
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function fetched(address: URL): Promise<Uint8Array | null> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(LONGEST_WAIT_MS), credentials: 'omit' });
    if (answer.status === 404 || answer.status === 410) return null;
    if (!answer.ok) throw new Refused(`${address} answers ${answer.status}: try again later or another mirror.`);
    return await bounded(answer, address);
  } catch (fault) {
    if (fault instanceof Refused) throw fault;
    throw new Refused(`${address} cannot be reached: check the address and the connection.`);
  }
}

async function bounded(answer: Response, address: URL): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.length;
    if (length > LARGEST_FILE) throw new Refused(`${address} is larger than any file of an edition: it is none.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function refusing<T>(out: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof Refused || codeOf(fault) === 'fault') throw fault;
    const why = isFault(fault, 'ENOSPC', 'EDQUOT', 'EFBIG')
      ? 'the disk is full: make room'
      : isFault(fault, 'EACCES', 'EPERM', 'EROFS')
        ? 'it may not be written: check its permissions'
        : `the disk says ${codeOf(fault)}: check it`;
    throw new Refused(`The edition cannot be written to ${out}, ${why}, then publish again.`);
  }
}

function isFault(fault: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(codeOf(fault));
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : 'fault';
}
