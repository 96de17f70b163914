import { describe, expect, it } from 'vitest';
import { History } from '../register/history.fixture.ts';
import { REPORT, reportOf } from './report.fixture.ts';
import { aboutReport, changesView } from './report-about.ts';
import { toldBy } from './sources-told.ts';
import { deskWords } from './words.ts';

const en = deskWords('en');
const be = deskWords('be');

function filed() {
  const history = new History();
  const first = history.report({
    publisher: 'Sample Courier',
    published: '2025-12-14',
    modified: '2025-12-15',
    address: 'release.html',
    marks: ['breaking', 'ai-generated'],
    media: [
      { kind: 'audio', seconds: 61, machineMade: true },
      { kind: 'picture', caption: 'At <the> border' },
    ],
  });
  const repost = history.report({
    publisher: 'Paper',
    published: '2025-12-16',
    sameText: [first],
    address: 'https://paper.example/1',
  });
  const own = history.report({ publisher: 'Own', published: '2025-12-16' });
  const claims = [first, repost, own].map((report) =>
    history.accepted(report, { kind: 'released', count: 9, date: '2025-12-13' }),
  );
  const state = history.state();
  const about = (number: number, words = en): string => {
    const report = state.reports.get(number);
    return report ? String(aboutReport(report, state, words)) : '';
  };
  return { state, claims, about, repost };
}

describe('what stands over a report', () => {
  it('says its days, what it says of itself, its media with their captions, and its file by that name', () => {
    const shown = filed().about(0).replaceAll('\u00A0', ' ');
    for (const part of [
      'Sample Courier · 14 December 2025 · changed on 15 December 2025 · English',
      'breaking news, made in part by artificial intelligence',
      '<li>recording, 1:01, made by a machine</li>',
      'picture: <span lang="en">At &lt;the&gt; border</span>',
      'Came as a file, release.html',
      'The same text as Paper, 16 December 2025: they count as one source.',
    ]) {
      expect(shown).toContain(part);
    }
  });

  it('says nothing of what there is not, and calls an address one', () => {
    const { about, repost } = filed();
    expect(about(repost)).toContain('Came from https://paper.example/1');
    expect(about(repost)).not.toMatch(/<strong>|<ul/);
    expect(about(repost, be).replaceAll('\u00A0', ' ')).toContain('Той самы тэкст, што Sample Courier, 14 снежня 2025');
  });
});

describe('a page that was read again', () => {
  it('shows what changed, block by block, and nothing that stayed', () => {
    const before = reportOf([
      ['headline', 'Coaches cross the border'],
      ['body', 'Nine people were let go, their lawyers said.'],
      ['body', 'A list is expected.'],
    ]);
    const after = reportOf([
      ['headline', 'Coaches cross the border'],
      ['body', 'Ten people were let go, their lawyers said.'],
      ['body', '<b>More</b> soon.'],
    ]);
    const shown = String(changesView(before, after, en));
    expect(shown).toContain('<del>Nine people were let go, their lawyers said.</del> <ins>Ten people were let go');
    expect(shown).toContain('<del>A list is expected.</del>');
    expect(shown).toContain('<ins>&lt;b&gt;More&lt;/b&gt; soon.</ins>');
    expect(shown).toContain('3 paragraphs of the story are other');
    expect(shown).not.toContain('Coaches');
  });

  it('says nothing where it was not', () => {
    expect(changesView(null, REPORT, en)).toBeNull();
  });
});

describe('who tells it', () => {
  it('counts reposts of one text as one source, and lists them', () => {
    const { state, claims } = filed();
    const shown = String(toldBy(claims, state, en)).replaceAll('\u00A0', ' ');
    expect(shown).toContain('Told by 2 sources (3 reports)');
    expect(shown).toContain(
      '<li>Sample Courier, 14 December 2025 · Paper, 16 December 2025</li><li>Own, 16 December 2025</li>',
    );
    expect(String(toldBy(claims.slice(2), state, en))).toBe('<p class="hint">Told by 1 source (1 report)</p>');
    expect(toldBy([], state, en)).toBeNull();
  });
});
