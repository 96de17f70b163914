import anyAscii from 'any-ascii';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import pg from 'pg';
import { startPostgres } from '../tests/postgres-server.ts';
import { jaroWinkler, jaroWinklerByWords } from './jaro-winkler.ts';

/** Whoever is to be found. */
export interface Named {
  readonly id: string;
  readonly names: readonly string[];
}

/** What has people filed and finds them: ids, best first, at most ten. */
export interface Finder {
  find(query: string): readonly string[] | Promise<readonly string[]>;
  /** What it takes to keep, in bytes, and how it is read back where it is; `copy` reads a copy of them. */
  kept?(): Promise<{ readonly bytes: number; readonly readBack?: () => unknown; readonly copy?: () => unknown }>;
  close?(): Promise<unknown>;
}

/** Another way to find and to compare names. Every one sees them in ASCII: without that none crosses from script to script. */
export interface Peer {
  readonly name: string;
  /** More people than this take it too long. */
  readonly most: number;
  file(people: readonly Named[]): Promise<Finder>;
  /** How alike the names of each pair are; undefined where it does not compare two names. */
  readonly alike?: (pairs: readonly (readonly [string, string])[]) => readonly number[] | Promise<readonly number[]>;
}

const LIMIT = 10;

/** Text in lower-case ASCII; remembered, as our own reading of names is. */
export function asciiOf(text: string): string {
  const known = asciis.get(text);
  if (known !== undefined) return known;
  const ascii = anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (asciis.size > 200_000) asciis.clear();
  asciis.set(text, ascii);
  return ascii;
}
const asciis = new Map<string, string>();

// As its documentation shows fuzzy search: a fifth of the letters of a word may differ, and a word may go on.
const miniSearch: Peer = {
  name: 'MiniSearch',
  most: 1_000_000,
  file: async (people) => {
    const options = { fields: ['names'], searchOptions: { fuzzy: 0.2, prefix: true } };
    const index = new MiniSearch(options);
    index.addAll(people.map(({ id, names }) => ({ id, names: names.map(asciiOf).join(' ') })));
    return {
      find: (query) =>
        index
          .search(asciiOf(query))
          .slice(0, LIMIT)
          .map(({ id }) => String(id)),
      kept: async () => {
        const json = JSON.stringify(index);
        return { bytes: Buffer.byteLength(json), readBack: () => MiniSearch.loadJSON(json, options) };
      },
    };
  },
};

// Its own threshold; where in the name a part stands does not matter.
const FUSE = { ignoreLocation: true, includeScore: true } as const;
const fuse: Peer = {
  name: 'Fuse.js',
  most: 10_000,
  file: async (people) => {
    const list = people.map(({ id, names }) => ({ id, names: names.map(asciiOf) }));
    const index = new Fuse(list, { ...FUSE, keys: ['names'] });
    return { find: (query) => index.search(asciiOf(query), { limit: LIMIT }).map(({ item }) => item.id) };
  },
  alike: (pairs) =>
    pairs.map(([left, right]) => {
      const [found] = new Fuse([asciiOf(right)], { ...FUSE, threshold: 1 }).search(asciiOf(left));
      return 1 - (found?.score ?? 1);
    }),
};

// Every name is compared with the query, for there is no index.
function comparing(name: string, alike: (left: string, right: string) => number): Peer {
  return {
    name,
    most: 10_000,
    file: async (people) => {
      const list = people.map(({ id, names }) => ({ id, names: names.map(asciiOf) }));
      const find = (query: string) => {
        const asked = asciiOf(query);
        const scored = list.map(({ id, names }) => ({
          id,
          score: Math.max(...names.map((each) => alike(asked, each))),
        }));
        return scored
          .sort((a, b) => b.score - a.score)
          .slice(0, LIMIT)
          .map(({ id }) => id);
      };
      return { find };
    },
    alike: (pairs) => pairs.map(([left, right]) => alike(asciiOf(left), asciiOf(right))),
  };
}

const FIND = `select id from name where ascii % $1 group by id order by max(similarity(ascii, $1)) desc limit ${LIMIT}`;
const ALIKE = `select similarity(l, r) as alike from unnest($1::text[], $2::text[]) with ordinality as pair(l, r, at) order by at`;
const BATCH = 20_000;

// A GIN index over the trigrams of every name and the threshold it comes with (0.3), as its documentation shows.
function trigrams(connect: () => Promise<pg.Client>): Peer {
  return {
    name: 'PostgreSQL pg_trgm',
    most: 1_000_000,
    file: async (people) => {
      const client = await connect();
      await client.query('create table name (id text, ascii text)');
      const rows = people.flatMap(({ id, names }) => names.map((each) => [id, asciiOf(each)] as const));
      for (let at = 0; at < rows.length; at += BATCH) {
        const some = rows.slice(at, at + BATCH);
        const columns = [some.map(([id]) => id), some.map(([, ascii]) => ascii)];
        await client.query('insert into name select * from unnest($1::text[], $2::text[])', columns);
      }
      await client.query('create index on name using gin (ascii gin_trgm_ops)');
      await client.query('analyze name');
      const find = async (query: string) => {
        const { rows: found } = await client.query<{ id: string }>(FIND, [asciiOf(query)]);
        return found.map(({ id }) => id);
      };
      const kept = async () => {
        const { rows: sizes } = await client.query<{ bytes: string }>("select pg_total_relation_size('name') as bytes");
        return { bytes: Number(sizes[0]?.bytes) };
      };
      return { find, kept, close: () => client.end() };
    },
    alike: async (pairs) => {
      const client = await connect();
      const columns = [pairs.map(([left]) => asciiOf(left)), pairs.map(([, right]) => asciiOf(right))];
      const { rows } = await client.query<{ alike: number }>(ALIKE, columns);
      await client.end();
      return rows.map(({ alike }) => alike);
    },
  };
}

/** Runs work with every peer; PostgreSQL is a server of its own, gone afterwards. */
export async function withPeers<T>(work: (peers: readonly Peer[]) => Promise<T>): Promise<T> {
  const server = await startPostgres();
  const connect = async () => {
    const client = new pg.Client(await server.database());
    await client.connect();
    await client.query('create extension pg_trgm');
    return client;
  };
  const plain = comparing('any-ascii + Jaro–Winkler', jaroWinkler);
  const byWords = comparing('any-ascii + Jaro–Winkler by words', jaroWinklerByWords);
  try {
    return await work([miniSearch, trigrams(connect), fuse, plain, byWords]);
  } finally {
    await server.stop();
  }
}
