import * as z from 'zod';
import { type Checkpoint, openCheckpoint } from '../register/checkpoint.ts';
import type { EditionBody } from '../register/entry.ts';
import { openEntry } from '../register/sealed.ts';
import { entriesOf, tilePath, tilesOf } from '../register/tiles.ts';
import { HashTree, leafHash } from '../register/tree.ts';
import { Refused } from '../text/refusal.ts';
import type { Check, EditionReader, Verification } from './edition.ts';
import {
  CHECKPOINT,
  countPages,
  isOfLog,
  KEY,
  OPENED,
  pagesRootOf,
  readSums,
  SUMS,
  sha256,
  sumsOf,
} from './manifest.ts';

const ENTRIES_IN_A_BUNDLE = 256;
const FILES_AT_ONCE = 16;

const OPENED_SHAPE = z.strictObject({ number: z.int().nonnegative(), disclosures: z.array(z.string()) });
const RECEIPT_SHAPE = z.object({ register: z.object({ origin: z.string(), size: z.int(), root: z.string() }) });

/**
 * Checks that an edition is what was published: the signature on the head of its log, every entry and tile against it,
 * the edition's own entry, every page against that entry, and every receipt against the log.
 *
 * @param trust `key`: the verifier key to trust, taken from somewhere other than the edition; `seen`: a checkpoint of
 *   this log seen earlier, which the edition must not fall behind or contradict.
 * @returns what was checked, one sentence each; never throws for what is wrong with the edition.
 */
export async function verifyEdition(
  files: EditionReader,
  trust: { readonly key?: string; readonly seen?: string } = {},
): Promise<Verification> {
  const checks: Check[] = [];
  try {
    await checkAll(files, trust, checks);
  } catch (fault) {
    // What cannot go on was refused with its sentence; anything else is a fault of ours.
    if (!(fault instanceof Refused)) throw fault;
    checks.push({ ok: false, says: fault.message });
  }
  return { ok: checks.every(({ ok }) => ok), checks };
}

async function checkAll(
  files: EditionReader,
  trust: { readonly key?: string; readonly seen?: string },
  checks: Check[],
): Promise<void> {
  const { key, checkpoint } = await checkSignature(files, trust.key, checks);
  const lines = await readLines(files, checkpoint.size);
  const tree = new HashTree(lines.map(leafHash));
  if (!equal(tree.root(), checkpoint.root)) {
    throw new Refused('The entries of the log are not the ones its signed head speaks of.');
  }
  checks.push({ ok: true, says: `All ${lines.length} entries of the log lead to its signed root.` });
  if (trust.seen !== undefined) checks.push(checkSeen(trust.seen, key, tree));
  checks.push(await checkTiles(files, lines));
  const edition = await openEdition(files, lines);
  const at = edition.size <= tree.size ? base64(tree.root(edition.size)) : undefined;
  checks.push(
    at === edition.root
      ? { ok: true, says: `The edition of ${edition.on} is in the log, made from its first ${edition.size} entries.` }
      : { ok: false, says: `The edition of ${edition.on} speaks of a log that is not this one.` },
  );
  checks.push(...(await checkFiles(files, edition)), await checkReceipts(files, checkpoint.origin, tree));
}

async function checkSignature(
  files: EditionReader,
  given: string | undefined,
  checks: Check[],
): Promise<{ key: string; checkpoint: Checkpoint }> {
  const note = await textOf(files, CHECKPOINT);
  const own = (await textOf(files, KEY)).trimEnd();
  const key = given?.trim() ?? own;
  const checkpoint = openCheckpoint(note, key);
  checks.push({
    ok: true,
    says:
      given === undefined
        ? `The log is signed by the key that the edition itself brings: compare ${own} with one you trust.`
        : `The log is signed by the key you trust, ${checkpoint.origin}.`,
  });
  if (own !== key) checks.push({ ok: false, says: 'The file key holds another key than the one you trust.' });
  return { key, checkpoint };
}

async function readLines(files: EditionReader, size: number): Promise<string[]> {
  const lines: string[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let n = 0; lines.length < size; n += 1) {
    const path = tilePath('entries', n, Math.min(ENTRIES_IN_A_BUNDLE, size - lines.length));
    const entries = entriesOf(await bytesOf(files, path));
    if (entries.length !== Math.min(ENTRIES_IN_A_BUNDLE, size - lines.length)) {
      throw new Refused(`${path} holds ${entries.length} entries, which is not what the log has there.`);
    }
    try {
      lines.push(...entries.map((entry) => decoder.decode(entry)));
    } catch {
      throw new Refused(`${path} holds bytes that are no text.`);
    }
  }
  return lines;
}

