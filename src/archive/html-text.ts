import { namesJoined } from './broken-names.ts';
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
    'span strike strong sub sup time tt u var wbr br img picture source'
  ).split(' '),
);
// Stands for <br> until white space is collapsed; no text that was decoded holds it.
const BREAK = '\0';

type Step = { readonly enter: PageNode } | { readonly leave: PageElement; readonly player: boolean };

/**
 * The text of a page in its order, a run for each block: white space collapsed as a browser does, `<br>` as a line
 * break, two of them as the end of a run. Inside a player every element is a run of its own, as a browser shows its
 * buttons and labels. Hidden elements, scripts and forms are left out.
 */
export function textRuns(root: PageElement): TextRun[] {
  const runs: TextRun[] = [];
  const blocks: PageElement[] = [];
  let buffer = '';
  let players = 0;
  let verbatim = 0;
  const flush = () => {
    const element = blocks.at(-1);
    if (element && buffer !== '') runs.push(...runsOf(buffer, element));
    buffer = '';
  };
  // A stack of our own: a page may be nested deeper than calls may.
  const steps: Step[] = [{ enter: root }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ('leave' in step) {
      flush();
      blocks.pop();
      if (step.player) players--;
      if (step.leave.localName === 'pre') verbatim--;
      continue;
    }
    const node = step.enter;
    if (node.nodeType === 3) buffer += verbatim > 0 ? node.data?.replaceAll('\n', BREAK) : node.data;
    if (!isElement(node) || SKIPPED.has(node.localName) || isHidden(node)) continue;
    if (node.localName === 'br') buffer += BREAK;
    const region = ownRegion(node);
    const player = region === 'player';
    if (player || players > 0 || region === 'caption' || !INLINE.has(node.localName)) {
      flush();
      blocks.push(node);
      if (player) players++;
      if (node.localName === 'pre') verbatim++;
      steps.push({ leave: node, player });
    }
    for (let child = node.lastChild; child; child = child.previousSibling) steps.push({ enter: child });
  }
  return runs;
}

function isHidden(element: PageElement): boolean {
  if (!element.hasAttributes()) return false;
  return (
    element.getAttribute('hidden') !== null ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  );
}

function runsOf(buffer: string, element: PageElement): TextRun[] {
  const line = buffer.replace(/[ \t\n\f\r]+/g, ' ');
  if (!line.includes(BREAK)) {
    const text = line.trim();
    return text === '' ? [] : [{ text, element }];
  }
  const collapsed = line
    .split(BREAK)
    .map((line) => line.replace(/^ | $/g, ''))
    .join('\n');
  return namesJoined(collapsed)
    .split(/\n{2,}/)
    .map((text) => ({ text: text.trim(), element }))
    .filter(({ text }) => text !== '');
}
