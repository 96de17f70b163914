import SQLite from 'better-sqlite3';
import { count } from '../src/register/count.ts';
import type { Entry } from '../src/register/entry.ts';
import { rebuild } from '../src/register/rebuild.ts';
import type { Row } from './measure.ts';
import { beside, timesASecond } from './measure.ts';

const PERSONS = 5000;

/** Rebuilding the state, and counting one day, beside the same question asked of SQLite. */
export async function registerRows(): Promise<readonly Row[]> {
  const entries = history(PERSONS);
  const started = performance.now();
  const state = rebuild(entries);
  const rebuilt = (entries.length * 1000) / (performance.now() - started);
  const question = { heldOn: '2025-06-15' };
  const ours = timesASecond(() => count(state, question));
  const theirs = timesASecond(sqliteCount(question.heldOn));
  return [
    {
      area: 'register',
      name: `rebuild, ${PERSONS.toLocaleString('en-GB')} persons`,
      value: rebuilt,
      unit: 'entries/s',
    },
    beside(
      { area: 'register', name: `count, ${PERSONS.toLocaleString('en-GB')} persons`, value: 1000 / ours, unit: 'ms' },
      'SQLite, certain held only',
      1000 / theirs,
    ),
  ];
}

const PASSAGE = { start: 0, end: 5, text: 'words' };

/** A register in which everybody was detained, and two of three freed again, on invented days. */
function history(persons: number): Entry[] {
  const entries: Entry[] = [];
  const enter = (entry: Pick<Entry, 'kind' | 'body'>): number => {
    const number = entries.length;
    entries.push({ number, entered: '2026-01-01T00:00:00Z', author: 'bench', ...entry } as Entry);
    return number;
  };
  const hash = '0'.repeat(64);
  const report = enter({
    kind: 'report',
    body: { original: hash, reading: hash, address: 'a', type: 'text/plain', title: 'A', language: 'en' },
  });
  for (let n = 0; n < persons; n += 1) {
    const { id, detained, released } = invented(n);
    const events = [
      { kind: 'detained', date: detained } as const,
      ...(released ? [{ kind: 'released', date: released } as const] : []),
    ];
    for (const event of events) {
      const claim = enter({ kind: 'claim', body: { report, persons: [`Name ${n}`], passage: PASSAGE, ...event } });
      enter({ kind: 'decision', body: { decision: 'accept', claim, reason: 'bench' } });
      enter({
        kind: 'decision',
        body: { decision: 'link', claim, name: `Name ${n}`, person: id, verdict: 'same', reason: 'bench' },
      });
    }
  }
  return entries;
}

function invented(n: number): { id: string; detained: string; released: string | null } {
  const two = (value: number) => String(value).padStart(2, '0');
  const detained = `${2020 + (n % 5)}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`;
  const released = n % 3 === 0 ? null : `${2025 + (n % 2)}-${two(1 + ((n * 7) % 12))}-${two(1 + ((n * 3) % 28))}`;
  return { id: `p${n}`, detained, released };
}

function sqliteCount(day: string): () => unknown {
  const database = new SQLite(':memory:');
  database.exec('create table person (id text primary key, detained text, released text)');
  const insert = database.prepare('insert into person values (?, ?, ?)');
  for (let n = 0; n < PERSONS; n += 1) {
    const { id, detained, released } = invented(n);
    insert.run(id, detained, released);
  }
  database.exec('create index held on person (detained, released)');
  const query = database.prepare(
    'select count(*) from person where detained <= ? and (released is null or released > ?)',
  );
  return () => query.get(day, day);
}
