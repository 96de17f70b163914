import { describe, expect, test } from 'vitest';
import { readReport } from './read.ts';
import { isStory } from './report.ts';

const PARAGRAPHS = `
  <p>A court in Hrodna has added two years to the term of a reporter, the invented Sample Watch said on Saturday.</p>
  <p>The hearing took place behind closed doors, and the reporter's lawyer was not told of it, the group said.</p>
  <p>It was the third such verdict this year, and nobody expects it to be the last one of its kind in the city.</p>`;

/** A page with a headline, three paragraphs and what the case adds, in a place of its choice. */
const page = (parts: {
  head?: string;
  above?: string;
  below?: string;
  after?: string;
  open?: string;
}) => `<!doctype html>
<html><head><title>Court Extends A Term | Sample Tribune</title>${parts.head ?? ''}</head><body>
<div ${parts.open ?? ''}><h1>Court Extends A Reporter's Term</h1>${parts.above ?? ''}${PARAGRAPHS}${parts.below ?? ''}</div>
${parts.after ?? ''}</body></html>`;
const read = (parts: Parameters<typeof page>[0]) =>
  readReport(new TextEncoder().encode(page(parts)), { address: 'page.html' });
const kindOf = (parts: Parameters<typeof page>[0], words: string) =>
  read(parts).blocks.find(({ text }) => text.includes(words))?.kind;

describe('what stands around a story is kept apart', () => {
  test.each([
    ['a menu', '<nav><a>Home</a> <a>World</a></nav>', 'Home', 'navigation'],
    ['the head of the site', '<header>Sample Tribune since 1990</header>', 'since 1990', 'navigation'],
    ['a sidebar', '<aside><p>Ten maps that explain the border, as we drew them.</p></aside>', 'Ten maps', 'related'],
    [
      'a sidebar by its class',
      '<div class="c-related"><p>Ten maps that explain it all.</p></div>',
      'Ten maps',
      'related',
    ],
    ['sharing', '<div class="share-tools"><p>Tell your friends of this story today.</p></div>', 'friends', 'residue'],
    [
      'comments',
      '<div id="comments"><p>This is nothing new, it has been so for years.</p></div>',
      'nothing',
      'comment',
    ],
    ['the foot of the page', '<footer><p>A publication of the invented Sample House.</p></footer>', 'House', 'residue'],
    [
      'a warning in it',
      '<footer><p>If you are in Russia, you could face a fine for this.</p></footer>',
      'fine',
      'notice',
    ],
    ['links to other pages', '<ul><li><a>Ten maps that explain the border</a></li></ul>', 'Ten maps', 'residue'],
  ])('%s', (_, after, words, kind) => {
    expect(kindOf({ after }, words)).toBe(kind);
    expect(read({ after }).text).not.toContain(words);
  });
});

describe('what belongs to a story stays in it', () => {
  test.each([
    [
      'a lead caption',
      { above: '<figure><img><figcaption>The court house in Hrodna.</figcaption></figure>' },
      'caption',
    ],
    ['a caption by its class', { above: '<div><span class="caption">The court house.</span></div>' }, 'caption'],
    [
      'a subheading',
      { below: '<h2>The court and its record</h2><p>It has done so before, many times.</p>' },
      'heading',
    ],
    [
      'a quotation',
      { below: '<blockquote>The court told us after it was over, as it always does.</blockquote>' },
      'quotation',
    ],
    ['a list', { below: '<ul><li>The court of Hrodna, since March, with five verdicts in all.</li></ul>' }, 'body'],
    ['a story in an element that claims to be a sidebar', { open: 'class="sidebar-layout"' }, 'body'],
    ['a story in an element that claims to be about sharing', { open: 'id="share-buttons-2"' }, 'body'],
  ] as const)('%s', (_, parts, kind) => {
    const { blocks } = read(parts);
    expect(
      blocks
        .filter(isStory)
        .filter(({ text }) => /court/i.test(text))
        .map((block) => block.kind),
    ).toContain(kind);
    expect(blocks.filter(({ kind: each }) => each === 'body').length).toBeGreaterThanOrEqual(3);
  });
});

