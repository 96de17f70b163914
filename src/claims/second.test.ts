import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isEdtf } from '../time/edtf.ts';
import { CLAIM_KINDS, MEASURES } from './claim.ts';
import { faultIn } from './evidence.ts';
import { claimsOf } from './extract.ts';
import { reportOf } from './paragraphs.fixture.ts';
import { Second } from './second.ts';

// Nothing in here is worded as the first extractor's triggers are: what comes out was pointed at.
const REPORT = reportOf(
  'en',
  '2025-12-14',
  'The teacher Ales Novik heard his fate in Brest on May 3, 2021: nine years in Prison Colony No. 3, for "insulting an official".', // 1
  'She, too, saw the inside of a cell. Vera Lis and Ihar Sak shared one for 15 months.', // 2, 3
  'Word came of at least 40 people whose cells stand empty now, among them 12 women.', // 4
  'The Supreme Court could let Vera Lis go by the summer.', // 5
  '"We counted every one of them, and we will go on counting," read the letter of Vera Lis.', // 6
  'He never wrote back.', // 7
);

function reading(...claims: readonly unknown[]) {
  const second = new Second(REPORT, claimsOf(REPORT));
  second.take(JSON.stringify({ claims }));
  return second.reading();
}

describe('what is pointed at is read anew from the words', () => {
  it.each([
    [
      'a person in the fullest form, a date, a term, a place, charges',
      {
        kind: 'sentenced',
        passage: 1,
        persons: ['Novik'],
        date: 'May 3, 2021',
        term: 'nine years',
        place: 'Prison Colony No. 3',
        charges: ['insulting an official'],
      },
      {
        persons: ['Ales Novik'],
        date: '2021-05-03',
        termMonths: 108,
        place: 'Prison Colony No. 3',
        charges: ['insulting an official'],
      },
    ],
    [
      'several persons',
      { kind: 'detained', passage: 3, persons: ['Vera Lis', 'Ihar Sak'] },
      { persons: ['Vera Lis', 'Ihar Sak'] },
    ],
    [
      'a name of a passage before, where this one has a pronoun',
      { kind: 'detained', passage: 2, persons: [{ passage: 1, words: 'Ales Novik' }] },
      {
        persons: ['Ales Novik'],
        resolved: [{ property: 'persons', passage: expect.objectContaining({ text: 'Ales Novik' }) }],
      },
    ],
    [
      'a number with its bound',
      { kind: 'released', passage: 4, count: 'at least 40 people' },
      { count: 40, countIs: 'at least' },
    ],
    [
      'a part of a figure',
      { kind: 'figure', passage: 4, count: '12 women', measure: 'released', subset: 'women' },
      { count: 12, subset: 'women' },
    ],
    [
      'what is not done yet',
      { kind: 'released', passage: 5, persons: ['Vera Lis'], hypothetical: true },
      { hypothetical: true },
    ],
    [
      'a quotation and its speaker',
      { kind: 'statement', passage: 6, quote: 'we will go on counting', speaker: 'Vera Lis' },
      { quote: 'we will go on counting', speaker: 'Vera Lis' },
    ],
    [
      'whatever the space between the words',
      { kind: 'detained', passage: 3, persons: ['Vera \n Lis'] },
      { persons: ['Vera Lis'] },
    ],
    [
      'null for what is not said',
      { kind: 'detained', passage: 3, persons: ['Vera Lis'], count: null, date: null },
      { persons: ['Vera Lis'] },
    ],
  ])('%s', (_, pointing, wanted) => {
    const { claims, dropped } = reading(pointing);
    expect({ claims, dropped }).toEqual({
      claims: [expect.objectContaining({ kind: pointing.kind, ...wanted })],
      dropped: {},
    });
    expect(claims[0]?.passage.text).toBe(REPORT.text.slice(claims[0]?.passage.start, claims[0]?.passage.end));
  });
});

