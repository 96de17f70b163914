import { compareNames } from '../src/names/compare.ts';
import { buildNameIndex, type NameIndex } from '../src/names/filed.ts';
import { searchNames } from '../src/names/search.ts';
import { indexFromBytes, indexToBytes } from '../src/names/snapshot.ts';
import { type InventedPerson, inventPeople, inventQueries } from './invented-people.ts';
import type { Row } from './measure.ts';
import { beside, timesASecond } from './measure.ts';

const SIZES = [100_000, 1_000_000];
const QUERIES = 1_000;

/** Comparing and searching, on invented names; nobody of these exists. */
export async function namesRows(): Promise<readonly Row[]> {
  const most = inventPeople(Math.max(...SIZES));
  const rows = comparing(most);
  for (const size of SIZES) rows.push(...searching(most.slice(0, size)));
  return rows;
}

function comparing(people: readonly InventedPerson[]): Row[] {
  const names = people.slice(0, 10_000).flatMap((person) => person.names);
  let at = 0;
  const pair = () => {
    at = (at + 7919) % names.length;
    return [names[at] ?? '', names[(at * 31) % names.length] ?? ''] as const;
  };
  const ours = timesASecond(() => compareNames(...pair()));
  const edits = timesASecond(() => editDistance(...pair()));
  const row = { area: 'names', name: 'comparing pairs of names, any two', value: ours, unit: 'pairs/s' } as const;
  return [beside(row, 'plain edit distance', edits)];
}

function searching(people: readonly InventedPerson[]): Row[] {
  const size = `${people.length.toLocaleString('en-GB')} persons`;
  const row = (name: string, value: number, unit: string): Row => ({
    area: 'names',
    name: `${name}, ${size}`,
    value,
    unit,
  });
  const started = performance.now();
  const index = buildNameIndex(people);
  const built = (people.length * 1000) / (performance.now() - started);
  const bytes = indexToBytes(index);
  const reading = timesASecond(() => indexFromBytes(bytes));
  const { median, slow, found } = timedSearches(index, people);
  return [
    row('index build', built, 'persons/s'),
    row('index on disk', bytes.length / people.length, 'B/person'),
    row('index read back', 1000 / reading, 'ms'),
    row('search, median', median, 'ms/query'),
    row('search, 95 in 100 within', slow, 'ms/query'),
    row('search, the right one among ten', (found * 100) / QUERIES, '%'),
  ];
}

function timedSearches(
  index: NameIndex,
  people: readonly InventedPerson[],
): { median: number; slow: number; found: number } {
  const queries = inventQueries(people, QUERIES);
  for (const { query } of queries.slice(0, 100)) searchNames(index, query);
  let found = 0;
  const times = queries.map(({ query, expected }) => {
    const started = performance.now();
    const answers = searchNames(index, query);
    const took = performance.now() - started;
    if (answers.some(({ id }) => id === expected)) found += 1;
    return took;
  });
  times.sort((a, b) => a - b);
  return { median: times[QUERIES / 2] ?? 0, slow: times[(QUERIES * 95) / 100] ?? 0, found };
}

// The simplest thing that compares two names (Wagner and Fischer, 1974): letters, not sounds.
function editDistance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const changed = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
