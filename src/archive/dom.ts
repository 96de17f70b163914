import { parseHTML } from 'linkedom';

// Elements without content, and those whose end old pages leave out.
const NEVER_NESTED = new Set(
  (
    'area base br col embed hr img input link meta param source track wbr ' +
    'p li dt dd tr td th option optgroup thead tbody tfoot colgroup'
  ).split(' '),
);
const DEPTH_MAX = 5000;
const TAGS_MAX = 40_000;

/**
 * What we use of a node of a parsed page.
 *
 * @example
 * { nodeType: 3, data: 'Listen', parentElement: span }
 */
export interface PageNode {
  /** 1 for an element, 3 for text. */
  readonly nodeType: number;
  readonly parentElement: PageElement | null;
  readonly previousSibling: PageNode | null;
  readonly data?: string;
}

/**
 * What we use of an element of a parsed page.
 *
 * @example
 * document.querySelector('h1')?.textContent
 */
export interface PageElement extends PageNode {
  readonly localName: string;
  readonly lastChild: PageNode | null;
  readonly textContent: string;
  hasAttributes(): boolean;
  getAttribute(name: string): string | null;
  getAttributeNames(): Iterable<string>;
  getAttributeNode(name: string): { readonly value: string } | null;
  closest(selector: string): PageElement | null;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  getElementsByTagName(tag: string): Iterable<PageElement>;
}

/** Parses a page; no script runs, nothing is loaded. */
export function parsePage(source: string): PageElement {
  // A fragment without a body would put its text beside the document.
  const whole = /<body\b/i.test(source) ? source : `<!doctype html><html><body>${source}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: PageElement };
  return document;
}

/** True for a page of more elements than a person's; parsing it would take for ever. */
export function tooCrowded(source: string): boolean {
  let tags = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) if (++tags > TAGS_MAX) return true;
  return false;
}

/** True for a page whose elements are nested deeper than a person's; parsing it would take for ever. */
export function nestedTooDeeply(source: string): boolean {
  let depth = 0;
  for (const [, slash, tag = ''] of source.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (NEVER_NESTED.has(tag.toLowerCase())) continue;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > DEPTH_MAX) return true;
  }
  return false;
}

/** True for an element (and not a text or a comment). */
export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}
