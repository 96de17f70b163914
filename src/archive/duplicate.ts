import { createHash } from 'node:crypto';

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
 * Source: A. Broder, On the resemblance and containment of documents, 1997. No sketch is taken: reports are short
 * enough to be compared as they are.
 *
 * @returns 1 or 0 where either text has fewer than 15 words, as they are equal or not.
 */
export function sameText(a: string, b: string): number {
  return containment(shinglesOf(a), shinglesOf(b));
}

/**
 * A report as its sources are counted.
 *
 * @example
 * { number: 12, text: 'Minsk frees nine people …' }
 */
export interface SourceText {
  readonly number: number;
  readonly text: string;
}

/**
 * The sources that reports come down to: reports whose texts are the same (`sameText` of 0.75 and more) count as one,
 * the papers that print one text of an agency as one source. Only texts that share
 * much of a sample of their shingles are compared, so that unlike ones cost little beside each other.
 *
 * @returns for each source the numbers of its reports, in the order given; a source that printed nobody's text alone.
 */
export function sourcesOf(reports: readonly SourceText[]): readonly (readonly number[])[] {
  const texts = reports.map(({ text }) => shinglesOf(text));
  const leader = reports.map((_, at) => at);
  const root = (at: number): number => {
    let up = at;
    while (leader[up] !== undefined && leader[up] !== up) up = leader[up] ?? up;
    return up;
  };
  const seen = new Map<string, number[]>();
  const keys = texts.map(keysOf);
  for (const [at, shingles] of texts.entries()) {
    const met = new Map<number, number>();
    const own = keys[at] ?? [];
    for (const key of own) {
      const others = seen.get(key);
      for (const other of others ?? []) met.set(other, (met.get(other) ?? 0) + 1);
      if (others) others.push(at);
      else seen.set(key, [at]);
    }
    for (const [other, shared] of met) {
      const fewer = Math.min(own.length, keys[other]?.length ?? 0);
      if (shared < fewer * WORTH_COMPARING || root(other) === root(at)) continue;
      if (containment(shingles, texts[other] ?? shingles) >= SAME_TEXT) leader[root(at)] = root(other);
    }
  }
  const groups = Map.groupBy(reports.keys(), root);
  return [...groups.values()].map((members) => members.flatMap((at) => reports[at]?.number ?? []));
}

/** A text as its shingles, or as all of its words where they are few. */
interface Shingles {
  readonly all: ReadonlySet<string>;
  readonly whole: string;
}

function shinglesOf(text: string): Shingles {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const all = new Set<string>();
  for (let at = 0; at + SHINGLE <= words.length; at++) all.add(words.slice(at, at + SHINGLE).join(' '));
  return { all, whole: words.join(' ') };
}

function containment(a: Shingles, b: Shingles): number {
  const [fewer, more] = a.all.size <= b.all.size ? [a, b] : [b, a];
  if (fewer.all.size < FEWEST) return fewer.whole !== '' && fewer.whole === more.whole ? 1 : 0;
  let shared = 0;
  for (const shingle of fewer.all) if (more.all.has(shingle)) shared++;
  return shared / fewer.all.size;
}

/** The shingles by which a text is looked up: the same share of every text's, chosen by their hash. */
function keysOf({ all, whole }: Shingles): readonly string[] {
  if (all.size < FEWEST) return whole === '' ? [] : [whole];
  return [...all].filter((shingle) => (createHash('md5').update(shingle).digest()[0] ?? 0) % SAMPLED === 0);
}
