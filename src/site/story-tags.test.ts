import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ExampleSource, exampleHistory, storyWith, WHO } from './edition.fixture.ts';
import type { StoryFile } from './edition.ts';
import { previewFiles } from './publish.ts';

const PAGE = 'en/story/a-story/index.html';
let source: ExampleSource;

beforeAll(() => {
  source = new ExampleSource();
});

// The page of a story, its markup as it is.
function told(story: StoryFile, from: ExampleSource = source, path = PAGE): string {
  const page = previewFiles(from, '2025-12-20', [story]).get(path);
  return Buffer.from(page ?? []).toString('utf8');
}

// What a reader sees of the story's own paragraphs.
function words(body: string): string {
  const page = told(storyWith(body));
  const prose = /<div class="prose">([\s\S]*?)<\/div>/.exec(page)?.[1] ?? '';
  return prose
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

describe('a tag prints', () => {
  test.each([
    ['the register’s own count', '{% count on="2025-12-20" /%}', '2'],
    ['those possibly held', '{% count on="2025-11-30" part="possible" /%}', '1'],
    ['the women among them', '{% count on="2025-11-30" of="women" /%}', '1'],
    ['a count of a day nothing else speaks of', '{% count on="2022-02-02" /%}', '3'],
    ['a source’s figure', '{% figure source="Viasna" on="2025-11-30" /%}', '1,222'],
    ['the same by another name of the source', '{% figure source="Вясна" on="2025-12-31" /%}', '1,131'],
    ['a part of it', '{% figure source="Viasna" on="2025-12-31" of="women" /%}', '167'],
    ['another measure', '{% figure source="Viasna" on="2025-12" measure="recognised" /%}', '50'],
    ['what a deal announced', '{% deal on="2025-12-13" number="announced" /%}', '123'],
    ['whom a deal’s reports name', '{% deal on="2025-12-13" number="named" /%}', '3'],
    [
      'a derived number, as derived',
      '{% destination deal="2025-12-13" place="Ukraine" /%}',
      '114 (123 − 9, our calculation)',
    ],
    ['a name as readers of the page write it', '{% person name="Марыя Калеснікава" /%}', 'Maria Kolesnikova'],
    [
      'a name as the passage needs it',
      '{% person name="Maria Kolesnikova" %}Kolesnikova’s{% /person %}',
      'Kolesnikova’s',
    ],
    ['a term', '{% term person="Viktor Babariko" /%}', '14 years'],
    [
      'the rest nothing explains',
      '{% unexplained from="2025-11-30" to="2025-12-31" source="Viasna" as="fewer" /%}',
      '18',
    ],
    [
      'a quotation with its speaker',
      '{% quotation speaker="Robin Muster" starts="We will" /%}',
      'We will not rest until each and every one of them is homeRobin Muster',
    ],
  ])('%s', (_, body, expected) => {
    expect(words(body)).toBe(expected);
  });

  test.each([
    ['{% count on="2025-12-20" of="women" /%}', '../../day/2025-12-20/index.html#receipt-women'],
    ['{% figure source="Viasna" on="2025-11-30" /%}', /\.\.\/\.\.\/report\/0\/index\.html#claim-\d+/],
    ['{% deal on="2025-12-13" number="announced" /%}', '../../deal/2025-12-13/index.html'],
    ['{% person name="Ales Bialiatski" /%}', `../../person/${WHO.laureate}/index.html`],
    [
      '{% unexplained from="2025-11-30" to="2025-12-31" source="Viasna" as="fewer" /%}',
      '../../day/2025-12-31/index.html#bridge',
    ],
  ])('%s leads to where it comes from', (body, expected) => {
    const link = /<div class="prose">[\s\S]*?href="([^"]+)"/.exec(told(storyWith(body)))?.[1] ?? '';
    expect(link).toMatch(expected);
  });
});