describe('no sentence of a story is lost to a word that stands before it', () => {
  const last = '<p>It has done so before, many times, and it will again.</p>';
  test('a column of comments in a table', () => {
    const table = '<table><tr><th>Court</th><th>Comments</th></tr></table>';
    expect(read({ below: `${table}${last}` }).text).toContain('It has done so before');
    expect(read({ below: `<h3>Comments</h3>${last}` }).text).not.toContain('It has done so before');
  });

  test('a heading that the paragraph below it explains', () => {
    const explained = '<h2>Court house</h2><p>Court house is what they call it.</p>';
    expect(read({ above: explained }).text).toContain('what they call it');
    expect(read({ below: explained }).text).not.toContain('what they call it');
  });

  test('a player in the story brings none of its dialogues along', () => {
    const player = '<div class="vjs-caption-settings vjs-modal-overlay"><p>Font Size</p><p>Text Edge Style</p></div>';
    expect(read({ below: player }).text).not.toMatch(/Font Size|Edge/);
  });
});

describe('what the page states about itself', () => {
  const ld = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
  test.each([
    [
      'JSON-LD',
      ld({ '@type': 'NewsArticle', datePublished: '2024-03-02T23:30:00-05:00' }),
      { published: '2024-03-02' },
    ],
    [
      'a graph',
      ld({ '@graph': [{ '@type': 'Person' }, { '@type': 'Article', dateModified: '2024-03-05' }] }),
      { modified: '2024-03-05' },
    ],
    [
      'a list of types',
      ld([{ '@type': ['Thing', 'ReportageNewsArticle'], author: [{ name: 'Jo Sample' }, 'Robin Muster'] }]),
      { byline: 'Jo Sample, Robin Muster' },
    ],
    [
      'publisher',
      ld({ '@type': 'NewsArticle', publisher: { name: 'Sample Courier' } }),
      { publisher: 'Sample Courier' },
    ],
    ['meta elements', '<meta property="og:site_name" content="Sample Tribune">', { publisher: 'Sample Tribune' }],
    ['a date in words', '<meta name="date" content="2 March 2024">', { published: '2024-03-02' }],
  ])('%s', (_, head, expected) => {
    expect(read({ head })).toMatchObject(expected);
  });

  test.each([
    ['broken JSON-LD', '<script type="application/ld+json">{"@type":"NewsArticle",</script>', 'published'],
    ['a day that does not exist', '<meta property="article:published_time" content="2024-02-30">', 'published'],
    [
      'another kind of thing',
      '<script type="application/ld+json">{"@type":"WebSite","name":"X"}</script>',
      'publisher',
    ],
    ['an author’s address', '<meta property="article:author" content="https://example.org/jo">', 'byline'],
  ])('%s tells nothing', (_, head, missing) => {
    expect(read({ head })).not.toHaveProperty(missing);
  });

  test('the language of a text that does not show it', () => {
    const named = '<html lang="be-BY"><body><p>Мария Колесникова — Виктор Бабарико — Алесь Бяляцкий.</p></body></html>';
    expect(readReport(new TextEncoder().encode(named), { address: 'page' }).language).toBe('be');
  });
});

describe('players', () => {
  const listen =
    '<div class="audio-player"><span>Listen</span><span>3 min</span><b>This audio is AI-generated</b></div>';
  const film =
    '<div class="video-player"><p>They Arrive In Vilnius</p><p>No media source currently available</p></div>';

  test('become media, and no word of them is in the text', () => {
    const report = read({ above: listen, below: film });
    expect(report.media).toEqual([
      { kind: 'audio', seconds: 180, machineMade: true },
      { kind: 'video', missing: true, caption: 'They Arrive In Vilnius' },
    ]);
    expect(report.marks).toEqual(['ai-generated']);
    expect(report.text).not.toMatch(/Listen|AI-generated|Vilnius|available/);
  });

  test('a story without one has none', () => {
    expect(read({}).media).toEqual([]);
  });
});

test('scripts, hidden elements and comments of the code are never read', () => {
  const below =
    '<script>var a = "secret one"</script><p hidden>secret two</p><p style="display: none">secret three</p><!-- secret four -->';
  expect(JSON.stringify(read({ below }))).not.toContain('secret');
});
