import { Refused } from '../text/refusal.ts';
import type { PageElement } from './dom.ts';
import { nestedTooDeeply, parsePage, tooCrowded } from './dom.ts';
import { mediaIn } from './html-media.ts';
import { regions } from './html-regions.ts';
import { statedIn } from './html-stated.ts';
import type { TextRun } from './html-text.ts';
import { textRuns } from './html-text.ts';
import type { Page, Piece } from './piece.ts';
import { readableIn } from './readable.ts';
import { essence } from './shape.ts';

const ROOT_SHARE = 0.8;
const HOLDER_SHARE = 0.3;
const LINK_SHARE = 0.9;
const AROUND = new Set<Piece['hint'] | null>(['navigation', 'related', 'furniture', 'comment']);
const CONTAINER = 'article, main, [role="main"]';

/**
 * Takes an HTML page apart. Readability says which part of the page is the story; within that part nothing is lost that
 * it would have dropped (lead captions, lists, notices of machine voices), and everything else stays on record as what
 * it is: navigation, other stories, furniture.
 *
 * @throws Refused where elements are nested deeper than any page's.
 */
export function readHtml(source: string, address: string): Page {
  if (nestedTooDeeply(source)) {
    throw new Refused(`${address} is nested too deeply for a page: save its text and read that.`);
  }
  if (tooCrowded(source)) {
    throw new Refused(`${address} has more elements than a page of a person: save its text and read that.`);
  }
  const document = parsePage(source);
  const body = document.querySelector('body');
  // Of a page cut off inside a script there is no body.
  if (!body) return { stated: statedIn(document), pieces: [] };
  const runs = textRuns(body);
  const { elements, words } = readableIn(document);
  const isKept = ({ element, text }: TextRun) => elements.has(element) || (words.size > 0 && words.has(essence(text)));
  const kept = new Set(runs.filter(isKept));
  const { root, holders } = storyIn(body, kept);
  const regionOf = regions((element) => holders.has(element));
  const headline = runs.findIndex(({ element }) => isUnder(element, 'h1'));
  const last = runs.findLastIndex((run) => (kept.size > 0 ? kept.has(run) : isInside(run.element, root)));
  const ofStory = (run: TextRun, at: number) =>
    kept.has(run) || (at <= last && (isInside(run.element, root) || (headline >= 0 && at >= headline)) && !isLink(run));
  let heading = false;
  const pieces = runs.map((run, paragraph): Piece => {
    const { text, element } = run;
    const ours = paragraph === headline || ofStory(run, paragraph);
    const hint = regionOf(element) ?? (ours ? (hintOf(element) ?? itemIn(text)) : 'furniture');
    // One headline a page; a second <h1> is a heading.
    const first = hint === 'headline' && !heading;
    heading ||= first;
    return { text, paragraph, ...(hint && { hint: hint === 'headline' && !first ? 'heading' : hint }) };
  });
  const isOurs = (element: PageElement) => !AROUND.has(regionOf(element));
  return { stated: statedIn(document), pieces, media: mediaIn(body, isOurs) };
}

/** True for a run that is nothing but links: where Readability leaves it out it leads to other pages. */
function isLink({ element, text }: TextRun): boolean {
  if (isUnder(element, 'a')) return true;
  let linked = 0;
  for (const link of element.querySelectorAll('a')) linked += link.textContent.trim().length;
  return linked >= text.length * LINK_SHARE;
}

function hintOf(element: PageElement): Piece['hint'] {
  for (let at: PageElement | null = element; at; at = at.parentElement) {
    if (at.localName === 'h1') return 'headline';
    if (/^h[2-6]$/.test(at.localName)) return 'heading';
    if (at.localName === 'blockquote') return 'quotation';
    if (at.localName === 'li' || at.localName === 'td' || at.localName === 'th') return 'item';
  }
  return undefined;
}

/** Agencies set their lists with asterisks. */
function itemIn(text: string): 'item' | undefined {
  return /^[*•▪]\s/.test(text) ? 'item' : undefined;
}

/**
 * The innermost element that holds most of the story, or the article around it where the page marks one; and all
 * elements that hold much of the story, which no class name makes a sidebar.
 */
function storyIn(body: PageElement, kept: ReadonlySet<TextRun>) {
  const held = new Map<PageElement, number>();
  let all = 0;
  for (const { element, text } of kept) {
    all += text.length;
    for (let at: PageElement | null = element; at; at = at.parentElement) {
      held.set(at, (held.get(at) ?? 0) + text.length);
    }
  }
  let inner: PageElement | null = null;
  const holders = new Set<PageElement>();
  for (const [element, length] of held) {
    if (length >= all * HOLDER_SHARE) holders.add(element);
    // Of nested elements that hold enough, the one inside the others is the innermost.
    if (length >= all * ROOT_SHARE && (inner === null || isInside(element, inner))) inner = element;
  }
  inner ??= body.querySelector(CONTAINER) ?? body;
  const root = inner.closest(CONTAINER) ?? (inner.localName === 'p' ? (inner.parentElement ?? inner) : inner);
  for (let at: PageElement | null = root; at; at = at.parentElement) holders.add(at);
  return { root, holders };
}

function isUnder(element: PageElement, tag: string): boolean {
  for (let at: PageElement | null = element; at; at = at.parentElement) if (at.localName === tag) return true;
  return false;
}

function isInside(element: PageElement, root: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parentElement) if (at === root) return true;
  return false;
}
