import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIMS, passageIn, REPORT, reportOf } from './report.fixture.ts';
import type { Highlight } from './report-view.ts';
import { highlightsOf, reportView, runsOf } from './report-view.ts';
import { deskWords } from './words.ts';

const words = deskWords('en');

describe('the report beside a claim', () => {
  it('marks the passage, and in a second colour what the properties rest on', () => {
    const shown = String(reportView(REPORT, CLAIMS[0] ?? null, words));
    expect(shown).toContain(
      '<span id="passage" class="place"></span><mark class="passage">Among those freed was Maria Kolesnikova.</mark>',
    );
    expect(shown).toContain(
      'near the border on <span id="rests-0" class="place"></span><mark class="rests">December 13, 2025</mark>.',
    );
  });

  it('shows each block by its kind, and folds away what is no part of the story', () => {
    const shown = String(reportView(REPORT, null, words));
    expect(shown).toContain('<h2 class="headline">Coaches Cross The Border</h2>');
    expect(shown).toContain('<h3>Years Behind Bars</h3>');
    expect(shown).toContain('<p class="caption">A coach near the border');
    expect(shown).toContain('<blockquote>&quot;We will not rest,&quot; said Robin Muster.</blockquote>');
    const folded = shown.slice(shown.indexOf('<details class="residue">'));
    expect(folded).toContain('(3 blocks)');
    for (const residue of ['Updated', 'No media source currently available', 'You could face a fine']) {
      expect(folded).toContain(residue);
      expect(shown.slice(0, shown.indexOf('<details'))).not.toContain(residue);
    }
  });

  it('marks a passage that runs over two blocks in both', () => {
    const report = reportOf([
      ['headline', 'One'],
      ['body', 'The court sat.'],
      ['body', 'It gave eleven years.'],
    ]);
    const shown = String(
      reportView(report, { kind: 'sentenced', passage: passageIn(report, 'sat.\n\nIt gave') }, words),
    );
    expect(shown).toContain('The court <span id="passage" class="place"></span><mark class="passage">sat.</mark>');
    expect(shown).toContain('<p class="body"><mark class="passage">It gave</mark> eleven years.');
    expect(shown.match(/id="passage"/g)).toHaveLength(1);
  });

  it('marks nothing where the words do not stand at their place', () => {
    const claim = { kind: 'released' as const, passage: { start: 0, end: 5, text: 'Other' } };
    expect(highlightsOf(claim, REPORT.text)).toEqual([]);
  });

  it('says a word once where passage and ground overlap', () => {
    const both = { start: 0, end: 4, kind: 'passage' as const, anchor: 'passage' };
    const other = { start: 2, end: 6, kind: 'rests' as const, anchor: 'rests-0' };
    expect(
      runsOf('abcdefgh', 0, 8, [both, other]).map(({ text, over }) => [text, over.map(({ kind }) => kind)]),
    ).toEqual([
      ['ab', ['passage']],
      ['cd', ['passage', 'rests']],
      ['ef', ['rests']],
      ['gh', []],
    ]);
  });

  it('cuts a text into runs that add up to it, each wholly inside the highlights over it', () => {
    const range = fc
      .tuple(fc.nat(60), fc.nat(60))
      .filter(([a, b]) => a !== b)
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.array(range, { maxLength: 6 }), range, (ranges, [start, end]) => {
        const text = Array.from({ length: 60 }, (_, i) => String.fromCharCode(97 + (i % 26))).join('');
        const highlights = ranges.map(
          ([from, to], i): Highlight => ({ start: from, end: to, kind: 'rests', anchor: `rests-${i}` }),
        );
        const runs = runsOf(text, start, end, highlights);
        expect(runs.map((run) => run.text).join('')).toBe(text.slice(start, end));
        let at = start;
        for (const run of runs) {
          const to = Math.min(at + (run.text.length || 1), end);
          const expected = highlights.filter(
            (one) => one.start <= at && one.end >= to && one.start < end && one.end > start,
          );
          expect(run.over).toEqual(expected);
          expect(run.begins.every((one) => one.start === at)).toBe(true);
          at += run.text.length;
        }
      }),
    );
  });
});
