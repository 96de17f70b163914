import type { PageElement } from './dom.ts';
import { statedDay } from './front-matter.ts';
import type { Stated } from './piece.ts';

type Data = Record<string, unknown>;
const ARTICLE = /(?:Article|Posting|Report|Statement)$/;
const GRAPH_DEPTH_MAX = 4;
const META_NAMES = ['property', 'name', 'itemprop'];

/**
 * What a page states about itself outside its text: JSON-LD first, then meta elements, then `<time>` and `<title>`.
 * Days are those of the page's own time zone.
 */
export function statedIn(document: PageElement): Stated {
  const data = articleData(document);
  const metas = metasOf(document);
  const title = words(data.headline) ?? firstOf(metas, 'og:title') ?? ownTitle(document);
  const published =
    statedDay(words(data.datePublished)) ??
    statedDay(
      firstOf(metas, 'article:published_time', 'datePublished', 'dc.date', 'dc.date.issued', 'pubdate', 'date'),
    ) ??
    statedDay(
      document.querySelector('article time[datetime], time[datetime][pubdate]')?.getAttribute('datetime') ?? '',
    );
  const modified =
    statedDay(words(data.dateModified)) ??
    statedDay(firstOf(metas, 'article:modified_time', 'og:updated_time', 'dateModified', 'last-modified'));
  const publisher = nameOf(data.publisher) ?? firstOf(metas, 'og:site_name', 'application-name');
  const byline = nameOf(data.author) ?? firstOf(metas, 'author', 'article:author', 'dc.creator');
  const language = document.querySelector('html')?.getAttribute('lang')?.slice(0, 2).toLowerCase();
  return {
    ...(title && { title }),
    ...(published && { published }),
    ...(modified && { modified }),
    ...(publisher && { publisher }),
    // Some pages give the address of the author's profile instead of a name.
    ...(byline && !byline.includes('://') && { byline }),
    ...(language && /^[a-z]{2}$/.test(language) && { language }),
    ...([data['@type']].flat().includes('LiveBlogPosting') && { live: true }),
  };
}

function articleData(document: PageElement): Data {
  for (const script of document.getElementsByTagName('script')) {
    if (script.getAttribute('type') !== 'application/ld+json') continue;
    const found = findArticle(jsonOf(script.textContent), GRAPH_DEPTH_MAX);
    if (found) return found;
  }
  return {};
}

/** Null where the script is broken: pages with such scripts are common, and their text is whole. */
function jsonOf(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

function findArticle(value: unknown, depth: number): Data | null {
  if (depth === 0 || value === null || typeof value !== 'object') return null;
  if (Array.isArray(value)) {
    for (const each of value) {
      const found = findArticle(each, depth - 1);
      if (found) return found;
    }
    return null;
  }
  const data = value as Data;
  if ([data['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type))) return data;
  return findArticle(data['@graph'] ?? data.mainEntity, depth - 1);
}

function nameOf(value: unknown): string | undefined {
  const names = [value].flat().map((one) => words((one as Data | null)?.name ?? one));
  return names.filter((name) => name !== undefined).join(', ') || undefined;
}

function words(value: unknown): string | undefined {
  return (typeof value === 'string' && value.replace(/\s+/g, ' ').trim()) || undefined;
}

/** The first of these names that a meta element of the page gives a value to. */
function firstOf(metas: ReadonlyMap<string, string>, ...names: string[]): string | undefined {
  for (const name of names) {
    for (const attribute of META_NAMES) {
      const content = metas.get(`${attribute} ${name}`);
      if (content) return content;
    }
  }
  return undefined;
}

/** Looked through once: a page has dozens of meta elements, and we ask for a dozen names. */
function metasOf(document: PageElement): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const element of document.getElementsByTagName('meta')) {
    const content = words(element.getAttribute('content'));
    for (const attribute of content ? META_NAMES : []) {
      const key = `${attribute} ${element.getAttribute(attribute) ?? ''}`;
      if (content && !metas.has(key)) metas.set(key, content);
    }
  }
  return metas;
}

/** The page's title without the name of the site that follows it: `Minsk Frees 123 - Sample Courier`. */
function ownTitle(document: PageElement): string | undefined {
  return words(document.querySelector('title')?.textContent)?.replace(/\s+[|–—-]\s+[^|–—-]{2,40}$/, '');
}
