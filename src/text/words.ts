import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { ZodType } from 'zod';

// The vocabulary is data that ships with the program; this is the one place in the pure folders that reads it.
const FOLDER = join(import.meta.dirname, '..', '..', 'words');

/**
 * Reads one file of the vocabulary and checks its shape.
 *
 * @param path below `words/`, without the ending: `interface/be`.
 * @throws where the file is missing or is not of that shape: a fault of ours, not of the input.
 */
export function readWords<T>(path: string, shape: ZodType<T>): T {
  return shape.parse(parse(readFileSync(join(FOLDER, `${path}.yml`), 'utf8')));
}

/** The names, without their ending, of the files in a folder of the vocabulary, in order: `be`, `en` … */
export function wordsUnder(folder: string): string[] {
  return readdirSync(join(FOLDER, folder))
    .filter((file) => file.endsWith('.yml'))
    .map((file) => basename(file, '.yml'))
    .sort();
}