function checkSeen(seen: string, key: string, tree: HashTree): Check {
  const before = openCheckpoint(seen, key);
  if (before.size > tree.size) {
    return { ok: false, says: `The log has ${tree.size} entries, fewer than the ${before.size} it was seen to have.` };
  }
  return equal(tree.root(before.size), before.root)
    ? { ok: true, says: `The log goes on from the ${before.size} entries it was seen to have.` }
    : { ok: false, says: `The log is not the one seen earlier: its first ${before.size} entries were changed.` };
}

async function checkTiles(files: EditionReader, lines: readonly string[]): Promise<Check> {
  for (const [path, expected] of tilesOf(lines)) {
    const found = await files.read(path);
    if (found === null) return { ok: false, says: `${path} is missing.` };
    if (!equal(found, expected)) return { ok: false, says: `${path} is not the tile of these entries.` };
  }
  return { ok: true, says: 'The tiles of the log are those of its entries.' };
}

async function openEdition(files: EditionReader, lines: readonly string[]): Promise<EditionBody> {
  const opened = OPENED_SHAPE.safeParse(parsed(await textOf(files, OPENED)));
  const line = opened.success ? lines[opened.data.number] : undefined;
  if (!opened.success || line === undefined) throw new Refused(`${OPENED} opens no entry of this log.`);
  let entry: ReturnType<typeof openEntry>;
  try {
    entry = openEntry({ number: opened.data.number, line, disclosures: opened.data.disclosures });
  } catch {
    throw new Refused(`${OPENED} does not open entry ${opened.data.number} of the log.`);
  }
  if (entry.kind !== 'edition' || entry.body === null)
    throw new Refused(`${OPENED} opens an entry that is no edition.`);
  return entry.body;
}

// Every file against the list, the list against the entry in the log, and the folder against the list.
async function checkFiles(files: EditionReader, edition: EditionBody): Promise<Check[]> {
  const text = await textOf(files, SUMS);
  const listed = readSums(text);
  if (listed === null) throw new Refused(`${SUMS} is no list of files.`);
  const present = await files.list();
  const wrong: Check[] = [];
  const hashes = new Map<string, string>();
  for (const some of chunked([...listed])) {
    const read = await Promise.all(some.map(async ([path]) => files.read(path)));
    some.forEach(([path, hash], i) => {
      const bytes = read[i] ?? null;
      if (bytes === null) wrong.push({ ok: false, says: `${path} is missing.` });
      else hashes.set(path, sha256(bytes));
      if (bytes !== null && hashes.get(path) !== hash) {
        wrong.push({ ok: false, says: `${path} is not the file that was published.` });
      }
    });
  }
  for (const path of present ?? []) {
    if (path !== SUMS && !listed.has(path)) wrong.push({ ok: false, says: `${path} is no part of the edition.` });
  }
  const whole = pagesRootOf(hashes) === edition.pagesRoot && countPages(hashes) === edition.pages;
  if (!whole && wrong.length === 0) {
    wrong.push({ ok: false, says: `The files that ${SUMS} lists are not the ${edition.pages} pages of the edition.` });
  }
  if (whole && wrong.length === 0 && sumsOf(hashes) !== text) {
    wrong.push({ ok: false, says: `${SUMS} is not the list that was published.` });
  }
  if (wrong.length > 0) return wrong;
  const unseen = present === null ? ' Whether there are others cannot be told over the web.' : '';
  return [{ ok: true, says: `All ${edition.pages} pages are the ones that were published.${unseen}` }];
}

async function checkReceipts(files: EditionReader, origin: string, tree: HashTree): Promise<Check> {
  const listed = readSums(await textOf(files, SUMS)) ?? new Map<string, string>();
  const paths = [...listed.keys()].filter((path) => path.startsWith('receipts/') && !isOfLog(path));
  for (const path of paths) {
    const bytes = await files.read(path);
    const receipt = RECEIPT_SHAPE.safeParse(bytes === null ? null : parsed(Buffer.from(bytes).toString('utf8')));
    const register = receipt.data?.register;
    const isOurs = register?.origin === origin && register.size >= 0 && register.size <= tree.size;
    if (!isOurs || register.root !== base64(tree.root(register.size))) {
      return { ok: false, says: `${path} speaks of a register that is not this one.` };
    }
  }
  return { ok: true, says: `All ${paths.length} receipts speak of this register.` };
}

function chunked<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / FILES_AT_ONCE);
  return Array.from({ length: count }, (_, n) => items.slice(n * FILES_AT_ONCE, (n + 1) * FILES_AT_ONCE));
}

async function bytesOf(files: EditionReader, path: string): Promise<Uint8Array> {
  const bytes = await files.read(path);
  if (bytes === null) throw new Refused(`${path} is missing: this is no edition, or not all of one.`);
  return bytes;
}

async function textOf(files: EditionReader, path: string): Promise<string> {
  return Buffer.from(await bytesOf(files, path)).toString('utf8');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function base64(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}
