import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refused } from '../text/refusal.ts';
import type { About } from './read.ts';
import { readReport } from './read.ts';
import type { Report } from './report.ts';
import { isStory } from './report.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, about: Partial<About> = {}) => readReport(bytesOf(text), { address: 'page', ...about });

/** Holds a report to what every report promises. */
function keepsItsPromises(report: Report): void {
  const story = report.blocks.filter(isStory);
  for (const { text, start, end } of story) expect(text).toBe(report.text.slice(start, end));
  expect(report.text).toBe(story.map(({ text }) => text).join('\n\n'));
  expect(report.title.trim()).not.toBe('');
}

describe('refused in one sentence that names the address', () => {
  test.each([
    ['an empty page', bytesOf(''), /is empty/],
    ['nothing but white space', bytesOf(' \n\u00a0\n'), /is empty/],
    ['a PDF', bytesOf('%PDF-1.7 …'), /is a PDF and no page/],
    ['a zip archive', new Uint8Array([0x50, 0x4b, 3, 4, 20]), /zip archive/],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13]), /picture/],
    ['bytes that are no text', new Uint8Array([65, 0, 66, 0, 67, 0]), /no text/],
    ['control characters', new Uint8Array(Array.from({ length: 90 }, (_, at) => 1 + (at % 8))), /no text/],
    ['HTML without a story', bytesOf('<html><body><script>let a</script></body></html>'), /no story/],
    ['HTML with nothing but a menu', bytesOf('<nav><a>Home</a> <a>World</a></nav>'), /no story/],
    ['HTML with nothing but a headline', bytesOf('<body><h1>Court Extends A Term</h1></body>'), /no story/],
    ['a text with nothing but residue', bytesOf('Listen\n7 min\n\nXS\nSM'), /no story/],
    ['elements nested without end', bytesOf(`<body>${'<div>'.repeat(6000)}Freed.`), /nested too deeply/],
  ])('%s', (_, bytes, message) => {
    expect(() => readReport(bytes, { address: 'saved/page.html' })).toThrow(Refused);
    expect(() => readReport(bytes, { address: 'saved/page.html' })).toThrow(message);
    expect(() => readReport(bytes, { address: 'saved/page.html' })).toThrow(/^saved\/page\.html [^\n]+\.$/);
  });
});

describe('the published day', () => {
  test('is the documenter’s where the documenter says it', () => {
    const report = read('14 December 2025\n\nThey are free.', { published: '2025-12-13', publisher: 'Viasna' });
    expect(report).toMatchObject({ published: '2025-12-13', publishedFrom: 'documenter', publisher: 'Viasna' });
  });

  test('is else the day of a line of its own', () => {
    expect(read('16 декабря 2025\n\nОн остаётся в колонии.')).toMatchObject({
      published: '2025-12-16',
      publishedFrom: 'page',
    });
  });

  test('is else the latest day that the story names, and said to be so', () => {
    expect(read('He was sentenced on February 8, 2023, and is still held.')).toMatchObject({
      published: '2023-02-08',
      publishedFrom: 'latest day named',
    });
  });

  test('is left out where nothing tells it', () => {
    expect(read('He is still held, his family says.')).not.toHaveProperty('published');
    expect(read('24/11/21\n\nHe is still held, his family says.')).not.toHaveProperty('published');
  });

  test('of an HTML page is the day in the page’s own time zone', () => {
    const meta = '<meta property="article:published_time" content="2024-03-02T23:30:00-05:00">';
    expect(read(`<html><head>${meta}</head><body><p>They are free.</p></body></html>`).published).toBe('2024-03-02');
  });
});

