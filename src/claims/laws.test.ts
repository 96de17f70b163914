import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReport } from '../archive/read.ts';
import type { Report } from '../archive/report.ts';
import { isStory } from '../archive/report.ts';
import { isEdtf } from '../time/edtf.ts';
import { faultIn } from './evidence.ts';
import { claimsOf } from './extract.ts';
import { reportOf } from './paragraphs.fixture.ts';
import { LANGUAGES } from './wording.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');
const samples = ['1-release.html', '2-prison-record.txt', '3-december-figures.txt'].map((name) =>
  readReport(readFileSync(join(SAMPLES, name)), { address: name }),
);

// What a broken page does to a text: pieces lost, doubled, swapped, and marks where none belong.
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(40),
    put: fc.oneof(
      fc.constantFrom('', '"', '«', '”', ',', ' - ', '\n', '**', '123 ', ' 9 years ', ' was arrested '),
      fc.string(),
    ),
  }),
  { minLength: 1, maxLength: 12 },
);

function damaged(report: Report, cuts: readonly { at: number; length: number; put: string }[]): Report {
  let text = report.blocks
    .filter(isStory)
    .map((block) => block.text)
    .join('\n\n');
  for (const { at, length, put } of cuts) {
    const start = Math.floor(at * text.length);
    text = text.slice(0, start) + put + text.slice(start + length);
  }
  return reportOf(report.language, '2025-12-20', ...text.split('\n\n').filter((paragraph) => paragraph.trim() !== ''));
}

const pages = fc.tuple(fc.constantFrom(...samples), damage).map(([report, cuts]) => damaged(report, cuts));

describe('whatever has happened to a page', () => {
  test('its claims stand in it, and the dates are dates', () => {
    fc.assert(
      fc.property(pages, (report) => {
        for (const claim of claimsOf(report)) {
          expect(faultIn(claim, report.text)).toBeNull();
          if (claim.date !== undefined) expect(isEdtf(claim.date)).toBe(true);
          if (claim.chain) expect(claim.accordingTo).toBe(claim.chain[0]);
          if (claim.kind !== 'sanction' && claim.kind !== 'statement') {
            expect(claim.persons !== undefined || claim.count !== undefined).toBe(true);
          }
          if (claim.derived !== undefined) expect(claim.resolved?.some((one) => one.property === 'count')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same page makes the same claims', () => {
    fc.assert(
      fc.property(pages, (report) => {
        expect(claimsOf(report)).toEqual(claimsOf(structuredClone(report)));
      }),
      { numRuns: 60 },
    );
  });

  test('claims come in reading order', () => {
    fc.assert(
      fc.property(pages, (report) => {
        const starts = claimsOf(report).map((claim) => claim.passage.start);
        expect(starts).toEqual([...starts].sort((left, right) => left - right));
      }),
      { numRuns: 60 },
    );
  });
});

test('what is no text at all makes no claims', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LANGUAGES), fc.string({ unit: 'binary', minLength: 1 }), (language, text) => {
      const report = reportOf(language, '2025-12-14', text);
      for (const claim of claimsOf(report)) expect(faultIn(claim, report.text)).toBeNull();
    }),
    { numRuns: 300 },
  );
});

test('a page that repeats itself makes no more claims than it makes once', () => {
  const once = reportOf('en', '2025-12-14', 'The editor Ales Novik was arrested in Minsk on May 3, 2021.');
  const often = reportOf(
    'en',
    '2025-12-14',
    ...Array(50).fill('The editor Ales Novik was arrested in Minsk on May 3, 2021.'),
  );
  expect(claimsOf(often)).toHaveLength(claimsOf(once).length);
});

// No clock here: where a search could start anew at every mark or name, the whole would not end within the test's time.
test.each([
  ['single marks', "'a "],
  ['double marks', '"a '],
  ['names', 'Ales Novik, '],
  ['dates', 'on May 3, 2021 '],
  ['commas', ', '],
  ['triggers', 'was arrested and '],
])(
  'a quarter of a megabyte of nothing but %s is read to its end',
  (_what, piece) => {
    const text = piece.repeat(Math.ceil(250_000 / piece.length));
    expect(Array.isArray(claimsOf(reportOf('en', '2025-12-14', text)))).toBe(true);
  },
  10_000,
);
