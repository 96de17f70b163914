import { describe, expect, test } from 'vitest';
import { readReports } from './reports.ts';

const BODY = 'A court in Hrodna has sentenced a teacher to four years in prison.';
const LINK = 'https://example.org/1';
const read = (source: string) => readReports(new TextEncoder().encode(source), { address: 'feed' });

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
  <title>Sample Watch</title><item><title>Two verdicts</title><link>${LINK}</link><description>A court …</description>
  <content:encoded><![CDATA[<p>${BODY}</p>]]></content:encoded><pubDate>Sun, 14 Dec 2025 01:00:00 +0300</pubDate></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Sample Watch</title><entry><title>Two verdicts</title>
  <link href="${LINK}"/><published>2025-12-14T01:00:00+03:00</published><content type="html">&lt;p&gt;${BODY}&lt;/p&gt;</content></entry></feed>`;
const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel><title>Sample Watch</title></channel><item><title>Two verdicts</title><link>${LINK}</link><description>${BODY}</description><dc:date>2025-12-14</dc:date></item></rdf:RDF>`;
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Sample Watch',
  items: [
    { id: '1', url: LINK, title: 'Two verdicts', content_text: BODY, date_published: '2025-12-14T01:00:00+03:00' },
  ],
});

describe('an entry is a report of its own, with the day of its own time zone', () => {
  test.each([
    ['RSS', RSS],
    ['Atom', ATOM],
    ['RDF', RDF],
    ['JSON Feed', JSON_FEED],
  ])('%s', async (_, source) => {
    expect(await read(source)).toMatchObject([
      {
        address: LINK,
        report: {
          title: 'Two verdicts',
          published: '2025-12-14',
          publisher: 'Sample Watch',
          text: `Two verdicts\n\n${BODY}`,
        },
      },
    ]);
  });

  test('paragraphs of plain text stay apart', async () => {
    const [only] = await read(JSON_FEED.replace(BODY, `${BODY}\\n\\nNo one was told.`));
    expect(only?.report.blocks.filter(({ kind }) => kind === 'body')).toHaveLength(2);
  });
});

describe('what is no feed, or too much of one', () => {
  test.each([
    ['entries beyond counting', RSS.replace('<item>', '<item></item>'.repeat(10_001)), /more than 10,000 entries/],
    [
      'entries of JSON beyond counting',
      JSON_FEED.replace('[{', `[${'{"id":"1"},'.repeat(10_001)}{`),
      /more than 10,000 entries/,
    ],
    ['an entry that is a link', RSS.replace(/<(?:content|desc)[\s\S]*<pub/, '<pub'), /no entry with text/],
    ['a feed cut short', JSON_FEED.slice(0, -20), /no feed that can be read/],
  ])('%s is refused', async (_, source, sentence) => {
    await expect(read(source)).rejects.toThrow(sentence);
  });

  test.each([
    ['JSON that speaks of feeds', '{"about":"jsonfeed.org/version/1 is a format that few papers publish in."}'],
  ])('%s is none', async (_, source) => {
    expect(await read(source)).toMatchObject([{ part: false }]);
  });
});
