import type { Claim, ClaimKind, Resolved } from './claim.ts';
import type { Line, Page } from './line.ts';
import type { Memory } from './memory.ts';
import type { Quote } from './quotes.ts';

/**
 * A claim while its properties are being found.
 *
 * @example
 * const draft: Draft = { kind: 'released', passage };
 * draft.count = 123;
 */
export type Draft = { -readonly [Property in keyof Claim]: Claim[Property] };

/**
 * A claim in the making, and where in the story it came from.
 *
 * @example
 * { draft: { kind: 'released', count: 123, passage: … }, line, at: 6 }
 */
export interface Made {
  readonly draft: Draft;
  readonly line: Line;
  /** Index of the token its trigger begins at. */
  readonly at: number;
  /** True where it must not be joined with others of its kind: a term of days has no months to tell it apart by. */
  readonly apart?: boolean;
  /** It gives way to claims of this kind about the same people. */
  readonly unless?: ClaimKind;
}

/**
 * What the finders of claims share while they read a story from its beginning to its end.
 *
 * @example
 * const story: Story = { page, lines, quotes, memory, onTopic: true };
 */
export interface Story {
  readonly page: Page;
  readonly lines: readonly Line[];
  readonly quotes: readonly Quote[];
  readonly memory: Memory;
  /** True where the page is mainly about prison, courts, repression, release or sanctions. */
  readonly onTopic: boolean;
}

/** Adds the words elsewhere that a property rests on, once. */
export function rest(draft: Draft, resolved: Resolved): void {
  const known = draft.resolved ?? [];
  if (known.some((one) => one.property === resolved.property && one.passage.start === resolved.passage.start)) return;
  draft.resolved = [...known, resolved];
}

/** True where a place of the text stands inside quoted words long enough to be someone's own account. */
export function spokenAt(quotes: readonly Quote[], at: number): boolean {
  let low = 0;
  let high = quotes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const quote = quotes[middle];
    if (!quote) return false;
    if (at < quote.start) high = middle - 1;
    else if (at >= quote.end) low = middle + 1;
    else return quote.end - quote.start > LONGEST_SCARE_QUOTE;
  }
  return false;
}

// Characters; shorter quoted words are a name or are held at arm's length, and the sentence around them is read through.
const LONGEST_SCARE_QUOTE = 60;
