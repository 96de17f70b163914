import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { plain } from './trouble.ts';

/** Makes a folder that nobody but its owner may look into; one that is there already stays as it is. */
export function makeFolder(folder: string): void {
  // One by one: `recursive` never ends where a folder says that it is there and takes no other (/proc).
  const missing: string[] = [];
  for (let above = resolve(folder); !existsSync(above) && dirname(above) !== above; above = dirname(above))
    missing.push(above);
  try {
    for (const one of missing.reverse()) mkdirSync(one, { mode: 0o700 });
    if (!statSync(folder).isDirectory()) mkdirSync(folder);
  } catch (error) {
    throw plain(folder, error);
  }
}

/** Makes an empty file that nobody but its owner may read; one that is there already is not touched. */
export function makeFile(file: string): void {
  try {
    if (!isThere(file)) closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    throw plain(file, error);
  }
}

/** True where there is a file of that name. Throws `Refused` where nobody lets us look. */
export function isThere(file: string): boolean {
  try {
    return statSync(file).isFile();
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return false;
    throw plain(file, error);
  }
}
