import { createHash } from 'node:crypto';
import { openSlices } from '../src/names/sliced-search.ts';
import { sliceNames } from '../src/names/slices.ts';
import { inventPeople } from './invented-people.ts';
import type { Named } from './names-peers.ts';
import { realPeople, realQueries } from './names-quality.ts';

/** Invented people with ids as a register gives them, which are half of what a slice weighs. */
export function inventRegister(count: number): Named[] {
  return inventPeople(count).map(({ id, names }) => ({ id: personIdOf(id), names }));
}

function personIdOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest();
  return [...bytes.subarray(0, 16)].map((byte) => 'abcdefghijklmnopqrstuvwxyz234567'.charAt(byte % 32)).join('');
}

/** How large the files are, and how often who is sought is found by one file, by two, by all. */
export async function sliceTables(): Promise<string> {
  const sizes = [1_000, 5_000, 10_000, 100_000].map((count) => sizeRow(count));
  const people = realPeople();
  const files = sliceNames(people);
  const names = await openSlices(async (file) => files.get(file) ?? new Uint8Array());
  const found: string[] = [];
  for (const most of [1, 2, names.files]) {
    if (most === names.files) await names.fetchAll();
    let [first, amongTen] = [0, 0];
    const queries = realQueries();
    for (const { query, expected } of queries) {
      const rank = (await names.search(query, { files: most })).found.findIndex(({ id }) => id === expected);
      if (rank === 0) first += 1;
      if (rank >= 0) amongTen += 1;
    }
    const share = (count: number) => `${((count * 100) / queries.length).toFixed(1)} %`;
    found.push(`| ${most === names.files ? `all ${most}` : most} | ${share(first)} | ${share(amongTen)} |`);
  }
  return [
    '| people | files | each, at the median | the largest | all together |',
    '|--:|--:|--:|--:|--:|',
    ...sizes,
    '',
    '| files fetched for a search | first | among ten |',
    '|--:|--:|--:|',
    ...found,
  ].join('\n');
}

function sizeRow(count: number): string {
  const files = sliceNames(inventRegister(count));
  const slices = [...files]
    .filter(([name]) => /\d$/u.test(name))
    .map(([, { length }]) => length)
    .sort((a, b) => a - b);
  const kilobytes = (bytes: number) => `${(bytes / 1000).toLocaleString('en-GB', { maximumFractionDigits: 0 })} kB`;
  const all = slices.reduce((sum, length) => sum + length, 0);
  const median = slices[Math.floor(slices.length / 2)] ?? 0;
  return `| ${count.toLocaleString('en-GB')} | ${slices.length} | ${kilobytes(median)} | ${kilobytes(slices.at(-1) ?? 0)} | ${kilobytes(all)} |`;
}

if (import.meta.main) process.stdout.write(`${await sliceTables()}\n`);
