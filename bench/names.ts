import fc from 'fast-check';
import { compareNames } from '../src/names/compare.ts';
import { buildNameIndex } from '../src/names/filed.ts';
import { keysOf } from '../src/names/keys.ts';
import { naughtyStrings } from '../src/names/naughty.fixture.ts';
import { readName } from '../src/names/read.ts';
import { searchNames } from '../src/names/search.ts';
import { indexFromBytes, indexToBytes } from '../src/names/snapshot.ts';
import { weighed } from './heap.ts';
import { inventPeople, inventQueries } from './invented-people.ts';
import { jaroWinkler, jaroWinklerByWords } from './jaro-winkler.ts';
import { beside, type Row, timesASecond } from './measure.ts';
import { asciiOf, type Finder, type Named, type Peer, withPeers } from './names-peers.ts';
import { bestF1, type Query, realNamesAreHere, realPairs, realPeople, realQueries } from './names-quality.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const QUERIES = 1_000;
// A peer that is slow is asked until so many seconds are over, and at least so many times.
const SECONDS = 4;
const LEAST_QUERIES = 10;
// Where a peer looks through the whole list, every so-manieth of the development queries is asked, of all alike.
const EVERY = 20;

const ours: Peer = {
  name: 'unforgotten',
  most: Number.POSITIVE_INFINITY,
  file: async (people) => {
    const index = buildNameIndex(people);
    return {
      find: (query) => searchNames(index, query).map(({ id }) => id),
      kept: async () => {
        const bytes = indexToBytes(index);
        return {
          bytes: bytes.length,
          readBack: () => indexFromBytes(bytes),
          copy: () => indexFromBytes(bytes.slice()),
        };
      },
    };
  },
  alike: (pairs) => pairs.map((pair) => compareNames(...pair).score),
};

/**
 * Comparing and searching names, each beside the peers of the same run: on invented names, which are nobody's, and, where they
 * are at hand, on the development names, with how often the answer is right.
 */
export async function namesRows(): Promise<readonly Row[]> {
  const most = inventPeople(Math.max(...SIZES));
  const rows = [...comparing('any two invented', shuffledPairs(most)), ...naughty(most.slice(0, 100_000))];
  await withPeers(async (peers) => {
    if (realNamesAreHere) rows.push(...(await quality(peers)));
    for (const size of SIZES) rows.push(...(await searching(most.slice(0, size), peers)));
  });
  if (realNamesAreHere) for (const size of SIZES.slice(1)) rows.push(...(await filled(most, size)));
  return rows;
}

function shuffledPairs(people: readonly Named[]): (readonly [string, string])[] {
  const names = people.slice(0, 10_000).flatMap((person) => person.names);
  return names.map((name, at) => [name, names[(at * 7919 * 31) % names.length] ?? '']);
}

function comparing(which: string, pairs: readonly (readonly [string, string])[]): Row[] {
  let at = 0;
  const next = () => {
    at = (at + 1) % pairs.length;
    return pairs[at] ?? (['', ''] as const);
  };
  const rate = (alike: (left: string, right: string) => unknown) => timesASecond(() => alike(...next()));
  const row = {
    area: 'names',
    name: `comparing pairs of names, ${which}`,
    value: rate(compareNames),
    unit: 'pairs/s',
  } as const;
  return [
    beside(
      row,
      'any-ascii + Jaro–Winkler',
      rate((left, right) => jaroWinkler(asciiOf(left), asciiOf(right))),
    ),
    beside(
      row,
      'any-ascii + Jaro–Winkler by words',
      rate((left, right) => jaroWinklerByWords(asciiOf(left), asciiOf(right))),
    ),
  ];
}

// Each is tried three times, so that the machine's other work does not count; the words themselves are met before.
function naughty(people: readonly Named[]): Row[] {
  const strings = [
    ...naughtyStrings(),
    ...fc.sample(fc.string({ unit: 'binary', maxLength: 200 }), { numRuns: 10_000, seed: 1 }),
  ];
  const index = buildNameIndex(people);
  const name = people[0]?.names[0] ?? '';
  const slowest = (work: (text: string) => unknown) =>
    Math.max(...strings.map((text) => leastOfThree(() => work(text))));
  const row = (what: string, value: number): Row => ({
    area: 'names',
    name: `slowest of ${strings.length.toLocaleString('en-GB')} naughty and random strings: ${what}`,
    value,
    unit: 'ms',
  });
  return [
    row(
      'its keys',
      slowest((text) => readName(text).parts.map(keysOf)),
    ),
    row(
      'comparing',
      slowest((text) => compareNames(text, name).reasons),
    ),
    row(
      'searching 100,000 persons',
      slowest((text) => searchNames(index, text)),
    ),
  ];
}

function leastOfThree(work: () => unknown): number {
  return Math.min(...[1, 2, 3].map(() => timed(work)));
}

function timed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

async function searching(people: readonly Named[], peers: readonly Peer[]): Promise<Row[]> {
  const queries = inventQueries(people, QUERIES);
  const able = peers.filter(({ most }) => most >= people.length);
  const size = `${people.length.toLocaleString('en-GB')} persons`;
  return rowsOf(size, await measured(ours, people, queries), await besides(able, people, queries));
}

