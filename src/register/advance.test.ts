import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { advance } from './advance.ts';
import type { Decision, Entry, EntryBodies } from './entry.ts';
import { History } from './history.fixture.ts';
import { rebuild } from './rebuild.ts';
import { plain } from './state.fixture.ts';
import type { RegisterState } from './state.ts';

const PEOPLE = ['anna', 'boris', 'vera'];
const NAMES = ['Anna K', 'Ганна К', 'Boris', 'Vera'];
const PASSAGE = { start: 0, end: 5, text: 'words' };

const REPORT = { original: 'a', reading: 'b', address: 'c', type: 'text/plain', title: 'A', language: 'en' };

const reason = fc.constant('why');
const claim = fc.integer({ min: 2, max: 9 });
const person = fc.constantFrom(...PEOPLE);
const name = fc.constantFrom(...NAMES);

const told = fc.record(
  {
    report: fc.constantFrom(0, 1),
    kind: fc.constantFrom('detained', 'released', 'recognised', 'died', 'statement'),
    persons: fc.uniqueArray(name, { maxLength: 3 }),
    speaker: name,
    by: fc.constantFrom('Viasna', 'HRW'),
    date: fc.constantFrom('2020', '2021-07', '2025-12-13'),
    passage: fc.constant(PASSAGE),
  },
  { requiredKeys: ['report', 'kind', 'passage'] },
) as fc.Arbitrary<EntryBodies['claim']>;

const decision = fc.oneof(
  { weight: 5, arbitrary: fc.record({ decision: fc.constant('accept'), claim, reason }) },
  fc.record({ decision: fc.constant('refuse'), claim, reason }),
  fc.record({ decision: fc.constant('amend'), claim, amended: told, reason }),
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ decision: fc.constant('link'), claim, name, person, reason },
      verdict: fc.constantFrom('same', 'same', 'different', 'unsure'),
    }),
  },
  fc.record({ decision: fc.constant('unlink'), claim, name, person, reason }),
  fc.record({
    decision: fc.constantFrom('recognise', 'withdraw recognition'),
    ...{ person, reason, by: fc.constantFrom('Viasna', 'HRW'), date: fc.constantFrom('2021', '2022') },
  }),
  fc.record({ decision: fc.constant('describe'), person, sex: fc.constantFrom('female', 'male'), reason }),
  fc.record({
    decision: fc.constantFrom('withhold', 'show again', 'withhold', 'show again', 'remove'),
    person,
    reason,
  }),
) as fc.Arbitrary<Decision>;

const step = fc.tuple(
  fc.constantFrom('Alena', 'Maryna'),
  fc.oneof(
    { weight: 8, arbitrary: decision.map((body) => ({ kind: 'decision', body }) as const) },
    { weight: 3, arbitrary: told.map((body) => ({ kind: 'claim', body }) as const) },
    fc.constant({ kind: 'report', body: { ...REPORT, language: 'be' } } as const),
    fc.constant({ kind: 'edition', body: { on: '2025-12-20', size: 3, root: 'r', pages: 1, pagesRoot: 'p' } } as const),
    fc.constant({ kind: 'removal', body: { entries: [1] } } as const),
  ),
);

const history = fc.array(step, { minLength: 1, maxLength: 60 }).map((steps) => {
  const { entries } = new History();
  const enter = (author: string, kind: string, body: unknown) =>
    entries.push({ number: entries.length, entered: '2025-12-15T12:00:00Z', author, kind, body } as Entry);
  for (let n = 0; n < 2; n += 1) enter('Alena', 'report', REPORT);
  for (const persons of [NAMES, NAMES.slice(1), NAMES.slice(2), NAMES]) {
    enter('reader', 'claim', { report: 0, kind: 'detained', persons, passage: PASSAGE });
  }
  for (const [author, { kind, body }] of steps) enter(author, kind, body);
  return entries;
});

describe('advancing', () => {
  test('entry by entry gives what rebuilding from all of them gives, in the same order', () => {
    let advanced = 0;
    fc.assert(
      fc.property(history, (entries) => {
        let state = rebuild([]);
        entries.forEach((entry, i) => {
          const next = advance(state, [entry]);
          const rebuilt = rebuild(entries.slice(0, i + 1));
          if (next) {
            expect(plain(next)).toEqual(plain(rebuilt));
            advanced += 1;
          }
          state = next ?? rebuilt;
        });
      }),
      { numRuns: 300 },
    );
    // Were every step refused, the law above would hold of nothing.
    expect(advanced).toBeGreaterThan(2000);
  });

  test('many entries at once, and past where a new base is written', () => {
    fc.assert(
      fc.property(history, fc.nat(60), (entries, cut) => {
        const [before, added] = [entries.slice(0, cut), entries.slice(cut)];
        const next = advance(rebuild(before), added);
        if (next) expect(plain(next)).toEqual(plain(rebuild(entries)));
      }),
      { numRuns: 300 },
    );
    const long = longHistory(700);
    const next = long.reduce<RegisterState | null>((state, entry) => state && advance(state, [entry]), rebuild([]));
    expect(next && plain(next)).toEqual(plain(rebuild(long)));
  });

  test('leaves the state it began from as it was', () => {
    const entries = longHistory(40);
    const before = rebuild(entries.slice(0, 100));
    const was = plain(before);
    expect(advance(before, entries.slice(100))).not.toBeNull();
    expect(plain(before)).toEqual(was);
  });

  test.each<[string, (history: History) => void]>([
    ['a proposal to remove', (one) => one.decide('Alena', { decision: 'remove', person: 'anna' })],
    ['a removal', (one) => one.enter('Alena', 'removal', { entries: [1] })],
    ['a decision on a claim that is not there', (one) => one.decide('Alena', { decision: 'accept', claim: 99 })],
    ['a claim of a report that is not there', (one) => one.claim(77, { kind: 'released', count: 2 })],
  ])('says that %s takes a rebuild', (_, enter) => {
    const written = new History();
    written.about(written.report(), ['anna'], { kind: 'detained' });
    const before = rebuild(written.entries);
    const size = written.entries.length;
    enter(written);
    expect(advance(before, written.entries.slice(size))).toBeNull();
  });

  test('refuses entries that do not follow the state', () => {
    const entries = longHistory(5);
    expect(advance(rebuild(entries.slice(0, 3)), entries.slice(4))).toBeNull();
  });
});

function longHistory(persons: number): Entry[] {
  const written = new History();
  const report = written.report();
  for (let n = persons; n > 0; n -= 1) written.about(report, [`p${n}`], { kind: 'detained', date: '2021' });
  return written.entries;
}
