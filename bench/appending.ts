import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import type { Report } from '../src/archive/report.ts';
import type { Claim } from '../src/claims/claim.ts';
import type { Decision } from '../src/register/entry.ts';
import { openRegister } from '../src/store/open.ts';
import { passageAt } from '../src/text/passage.ts';
import type { Row } from './measure.ts';
import { beside } from './measure.ts';

const PERSONS = 5_000;
const APPENDS = 400;

/** Decisions as a person makes them, one at a time, each on the disk before the next, beside bare SQLite doing so. */
export async function appendingRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'unforgotten-bench-'));
  try {
    const ours = await decisions(join(folder, 'register'));
    const theirs = inserts(join(folder, 'bare.sqlite'));
    const at = `, ${PERSONS.toLocaleString('en-GB')} persons`;
    return [0.5, 0.99].map((share) =>
      beside(
        {
          area: 'register',
          name: `append, ${share === 0.5 ? 'median' : '99th percentile'}${at}`,
          value: quantile(ours, share),
          unit: 'ms',
        },
        'SQLite, one line inserted and synced',
        quantile(theirs, share),
      ),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function decisions(folder: string): Promise<number[]> {
  const register = await openRegister({ folder, mode: 'write' }, EFFECTS);
  const { report, claims } = everybodyDetained();
  await register.addReport({
    bytes: new TextEncoder().encode(report.text),
    address: 'a',
    type: 'text/plain',
    author: 'bench',
    report,
    claims,
  });
  const first = register.size - claims.length;
  const accepted = claims.flatMap(({ persons }, n): Decision[] => {
    const [claim, name, reason] = [first + n, persons?.[0] ?? '', 'bench'];
    return [
      { decision: 'accept', claim, reason },
      { decision: 'link', claim, name, person: `p${n}`, verdict: 'same', reason },
    ];
  });
  await register.decide('bench', accepted);
  register.state();
  const taken: number[] = [];
  for (let n = 0; n < APPENDS; n += 1) {
    const started = performance.now();
    await register.decide('bench', [{ decision: 'describe', person: `p${n}`, sex: 'female', reason: 'bench' }]);
    taken.push(performance.now() - started);
  }
  await register.close();
  return taken;
}

function everybodyDetained(): { report: Report; claims: Claim[] } {
  const lines = Array.from({ length: PERSONS }, (_, n) => `Invented Person${n} was detained.`);
  const text = lines.join('\n');
  let start = 0;
  const claims = lines.map((line, n): Claim => {
    const passage = passageAt(text, start, start + line.length);
    start += line.length + 1;
    return { kind: 'detained', persons: [`Invented Person${n}`], date: '2021', passage };
  });
  const block = { kind: 'body', text, start: 0, end: text.length } as const;
  return { report: { title: 'Invented', language: 'en', marks: [], text, blocks: [block], media: [] }, claims };
}

function inserts(file: string): number[] {
  const database = new SQLite(file);
  database.pragma('journal_mode = wal');
  database.pragma('synchronous = full');
  database.exec('create table line (number integer primary key, text text)');
  const insert = database.prepare('insert into line (text) values (?)');
  const times = Array.from({ length: APPENDS }, () => {
    const started = performance.now();
    insert.run('x'.repeat(500));
    return performance.now() - started;
  });
  database.close();
  return times;
}

function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}

let instant = 0;
const EFFECTS = {
  clock: { now: () => `2027-01-01T00:00:${String(instant++ % 60).padStart(2, '0')}Z` },
  random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
};