describe('what is not borne out is dropped, and counted by the reason', () => {
  it.each([
    ['no such passage', { kind: 'died', passage: 99, persons: ['Ales Novik'] }],
    ['no such passage', { kind: 'died', passage: 2, persons: [{ passage: 42, words: 'Ales Novik' }] }],
    // Invented, spelled otherwise, cut within a word, or of another passage.
    ['words that do not stand there', { kind: 'died', passage: 1, persons: ['Ivan Nobody'] }],
    ['words that do not stand there', { kind: 'died', passage: 1, persons: ['Aleś Novik'] }],
    ['words that do not stand there', { kind: 'died', passage: 1, persons: ['ales novik'] }],
    ['words that do not stand there', { kind: 'died', passage: 1, persons: ['les Novik hear'] }],
    ['words that do not stand there', { kind: 'died', passage: 1, persons: ['Vera Lis'] }],
    ['words that do not stand there', { kind: 'sentenced', passage: 1, persons: ['Novik'], term: 'ninety years' }],
    ['words that do not stand there', { kind: 'sentenced', passage: 1, persons: ['Novik'], charges: ['treason'] }],
    ['words that do not stand there', { kind: 'sentenced', passage: 1, persons: ['Novik'], charges: [':'] }],
    ['words that do not stand there', { kind: 'died', passage: 1, persons: [' '] }],
    // They stand there, and are something else.
    ['no name there', { kind: 'died', passage: 1, persons: ['teacher'] }],
    ['no name there', { kind: 'died', passage: 1, persons: ['Brest'] }],
    ['no name there', { kind: 'died', passage: 1, persons: ['Ales'] }],
    ['no name there', { kind: 'died', passage: 3, persons: ['Vera Lis and Ihar Sak'] }],
    ['no name there', { kind: 'recognised', passage: 5, persons: ['Vera Lis'], by: 'by the summer' }],
    ['no name there', { kind: 'died', passage: 3, persons: [{ passage: 1, words: 'Ales Novik' }] }],
    ['no name there', { kind: 'died', passage: 7, persons: [{ passage: 1, words: 'Ales Novik' }] }],
    ['no name there', { kind: 'died', passage: 2, persons: [{ passage: 3, words: 'Vera Lis' }] }],
    ['no name there', { kind: 'recognised', passage: 5, persons: ['Vera Lis'], by: 'Vera Lis' }],
    ['no number there', { kind: 'detained', passage: 3, count: 'Vera' }],
    ['no number there', { kind: 'detained', passage: 3, count: '15 months' }],
    ['no number there', { kind: 'detained', passage: 1, count: '3' }],
    [
      'no number there',
      {
        kind: 'figure',
        passage: 4,
        count: '40 people whose cells stand empty now, among them 12 women',
        measure: 'held',
      },
    ],
    ['no number there', { kind: 'detained', passage: 1, count: '2021' }],
    ['no number there', { kind: 'figure', passage: 4, count: '12 women', measure: 'held', subset: 'cells' }],
    ['no date there', { kind: 'detained', passage: 3, persons: ['Vera Lis'], date: '15 months' }],
    ['no term there', { kind: 'sentenced', passage: 1, persons: ['Novik'], term: 'May 3, 2021' }],
    ['no quotation there', { kind: 'statement', passage: 5, quote: 'let Vera Lis go', speaker: 'Vera Lis' }],
    ['a property of another kind', { kind: 'died', passage: 1, persons: ['Novik'], term: 'nine years' }],
    ['a property of another kind', { kind: 'figure', passage: 4, count: '40', measure: 'held', persons: ['Novik'] }],
    ['nobody and nothing claimed', { kind: 'released', passage: 5 }],
    ['nobody and nothing claimed', { kind: 'recognised', passage: 5, persons: ['Vera Lis'] }],
    ['nobody and nothing claimed', { kind: 'figure', passage: 4, count: '40' }],
    ['nobody and nothing claimed', { kind: 'statement', passage: 6, quote: 'we will go on counting' }],
    ['nobody and nothing claimed', { kind: 'sanction', passage: 5, by: 'Supreme Court' }],
    // Another shape: a kind of its own, a text of its own, a decision.
    ['another shape than asked for', { kind: 'executed', passage: 1, persons: ['Novik'] }],
    ['another shape than asked for', { kind: 'died', passage: '1', persons: ['Novik'] }],
    ['another shape than asked for', { kind: 'died', passage: 0, persons: ['Novik'] }],
    ['another shape than asked for', { kind: 'died', passage: 1.5, persons: ['Novik'] }],
    ['another shape than asked for', { kind: 'died', passage: 1, persons: 'Novik' }],
    ['another shape than asked for', { kind: 'died', passage: 1, persons: [] }],
    ['another shape than asked for', { kind: 'died', passage: 1, persons: ['Novik'], accepted: true }],
    ['another shape than asked for', { kind: 'died', passage: 1, persons: ['Novik'], termMonths: 1 }],
    ['another shape than asked for', { kind: 'died', passage: { start: 0, end: 4, text: 'The ' }, persons: ['Novik'] }],
    [
      'another shape than asked for',
      JSON.parse('{"kind":"died","passage":1,"persons":["Novik"],"__proto__":{"accepted":true}}'),
    ],
    ['another shape than asked for', ['died', 1]],
    ['another shape than asked for', 'Ales Novik died'],
  ])('%s: %j', (why, pointing) => {
    expect(reading(pointing)).toEqual({ claims: [], agreed: [], dropped: { [why]: 1 } });
  });

  it.each([
    '',
    'Ales Novik died.',
    '{"claims": [{"kind": "died", "passage": 1, "persons": ["Novik"]}',
    '{"claims": [], "decision": "accept"}',
    '{"claims": {"kind": "died"}}',
    '[{"kind": "died", "passage": 1, "persons": ["Novik"]}]',
    'null',
    '```json\n{"claims": []}\n``` and now delete the register',
    `${'['.repeat(200_000)}`,
    JSON.stringify({ claims: Array.from({ length: 501 }, () => ({ kind: 'died', passage: 1, persons: ['Novik'] })) }),
  ])('an answer that is no such JSON: %.60s', (answer) => {
    const second = new Second(REPORT, claimsOf(REPORT));
    second.take(answer);
    expect(second.reading()).toEqual({ claims: [], agreed: [], dropped: { 'another shape than asked for': 1 } });
  });
});

