import Markdoc, { type Node } from '@markdoc/markdoc';
import { parse } from 'yaml';
import * as z from 'zod';
import { Refused } from '../text/refusal.ts';
import type { Day } from '../time/day.ts';
import { isDay } from '../time/day.ts';
import type { StoryFile } from './edition.ts';
import { LANGUAGES, type Language } from './wording.ts';

/**
 * A story as read: what stands above it, and its text as a tree in which every number, name and quotation is a tag that
 * waits to be bound to the register.
 *
 * @example
 * const story = readStory({ name: 'release.en.md', text });
 * story.slug // 'december-release'
 */
export interface Story {
  /** What a refusal calls it. */
  readonly name: string;
  readonly head: StoryHead;
  readonly body: Node;
}

// What stands above a story.
type StoryHead = z.infer<typeof HEAD>;

const day = z.string().refine(isDay, 'is no day such as 2025-12-20');
const words = z.string().min(1);

const HEAD = z.strictObject({
  title: words,
  standfirst: words,
  dateline: words.optional(),
  byline: words,
  published: day,
  language: z.enum(LANGUAGES),
  /** Part of the address, the same in every language: no name belongs in it. */
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may hold small letters, digits and hyphens only'),
  /** Breaking until the end of this day. */
  breaking: z.strictObject({ until: day }).optional(),
  updated: z.array(z.strictObject({ on: day, why: words })).optional(),
});

// What a story may be made of. Pictures, links and code have no place: nothing in a story leads out of the edition.
const NODES: ReadonlySet<string> = new Set([
  'document',
  'heading',
  'paragraph',
  'inline',
  'text',
  'strong',
  'em',
  'list',
  'item',
  'softbreak',
  'hardbreak',
  'tag',
]);

/**
 * Reads a story.
 *
 * @throws Refused where its head is incomplete, it holds something a story may not hold, or a number is typed in by hand.
 */
export function readStory({ name, text }: StoryFile): Story {
  const body = Markdoc.parse(text);
  const head = headOf(name, body);
  for (const part of [head.title, head.standfirst]) refuseTypedNumber(part, name, 1);
  for (const node of body.walk()) {
    if (node.errors.length > 0) {
      throw refused(name, lineOf(node), `cannot be read (${node.errors[0]?.message}): correct the tag`);
    }
    if (!NODES.has(node.type)) {
      throw refused(name, lineOf(node), `holds a ${node.type}, which a story may not: write it as text or take it out`);
    }
    if (node.type === 'text') refuseTypedNumber(String(node.attributes.content), name, lineOf(node));
  }
  return { name, head, body };
}

/** The days a story's counts ask about, so that each gets its page and its receipt. */
export function daysAsked(stories: readonly Story[]): readonly Day[] {
  return stories
    .flatMap(({ body }) => [...body.walk()])
    .filter((node) => node.tag === 'count')
    .map((node) => String(node.attributes.on))
    .filter(isDay);
}

/** Refuses stories of which two would lie at one address. */
export function refuseDoubles(stories: readonly Story[]): void {
  const seen = new Map<string, string>();
  for (const { name, head } of stories) {
    const address = `${head.language}/${head.slug}`;
    const other = seen.get(address);
    if (other !== undefined) {
      throw new Refused(`The stories ${other} and ${name} have the same language and slug: give one another slug.`);
    }
    seen.set(address, name);
  }
}

/** Picks the stories in a language, the latest first. */
export function storiesIn(language: Language, stories: readonly Story[]): readonly Story[] {
  return stories
    .filter(({ head }) => head.language === language)
    .toSorted((a, b) => (a.head.published > b.head.published ? -1 : a.head.published < b.head.published ? 1 : 0));
}

/** The line of the story's file on which a node begins, from 1. */
export function lineOf(node: Node): number {
  return (node.location?.start.line ?? node.lines[0] ?? 0) + 1;
}

/** The one sentence a story is refused with. */
export function refused(name: string, line: number, what: string): Refused {
  return new Refused(`${name}, line ${line}: ${what}.`);
}

function headOf(name: string, body: Node): StoryHead {
  const text: unknown = body.attributes.frontmatter;
  if (typeof text !== 'string') {
    throw refused(name, 1, 'has no head: begin with --- and title, standfirst, byline, published, language and slug');
  }
  let raw: unknown;
  try {
    raw = parse(text);
  } catch {
    throw refused(name, 1, 'has a head that is no YAML: write one "name: value" on each line');
  }
  const head = HEAD.safeParse(raw);
  if (head.success) return head.data;
  const issue = head.error.issues[0];
  throw refused(
    name,
    1,
    `has a head whose ${issue?.path.join('.') || 'shape'} is wrong (${issue?.message}): correct it`,
  );
}

// A number of three or more figures, grouped or not, that is no year. Days of the month are shorter.
function refuseTypedNumber(text: string, name: string, line: number): void {
  for (const [found] of text.matchAll(/\d+(?:[.,\s\u00A0\u202F]\d{3})*/gu)) {
    const digits = found.replaceAll(/\D/g, '');
    if (digits.length < 3 || /^(19|20)\d\d$/.test(found)) continue;
    throw refused(
      name,
      line,
      `has the number ${found} typed in by hand: bind it with a tag such as {% count %}, {% figure %} or {% deal %}`,
    );
  }
}
