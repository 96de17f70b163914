import type { Day } from '../time/day.ts';

/**
 * A published document as it was read: what its page says, kept apart from what stands around it.
 *
 * `text` is the story alone (headline, captions, body, in the order of the page), verbatim, its blocks separated by
 * an empty line. Every passage of every claim is a slice of it. What is not story (player residue, navigation,
 * notices) is in `blocks` too, but has no place in `text`.
 *
 * @example
 * { title: 'No Regrets: Freed Belarusian Prisoners Say …', language: 'en', published: '2025-12-14',
 *   publishedFrom: 'latest day named', marks: ['breaking', 'updated'], publisher: 'RFE/RL', text: '…', blocks: [ … ],
 *   media: [{ kind: 'audio', seconds: 420, machineMade: true }, { kind: 'video', missing: true }] }
 */
export interface Report {
  readonly title: string;
  /** ISO 639-1 code of the language the text is written in, or `und` where it cannot be told. */
  readonly language: string;
  readonly published?: Day;
  /** Where the published day was taken from; a day that the page does not state is never passed off as stated. */
  readonly publishedFrom?: 'page' | 'documenter' | 'latest day named';
  readonly modified?: Day;
  readonly publisher?: string;
  readonly byline?: string;
  readonly marks: readonly Mark[];
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly media: readonly Medium[];
}

/**
 * What the page says about itself.
 *
 * @example
 * 'updated'
 */
export type Mark = 'breaking' | 'updated' | 'live' | 'ai-generated' | 'opinion' | 'correction';

/**
 * A block that belongs to the story and stands in the report's text from `start` to `end`.
 *
 * @example
 * { kind: 'caption', text: 'Maryya Kalesnikava (right) and Viktar Babaryka …', start: 84, end: 221 }
 */
export interface StoryBlock {
  readonly kind: 'headline' | 'standfirst' | 'heading' | 'dateline' | 'caption' | 'body' | 'quotation';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A block that stands on the page but is no part of the story.
 *
 * @example
 * { kind: 'residue', text: 'No media source currently available' }
 */
export interface OtherBlock {
  readonly kind:
    | 'residue'
    | 'navigation'
    | 'related'
    | 'notice'
    | 'byline'
    | 'mark'
    | 'publisher'
    | 'comment'
    | 'repeat';
  readonly text: string;
}

/**
 * One block of a page.
 *
 * @example
 * { kind: 'heading', text: 'Disputed 2020 Election', start: 1190, end: 1212 }
 */
export type Block = StoryBlock | OtherBlock;

/** True for a block that stands in the report's text. */
export function isStory(block: Block): block is StoryBlock {
  return 'start' in block;
}

/**
 * A recording or picture that belongs to the report, as far as the page tells.
 *
 * @example
 * { kind: 'audio', seconds: 420, machineMade: true }
 */
export interface Medium {
  readonly kind: 'audio' | 'video' | 'picture';
  /** Length as the page gives it. */
  readonly seconds?: number;
  /** True where the page says that a machine made it. */
  readonly machineMade?: boolean;
  /** True where the page has a place for it but says that nothing is there. */
  readonly missing?: boolean;
  readonly caption?: string;
}
