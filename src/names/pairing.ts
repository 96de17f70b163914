import { joinedLikeness, LEAST_ALIKE, type Likeness, likenessOf } from './likeness.ts';
import type { Part } from './part.ts';

/**
 * Parts of two names that stand for each other. More than one part on a side where a part is written apart.
 *
 * @example
 * { left: [марыя], right: [maria], likeness: { value: 1, how: 'one name' } }
 */
export interface Match {
  readonly left: readonly Part[];
  readonly right: readonly Part[];
  readonly likeness: Likeness;
}

/**
 * Two names laid side by side, one part to one part.
 *
 * @example
 * pairParts(readName('Марыя Калеснікава').parts, readName('Kolesnikova Maria').parts).matches.length // 2
 */
export interface Pairing {
  readonly matches: readonly Match[];
  /** Parts of the left name that nothing on the right answers, and the other way round. */
  readonly onlyLeft: readonly Part[];
  readonly onlyRight: readonly Part[];
}

/**
 * Lays two names side by side: the best matches first, each part used once (greedy assignment; names are too short for
 * an exact one to differ). Ties are broken by the words themselves, never by their order, so that neither the order of
 * the names nor that of the parts decides.
 */
export function pairParts(left: readonly Part[], right: readonly Part[]): Pairing {
  const options = optionsOf(left, right);
  options.sort((a, b) => b.gain - a.gain || compareText(a.key, b.key));
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const matches: Match[] = [];
  for (const { at, to, likeness } of options) {
    if (at.some((i) => usedLeft.has(i)) || to.some((j) => usedRight.has(j))) continue;
    for (const i of at) usedLeft.add(i);
    for (const j of to) usedRight.add(j);
    matches.push({ left: partsAt(left, at), right: partsAt(right, to), likeness });
  }
  return {
    matches,
    onlyLeft: left.filter((_, i) => !usedLeft.has(i)),
    onlyRight: right.filter((_, j) => !usedRight.has(j)),
  };
}

interface Option {
  readonly at: readonly number[];
  readonly to: readonly number[];
  readonly likeness: Likeness;
  readonly gain: number;
  readonly key: string;
}

function optionsOf(left: readonly Part[], right: readonly Part[]): Option[] {
  const options: Option[] = [];
  left.forEach((part, i) => {
    right.forEach((other, j) => {
      const likeness = likenessOf(part, other);
      if (likeness.value >= LEAST_ALIKE) options.push(option([i], [j], [part], [other], likeness));
    });
  });
  // Written apart on one side only: the sides then have different numbers of parts.
  if (left.length < right.length)
    joins(left, right, (i, j, whole, pieces, likeness) => options.push(option([i], j, [whole], pieces, likeness)));
  if (left.length > right.length)
    joins(right, left, (i, j, whole, pieces, likeness) => options.push(option(j, [i], pieces, [whole], likeness)));
  return options;
}

// Two words written as one must answer it better than either alone could by chance.
const LEAST_JOINED = 0.88;
const FOR_JOINING = 0.5;

function joins(
  wholes: readonly Part[],
  apart: readonly Part[],
  found: (whole: number, at: number[], part: Part, pieces: Part[], likeness: Likeness) => void,
): void {
  wholes.forEach((whole, i) => {
    if (whole.sounds.length < 4) return;
    apart.slice(1).forEach((second, before) => {
      const first = apart[before];
      if (first === undefined || first.sounds.length + second.sounds.length > 2 * whole.sounds.length) return;
      const likeness = joinedLikeness(whole, [first, second]);
      if (likeness.value >= LEAST_JOINED) found(i, [before, before + 1], whole, [first, second], likeness);
    });
  });
}

function option(at: number[], to: number[], left: readonly Part[], right: readonly Part[], likeness: Likeness): Option {
  const words = [left, right].map((parts) => parts.map((part) => part.folded).join(' ')).sort();
  const info = Math.min(infoOf(left), infoOf(right));
  // Two words that answer one leave less unanswered than either alone.
  const joined = at.length + to.length > 2 ? FOR_JOINING : 0;
  return { at, to, likeness, gain: likeness.value * (1 + info + joined), key: words.join('\n') };
}

/** What agreeing on these parts says (see `Part.info`). */
export function infoOf(parts: readonly Part[]): number {
  return parts.length === 1 ? (parts[0]?.info ?? 0) : Math.max(...parts.map((part) => part.info)) + 0.4;
}

function partsAt(parts: readonly Part[], at: readonly number[]): Part[] {
  return at.flatMap((i) => parts[i] ?? []);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
