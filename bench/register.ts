import { DuckDBInstance } from '@duckdb/node-api';
import SQLite from 'better-sqlite3';
import { count, numbers } from '../src/register/count.ts';
import type { Question } from '../src/register/question.ts';
import { rebuild } from '../src/register/rebuild.ts';
import type { RegisterState } from '../src/register/state.ts';
import { addDays } from '../src/time/day.ts';
import { appendingRows } from './appending.ts';
import { weighed } from './heap.ts';
import type { Invented } from './invented-register.ts';
import { inventedLives, registerOf } from './invented-register.ts';
import type { Row } from './measure.ts';
import { beside, timesASecond } from './measure.ts';

const SIZES = [5_000, 50_000, 500_000];
const DAY = '2025-06-15';
const PLAIN: Question = { heldOn: DAY };
const FACETS: Question = {
  heldOn: DAY,
  of: 'women',
  where: { all: [{ occupation: 'journalist' }, { region: 'Minsk' }] },
};

/** Rebuilding, counting and appending, beside the same questions asked of SQLite and DuckDB, at growing sizes. */
export async function registerRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES) rows.push(...(await rowsAt(size)));
  rows.push(...(await appendingRows()));
  return rows;
}

async function rowsAt(size: number): Promise<Row[]> {
  const at = `${size.toLocaleString('en-GB')} persons`;
  const row = (name: string, value: number, unit: string): Row => ({
    area: 'register',
    name: `${name}, ${at}`,
    value,
    unit,
  });
  const lives = inventedLives(size);
  const entries = registerOf(lives);
  const { made: state, bytes } = await weighed(async () => rebuild(entries));
  const rebuilt = entries.length * timesASecond(() => rebuild(entries));
  const laid = milliseconds(() => numbers(state, FACETS));
  const ours = { plain: answersASecond(state, PLAIN), facets: answersASecond(state, FACETS) };
  const peers = await peersOf(lives);
  agree(state, peers);
  return [
    row('rebuild', rebuilt, 'entries/s'),
    row('memory of the state', bytes / size, 'bytes/person'),
    row('first count with facets: everybody laid out', laid, 'ms'),
    ...besideEach(row('count', 1e6 / ours.plain, 'µs'), peers, 'plain'),
    ...besideEach(row('count with facets', 1e6 / ours.facets, 'µs'), peers, 'facets'),
    row('series of five years, day by day', series(state, PLAIN), 'ms'),
    row('series of five years with facets', series(state, FACETS), 'ms'),
    row('count with the persons behind it', 1000 / timesASecond(() => count(state, PLAIN)), 'ms'),
  ];
}

// Another day each time, as no answer is to come from the memory of the last.
function answersASecond(state: RegisterState, question: Question): number {
  let day = 0;
  return timesASecond(() => numbers(state, { ...question, heldOn: DAYS[day++ % DAYS.length] ?? DAY }));
}

const DAYS = Array.from({ length: 1826 }, (_, n) => addDays('2021-01-01', (n * 611) % 1826));
const IN_ORDER = DAYS.toSorted();

function series(state: RegisterState, question: Question): number {
  return 1000 / timesASecond(() => IN_ORDER.map((heldOn) => numbers(state, { ...question, heldOn })));
}

function milliseconds(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

interface Peer {
  readonly name: string;
  readonly plain: number;
  readonly facets: number;
  readonly answers: readonly [number, number];
}

function besideEach(row: Row, peers: readonly Peer[], asked: 'plain' | 'facets'): Row[] {
  return peers.map((peer) => beside(row, peer.name, 1e6 / peer[asked]));
}

// A peer that answers something else was not asked the same.
function agree(state: RegisterState, peers: readonly Peer[]): void {
  const own = [numbers(state, PLAIN).certain, numbers(state, FACETS).certain];
  for (const { name, answers } of peers) {
    if (answers.join() !== own.join()) throw new Error(`${name} counts ${answers.join()}, the register ${own.join()}`);
  }
}

const WHERE = {
  plain: 'detained <= $day and (released is null or released > $day)',
  facets:
    "detained <= $day and (released is null or released > $day) and sex = 'female' and occupation = 'journalist' and region = 'Minsk'",
};
const COLUMNS = ['id', 'detained', 'released', 'sex', 'occupation', 'region'] as const;

async function peersOf(lives: readonly Invented[]): Promise<Peer[]> {
  return [inSqlite(lives), await inDuckDb(lives)];
}

function inSqlite(lives: readonly Invented[]): Peer {
  const database = new SQLite(':memory:');
  database.exec(`create table person (${COLUMNS.map((column) => `${column} text`).join(', ')})`);
  const insert = database.prepare(`insert into person values (${COLUMNS.map(() => '?').join(', ')})`);
  database.transaction(() => {
    for (const life of lives) insert.run(COLUMNS.map((column) => life[column]));
  })();
  // Each question has the index it would be given where it is asked often.
  database.exec('create index held on person (detained, released)');
  database.exec('create index facets on person (sex, occupation, region, detained, released)');
  const ask = (where: string) => {
    const query = database.prepare(`select count(*) as held from person where ${where}`);
    return (day: string) => (query.get({ day }) as { held: number }).held;
  };
  const [plain, facets] = [ask(WHERE.plain), ask(WHERE.facets)];
  const peer = {
    name: 'SQLite, certain held only',
    plain: asked(plain),
    facets: asked(facets),
    answers: [plain(DAY), facets(DAY)] as const,
  };
  database.close();
  return peer;
}

function asked(ask: (day: string) => unknown): number {
  let day = 0;
  return timesASecond(() => ask(DAYS[day++ % DAYS.length] ?? DAY));
}

async function inDuckDb(lives: readonly Invented[]): Promise<Peer> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const types = { id: 'text', detained: 'date', released: 'date', sex: 'text', occupation: 'text', region: 'text' };
  await connection.run(`create table raw (${COLUMNS.map((column) => `${column} text`).join(', ')})`);
  const appender = await connection.createAppender('raw');
  for (const life of lives) {
    for (const column of COLUMNS) {
      const value = life[column];
      if (value === null) appender.appendNull();
      else appender.appendVarchar(value);
    }
    appender.endRow();
  }
  appender.closeSync();
  const cast = COLUMNS.map((column) => `${column}::${types[column]} as ${column}`).join(', ');
  await connection.run(`create table person as select ${cast} from raw`);
  const ask = async (where: string) => {
    const query = await connection.prepare(
      `select count(*) from person where ${where.replaceAll('$day', '$day::date')}`,
    );
    return async (day: string) => {
      query.bindVarchar(query.parameterIndex('day'), day);
      const reader = await query.runAndReadAll();
      return Number(reader.getRows()[0]?.[0]);
    };
  };
  const [plain, facets] = [await ask(WHERE.plain), await ask(WHERE.facets)];
  const peer = {
    name: 'DuckDB, certain held only',
    plain: await askedLater(plain),
    facets: await askedLater(facets),
    answers: [await plain(DAY), await facets(DAY)] as const,
  };
  connection.closeSync();
  return peer;
}

async function askedLater(ask: (day: string) => Promise<unknown>): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < 8; round += 1) {
    const started = performance.now();
    let done = 0;
    while (performance.now() - started < 250) await ask(DAYS[done++ % DAYS.length] ?? DAY);
    if (round > 0) rounds.push((done * 1000) / (performance.now() - started));
  }
  return rounds.sort((a, b) => a - b)[3] ?? 0;
}
