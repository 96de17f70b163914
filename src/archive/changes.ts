import type { Block } from './report.ts';

/**
 * What became of a block between two readings of one page.
 *
 * @example
 * { change: 'changed', before: { kind: 'headline', text: 'Nine freed', … }, after: { kind: 'headline', text: 'Eleven freed', … } }
 */
export type BlockChange =
  | { readonly change: 'kept' | 'changed'; readonly before: Block; readonly after: Block }
  | { readonly change: 'added'; readonly after: Block }
  | { readonly change: 'gone'; readonly before: Block };

// A table of more cells than this is not filled: such pages are compared around what stands in both only once.
const CELLS_MAX = 4_000_000;
// From half of its words on, a block is the same block in other words.
const CHANGED = 0.5;
// A block in other words is looked for this far on: whoever rewrites a page leaves it about where it was.
const WINDOW = 20;

/**
 * What changed on a page between two readings: its blocks in their order, each kept, changed, added or gone. Of every way
 * to tell it, one that keeps most blocks (longest common subsequence: Wagner and Fischer, 1974); between kept blocks, what
 * shares half of its words, or is the headline on both sides, has changed, the rest is gone and added. Blocks are kept
 * where kind and words are equal, however they are spaced.
 */
export function changesOf(before: readonly Block[], after: readonly Block[]): readonly BlockChange[] {
  const changes: BlockChange[] = [];
  let [a, b] = [0, 0];
  for (const [inBefore, inAfter] of [...keptPairs(before, after), [before.length, after.length] as const]) {
    changes.push(...between(before.slice(a, inBefore), after.slice(b, inAfter)));
    const [old, now] = [before[inBefore], after[inAfter]];
    if (old && now) changes.push({ change: 'kept', before: old, after: now });
    [a, b] = [inBefore + 1, inAfter + 1];
  }
  return changes;
}

type Pair = readonly [number, number];

function keptPairs(before: readonly Block[], after: readonly Block[]): readonly Pair[] {
  const [a, b] = [before.map(keyOf), after.map(keyOf)];
  let first = 0;
  while (first < a.length && first < b.length && a[first] === b[first]) first++;
  let last = 0;
  while (last < a.length - first && last < b.length - first && a.at(-1 - last) === b.at(-1 - last)) last++;
  const middle = [a.slice(first, a.length - last), b.slice(first, b.length - last)] as const;
  const pairs = middle[0].length * middle[1].length > CELLS_MAX ? uniquePairs(...middle) : longestPairs(...middle);
  return [
    ...Array.from({ length: first }, (_, at): Pair => [at, at]),
    ...pairs.map(([i, j]): Pair => [first + i, first + j]),
    ...Array.from({ length: last }, (_, at): Pair => [a.length - last + at, b.length - last + at]),
  ];
}

function longestPairs(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** Blocks that stand once on either side, as far as their order is the same: not the most, but many, and at once. */
function uniquePairs(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const placed = new Map<string, number>();
  for (const [at, key] of b.entries()) placed.set(key, placed.has(key) ? -1 : at);
  const seen = new Set<string>();
  const pairs: Pair[] = [];
  for (const [i, key] of a.entries()) {
    const j = placed.get(key) ?? -1;
    if (j > (pairs.at(-1)?.[1] ?? -1) && !seen.has(key)) pairs.push([i, j]);
    seen.add(key);
  }
  return pairs;
}

function between(before: readonly Block[], after: readonly Block[]): BlockChange[] {
  const changes: BlockChange[] = [];
  const words = after.map(wordsOf);
  let next = 0;
  for (const old of before) {
    const own = wordsOf(old);
    const near = after.slice(next, next + WINDOW).findIndex((now, at) => {
      if (now.kind !== old.kind) return false;
      return now.kind === 'headline' || likeness(own, words[next + at] ?? []) >= CHANGED;
    });
    if (near < 0) {
      changes.push({ change: 'gone', before: old });
      continue;
    }
    const now = after[next + near];
    changes.push(...after.slice(next, next + near).map((added): BlockChange => ({ change: 'added', after: added })));
    if (now) changes.push({ change: 'changed', before: old, after: now });
    next += near + 1;
  }
  return [...changes, ...after.slice(next).map((added): BlockChange => ({ change: 'added', after: added }))];
}

/** The share of words that two blocks have in common (Dice, 1945), each as often as it stands there. */
function likeness(left: readonly string[], right: readonly string[]): number {
  if (left.length + right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count > 0) shared++;
    counts.set(word, count - 1);
  }
  return (2 * shared) / (left.length + right.length);
}

function wordsOf({ text }: Block): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function keyOf({ kind, text }: Block): string {
  return `${kind} ${text.replace(/\s+/g, ' ').trim()}`;
}
