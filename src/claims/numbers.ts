import type { Token } from './tokens.ts';
import type { Wording } from './wording.ts';

/**
 * A number as a text words it.
 *
 * @example
 * { from: 7, to: 9, value: 150, bound: 'at least' } // "over 150"
 */
export interface NumberWords {
  /** Index of its first token, the words of the bound included. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly bound?: 'at least' | 'at most' | 'about';
}

/** The number that begins at a token: in figures or words, with "over", "at least", "some" before it where they are. */
export function numberAt(tokens: readonly Token[], from: number, wording: Wording): NumberWords | null {
  const bound = wording.bounds.at(tokens, from);
  const begin = bound ? bound.to : from;
  const plain = figuresAt(tokens, begin, wording) ?? wordsAt(tokens, begin, wording);
  if (!plain) return null;
  return { from, ...plain, ...(bound ? { bound: bound.value } : {}) };
}

function figuresAt(tokens: readonly Token[], from: number, wording: Wording): { to: number; value: number } | null {
  const token = tokens[from];
  if (token?.shape !== 'number') return null;
  const dotted = wording.habits.has('dotted thousands') && /^\d{1,3}(?:\.\d{3})+$/.test(token.text);
  const grouped = dotted || /^\d{1,3}(?:[,\u00a0\u202f ]\d{3})+$/.test(token.text);
  const value = Number(
    grouped ? token.text.replace(/[^\d]/g, '') : token.text.replace(',', '.').replace(/[a-z]+$/, ''),
  );
  return Number.isFinite(value) ? { to: from + 1, value } : null;
}

// "one hundred and twenty-three": each word is added while it is smaller than the one before, "hundred" and
// "thousand" multiply what stands before them.
function wordsAt(tokens: readonly Token[], from: number, wording: Wording): { to: number; value: number } | null {
  const numbers = wording.data.numbers;
  let at = from;
  let sum = 0;
  let last = Number.POSITIVE_INFINITY;
  let to = from;
  for (; at < tokens.length && at < from + 10; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const value = token.shape === 'word' ? numbers[token.low] : undefined;
    if (value === undefined) {
      const joins = to > from && (token.text === '-' || token.tags.has('plus'));
      if (joins && numbers[tokens[at + 1]?.low ?? ''] !== undefined) continue;
      break;
    }
    if ((value === 100 || value === 1000 || value === 12) && to > from && sum > 0 && sum < value) sum *= value;
    else if (value < last) sum += value;
    else break;
    last = value;
    to = at + 1;
  }
  return to > from ? { to, value: sum } : null;
}
