import { describe, expect, test } from 'vitest';
import { History } from '../register/history.fixture.ts';
import { ExampleSource } from './edition.fixture.ts';
import { previewFiles } from './publish.ts';

const WHO = 'k3vq9h2mxa7tw5bn';
const said = (text: string) => ({ passage: { start: 0, end: text.length, text } });

/** An agency text that two papers print, one of them days later, a page that was read again, and a story of its own. */
function history(): History {
  const history = new History('2025-12-15');
  const report = (publisher: string, published: string, more: Parameters<History['report']>[0] = {}) =>
    history.report({ publisher, published, title: `Nine leave, says ${publisher}`, ...more });
  const agency = report('Sample Agency', '2025-12-14');
  const paper = report('Sample Paper', '2025-12-16', { sameText: [agency] });
  const other = report('Other Paper', '2025-12-14', { sameText: [agency, paper], address: 'https://other.example/9' });
  const own = report('Own Reporter', '2025-12-14', { address: 'own.html' });
  const later = report('Own Reporter', '2025-12-14', {
    address: 'own.html',
    title: 'Ten leave',
    again: own,
    changes: { changed: 2, added: 1, gone: 0 },
  });
  const words = 'Viktar Sample was let go yesterday.';
  for (const [from, date] of [
    [agency, '2025-12-13'],
    [paper, '2025-12-15'],
    [other, '2025-12-13'],
  ] as const) {
    const claim = history.accepted(from, { kind: 'released', persons: ['Viktar Sample'], date, ...said(words) });
    history.link(claim, [WHO]);
    history.accepted(from, {
      kind: 'figure',
      measure: 'held',
      count: 1222,
      accordingTo: 'Viasna',
      date: '2025-11-30',
      ...said('1,222 held'),
    });
  }
  for (const from of [own, later]) {
    const claim = history.accepted(from, {
      kind: 'released',
      persons: ['Viktar Sample'],
      date: '2025-12-13',
      ...said(`${from}`),
    });
    history.link(claim, [WHO]);
  }
  return history;
}

const files = new Map(
  [...previewFiles(new ExampleSource(history().entries), '2025-12-20', [])].map(([path, bytes]) => [
    path,
    Buffer.from(bytes).toString(),
  ]),
);
const textOf = (path: string) =>
  (files.get(path) ?? '')
    .replace(/<style>.*<\/style>/s, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\s\u00A0]+/g, ' ')
    .replaceAll(/ (?=[,;])/g, '');

describe('what ten papers print', () => {
  test('is one source on the page of a person, with every report it stands in', () => {
    const page = textOf(`en/person/${WHO}/index.html`);
    expect(page).toContain('Told by 2 sources (5 reports)');
    expect(page).toContain(
      'Sample Agency, 14 December 2025 · Sample Paper, 16 December 2025 · Other Paper, 14 December 2025',
    );
    expect(textOf(`be/person/${WHO}/index.html`)).toContain('Паводле 2 крыніц (5 паведамленняў)');
  });

  test('is quoted once there, with how many print it as well', () => {
    const page = textOf(`en/person/${WHO}/index.html`);
    expect(page.match(/Viktar Sample was let go yesterday\./g)).toHaveLength(1);
    expect(page).toContain('The same text in 2 more reports.');
    expect(page.match(/The same text/g)).toHaveLength(1);
  });

  test('is one figure and one event, on the day of the text that came first', () => {
    const page = textOf('en/day/2025-11-30/index.html');
    expect(page.match(/1,222/g)).toHaveLength(1);
    expect(page).toContain(
      'Told by 1 source (3 reports) Sample Agency, 14 December 2025 · Sample Paper, 16 December 2025 · Other',
    );
    expect(files.has('en/day/2025-12-15/index.html')).toBe(false);
    expect(textOf('en/day/2025-12-13/index.html')).toContain(
      'Sample Agency, 14 December 2025 (3 reports); Own Reporter',
    );
  });

  test('is told apart by machines too', () => {
    const persons = JSON.parse(files.get('data/persons.json') ?? '[]');
    expect(persons[0].sources).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
    expect(JSON.parse(files.get('data/counts.json') ?? '{}').figures[0].sources).toEqual([[0, 1, 2]]);
  });
});

describe('the page of a report', () => {
  test.each([
    ['en/report/1/index.html', ['The same text Sample Agency, 14 December 2025; Other Paper, 14 December 2025']],
    [
      'en/report/0/index.html',
      ['The same text Sample Paper, 16 December 2025; Other Paper', 'File, as it was given a.txt'],
    ],
    ['en/report/2/index.html', ['Address https://other.example/9']],
    ['en/report/3/index.html', ['Read again Own Reporter, 14 December 2025', 'File, as it was given own.html']],
    ['be/report/3/index.html', ['Прачытана зноў Own Reporter, 14 снежня 2025']],
    [
      'en/report/4/index.html',
      [
        'paragraphs changed: 2, added: 1, gone: 0. The headline was “ Nine leave, says Own Reporter ”. What it said then',
      ],
    ],
  ])('%s says what else prints it, and what changed', (path, lines) => {
    for (const line of lines) expect(textOf(path)).toContain(line);
  });

  test('says what the report says of itself, and names nobody who is withheld', () => {
    const example = new Map(
      [...previewFiles(new ExampleSource(), '2025-12-20', [])].map(([path, bytes]) => [
        path,
        Buffer.from(bytes).toString(),
      ]),
    );
    const page = (example.get('en/report/0/index.html') ?? '').replaceAll('\u00A0', ' ');
    for (const fact of [
      'updated, made in part by artificial intelligence',
      '15 December 2025',
      'recording, 7:00, made by a machine',
      'film, missing on the page',
      'Maria Kolesnikova (right)',
    ]) {
      expect(page).toContain(fact);
    }
    expect(page).not.toMatch(/Незнан/);
    expect(example.get('be/report/0/index.html')).toContain('абноўлена, часткова зроблена штучным інтэлектам');
  });
});