// The development names among invented ones: what is sought is one of very many, and nobody who was sought is invented.
async function filled(invented: readonly Named[], size: number): Promise<Row[]> {
  const real = realPeople();
  const people = [...real, ...invented.slice(0, size - real.length)];
  const among = `development queries, ${size.toLocaleString('en-GB')} persons of whom ${real.length.toLocaleString('en-GB')} are real`;
  return rowsOf(among, await measured(ours, people, realQueries()), []);
}

async function quality(peers: readonly Peer[]): Promise<Row[]> {
  const pairs = realPairs();
  const names = pairs.map((pair) => pair.names);
  const f1 = async ({ alike }: Peer) => (alike === undefined ? undefined : bestF1(pairs, await alike(names)));
  const row = {
    area: 'names',
    name: `F1, ${pairs.length.toLocaleString('en-GB')} development pairs`,
    value: (await f1(ours)) ?? 0,
    unit: '%',
  } as const;
  const rows = comparing('development pairs', names);
  for (const peer of peers) {
    const value = await f1(peer);
    if (value !== undefined) rows.push(beside(row, peer.name, value));
  }
  const people = realPeople();
  const all = realQueries();
  const some = all.filter((_, at) => at % EVERY === 0);
  for (const queries of [all, some]) {
    const able = peers.filter(({ most }) => most >= people.length === (queries === all));
    const among = `${queries.length} development queries, ${people.length.toLocaleString('en-GB')} persons`;
    rows.push(
      ...rowsOf(
        among,
        await measured(ours, people, queries),
        await besides(able, people, queries, Number.POSITIVE_INFINITY),
      ),
    );
  }
  return rows;
}

type Measures = ReadonlyMap<string, { readonly value: number; readonly unit: string }>;

async function besides(peers: readonly Peer[], people: readonly Named[], queries: readonly Query[], seconds = SECONDS) {
  const found: { readonly peer: string; readonly measures: Measures }[] = [];
  for (const peer of peers) found.push({ peer: peer.name, measures: await measured(peer, people, queries, seconds) });
  return found;
}

async function measured(
  peer: Peer,
  people: readonly Named[],
  queries: readonly Query[],
  seconds = Number.POSITIVE_INFINITY,
): Promise<Measures> {
  let built = 0;
  const { made, bytes } = await weighed(async () => {
    const started = performance.now();
    const finder = await peer.file(people);
    built = (people.length * 1000) / (performance.now() - started);
    return finder;
  });
  const measures = new Map([['index build', { value: built, unit: 'persons/s' }]]);
  const kept = people.length <= 100_000 || peer === ours ? await made.kept?.() : undefined;
  const readBack = kept?.readBack;
  const copy = kept?.copy ?? readBack;
  // One that was read back has its own copy of all it needs; what PostgreSQL takes is not in this process.
  const taken = copy === undefined ? bytes : (await weighed(async () => copy())).bytes;
  const aPerson = (all: number) => ({ value: all / people.length, unit: 'B/person' });
  if (!peer.name.startsWith('PostgreSQL')) measures.set('index in memory', aPerson(taken));
  if (kept) measures.set('index on disk', aPerson(kept.bytes));
  if (readBack) measures.set('index read back', { value: leastOfThree(readBack), unit: 'ms' });
  const { median, slow, first, amongTen } = await asked(made, queries, seconds);
  measures.set('search, median', { value: median, unit: 'ms/query' });
  measures.set('search, 95 in 100 within', { value: slow, unit: 'ms/query' });
  measures.set('search, the right one first', { value: first, unit: '%' });
  measures.set('search, the right one among ten', { value: amongTen, unit: '%' });
  await made.close?.();
  return measures;
}

async function asked(finder: Finder, queries: readonly Query[], seconds: number) {
  for (const { query } of queries.slice(0, seconds === SECONDS ? 2 : queries.length / 20)) await finder.find(query);
  const times: number[] = [];
  const ranks: number[] = [];
  const started = performance.now();
  for (const { query, expected } of queries) {
    const before = performance.now();
    const ids = await finder.find(query);
    times.push(performance.now() - before);
    ranks.push(ids.indexOf(expected));
    if (times.length >= LEAST_QUERIES && performance.now() - started > seconds * 1000) break;
  }
  times.sort((a, b) => a - b);
  const share = (is: (rank: number) => boolean) => (ranks.filter(is).length * 100) / ranks.length;
  return {
    median: times[Math.floor(times.length / 2)] ?? 0,
    slow: times[Math.floor(times.length * 0.95)] ?? 0,
    first: share((rank) => rank === 0),
    amongTen: share((rank) => rank >= 0),
  };
}

// A row for each peer that has the measure; one without a peer where none has it.
function rowsOf(
  size: string,
  own: Measures,
  others: readonly { readonly peer: string; readonly measures: Measures }[],
): Row[] {
  return [...own].flatMap(([name, { value, unit }]) => {
    const row = { area: 'names', name: `${name}, ${size}`, value, unit } as const;
    const rows = others.flatMap(({ peer, measures }) => {
      const theirs = measures.get(name);
      return theirs ? [beside(row, peer, theirs.value)] : [];
    });
    return rows.length > 0 ? rows : [row];
  });
}