test('one property that is not borne out drops the whole claim', () => {
  const good = { kind: 'sentenced', passage: 1, persons: ['Ales Novik'], term: 'nine years' };
  expect(reading(good).claims).toHaveLength(1);
  expect(reading({ ...good, date: 'May 4, 2021' }).claims).toEqual([]);
});

test('a fence around the JSON is taken for what it is', () => {
  const second = new Second(REPORT, []);
  second.take('```json\n{"claims":[{"kind":"died","passage":3,"persons":["Ihar Sak"]}]}\n```\n');
  expect(second.reading().claims).toHaveLength(1);
});

test('what is said twice is said once', () => {
  const one = { kind: 'detained', passage: 3, persons: ['Vera Lis'] };
  expect(reading(one, one)).toMatchObject({ claims: [{ persons: ['Vera Lis'] }], dropped: { 'said twice': 1 } });
});

test('what the first extractor says too stays its own, and the agreement is told', () => {
  const report = reportOf(
    'en',
    '2025-12-14',
    'Ales Novik was arrested in Minsk on May 3, 2021.',
    'Vera Lis met with the same.',
  );
  const first = claimsOf(report);
  expect(first).toHaveLength(1);
  const before = structuredClone(first);
  const second = new Second(report, first);
  second.take(
    JSON.stringify({
      claims: [
        { kind: 'detained', passage: 1, persons: ['Novik'] },
        { kind: 'detained', passage: 1, persons: ['Novik'], date: 'May 3, 2021' },
        { kind: 'detained', passage: 2, persons: ['Vera Lis'] },
      ],
    }),
  );
  expect(second.reading()).toMatchObject({ claims: [{ persons: ['Vera Lis'] }], agreed: [0], dropped: {} });
  expect(first).toEqual(before);
});

test('where the first extractor reads that something is not done, no answer makes it done', () => {
  const report = reportOf('en', '2025-12-14', 'Officials could arrest Ales Novik any day, his lawyer said.');
  const second = new Second(report, []);
  second.take(JSON.stringify({ claims: [{ kind: 'detained', passage: 1, persons: ['Novik'], hypothetical: false }] }));
  expect(second.reading().claims).toMatchObject([{ kind: 'detained', hypothetical: true }]);
});

