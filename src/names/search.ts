import { compareReadNames, scoreReadNames } from './compare.ts';
import { keysOf, keyText } from './keys.ts';
import { nearSkeletons } from './near.ts';
import type { Part, ReadName } from './part.ts';
import type { NameIndex } from './postings.ts';
import { readName } from './read.ts';
import { type AskedKey, type Listed, shortlist } from './shortlist.ts';
import { soundMaskOfName } from './sound-mask.ts';

/**
 * A name that a search found.
 *
 * @example
 * { id: 'p1', score: 0.93, name: 'Maryya Kalesnikava', reasons: ['Калеснікавай and Kalesnikava are spellings of one name'] }
 */
export interface FoundName {
  readonly id: string;
  /** As `NameComparison.score`. */
  readonly score: number;
  /** The form among the entry's names that fits best. */
  readonly name: string;
  readonly reasons: readonly string[];
}

// How many names get the full comparison.
const FULLY_COMPARED = 48;
// A best answer below this makes the search look again, one consonant off.
const GOOD_ENOUGH = 0.5;
// A key that is a consonant off is worth less than the key itself.
const NEAR_SHARE = 0.7;
// Names that contradict the query are not answers.
const LEAST_SCORE = 0.01;

/**
 * Finds the entries whose names the query may mean, best first, each entry once with the name that fits best; at most
 * `limit`. Names that share the rarest keys with the query are compared in full; where none of them fits well, names
 * that are a consonant off are looked at too. Entries that score alike stand in the order they were indexed.
 */
export function searchNames(index: NameIndex, query: string, limit = 10): FoundName[] {
  const asked = readName(query);
  // A word that stands twice brings up the same names again.
  const parts = [...new Set(asked.parts)];
  const mask = soundMaskOfName(asked.parts);
  const compared = Math.max(FULLY_COMPARED, 2 * limit);
  let found = ranked(index, asked, shortlist(index, parts.map(exactKeys), mask, compared));
  if ((found[0]?.score ?? 0) < GOOD_ENOUGH) {
    found = ranked(index, asked, shortlist(index, parts.map(exactAndNearKeys), mask, compared), found);
  }
  return found.slice(0, limit).map(({ number, score }) => {
    const name = index.names[number] ?? '';
    return {
      id: index.ids[index.entries[number] ?? 0] ?? '',
      score,
      name,
      // Put into words when asked for.
      get reasons() {
        return compareReadNames(asked, readName(name)).reasons;
      },
    };
  });
}

interface Ranked extends Listed {
  readonly score: number;
}

function ranked(
  index: NameIndex,
  asked: ReadName,
  candidates: readonly Listed[],
  before: readonly Ranked[] = [],
): Ranked[] {
  const best = new Map(before.map((one) => [index.entries[one.number] ?? 0, one]));
  for (const { number, credit } of candidates) {
    const score = scoreReadNames(asked, readName(index.names[number] ?? ''));
    const entry = index.entries[number] ?? 0;
    if (score >= LEAST_SCORE && score > (best.get(entry)?.score ?? 0)) best.set(entry, { number, credit, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || b.credit - a.credit || a.number - b.number);
}

function exactKeys(part: Part): AskedKey[] {
  return keysOf(part).map((key) => ({ key: keyText(key), share: 1 }));
}

function exactAndNearKeys(part: Part): AskedKey[] {
  const exact = keysOf(part).map(keyText);
  // A given name that we know is not misspelt.
  if (part.role === 'given' || part.role === 'patronymic') return exactKeys(part);
  const near = new Set(exact.flatMap((key) => (isSkeleton(key) ? nearSkeletons(key) : [])));
  for (const key of exact) near.delete(key);
  return [...exactKeys(part), ...[...near].map((key) => ({ key, share: NEAR_SHARE }))];
}

function isSkeleton(key: string): boolean {
  return key >= 'A' && key <= 'Z~';
}
