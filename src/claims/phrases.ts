import type { Token } from './tokens.ts';
import { folded } from './tokens.ts';

/**
 * Word sequences of the vocabulary, looked up at a place in a text.
 *
 * A phrase is written as its words in small letters, apart by blanks: `a|b` is either word, `stem*` any word that
 * begins so, `<tag>` any word with that tag, `word?` may be missing.
 *
 * @example
 * const book = new PhraseBook([['was|were sentenced', 'sentenced']]);
 * book.at(tokens, 4) // { to: 6, value: 'sentenced' }
 */
export class PhraseBook<T> {
  readonly #byWord = new Map<string, Phrase<T>[]>();
  readonly #byStem = new Map<string, Phrase<T>[]>();
  readonly #byTag = new Map<string, Phrase<T>[]>();
  readonly #known = new Map<string, readonly Phrase<T>[]>();

  constructor(phrases: Iterable<readonly [string, T]>) {
    for (const [say, value] of phrases) {
      const elements = folded(say).split(' ').map(elementOf);
      const phrase = { elements, value };
      for (const key of openings(elements)) {
        for (const word of key.words) push(this.#byWord, word, phrase);
        for (const stem of key.stems) push(this.#byStem, stem, phrase);
        if (key.tag !== null) push(this.#byTag, key.tag, phrase);
      }
    }
  }

  /** The longest phrase that begins at a token, or null. */
  at(tokens: readonly Token[], from: number): { to: number; value: T } | null {
    const token = tokens[from];
    if (!token || token.shape === 'mark') return null;
    const candidates = this.#candidates(token);
    let best: { to: number; value: T } | null = null;
    for (const phrase of candidates) {
      const to = endOf(phrase.elements, 0, tokens, from);
      if (to !== null && to > from && (best === null || to > best.to)) best = { to, value: phrase.value };
    }
    return best;
  }

  // Words come again and again, so what can begin with one is looked up once; the tags of a word are always the same.
  #candidates(token: Token): readonly Phrase<T>[] {
    let known = this.#known.get(token.low);
    if (!known) {
      if (this.#known.size >= REMEMBERED) this.#known.clear();
      known = this.#lookUp(token);
      this.#known.set(token.low, known);
    }
    return known;
  }

  #lookUp(token: Token): readonly Phrase<T>[] {
    const found = new Set<Phrase<T>>(this.#byWord.get(token.low));
    for (let length = token.low.length; this.#byStem.size > 0 && length >= SHORTEST_STEM; length -= 1) {
      for (const phrase of this.#byStem.get(token.low.slice(0, length)) ?? []) found.add(phrase);
    }
    for (const tag of token.tags) for (const phrase of this.#byTag.get(tag) ?? []) found.add(phrase);
    return found.size === 0 ? NOTHING : [...found];
  }
}

const NOTHING: readonly never[] = [];
const REMEMBERED = 20_000;
const SHORTEST_STEM = 2;

interface Element {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly tag: string | null;
  readonly optional: boolean;
}

interface Phrase<T> {
  readonly elements: readonly Element[];
  readonly value: T;
}

function elementOf(text: string): Element {
  const optional = text.endsWith('?') && text.length > 1;
  const core = optional ? text.slice(0, -1) : text;
  const tag = /^<(\w+)>$/.exec(core)?.[1] ?? null;
  const choices = tag === null ? core.split('|') : [];
  return {
    words: choices.filter((choice) => !choice.endsWith('*')),
    stems: choices.filter((choice) => choice.endsWith('*')).map((choice) => choice.slice(0, -1)),
    tag,
    optional,
  };
}

function* openings(elements: readonly Element[]): Iterable<Element> {
  for (const element of elements) {
    yield element;
    if (!element.optional) return;
  }
}

function fits(element: Element, token: Token): boolean {
  if (element.tag !== null) return token.tags.has(element.tag);
  return element.words.includes(token.low) || element.stems.some((stem) => token.low.startsWith(stem));
}

// Tries an optional word first as there, then as missing; phrases are a handful of words, so this stays bounded.
function endOf(elements: readonly Element[], index: number, tokens: readonly Token[], at: number): number | null {
  const element = elements[index];
  if (!element) return at;
  const token = tokens[at];
  if (token && fits(element, token)) {
    const end = endOf(elements, index + 1, tokens, at + 1);
    if (end !== null) return end;
  }
  return element.optional ? endOf(elements, index + 1, tokens, at) : null;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
