import type { AnyFeed } from 'feedsmith';
import { parseFeed } from 'feedsmith';
import { Refused } from '../text/refusal.ts';
import type { Work } from './bounds.ts';
import { statedDay } from './front-matter.ts';
import { readHtml } from './html.ts';
import type { Page, Stated } from './piece.ts';

/**
 * A page that stands in a file with others, and where it is.
 *
 * @example
 * { address: 'feed.xml#3', page: { stated: {}, pieces: [{ text: 'Two verdicts, one week', paragraph: 0 }] } }
 */
export interface PartPage {
  /** Its own web address where the file tells it, else the file's with its number. */
  readonly address: string;
  readonly page: Page;
}

interface Entry {
  readonly link: string | undefined;
  readonly content: string | undefined;
  readonly title: string | undefined;
  readonly stated: Stated;
}

const NESTED = /<!ENTITY\b/i;

/**
 * The entries of an RSS, Atom or RDF feed that bring their text along. Entries that are a title and a link alone are no
 * reports.
 *
 * @throws Refused, naming the file, for a feed that is broken or declares entities of its own, as bombs do.
 */
export function* pagesInFeed(source: string, work: Work): Generator<PartPage> {
  const { address } = work;
  if (NESTED.test(source))
    throw new Refused(`${address} declares entities of its own, as no feed does: leave it alone.`);
  // Counted before they are taken apart: that takes its time.
  for (const _ of source.matchAll(/<(?:item|entry)\b/gi)) work.entry();
  const feed = parsed(source, address);
  const { stated, entries } = entriesOf(feed);
  for (const [at, entry] of entries.entries()) {
    if (feed.format === 'json') work.entry();
    work.goOn();
    if (!entry.content || !/\p{L}/u.test(entry.content)) continue;
    const own = entry.link && /^https?:\/\//i.test(entry.link) ? entry.link : `${address}#${at + 1}`;
    const heading = entry.title ? `<h1>${escaped(entry.title)}</h1>` : '';
    const page = readHtml(`<html><body><article>${heading}${entry.content}</article></body></html>`, own);
    yield { address: own, page: { ...page, stated: { ...page.stated, ...stated, ...entry.stated } } };
  }
}

function parsed(source: string, address: string): AnyFeed {
  try {
    return parseFeed(source);
  } catch (error) {
    throw new Refused(`${address} is no feed that can be read: save it once more, whole.`, { cause: error });
  }
}

function entriesOf(parsedFeed: AnyFeed): { stated: Stated; entries: Entry[] } {
  switch (parsedFeed.format) {
    case 'rss': {
      const { feed } = parsedFeed;
      const entries = (feed.items ?? []).map((item) => {
        const byline = item.dc?.creators?.[0] ?? item.authors?.[0]?.name;
        return entryOf(item.title, item.link, longer(item.content?.encoded, item.description), item.pubDate, byline);
      });
      return { stated: statedOf(feed.title, feed.language), entries };
    }
    case 'atom': {
      const { feed } = parsedFeed;
      const entries = (feed.entries ?? []).map((entry) => {
        const link = entry.links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
        const content = longer(entry.content?.value, entry.summary?.value);
        const byline = entry.authors?.[0]?.name;
        return entryOf(entry.title?.value, link, content, entry.published ?? entry.updated, byline, entry.updated);
      });
      return { stated: statedOf(feed.title?.value, feed.xml?.lang), entries };
    }
    case 'rdf': {
      const { feed } = parsedFeed;
      const entries = (feed.items ?? []).map((item) => {
        const content = longer(item.content?.encoded, item.description);
        return entryOf(item.title, item.link, content, item.dc?.dates?.[0], item.dc?.creators?.[0]);
      });
      return { stated: statedOf(feed.title, feed.dc?.languages?.[0]), entries };
    }
    case 'json': {
      const { feed } = parsedFeed;
      const entries = (feed.items ?? []).map((item) =>
        entryOf(
          item.title,
          item.url,
          item.content_html ?? `<p>${escaped(item.content_text ?? '').replace(/\n\s*\n/g, '</p><p>')}</p>`,
          item.date_published,
          item.authors?.[0]?.name,
        ),
      );
      return { stated: statedOf(feed.title, feed.language), entries };
    }
  }
}

function entryOf(
  title: string | undefined,
  link: string | undefined,
  content: string | undefined,
  moment: string | undefined,
  byline: string | undefined,
  changed?: string,
): Entry {
  const published = statedDay(withoutWeekday(moment));
  const modified = statedDay(withoutWeekday(changed));
  const stated = {
    ...(title && { title }),
    ...(published && { published }),
    ...(modified && modified !== published && { modified }),
    ...(byline && { byline }),
  };
  return { title, link, content, stated };
}

/** A teaser beside the whole text is left out: it says the same. */
function longer(content: string | undefined, summary: string | undefined): string | undefined {
  return (content?.length ?? 0) >= (summary?.length ?? 0) ? content : summary;
}

function statedOf(publisher: string | undefined, language: string | undefined): Stated {
  const code = language?.slice(0, 2).toLowerCase();
  return { ...(publisher && { publisher }), ...(code && /^[a-z]{2}$/.test(code) && { language: code }) };
}

/** RFC 822 dates as `14 Dec 2025 10:00:00`, in the time zone they are written in. */
function withoutWeekday(moment: string | undefined): string | undefined {
  return /\d{1,2} \p{L}{3,9} \d{4}/u.exec(moment ?? '')?.[0] ?? moment;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
