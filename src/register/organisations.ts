import * as z from 'zod';
import { readWords } from '../text/words.ts';

const SHAPE = z.array(z.strictObject({ name: z.string(), aliases: z.array(z.string()) }));

/**
 * The name the register shows for an organisation, from any form that `words/organisations.yml` lists; the name as it
 * was given, white space collapsed, where it lists none. Two forms mean the same organisation where this is equal.
 */
export function canonicalOrganisation(name: string): string {
  return KNOWN.get(keyOf(name)) ?? name.trim().replaceAll(/\s+/g, ' ');
}

const KNOWN: ReadonlyMap<string, string> = new Map(
  readWords('organisations', SHAPE).flatMap(({ name, aliases }) =>
    [name, ...aliases].map((form) => [keyOf(form), name]),
  ),
);

function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[«»"“”„‟'‘’‚.]/g, '')
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/^the /, '');
}