describe('one sentence refuses', () => {
  test.each([
    ['a tag nobody knows', '{% total /%}', /is no tag of a story: use one of count, figure/],
    ['a tag with something missing', '{% figure source="Viasna" /%}', /is given on wrongly/],
    ['a day that is none', '{% count on="2025-02-30" /%}', /is given on wrongly/],
    ['a misspelt property', '{% count on="2025-12-20" off="women" /%}', /wrongly/],
    [
      'a figure nobody gave',
      '{% figure source="Viasna" on="2025-10-31" /%}',
      /asks for a figure of Viasna for 2025-10-31/,
    ],
    ['a part nobody gave', '{% figure source="Viasna" on="2025-11-30" of="minors" /%}', /asks for the minors/],
    ['a deal nobody told of', '{% deal on="2025-11-20" number="announced" /%}', /deal of 2025-11-20/],
    ['a place nobody was taken to', '{% destination deal="2025-12-13" place="Poland" /%}', /taken to Poland/],
    ['a person nobody named', '{% person name="Nobody Sample" /%}', /a name that no person in the register bears/],
    [
      'a person nobody decided on',
      '{% person name="Waiting Sample" /%}',
      /a name that no person in the register bears/,
    ],
    ['a person who is withheld', '{% person name="Янка Незнаны" /%}', /names somebody who is withheld/],
    ['a withheld name in the text', 'Also Yanka Neznany.', /names somebody who is withheld/],
    ['a term nobody gave', '{% term person="Ales Bialiatski" /%}', /accepted claims give none/],
    [
      'a bridge that is not there',
      '{% unexplained from="2025-11-30" to="2025-12-01" source="Viasna" as="fewer" /%}',
      /a bridge between/,
    ],
    [
      'a rest of the other sign',
      '{% unexplained from="2025-11-30" to="2025-12-31" source="Viasna" as="more" /%}',
      /does not bear out/,
    ],
    ['words nobody spoke', '{% quotation speaker="Robin Muster" starts="Nothing" /%}', /0 accepted quotations fit/],
  ])('%s', (_, body, expected) => {
    expect(() => told(storyWith(`First.\n\n${body}`))).toThrow(expected);
    expect(() => told(storyWith(`First.\n\n${body}`))).toThrow(/^story\.md, line 12: [^\n]+\.$/);
  });

  test('terms that differ, rather than picking one', () => {
    const history = exampleHistory();
    history.about(0, [WHO.flutist], { kind: 'sentenced', date: '2021-09', termMonths: 120 });
    const body = storyWith('{% term person="Maria Kolesnikova" /%}');
    expect(() => told(body, new ExampleSource(history.entries))).toThrow(/give 2 that differ/);
  });

  test('a name that two persons bear', () => {
    const history = exampleHistory();
    const other = history.accepted(0, { kind: 'detained', persons: ['Maria Kolesnikova'], date: '2024-01-01' });
    history.link(other, ['twin']);
    const body = storyWith('{% person name="Maria Kolesnikova" /%}');
    expect(() => told(body, new ExampleSource(history.entries))).toThrow(/a name that 2 persons bear/);
  });

  test('a number that its claim no longer bears out', () => {
    const history = exampleHistory();
    const figure = [...history.state().claims.values()].find(({ claim }) => claim.count === 1222)?.number ?? -1;
    history.decide('Maryna', { decision: 'refuse', claim: figure });
    const body = storyWith('{% figure source="Viasna" on="2025-11-30" /%}');
    expect(() => told(body, new ExampleSource(history.entries))).toThrow(/accept its claim first/);
  });
});

describe('the head of a story', () => {
  test('a withheld name in the title is refused', () => {
    const { text } = storyWith('Words.');
    const story = { name: 's.md', text: text.replace('A story', 'The case of Janka Nieznany') };
    expect(() => told(story)).toThrow(/^s\.md, line 1: names somebody who is withheld/);
  });

  test('breaking news stops being that when its day is over', () => {
    const breaking = (until: string) => told(storyWith('Words.', `breaking:\n  until: ${until}\n`));
    expect(breaking('2025-12-20')).toContain('Breaking news');
    expect(breaking('2025-12-19')).not.toContain('Breaking news');
  });

  test('an update says when and why', () => {
    const page = told(storyWith('Words.', 'updated:\n  - on: 2026-01-03\n    why: a figure was added\n'));
    expect(page).toContain('Updated on 3\u00A0January 2026: a figure was added');
  });
});

test.each(['en', 'be'])('the sample story in %s is bound to the last number', (language) => {
  const name = `release.${language}.md`;
  const text = readFileSync(join(import.meta.dirname, '../../samples/stories', name), 'utf8');
  const page = told({ name, text }, source, `${language}/story/december-release/index.html`);
  for (const number of ['123', '199', '167', '18', '>2<', '14']) expect(page).toContain(number);
});

test('every tag that docs/stories.md shows does what it says there: it can be bound', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/stories.md'), 'utf8');
  const shown = [...page.matchAll(/^\| `(\{%.*?%\})` \|/gm)].map(([, tag]) => tag ?? '');
  expect(shown.length).toBeGreaterThan(12);
  for (const tag of shown) expect(words(tag), tag).not.toBe('');
});
