import { Filing } from './filing.ts';
import { Numbers } from './numbers.ts';
import type { NameIndex } from './postings.ts';

/**
 * Makes an index of entries with all their names. Names without letters are left out. Two entries of one id count as
 * one where they follow each other.
 */
export function buildNameIndex(entries: Iterable<{ id: string; names: readonly string[] }>): NameIndex {
  const ids: string[] = [];
  const names: string[] = [];
  const entryOf = new Numbers();
  const filing = new Filing();
  for (const { id, names: forms } of entries) {
    if (ids.at(-1) !== id) ids.push(id);
    for (let at = 0; at < forms.length; at++) {
      const name = forms[at] ?? '';
      // A form that stands twice is filed once.
      if (forms.indexOf(name) < at || !filing.file(name, names.length)) continue;
      names.push(name.isWellFormed() ? name : name.toWellFormed());
      entryOf.push(ids.length - 1);
    }
  }
  const { keys, starts, postings, must, may } = filing.listed();
  const keyNumbers = new Map(keys.map((key, number) => [key, number]));
  return { size: names.length, ids, names, entries: entryOf.all(), must, may, keys, keyNumbers, starts, postings };
}
