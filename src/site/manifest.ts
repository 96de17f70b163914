import { createHash } from 'node:crypto';
import { leafHash, rootOf } from '../register/tree.ts';
import type { EditionFiles } from './edition.ts';

// The files that carry the log of an edition; all others are its pages, and the root over those stands in the log.
/** The signed head of the log. */
export const CHECKPOINT = 'checkpoint';
/** The key the head is signed with. */
export const KEY = 'key';
/** What opens the entry of the edition in the log. */
export const OPENED = 'edition.json';
/** The list of all files but itself, as `sha256sum --check` reads it. */
export const SUMS = 'SHA256SUMS';

/** True for a file of the log, false for a page. */
export function isOfLog(path: string): boolean {
  return path === CHECKPOINT || path === KEY || path === OPENED || path === SUMS || path.startsWith('tile/');
}

/** The SHA-256 of a file's bytes, in hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The hashes of files by their path. */
export function hashesOf(files: EditionFiles): ReadonlyMap<string, string> {
  return new Map([...files].map(([path, bytes]) => [path, sha256(bytes)]));
}

/**
 * The root over the pages of an edition, in base64: that of the RFC 6962 tree whose leaves are `path NUL sha256hex`,
 * sorted by path as JavaScript compares strings (paths are ASCII). Files of the log are passed over.
 */
export function pagesRootOf(hashes: ReadonlyMap<string, string>): string {
  const leaves = pagesIn(hashes).map(([path, hash]) => leafHash(`${path}\0${hash}`));
  return Buffer.from(rootOf(leaves)).toString('base64');
}

/** How many of the files are pages. */
export function countPages(hashes: ReadonlyMap<string, string>): number {
  return pagesIn(hashes).length;
}

/** The list of files as `sha256sum` writes it, sorted by path. */
export function sumsOf(hashes: ReadonlyMap<string, string>): string {
  return sorted(hashes)
    .map(([path, hash]) => `${hash}  ${path}\n`)
    .join('');
}

/** Reads such a list; null where a line is none, or a path could lead out of the edition. */
export function readSums(text: string): ReadonlyMap<string, string> | null {
  const lines = text.split('\n');
  if (lines.pop() !== '') return null;
  const hashes = new Map<string, string>();
  for (const line of lines) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}([\w.-]+(?:\/[\w.-]+)*)$/.exec(line) ?? [];
    if (hash === undefined || path === undefined || path.split('/').some((part) => /^\.+$/.test(part))) return null;
    hashes.set(path, hash);
  }
  return hashes.size === lines.length ? hashes : null;
}

function pagesIn(hashes: ReadonlyMap<string, string>): [string, string][] {
  return sorted(hashes).filter(([path]) => !isOfLog(path));
}

function sorted(hashes: ReadonlyMap<string, string>): [string, string][] {
  return [...hashes].sort(([a], [b]) => (a < b ? -1 : 1));
}
