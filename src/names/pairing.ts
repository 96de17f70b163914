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
  const joined = joinOptions(left, right);
  const answeredLeft: boolean[] = [];
  const answeredRight: boolean[] = [];
  const matches: Match[] = [];
  if (joined.length === 0) takeCertain(left, right, matches, answeredLeft, answeredRight);
  weighAll(left, right, answeredLeft, answeredRight);
  for (;;) {
    const best = bestOption(left, right, answeredLeft, answeredRight, joined);
    if (best === undefined) break;
    for (const i of best.at) answeredLeft[i] = true;
    for (const j of best.to) answeredRight[j] = true;
    matches.push(best.match);
  }
  return {
    matches,
    onlyLeft: unanswered(left, answeredLeft),
    onlyRight: unanswered(right, answeredRight),
  };
}

// What each part of the left name gains by each of the right, a row for each; 0 where they have nothing in common. Names are
// compared by the million, and no two at once.
const MOST_PARTS = 16;
const gains = new Float64Array(MOST_PARTS * MOST_PARTS);

function weighAll(
  left: readonly Part[],
  right: readonly Part[],
  answeredLeft: readonly boolean[],
  answeredRight: readonly boolean[],
): void {
  for (let i = 0; i < left.length; i++) {
    const part = left[i];
    if (part === undefined || answeredLeft[i] === true) continue;
    for (let j = 0; j < right.length; j++) {
      const other = right[j];
      if (other === undefined || answeredRight[j] === true) continue;
      const { value } = likenessOf(part, other);
      gains[i * MOST_PARTS + j] = value >= LEAST_ALIKE ? value * (1 + Math.min(part.info, other.info)) : 0;
    }
  }
}

function bestOption(
  left: readonly Part[],
  right: readonly Part[],
  answeredLeft: readonly boolean[],
  answeredRight: readonly boolean[],
  joined: readonly Option[],
): Option | undefined {
  let best: Option | undefined;
  let most = 0;
  for (let i = 0; i < left.length; i++) {
    if (answeredLeft[i] === true) continue;
    for (let j = 0; j < right.length; j++) {
      const gain = gains[i * MOST_PARTS + j] ?? 0;
      if (answeredRight[j] === true || gain === 0 || gain < most) continue;
      const one = single(left[i], right[j], i, j, gain);
      if (one === undefined || (gain === most && best !== undefined && bestFirst(best, one) <= 0)) continue;
      best = one;
      most = gain;
    }
  }
  for (const one of joined) {
    if (anyOf(one.at, answeredLeft) || anyOf(one.to, answeredRight)) continue;
    if (best === undefined || bestFirst(one, best) < 0) best = one;
  }
  return best;
}

function single(
  left: Part | undefined,
  right: Part | undefined,
  i: number,
  j: number,
  gain: number,
): Option | undefined {
  if (left === undefined || right === undefined) return undefined;
  return { at: [i], to: [j], match: { left: [left], right: [right], likeness: likenessOf(left, right) }, gain };
}

function anyOf(places: readonly number[], answered: readonly boolean[]): boolean {
  for (const at of places) if (answered[at] === true) return true;
  return false;
}

const NOBODY: readonly Part[] = [];

function unanswered(parts: readonly Part[], answered: readonly boolean[]): readonly Part[] {
  let left: Part[] | undefined;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (part === undefined || answered[at] === true) continue;
    left ??= [];
    left.push(part);
  }
  return left ?? NOBODY;
}

// The same word, or the same given name, of the same weight on both sides: nothing else could answer either better, so
// that their likeness to the other parts need not be worked out. A word that stands twice is left to the full way.
function takeCertain(
  left: readonly Part[],
  right: readonly Part[],
  matches: Match[],
  answeredLeft: boolean[],
  answeredRight: boolean[],
): void {
  for (let i = 0; i < left.length; i++) {
    for (let j = 0; j < right.length && answeredLeft[i] !== true; j++) {
      const part = left[i];
      const other = right[j];
      if (part === undefined || other === undefined || answeredRight[j] === true || !isCertain(part, other)) continue;
      answeredLeft[i] = true;
      answeredRight[j] = true;
      matches.push({ left: [part], right: [other], likeness: likenessOf(part, other) });
    }
  }
}

function isCertain(part: Part, other: Part): boolean {
  if (part.info !== other.info || part.role !== other.role) return false;
  if (part.folded === other.folded) return true;
  return (
    part.given.length === 1 && other.given.length === 1 && part.role === 'given' && likenessOf(part, other).value === 1
  );
}

interface Option {
  readonly at: readonly number[];
  readonly to: readonly number[];
  readonly match: Match;
  readonly gain: number;
}

const NOTHING_JOINED: readonly Option[] = [];

// Written apart on one side only: the sides then have different numbers of parts.
function joinOptions(left: readonly Part[], right: readonly Part[]): readonly Option[] {
  if (left.length === right.length) return NOTHING_JOINED;
  return left.length < right.length
    ? joins(left, right).map(({ whole, pieces, at, likeness }) =>
        option([whole.at], at, { left: [whole.part], right: pieces, likeness }),
      )
    : joins(right, left).map(({ whole, pieces, at, likeness }) =>
        option(at, [whole.at], { left: pieces, right: [whole.part], likeness }),
      );
}

// Two words written as one must answer it better than either alone could by chance.
const LEAST_JOINED = 0.88;
const FOR_JOINING = 0.5;

interface Join {
  readonly whole: { readonly part: Part; readonly at: number };
  readonly pieces: readonly Part[];
  readonly at: number[];
  readonly likeness: Likeness;
}

function joins(wholes: readonly Part[], apart: readonly Part[]): Join[] {
  const found: Join[] = [];
  for (const [at, part] of wholes.entries()) {
    if (part.sounds.length < 4) continue;
    for (let second = 1; second < apart.length; second++) {
      const pieces = [apart[second - 1] ?? part, apart[second] ?? part];
      const sounds = pieces.reduce((sum, piece) => sum + piece.sounds.length, 0);
      if (sounds > 2 * part.sounds.length) continue;
      const likeness = joinedLikeness(part, pieces);
      if (likeness.value >= LEAST_JOINED)
        found.push({ whole: { part, at }, pieces, at: [second - 1, second], likeness });
    }
  }
  return found;
}

function option(at: number[], to: number[], match: Match): Option {
  const info = Math.min(infoOf(match.left), infoOf(match.right));
  // Two words that answer one leave less unanswered than either alone.
  const joined = at.length + to.length > 2 ? FOR_JOINING : 0;
  return { at, to, match, gain: match.likeness.value * (1 + info + joined) };
}

/** What a match says, for putting the weightiest first. */
export function gainOf({ left, right, likeness }: Match): number {
  return likeness.value * (1 + Math.min(infoOf(left), infoOf(right)));
}

function bestFirst(one: Option, other: Option): number {
  if (one.gain !== other.gain) return other.gain - one.gain;
  const [a, b] = [wordsOf(one.match), wordsOf(other.match)];
  return a < b ? -1 : a > b ? 1 : 0;
}

function wordsOf({ left, right }: Match): string {
  const words = [left, right].map((parts) => parts.map((part) => part.folded).join(' '));
  return words.sort().join('\n');
}

/** What agreeing on these parts says (see `Part.info`). */
export function infoOf(parts: readonly Part[]): number {
  const most = parts.length === 1 ? (parts[0]?.info ?? 0) : Math.max(...parts.map((part) => part.info));
  return parts.length === 1 || parts[0]?.eastern === true ? most : most + 0.4;
}
