import type { Day } from '../time/day.ts';
import type { Medium } from './report.ts';

/**
 * A piece of a page as its format gives it, before it is known what it is: a line or paragraph of a plain text, an
 * element of an HTML page. The words are verbatim.
 *
 * @example
 * { text: 'Disputed 2020 Election', hint: 'heading', paragraph: 7 }
 */
export interface Piece {
  readonly text: string;
  /** What the markup says that it is; a hint that the words may overrule. */
  readonly hint?:
    | 'headline'
    | 'heading'
    | 'caption'
    | 'quotation'
    | 'item'
    | 'aside'
    | 'byline'
    | 'player'
    | 'navigation'
    | 'related'
    | 'comment'
    | 'furniture';
  /** Pieces of one paragraph bear the same number. */
  readonly paragraph: number;
  /** The white space between the piece before and this one, where both are one paragraph if both are of the story. */
  readonly joint?: string;
}

/**
 * What a page states about itself outside its text: in front matter, JSON-LD or meta elements.
 *
 * @example
 * { title: 'Liberty, Caged', published: '2024-11-21', publisher: 'Sample Courier' }
 */
export interface Stated {
  readonly title?: string;
  readonly language?: string;
  readonly published?: Day;
  readonly modified?: Day;
  readonly publisher?: string;
  readonly byline?: string;
  /** True where it says that it grows by updates while it is read. */
  readonly live?: true;
}

/**
 * A page taken apart by the reader of its format.
 *
 * @example
 * { stated: { title: 'Liberty, Caged' }, pieces: [{ text: 'Liberty, Caged', hint: 'headline', paragraph: 0 }] }
 */
export interface Page {
  readonly stated: Stated;
  readonly pieces: readonly Piece[];
  /** Pictures and recordings that the format itself names, besides those that the words tell of. */
  readonly media?: readonly Medium[];
}
