import { hash as digest } from 'node:crypto';

/**
 * A hash of the tree: 32 bytes of SHA-256.
 *
 * @example
 * const hash: Hash = leafHash('{"_sd":[…],"_sd_alg":"sha-256","kind":"claim","v":1}');
 */
export type Hash = Uint8Array;

/** The root of a tree without entries: SHA-256 of nothing (RFC 6962, section 2.1). */
export const EMPTY_ROOT: Hash = sha256(new Uint8Array());

/** The hash of an entry: SHA-256 of a zero byte and the entry (RFC 6962, section 2.1). A string counts as UTF-8. */
export function leafHash(entry: string | Uint8Array): Hash {
  return sha256(Buffer.concat([LEAF, typeof entry === 'string' ? Buffer.from(entry, 'utf8') : entry]));
}

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);
const BYTES_OF_A_HASH = EMPTY_ROOT.length;

function nodeHash(left: Hash, right: Hash): Hash {
  return sha256(Buffer.concat([NODE, left, right]));
}

// One call into the library: for inputs this short, a hash object costs more than the hash.
function sha256(bytes: Uint8Array): Hash {
  return digest('sha256', bytes, 'buffer');
}

/** The root of the tree over these leaf hashes. */
export function rootOf(hashes: readonly Hash[]): Hash {
  return new HashTree(hashes).root();
}

/**
 * The hash tree of RFC 6962 over leaf hashes. It keeps the hash of every complete subtree, so that appending costs
 * one hash on average, and a root or a proof at any earlier size a few more than the tree is high.
 *
 * @example
 * const tree = new HashTree(lines.map(leafHash));
 * tree.append(leafHash('…'));
 * tree.inclusionProof(3); // hashes from the leaf's sibling up to a child of the root
 */
export class HashTree {
  /** `levels[h][i]` is the root over the leaves from `i * 2 ** h` to `(i + 1) * 2 ** h`. */
  readonly levels: Hash[][] = [[]];

  constructor(hashes: readonly Hash[] = []) {
    for (const hash of hashes) this.append(hash);
  }

  get size(): number {
    return this.levels[0]?.length ?? 0;
  }

  append(leaf: Hash): void {
    let hash = leaf;
    for (let height = 0; ; height++) {
      const level = this.levels[height] ?? [];
      this.levels[height] = level;
      level.push(hash);
      if (level.length % 2 === 1) return;
      hash = nodeHash(at(level, level.length - 2), hash);
    }
  }

  /** The root of the tree as it was at a size, or is. Throws a RangeError for a size it never had. */
  root(size: number = this.size): Hash {
    this.#check(size);
    return size === 0 ? EMPTY_ROOT : this.#over(0, size);
  }

  /** The hashes that lead from an entry to the root at a size (RFC 6962, section 2.1.1). */
  inclusionProof(index: number, size: number = this.size): Hash[] {
    this.#check(size);
    if (!(Number.isInteger(index) && index >= 0 && index < size)) throw new RangeError(`no entry ${index} of ${size}`);
    return this.#path(index, 0, size);
  }

  /** The hashes that show the tree of a size to be the beginning of that of a later one (RFC 6962, section 2.1.2). */
  consistencyProof(from: number, to: number = this.size): Hash[] {
    this.#check(to);
    if (!(Number.isInteger(from) && from >= 0 && from <= to)) throw new RangeError(`no proof from ${from} to ${to}`);
    return from === 0 || from === to ? [] : this.#between(from, 0, to, true);
  }

  #check(size: number): void {
    if (!(Number.isInteger(size) && size >= 0 && size <= this.size)) throw new RangeError(`no tree of size ${size}`);
  }

  // The root over the leaves from start to end: one lookup where they are a complete subtree.
  #over(start: number, end: number): Hash {
    const count = end - start;
    const height = Math.log2(count);
    if (Number.isInteger(height)) return at(this.levels[height] ?? [], start / count);
    const middle = start + split(count);
    return nodeHash(this.#over(start, middle), this.#over(middle, end));
  }

  #path(index: number, start: number, end: number): Hash[] {
    if (end - start === 1) return [];
    const middle = start + split(end - start);
    return index < middle
      ? [...this.#path(index, start, middle), this.#over(middle, end)]
      : [...this.#path(index, middle, end), this.#over(start, middle)];
  }

  // SUBPROOF of RFC 6962, section 2.1.2; `known` while the verifier has this subtree's hash already.
  #between(from: number, start: number, end: number, known: boolean): Hash[] {
    if (from === end) return known ? [] : [this.#over(start, end)];
    const middle = start + split(end - start);
    return from <= middle
      ? [...this.#between(from, start, middle, known), this.#over(middle, end)]
      : [...this.#between(from, middle, end, false), this.#over(start, middle)];
  }
}

/**
 * True where the proof leads from the leaf hash at an index to the root of a tree of that size
 * (RFC 9162, section 2.1.3.2).
 */
export function verifyInclusion(index: number, size: number, leaf: Hash, proof: readonly Hash[], root: Hash): boolean {
  if (!(Number.isInteger(index) && Number.isInteger(size) && index >= 0 && index < size)) return false;
  if (![leaf, root, ...proof].every(isHash)) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const step of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(step, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, step);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equal(hash, root);
}

/**
 * True where the proof shows that the tree of size `from` with its root is the beginning of that of size `to`
 * (RFC 9162, section 2.1.4.2). Every tree begins with the empty one, whose root must then be the empty root.
 */
export function verifyConsistency(
  from: number,
  to: number,
  fromRoot: Hash,
  toRoot: Hash,
  proof: readonly Hash[],
): boolean {
  if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to)) return false;
  if (from === to) return proof.length === 0 && equal(fromRoot, toRoot) && (from > 0 || equal(fromRoot, EMPTY_ROOT));
  if (![fromRoot, toRoot, ...proof].every(isHash)) return false;
  if (from === 0) return proof.length === 0 && equal(fromRoot, EMPTY_ROOT);
  let [node, last] = [from - 1, to - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  // Where `from` is a power of two its root is the first hash of the proof, and left out of it.
  const [first, ...rest] = Number.isInteger(Math.log2(from)) ? [fromRoot, ...proof] : proof;
  if (first === undefined) return false;
  let older = first;
  let newer = first;
  for (const step of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      older = nodeHash(step, older);
      newer = nodeHash(step, newer);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      newer = nodeHash(newer, step);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equal(older, fromRoot) && equal(newer, toRoot);
}

// The largest power of two below a count of two or more.
function split(count: number): number {
  return 2 ** Math.ceil(Math.log2(count) - 1);
}

function half(value: number): number {
  return Math.floor(value / 2);
}

function at(level: readonly Hash[], index: number): Hash {
  const hash = level[index];
  if (!hash) throw new RangeError(`no hash ${index} of ${level.length}`);
  return hash;
}

function isHash(hash: Hash): boolean {
  return hash.length === BYTES_OF_A_HASH;
}

function equal(left: Hash, right: Hash): boolean {
  return left.length === right.length && left.every((byte, i) => byte === right[i]);
}
