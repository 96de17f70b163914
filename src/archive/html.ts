import { Readability } from '@mozilla/readability';
import { Refused } from '../text/refusal.ts';
import type { PageElement } from './dom.ts';
import { nestedTooDeeply, parsePage } from './dom.ts';
import { regions } from './html-regions.ts';
import { statedIn } from './html-stated.ts';
import type { TextRun } from './html-text.ts';
import { textRuns } from './html-text.ts';
import type { Page, Piece } from './piece.ts';

// Bears the number of an element through Readability, which moves and renames what it keeps.
const NUMBER = 'data-unforgotten';
// Beyond this many elements a page is an archive rather than an article, and Readability takes its time.
const ELEMENTS_MAX = 10_000;
const ROOT_SHARE = 0.8;
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
  const document = parsePage(source);
  const body = document.querySelector('body');
  const runs = body ? textRuns(body) : [];
  const root = storyRoot(document, runs, keptElements(source, document));
  const holders = new Set<PageElement>();
  for (let at: PageElement | null = root; at; at = at.parentElement) holders.add(at);
  const regionOf = regions((element) => holders.has(element));
  const inRoot = runs.map(({ element }) => isInside(element, root));
  const headline = runs.findIndex(({ element }) => element.closest('h1') !== null);
  const last = inRoot.lastIndexOf(true);
  let heading = false;
  const pieces = runs.map(({ text, element }, paragraph): Piece => {
    const ours = inRoot[paragraph] || (headline >= 0 && paragraph >= headline && paragraph <= last);
    const hint = regionOf(element) ?? (ours || paragraph === headline ? hintOf(element) : 'furniture');
    // One headline a page; a second <h1> is a heading.
    const first = hint === 'headline' && !heading;
    heading ||= first;
    return { text, paragraph, ...(hint && { hint: hint === 'headline' && !first ? 'heading' : hint }) };
  });
  return { stated: statedIn(document), pieces };
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

/** The elements that Readability takes for the story, or none where it finds no story or gives up. */
function keptElements(source: string, document: PageElement): Set<PageElement> {
  const kept = new Set<PageElement>();
  const elements = [...document.querySelectorAll('*')];
  if (elements.length > ELEMENTS_MAX) return kept;
  const copy = parsePage(source);
  [...copy.querySelectorAll('*')].forEach((element, at) => {
    element.setAttribute(NUMBER, String(at));
  });
  const content = readableContent(copy);
  for (const element of content?.querySelectorAll(`[${NUMBER}]`) ?? []) {
    const original = elements[Number(element.getAttribute(NUMBER))];
    if (original) kept.add(original);
  }
  return kept;
}

function readableContent(document: PageElement): PageElement | null {
  try {
    const options = { serializer: (node: unknown) => node as PageElement };
    type Input = ConstructorParameters<typeof Readability<PageElement>>[0];
    return new Readability<PageElement>(document as unknown as Input, options).parse()?.content ?? null;
  } catch {
    // It throws on pages that are too odd for it; ours is the next pass and needs no first one.
    return null;
  }
}

/** The innermost element that holds most of the story, or the article around it where the page marks one. */
function storyRoot(document: PageElement, runs: readonly TextRun[], kept: ReadonlySet<PageElement>): PageElement {
  const held = new Map<PageElement, number>();
  let all = 0;
  let deepest: PageElement | null = null;
  for (const { element, text } of runs) {
    if (!kept.has(element)) continue;
    all += text.length;
    for (let at: PageElement | null = element; at; at = at.parentElement) {
      held.set(at, (held.get(at) ?? 0) + text.length);
    }
  }
  const enough = (element: PageElement) => (held.get(element) ?? 0) >= all * ROOT_SHARE;
  for (const [element] of held) {
    // Of nested elements that hold enough, the one inside the others is the deepest.
    if (enough(element) && (deepest === null || isInside(element, deepest))) deepest = element;
  }
  const inner = deepest ?? document.querySelector(CONTAINER) ?? document.querySelector('body') ?? document;
  return inner.closest(CONTAINER) ?? (inner.localName === 'p' ? (inner.parentElement ?? inner) : inner);
}

function isInside(element: PageElement, root: PageElement): boolean {
  for (let at: PageElement | null = element; at; at = at.parentElement) if (at === root) return true;
  return false;
}
