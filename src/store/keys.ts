import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyFrom, type NoteKey, newKey } from '../register/note.ts';
import { plain } from './trouble.ts';

/** The file that holds a register's signing key: secret, and nowhere else. */
export function keyFile(folder: string): string {
  return join(folder, 'keys', 'signing-key');
}

/** The signing key kept in a folder, or null where there is none. Throws `Refused` where the file holds no key. */
export function keyIn(folder: string): NoteKey | null {
  try {
    return keyFrom(readFileSync(keyFile(folder), 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw plain(keyFile(folder), error);
  }
}

/** Makes a signing key and keeps it in a file that only its owner may read; whole or not at all. */
export function makeKey(folder: string, name: string, seed: Uint8Array): NoteKey {
  const key = newKey(name, seed);
  const file = keyFile(folder);
  try {
    mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.new`, `${key.signerKey}\n`, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw plain(folder, error);
  }
  return key;
}