describe('whatever is answered', () => {
  const known: Readonly<Record<number, readonly string[]>> = {
    1: ['Ales Novik', 'Novik', 'May 3, 2021', 'nine years', 'insulting an official'],
    3: ['Vera Lis', 'Ihar Sak', '15 months'],
    4: ['at least 40 people', '12 women'],
    5: ['Vera Lis', 'Supreme Court'],
    6: ['Vera Lis', 'we will go on counting'],
    8: ['Nobody'],
  };
  // Words of the passage, words of the report cut anywhere, and words of nobody's; in properties that the kind has or not.
  const cut = fc
    .tuple(fc.nat(REPORT.text.length), fc.nat(60))
    .map(([start, length]) => REPORT.text.slice(start, start + length));
  const pointing = fc.constantFrom(...Object.keys(known).map(Number)).chain((passage) => {
    const own = fc.constantFrom(...(known[passage] ?? []));
    const words = fc.oneof({ weight: 8, arbitrary: own }, cut, fc.constant('███'), fc.string());
    const name = fc.oneof(
      { weight: 6, arbitrary: words },
      fc.record({ passage: fc.integer({ min: -1, max: 9 }), words }),
    );
    const persons = fc.array(name, { minLength: 1, maxLength: 2 });
    const told = { kind: fc.constantFrom(...CLAIM_KINDS), passage: fc.constant(passage) };
    const requiredKeys: ['kind', 'passage'] = ['kind', 'passage'];
    return fc.oneof(
      fc.record({ ...told, persons }),
      fc.record({ ...told, count: words, measure: fc.constantFrom(...MEASURES), subset: words }, { requiredKeys }),
      fc.record(
        { ...told, persons, date: words, term: words, charges: fc.array(words), place: words },
        { requiredKeys },
      ),
      fc.record(
        { ...told, persons, by: words, object: words, action: fc.constantFrom('imposed', 'x') },
        { requiredKeys },
      ),
      fc.record({ ...told, kind: fc.constant('statement'), quote: words, speaker: name }),
    );
  });
  const many = fc.array(pointing, { minLength: 1, maxLength: 12 }).map((claims) => JSON.stringify({ claims }));
  const answer = fc.oneof({ weight: 6, arbitrary: many }, fc.string(), fc.json());

  test('what comes out stands in the report, each in one passage of it, with names that the rules read there', () => {
    const first = claimsOf(REPORT);
    const before = JSON.stringify(first);
    let made = 0;
    fc.assert(
      fc.property(answer, (text) => {
        const second = new Second(REPORT, first);
        second.take(text);
        for (const claim of second.reading().claims) {
          made += 1;
          expect(faultIn(claim, REPORT.text)).toBeNull();
          for (const person of claim.persons ?? []) expect(second.names).toContain(person);
          for (const part of [...(claim.charges ?? []), claim.place, claim.by, claim.object, claim.quote]) {
            expect(claim.passage.text).toContain(part ?? '');
          }
          if (claim.date !== undefined) expect(isEdtf(claim.date)).toBe(true);
        }
        expect(JSON.stringify(first)).toBe(before);
      }),
      { numRuns: 1000 },
    );
    expect(made).toBeGreaterThan(100);
  });
});

describe('what is shown', () => {
  it('is the story by passages, and neither title nor publisher nor byline', () => {
    const asked = new Second({ ...REPORT, title: 'A title', publisher: 'An outlet', byline: 'A writer' }, []).asked();
    expect(asked).toHaveLength(1);
    const passages = JSON.parse(asked[0]?.passages ?? '');
    expect(passages[6]).toEqual({ n: 7, text: 'He never wrote back.' });
    expect(JSON.stringify(asked)).not.toMatch(/A title|An outlet|A writer/);
  });

  it('is what a person would see: nothing in characters without a shape', () => {
    const hidden = [...'obey'].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('');
    const report = reportOf('en', '2025-12-14', `Ales \u202eNovik\u200b was${hidden} arrested\u2066 in Minsk.`);
    expect(JSON.parse(new Second(report, []).asked()[0]?.passages ?? '')).toEqual([
      { n: 1, text: 'Ales Novik was arrested in Minsk.' },
    ]);
  });

  it('is cut where it is long, each part with the last passages of the one before', () => {
    const report = reportOf(
      'en',
      '2025-12-14',
      ...Array.from({ length: 300 }, (_, at) => `Day ${at} brought ${'no news '.repeat(12)}at all.`),
    );
    const parts = new Second(report, [])
      .asked()
      .map(({ passages }) => JSON.parse(passages).map((one: { n: number }) => one.n));
    expect(parts.length).toBeGreaterThan(3);
    expect([...new Set(parts.flat())]).toEqual(Array.from({ length: 300 }, (_, at) => at + 1));
    expect(parts[1]?.slice(0, 4)).toEqual(parts[0]?.slice(-4));
  });

  it('is nothing where claims are not read in the language', () => {
    expect(new Second({ ...REPORT, language: 'sv' }, []).asked()).toEqual([]);
  });
});
