import { Readability } from '@mozilla/readability';
import type { LightDocument, LightElement, LightNode } from '@mozilla/readability/JSDOMParser.js';
import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import type { PageElement, PageNode } from './dom.ts';
import { isElement } from './dom.ts';
import { essence } from './shape.ts';

// Bears the number of an element through Readability, which moves and renames what it keeps.
const NUMBER = 'data-unforgotten';
// Beyond this many elements a page is an archive rather than an article, and Readability takes its time.
const ELEMENTS_MAX = 6_000;

/**
 * What Readability takes for the story of a page.
 *
 * @example
 * { elements: new Set([paragraph]), words: new Set(['they are free']) }
 */
export interface Readable {
  readonly elements: ReadonlySet<PageElement>;
  /** What stands in the paragraphs that it made itself, as `essence` gives it. */
  readonly words: ReadonlySet<string>;
}

/**
 * Asks Readability for the story of a page; nothing where it finds none or gives up. It works on a copy in the DOM that it
 * brings for itself, which takes a third of the time that it takes on linkedom's.
 */
export function readableIn(document: PageElement): Readable {
  const elements: PageElement[] = [];
  const copy = copyOf(document, elements);
  const content = copy && contentOf(copy);
  const kept = new Set<PageElement>();
  const words = new Set<string>();
  for (const element of content?.getElementsByTagName('*') ?? []) {
    const original = elements[Number(element.getAttribute(NUMBER) ?? -1)];
    if (original) kept.add(original);
    else if (element.localName === 'p') words.add(essence(element.textContent));
  }
  return { elements: kept, words };
}

function contentOf(document: LightDocument): LightElement | null {
  try {
    const options = { serializer: (node: unknown) => node as LightElement, keepClasses: true };
    type Input = ConstructorParameters<typeof Readability<LightElement>>[0];
    return new Readability<LightElement>(document as unknown as Input, options).parse()?.content ?? null;
  } catch {
    // It throws on pages that are too odd for it; ours is the next pass and needs no first one.
    return null;
  }
}

/** Numbers the elements that it copies; null for a page without a root, or of too many elements. */
function copyOf(document: PageElement, elements: PageElement[]): LightDocument | null {
  const root = document.querySelector('html');
  if (!root) return null;
  const copy = new JSDOMParser().parse('');
  // A stack of our own: a page may be nested deeper than calls may.
  const open: { readonly node: PageNode; readonly parent: LightNode | LightDocument }[] = [
    { node: root, parent: copy },
  ];
  for (let step = open.pop(); step; step = open.pop()) {
    const { node, parent } = step;
    if (node.nodeType === 3) parent.appendChild(copy.createTextNode(node.data ?? ''));
    if (!isElement(node) || isUnread(node)) continue;
    const element = elementOf(copy, node);
    element.setAttribute(NUMBER, String(elements.length));
    if (elements.push(node) > ELEMENTS_MAX) return null;
    parent.appendChild(element);
    for (let child = node.lastChild; child; child = child.previousSibling) open.push({ node: child, parent: element });
  }
  return copy;
}

function elementOf(copy: LightDocument, node: PageElement): LightElement {
  const element = copy.createElement(node.localName);
  for (const name of node.hasAttributes() ? node.getAttributeNames() : []) {
    element.setAttribute(name, node.getAttributeNode(name)?.value ?? '');
  }
  if (node.localName === 'html') copy.documentElement ??= element;
  else if (node.localName === 'head') copy.head ??= element;
  else if (node.localName === 'body') copy.body ??= element;
  else if (node.localName === 'title') copy.title ||= node.textContent.trim();
  return element;
}

/** What Readability throws away before it begins. */
function isUnread(element: PageElement): boolean {
  if (element.localName === 'style') return true;
  return element.localName === 'script' && element.getAttribute('type') !== 'application/ld+json';
}
