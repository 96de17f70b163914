import { z } from 'zod';
import { CLAIM_KINDS, MEASURES } from './claim.ts';

const WORDS = z.string().min(1).max(500);
const NUMBER = z.int().min(1);
const NAME = z.union([WORDS, z.strictObject({ passage: NUMBER, words: WORDS })]);

// All that may be answered: kinds and measures of our own lists, numbers of passages, and words that have to stand in
// them. There is no property for a decision, an author or a text of its own.
const POINTING = z.strictObject({
  kind: z.enum(CLAIM_KINDS),
  passage: NUMBER,
  persons: z.array(NAME).min(1).max(200).exactOptional(),
  count: WORDS.exactOptional(),
  date: WORDS.exactOptional(),
  term: WORDS.exactOptional(),
  charges: z.array(WORDS).min(1).max(20).exactOptional(),
  place: WORDS.exactOptional(),
  measure: z.enum(MEASURES).exactOptional(),
  subset: WORDS.exactOptional(),
  by: WORDS.exactOptional(),
  action: z.enum(['imposed', 'eased', 'lifted']).exactOptional(),
  object: WORDS.exactOptional(),
  speaker: NAME.exactOptional(),
  quote: z.string().min(1).max(4000).exactOptional(),
  hypothetical: z.boolean().exactOptional(),
});

const ANSWER = z.strictObject({ claims: z.array(z.unknown()).max(500) });

/**
 * Where a second extractor points: the number of a passage, a kind, and words of that passage.
 *
 * @example
 * { kind: 'sentenced', passage: 3, persons: ['Ales Novik'], term: 'nine years', date: 'in May 2021' }
 */
export type Pointing = z.infer<typeof POINTING>;

/**
 * What is left of an answer: where it points, and how many of its parts had another shape than asked for.
 *
 * @example
 * { pointings: [{ kind: 'died', passage: 2, persons: ['Ales Novik'] }], misshapen: 1 }
 */
export interface Answer {
  readonly pointings: readonly Pointing[];
  readonly misshapen: number;
}

/** Reads an answer. Never throws: what is not as asked is counted, and one that is no such JSON at all counts as one. */
export function answerIn(text: string): Answer {
  const answer = ANSWER.safeParse(jsonIn(text));
  if (!answer.success) return { pointings: [], misshapen: 1 };
  const read = answer.data.claims.map((one) => POINTING.safeParse(withoutNulls(one)));
  const pointings = read.flatMap((one) => (one.success ? [one.data] : []));
  return { pointings, misshapen: read.length - pointings.length };
}

// Some models put a fence around what they were asked for.
const FENCED = /^\s*```(?:json)?[^\S\n]*\n([^`]*)```\s*$/;

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(FENCED.exec(text)?.[1] ?? text);
  } catch {
    return undefined;
  }
}

// What is null is not said.
function withoutNulls(one: unknown): unknown {
  if (typeof one !== 'object' || one === null || Array.isArray(one)) return one;
  return Object.fromEntries(Object.entries(one).filter(([, value]) => value !== null));
}
