import { z } from 'zod';
import { readWords } from '../text/words.ts';
import type { PageElement } from './dom.ts';
import type { Piece } from './piece.ts';

type Region = Extract<
  Piece['hint'],
  'navigation' | 'related' | 'furniture' | 'comment' | 'player' | 'byline' | 'caption'
>;

const words = z.array(z.string());
const regionWords = readWords(
  'archive/regions',
  z.strictObject({
    navigation: words,
    related: words,
    furniture: words,
    comment: words,
    player: words,
    byline: words,
    caption: words,
  }),
);
const REGION_OF_WORD = new Map<string, Region>(
  (Object.keys(regionWords) as Region[]).flatMap((region) =>
    (regionWords[region as keyof typeof regionWords] ?? []).map((word): [string, Region] => [word, region]),
  ),
);
const REGION_OF_TAG: Readonly<Record<string, Region>> = {
  nav: 'navigation',
  menu: 'navigation',
  aside: 'related',
  footer: 'furniture',
  form: 'furniture',
  button: 'furniture',
  dialog: 'furniture',
  figcaption: 'caption',
};

const SAYING = ['role', 'class', 'id'];
const NAME_PARTS_MAX = 3;

/** The part of the page that an element says it is, by its tag, role, class or id; null where it says nothing. */
export function ownRegion(element: PageElement): Region | null {
  const tag = REGION_OF_TAG[element.localName];
  if (tag) return tag;
  if (element.localName === 'header' && !element.closest('article, main') && !element.querySelector('h1')) {
    return 'navigation';
  }
  // Most elements of a story say nothing of themselves.
  if (!element.hasAttributes()) return null;
  for (const attribute of SAYING) {
    const names = element.getAttributeNode(attribute)?.value;
    for (const name of names ? names.toLowerCase().split(/\s+/) : []) {
      const parts = name.split(/[-_]+/);
      // An id of many words is the address of a heading ("sharing-what-the-court-said") and names no region.
      if (parts.length > NAME_PARTS_MAX) continue;
      for (const word of [parts.join(''), ...parts]) {
        const region = REGION_OF_WORD.get(word);
        if (region) return region;
      }
    }
  }
  return null;
}

/**
 * A function that tells the part of the page an element belongs to: the outermost ancestor that says so decides, but
 * none that holds the story.
 */
export function regions(holdsStory: (element: PageElement) => boolean): (element: PageElement) => Region | null {
  const known = new Map<PageElement, Region | null>();
  return (element) => {
    const path: PageElement[] = [];
    let region: Region | null = null;
    for (let at: PageElement | null = element; at; at = at.parentElement) {
      if (known.has(at)) {
        region = known.get(at) ?? null;
        break;
      }
      path.push(at);
    }
    for (const each of path.toReversed()) {
      region ??= holdsStory(each) ? null : ownRegion(each);
      known.set(each, region);
    }
    return region;
  };
}
