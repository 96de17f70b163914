import { Refused } from '../text/refusal.ts';
import type { PageElement, PageNode } from './dom.ts';
import { isElement } from './dom.ts';
import { ownRegion } from './html-regions.ts';

/**
 * A run of text of a page and the innermost block element that holds it.
 *
 * @example
 * { text: 'A coach with freed prisoners …', element: figcaption }
 */
export interface TextRun {
  readonly text: string;
  readonly element: PageElement;
}

const SKIPPED = new Set(
  'script style noscript template svg math iframe object select option input textarea head canvas map'.split(' '),
);
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small ' +
    'span strike strong sub sup time tt u var wbr img picture source'
  ).split(' '),
);
// Stands for <br> until white space is collapsed; no text that was decoded holds it.
const BREAK = '\0';
// No page that a person made is nested this deep.
const DEPTH_MAX = 512;

type Step = { readonly enter: PageNode; readonly depth: number } | { readonly leave: PageElement };

/**
 * The text of a page in its order, a run for each block: white space collapsed as a browser does, `<br>` as a line
 * break, two of them as the end of a run. Inside a player every element is a run of its own, as a browser shows its
 * buttons and labels. Hidden elements, scripts and forms are left out.
 *
 * @throws Refused where elements are nested deeper than any page's.
 */
export function textRuns(root: PageElement, address: string): TextRun[] {
  const runs: TextRun[] = [];
  const blocks: PageElement[] = [root];
  let buffer = '';
  let players = 0;
  const flush = () => {
    const element = blocks.at(-1);
    if (element && buffer !== '') runs.push(...runsOf(buffer, element));
    buffer = '';
  };
  const steps: Step[] = [{ enter: root, depth: 0 }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('leave' in step) {
      flush();
      blocks.pop();
      if (ownRegion(step.leave) === 'player') players--;
      continue;
    }
    const { enter: node, depth } = step;
    if (depth > DEPTH_MAX)
      throw new Refused(`${address} is nested too deeply for a page: save its text and read that.`);
    if (node.nodeType === 3)
      buffer += node.parentElement?.closest('pre') ? (node.data ?? '').replaceAll('\n', BREAK) : node.data;
    if (!isElement(node) || SKIPPED.has(node.localName) || isHidden(node)) continue;
    if (node.localName === 'br' || node.localName === 'hr') buffer += BREAK;
    const player = ownRegion(node) === 'player';
    if (player || players > 0 || !INLINE.has(node.localName)) {
      flush();
      blocks.push(node);
      if (player) players++;
      steps.push({ leave: node });
    }
    for (const child of [...node.childNodes].toReversed()) steps.push({ enter: child, depth: depth + 1 });
  }
  flush();
  return runs;
}

function isHidden(element: PageElement): boolean {
  return (
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  );
}

function runsOf(buffer: string, element: PageElement): TextRun[] {
  const collapsed = buffer
    .replace(/[ \t\n\f\r]+/g, ' ')
    .split(BREAK)
    .map((line) => line.replace(/^ | $/g, ''))
    .join('\n');
  return collapsed
    .split(/\n{2,}/)
    .map((text) => ({ text: text.trim(), element }))
    .filter(({ text }) => text !== '');
}
