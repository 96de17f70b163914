/** Words in a shingle: enough that two texts share one by chance only where they quote the same words. */
const SHINGLE = 4;
/** A text with fewer shingles is compared as a whole: short texts are alike by chance. */
const FEWEST = 12;
/** From here on two texts are one: a repost with its own headline and a credit lies above, a rewritten update below. */
export const SAME_TEXT = 0.75;
// One shingle in so many is looked up to find what may be alike; a text of 30 misses its repost once in 5,000 times.
const SAMPLED = 4;
// A footer that all pages of a site share is no reason to compare them; this share of the sample is.
const WORTH_COMPARING = 0.4;

/**
 * How much of the shorter text stands word for word in the longer, 0 to 1: the containment of their shingles (runs of
 * four words). So a repost that was cut, or stands among other words, is found; a translation shares nothing.
 *
 * Source: A. Broder, On the resemblance and containment of documents, 1997. Every shingle counts, as reports are short;
 * each is kept as a hash of 32 bits.
 *
 * @returns 1 or 0 where either text has fewer than 15 words, as they are equal or not.
 */
export function sameText(a: string, b: string): number {
  return containment(shinglesOf(a), shinglesOf(b));
}

/**
 * Texts by number, among which those that are the same as another are found: `sameText` of 0.75 and more. Only texts
 * that share much of a sample of their shingles are compared, so that unlike ones cost little beside each other.
 *
 * @example
 * const texts = new TextIndex();
 * texts.put(12, 'Minsk frees nine people …');
 * texts.sameAs('Freed at dawn\nMinsk frees nine people …') // [12]
 */
export class TextIndex {
  readonly #texts = new Map<number, Shingles>();
  readonly #byKey = new Map<number, number[]>();

  has(number: number): boolean {
    return this.#texts.has(number);
  }

  /** Takes a text in; one that is in already stays as it is. */
  put(number: number, text: string): void {
    if (this.has(number)) return;
    const shingles = shinglesOf(text);
    this.#texts.set(number, shingles);
    for (const key of keysOf(shingles)) {
      const others = this.#byKey.get(key);
      if (others) others.push(number);
      else this.#byKey.set(key, [number]);
    }
  }

  /** The numbers of the texts that are the same as this one, ascending. */
  sameAs(text: string): readonly number[] {
    const own = shinglesOf(text);
    const keys = keysOf(own);
    const shared = new Map<number, number>();
    for (const key of keys) {
      for (const other of this.#byKey.get(key) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...shared]
      .filter(([number, count]) => {
        const other = this.#texts.get(number);
        if (!other || count < Math.min(keys.length, keysOf(other).length) * WORTH_COMPARING) return false;
        return containment(own, other) >= SAME_TEXT;
      })
      .map(([number]) => number)
      .sort((a, b) => a - b);
  }
}

/** A text as the hashes of its shingles, ascending, each once; its words where they are few. */
interface Shingles {
  readonly all: Uint32Array;
  readonly whole: string;
}

function shinglesOf(text: string): Shingles {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) hashes.add(hashOf(words.slice(at, at + SHINGLE).join(' ')));
  return { all: Uint32Array.from(hashes).sort(), whole: hashes.size < FEWEST ? words.join(' ') : '' };
}

function containment(a: Shingles, b: Shingles): number {
  const [fewer, more] = a.all.length <= b.all.length ? [a.all, b.all] : [b.all, a.all];
  if (fewer.length < FEWEST) return a.whole !== '' && a.whole === b.whole ? 1 : 0;
  let shared = 0;
  for (let i = 0, j = 0; i < fewer.length && j < more.length; ) {
    const [left = 0, right = 0] = [fewer[i], more[j]];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared / fewer.length;
}

/** The hashes by which a text is looked up: the same share of every text's, or one of all its words where they are few. */
function keysOf({ all, whole }: Shingles): readonly number[] {
  if (all.length < FEWEST) return whole === '' ? [] : [hashOf(whole)];
  return [...all].filter((hash) => hash % SAMPLED === 0);
}

// FNV-1a by code units, with a last mixing so that the low bits, by which a sample is drawn, depend on all of them.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
