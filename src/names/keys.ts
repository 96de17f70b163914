import type { Part } from './part.ts';
import { skeletonsOf, skeletonText } from './skeleton.ts';
import type { Sounds } from './sounds.ts';

/**
 * A key under which a part of a name is filed: the number of a skeleton, of a given name (below zero), or a word that cannot
 * be heard.
 *
 * @example
 * 48213
 */
export type Key = number | string;

/**
 * The keys under which a part of a name is filed and looked up: its given names by number, its skeletons with and without
 * ending, and itself where its script cannot be heard. Initials and what tells a father from a son have none.
 */
export function keysOf(part: Part): Key[] {
  if (part.role === 'initial' || part.role === 'numbered') return [];
  if (part.sounds.length === 0) return [`~${part.folded}`];
  const keys: Key[] = [];
  const fathers = part.role === 'patronymic' ? 1 : 0;
  for (const { name } of part.given) add(keys, -1 - 2 * name - fathers);
  addSkeletons(keys, part.sounds);
  for (const reading of part.readings ?? []) addSkeletons(keys, reading);
  if (part.stem !== undefined) addSkeletons(keys, part.stem);
  return keys;
}

/** A key as it is written into an index: `KLSNKP`, `=41` for a given name, `+41` for a father’s, `~` and a word. */
export function keyText(key: Key): string {
  if (typeof key === 'string') return key;
  if (key > 0) return skeletonText(key);
  const number = -1 - key;
  return `${number % 2 === 1 ? '+' : '='}${Math.floor(number / 2)}`;
}

function addSkeletons(keys: Key[], sounds: Sounds): void {
  for (const skeleton of skeletonsOf(sounds)) add(keys, skeleton);
}

function add(keys: Key[], key: Key): void {
  if (!keys.includes(key)) keys.push(key);
}
