import { parse } from 'yaml';
import type { Day } from '../time/day.ts';
import { isDay } from '../time/day.ts';
import { dayOfLine } from './named-day.ts';
import type { Stated } from './piece.ts';

// Keys that name the same thing in the front matter of different programs.
const KEYS: Readonly<Record<Exclude<keyof Stated, 'live'>, readonly string[]>> = {
  title: ['title', 'headline'],
  language: ['lang', 'language', 'locale'],
  published: ['date', 'published', 'published_time', 'publisheddate', 'pubdate', 'created'],
  modified: ['modified', 'modified_time', 'updated', 'lastmod', 'last_modified_at'],
  publisher: ['publisher', 'site', 'site_name', 'outlet'],
  byline: ['author', 'authors', 'byline'],
};
const FRONT_MATTER_MAX = 20_000;

/**
 * Reads the front matter at the beginning of a text: YAML between two lines of `---`, or lines of `Key: value` before
 * the first empty line, one of which is the title or the date.
 *
 * @returns what it states and where the text begins behind it; nothing and 0 where there is none.
 */
export function frontMatterOf(text: string): { stated: Stated; end: number } {
  const fenced = /^---[ \t]*\r?\n/.exec(text);
  if (fenced) return fencedMatter(text, fenced[0].length) ?? { stated: {}, end: 0 };
  const lines = /^(?:[A-Z][A-Za-z_-]{1,20}:[ \t][^\n]*\r?\n)+(?=[ \t]*\r?\n)/.exec(text.slice(0, FRONT_MATTER_MAX));
  if (!lines || !/^(?:title|date):/im.test(lines[0])) return { stated: {}, end: 0 };
  const values = lines[0].split('\n').map((line) => /^([^:]+):\s*(.*)$/.exec(line.trim()));
  return { stated: statedIn(Object.fromEntries(values.map((pair) => [pair?.[1], pair?.[2]]))), end: lines[0].length };
}

function fencedMatter(text: string, start: number): { stated: Stated; end: number } | null {
  const close = /\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(start - 1, FRONT_MATTER_MAX));
  if (!close) return null;
  const values = yamlOf(text.slice(start, start - 1 + close.index + 1));
  if (values === null || typeof values !== 'object' || Array.isArray(values)) return null;
  // "They are in prison. She: no." between two rules is YAML too, but no key has spaces.
  if (!Object.keys(values).every((key) => /^[\p{L}\w.-]{1,40}$/u.test(key))) return null;
  return { stated: statedIn(values as Record<string, unknown>), end: start - 1 + close.index + close[0].length };
}

/** Null where the lines are no YAML: they are text between two rules then. */
function yamlOf(lines: string): unknown {
  try {
    // Failsafe: a date stays as written, with the day of its own time zone.
    return parse(lines, { schema: 'failsafe', logLevel: 'silent', maxAliasCount: 0 });
  } catch {
    return null;
  }
}

function statedIn(values: Record<string, unknown>): Stated {
  const lower = new Map(Object.entries(values).map(([key, value]) => [key.toLowerCase(), value]));
  const first = (names: readonly string[]) => names.map((name) => wordsOf(lower.get(name))).find((found) => found);
  const title = first(KEYS.title);
  const language = first(KEYS.language)?.slice(0, 2).toLowerCase();
  const published = statedDay(first(KEYS.published));
  const modified = statedDay(first(KEYS.modified));
  const publisher = first(KEYS.publisher);
  const byline = first(KEYS.byline);
  return {
    ...(title && { title }),
    ...(language && { language }),
    ...(published && { published }),
    ...(modified && { modified }),
    ...(publisher && { publisher }),
    ...(byline && { byline }),
  };
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsOf).filter(Boolean).join(', ');
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

/** The day that a stated moment begins with: `2025-12-14T18:18:37+02:00` is the 14th, whatever day it is in UTC. */
export function statedDay(moment: string | undefined): Day | undefined {
  const beginning = (moment ?? '').slice(0, 10);
  return isDay(beginning) ? beginning : (dayOfLine(moment ?? '') ?? undefined);
}
