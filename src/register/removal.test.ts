import { describe, expect, test } from 'vitest';
import { count } from './count.ts';
import type { Entry } from './entry.ts';
import { History } from './history.fixture.ts';
import { knownOn, rebuild } from './rebuild.ts';
import { entriesNaming, owedShreds, withoutContent } from './removal.ts';
import { openEntry, seal } from './sealed.ts';
import { leafHash, rootOf } from './tree.ts';

const MARYIA = 'k3vq9h2mxa7tw5bn';
const VIKTAR = 'm2xz4c8rjq6ty9ws';
const NAMES = ['Maria Kolesnikova', 'Мария Колесникова', MARYIA];

// Maria and Viktor freed together, Maria sentenced in Russian, Viktor in English; notes and a link about Maria.
function register(): History {
  const history = new History('2025-12-15');
  const english = history.report();
  const freed = history.accepted(english, {
    kind: 'released',
    persons: ['Maria Kolesnikova', 'Viktor Babariko'],
    date: '2025-12-13',
  });
  history.link(freed, [MARYIA, VIKTAR]);
  const russian = history.report({ language: 'ru', title: 'Колония' });
  history.link(
    history.accepted(russian, {
      kind: 'sentenced',
      persons: ['Мария Колесникова'],
      date: '2021-09-06',
      termMonths: 132,
    }),
    [MARYIA],
  );
  const viktar = history.accepted(english, {
    kind: 'sentenced',
    persons: ['Viktor Babariko'],
    date: '2021-07',
    termMonths: 168,
  });
  history.link(viktar, [VIKTAR]);
  history.decide('Alena', { decision: 'describe', person: MARYIA, sex: 'female' });
  history.decide('Maryna', {
    decision: 'refuse',
    claim: history.claim(english, { kind: 'statement', speaker: 'maria kolesnikova', quote: 'q' }),
  });
  history.decide('Alena', {
    decision: 'describe',
    person: VIKTAR,
    sex: 'male',
    reason: 'named in the report with Maria Kolesnikova',
  });
  return history;
}

const says = (entries: readonly Entry[]) =>
  NAMES.filter((name) => JSON.stringify(entries).toLowerCase().includes(name.toLowerCase()));

describe('a removal', () => {
  const { entries } = register();
  const named = entriesNaming(rebuild(entries), entries, MARYIA);

  test('takes away every claim that names the person, every decision on them, and every mention in a reason', () => {
    expect(named).toEqual([1, 2, 3, 4, 6, 7, 8, 12, 13, 14, 15]);
  });

  test('leaves no form of the name anywhere', () => {
    expect(says(entries)).toEqual(NAMES);
    expect(says(withoutContent(entries, named))).toEqual([]);
  });

  test('leaves what is told of others alone', () => {
    const state = rebuild(withoutContent(entries, named));
    expect([...state.persons.keys()]).toEqual([VIKTAR]);
    expect(count(state, { heldOn: '2022-01-01' }).certain.persons).toEqual([VIKTAR]);
  });

  test('takes the report too whose title says the name', () => {
    const history = register();
    const report = history.report({ title: 'Who is Maria Kolesnikova?' });
    const claim = history.accepted(report, { kind: 'figure', count: 1222, measure: 'held' });
    const shred = entriesNaming(history.state(), history.entries, MARYIA);
    expect(shred).toContain(report);
    expect(rebuild(withoutContent(history.entries, shred)).claims.has(claim)).toBe(false);
  });

  test('takes a claim into which an amendment brought the name', () => {
    const history = register();
    const claim = history.claim(0, { kind: 'released', count: 123 });
    const amended = {
      kind: 'released',
      persons: ['Maria Kolesnikova'],
      passage: { start: 0, end: 5, text: 'words' },
    } as const;
    const amendment = history.decide('Alena', { decision: 'amend', claim, amended });
    const shred = entriesNaming(history.state(), history.entries, MARYIA);
    expect(shred).toContain(claim);
    expect(shred).toContain(amendment);
  });
});

describe('the state', () => {
  test('has lost the person as soon as two decided, before anything is shredded', () => {
    const history = register();
    history.decide('Alena', { decision: 'remove', person: MARYIA });
    expect(history.state().persons.has(MARYIA)).toBe(true);
    expect(history.state().removed).toBe(0);
    history.decide('Maryna', { decision: 'remove', person: MARYIA });
    const state = history.state();
    expect([...state.persons.keys()]).toEqual([VIKTAR]);
    expect(state.proposals).toEqual([]);
    expect(state.removed).toBe(1);
    expect(says([...state.claims.values()] as never)).toEqual([]);
  });

  test('is the same at every step of the removal: decided, recorded, shredded', () => {
    const history = register();
    history.bothDecide({ decision: 'remove', person: MARYIA });
    const decided = history.state();
    const shred = entriesNaming(rebuild(history.entries.slice(0, -1)), history.entries, MARYIA);
    expect(owedShreds(history.entries)).toEqual([]);
    history.enter('Alena', 'removal', { entries: shred });
    const recorded = history.state();
    expect(owedShreds(history.entries)).toEqual(shred);
    const shredded = withoutContent(history.entries, shred);
    expect(owedShreds(shredded)).toEqual([]);
    expect({ ...recorded, size: 0 }).toEqual({ ...decided, size: 0 });
    expect(rebuild(shredded)).toEqual(recorded);
  });

  test('as known on an earlier day has lost the person too', () => {
    const history = register();
    history.day = '2025-12-20';
    history.bothDecide({ decision: 'remove', person: MARYIA });
    const earlier = knownOn(history.entries, '2025-12-15');
    expect(says(earlier)).toEqual([]);
    expect([...rebuild(earlier).persons.keys()]).toEqual([VIKTAR]);
  });
});

test('the log is the same before and after: its lines never held a name', () => {
  const { entries } = register();
  let drawn = 0;
  const salts = { salt: () => Buffer.alloc(32, `salt ${drawn++}`).toString('base64url') };
  const sealed = entries.map((entry) => seal(entry, salts));
  const shred = new Set(entriesNaming(rebuild(entries), entries, MARYIA));
  const after = sealed.map((one) => (shred.has(one.number) ? { ...one, disclosures: [] } : one));
  const root = (lines: readonly { readonly line: string }[]) => rootOf(lines.map(({ line }) => leafHash(line)));
  expect(root(after)).toEqual(root(sealed));
  expect(after.map(openEntry)).toEqual(withoutContent(entries, [...shred]));
  const opened = after.flatMap(({ disclosures }) => disclosures.map((one) => Buffer.from(one, 'base64url').toString()));
  expect(says(opened as never)).toEqual([]);
});