describe('the title', () => {
  test.each([
    ['Fourteen Prisoners Freed In Minsk\n\nThey are free.', 'Fourteen Prisoners Freed In Minsk'],
    ['# Liberty, Caged\n\nThey are free.', 'Liberty, Caged'],
    ['---\ntitle: Two verdicts\n---\nThey are free.', 'Two verdicts'],
    ['They are free. They went home.', 'They are free.'],
    [`They are free, ${'and free, '.repeat(30)}and free.`, /^They are free.{60,110}…$/],
  ])('%j', (page, title) => {
    expect(read(page).title).toMatch(title);
  });

  test('taken from the first sentence makes no headline of it', () => {
    expect(read('They are free. They went home.').blocks).toMatchObject([{ kind: 'body' }]);
  });
});

describe('characters stay as they are', () => {
  test.each([
    ['no-break spaces and soft hyphens', '1\u00a0131 паліт\u00advязень застаецца ў турме.'],
    ['lines that a program wrapped', `${'word '.repeat(14)}word\n${'word '.repeat(14)}word.`],
    ['marks of Markdown inside a paragraph', '**Ulvi Hasanli** was sentenced to **9 years** in prison.'],
  ])('%s', (_, page) => {
    expect(read(page).text).toBe(page);
  });

  test('in HTML white space collapses as in a browser, and entities are read', () => {
    const page = '<body><p>1&nbsp;131\n   people &amp; more<br>are <b>held</b>.</p></body>';
    expect(read(page).text).toBe('1\u00a0131 people & more\nare held.');
  });
});

describe('encodings', () => {
  const sentence = 'Суд приговорил его к восьми годам колонии.';
  const cyrillic = Uint8Array.from(sentence, (letter) =>
    letter >= 'А' && letter <= 'я' ? letter.charCodeAt(0) - 0x410 + 0xc0 : letter.charCodeAt(0),
  );
  const utf16 = new Uint8Array(new Uint16Array(Array.from(`\ufeff${sentence}`, (unit) => unit.charCodeAt(0))).buffer);

  test.each([
    ['UTF-8', bytesOf(sentence), undefined],
    ['UTF-8 with its mark', bytesOf(`\ufeff${sentence}`), undefined],
    ['UTF-16 with its mark', utf16, undefined],
    ['windows-1251 that came with its name', cyrillic, 'text/plain; charset=windows-1251'],
    ['windows-1251 that did not', cyrillic, undefined],
    ['UTF-8 under a name that no encoding has', bytesOf(sentence), 'text/plain; charset=none-such'],
  ])('%s', (_, bytes, type) => {
    const report = readReport(bytes, { address: 'page', ...(type !== undefined && { type }) });
    expect(report.text).toBe(sentence);
    expect(report.language).toBe('ru');
  });
});

describe('laws', () => {
  const samples = ['1-release.html', '2-prison-record.txt', '3-december-figures.txt'].map((name) =>
    readFileSync(`samples/${name}`),
  );
  const damaged = fc
    .tuple(
      fc.constantFrom(...samples),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 40 }),
      fc.nat(),
      fc.boolean(),
    )
    .map(([sample, bytes, cut, whole]) => {
      const copy = new Uint8Array(whole ? sample : sample.subarray(0, cut % sample.length));
      for (const [at, byte] of bytes) if (copy.length > 0) copy[at % copy.length] = byte;
      return copy;
    });
  const lines = fc.array(
    fc.constantFrom('They are free.', 'Listen', '7 min', '# No', '---', '', '  - a', '<p>x', '> y', 'A A', 'a: b'),
  );
  const odd = fc.oneof(
    damaged,
    fc.uint8Array(),
    lines.map((all) => bytesOf(all.join('\n'))),
  );

  test('whatever the bytes, there is a report that keeps its promises or a refusal', () => {
    fc.assert(
      fc.property(odd, (bytes) => {
        try {
          keepsItsPromises(readReport(bytes, { address: 'page' }));
        } catch (problem) {
          expect(problem).toBeInstanceOf(Refused);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same bytes are read the same', () => {
    for (const sample of samples) {
      expect(readReport(sample, { address: 'a' })).toEqual(readReport(sample, { address: 'a' }));
    }
  });
});
