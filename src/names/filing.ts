import { type Key, keysOf, keyText } from './keys.ts';
import { Numbers } from './numbers.ts';
import type { Part } from './part.ts';
import type { NameIndex } from './postings.ts';
import { asFather, partInAnyName, patronymicAt, readNameOnce } from './read.ts';
import { mustHear, type SoundMask, soundMaskOfName } from './sound-mask.ts';

// Words come again and again; for how many the numbers of their keys are kept.
const MOST_REMEMBERED = 200_000;
const MOST_WORDS = 12;

// A word that is the same part in every name: what filing it takes, and how it stands to the words beside it.
interface FiledWord extends Pick<Part, 'role' | 'patronymic' | 'script'> {
  readonly keys: readonly number[];
  readonly mask: SoundMask;
  /** Its keys as a father's name, made when first needed. */
  fathers: readonly number[] | undefined;
}

/**
 * Writes names down under their keys, in the order they come, and sorts them by key at the end.
 *
 * @example
 * const filing = new Filing(); filing.file('Марыя Калеснікава', 0); filing.listed().keys // ['=92', 'MR', 'KLSNKP', …]
 */
export class Filing {
  readonly #texts: string[] = [];
  readonly #numbers = new Map<Key, number>();
  readonly #words = new Map<string, FiledWord | null>();
  // A key and a name, side by side, in the order of the names.
  readonly #keys = new Numbers();
  readonly #names = new Numbers();
  readonly #must = new Numbers();
  readonly #may = new Numbers();
  /** By key, the last name filed under it, counted from one. */
  #last = new Uint32Array(1_024);

  /** Files a name under its keys. False where it has none: it has no letters. */
  file(name: string, number: number): boolean {
    const before = this.#keys.length;
    if (!this.#fileWords(name, number)) {
      const { parts } = readNameOnce(name);
      for (const part of parts) this.#fileUnder(this.#numbersOf(part), number);
      if (this.#keys.length > before) this.#keepMask(soundMaskOfName(parts));
    }
    return this.#keys.length > before;
  }

  // A name of words that each mean the same in every name needs no reading. False, and nothing filed, of other names.
  #fileWords(name: string, number: number): boolean {
    const words: FiledWord[] = [];
    const texts: string[] = [];
    let mayHaveFather = false;
    for (let from = 0; from <= name.length; ) {
      const space = name.indexOf(' ', from);
      const end = space < 0 ? name.length : space;
      const text = name.slice(from, end);
      const word = this.#wordOf(text);
      if (word === null || words.length === MOST_WORDS || (words.length > 0 && words[0]?.script !== word.script))
        return false;
      words.push(word);
      texts.push(text);
      if (word.patronymic !== undefined) mayHaveFather = true;
      from = end + 1;
    }
    const before = this.#keys.length;
    const father = mayHaveFather ? patronymicAt(words) : -1;
    let must = 0;
    let may = 0;
    for (let at = 0; at < words.length; at++) {
      const word = words[at];
      if (word === undefined) continue;
      if (at === father) word.fathers ??= this.#fathersOf(texts[at] ?? '');
      this.#fileUnder(at === father ? (word.fathers ?? []) : word.keys, number);
      may |= word.mask.may;
      if (at !== father) must |= word.mask.must;
    }
    if (this.#keys.length > before) this.#keepMask({ must, may });
    return true;
  }

  #keepMask({ must, may }: SoundMask): void {
    this.#must.push(must);
    this.#may.push(may);
  }

  #fileUnder(keys: readonly number[], number: number): void {
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? 0;
      if (this.#last[key] === number + 1) continue;
      this.#last[key] = number + 1;
      this.#keys.push(key);
      this.#names.push(number);
    }
  }

  /** Keys as texts, where the list of each begins, and the names of each list, ascending. */
  listed(): Pick<NameIndex, 'keys' | 'starts' | 'postings' | 'must' | 'may'> {
    const keys = this.#keys.all();
    const names = this.#names.all();
    const starts = new Uint32Array(this.#texts.length + 1);
    for (let at = 0; at < keys.length; at++) {
      const next = (keys[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let key = 1; key < starts.length; key++) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
    // Names come in ascending order, so that counting is enough to sort them under their keys.
    const free = starts.slice();
    const postings = new Uint32Array(keys.length);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] ?? 0;
      const place = free[key] ?? 0;
      postings[place] = names[at] ?? 0;
      free[key] = place + 1;
    }
    return { keys: this.#texts, starts, postings, must: this.#must.all(), may: this.#may.all() };
  }

  #wordOf(text: string): FiledWord | null {
    const known = this.#words.get(text);
    if (known !== undefined) return known;
    const part = partInAnyName(text);
    if (this.#words.size >= MOST_REMEMBERED) this.#words.clear();
    const word = part === undefined ? null : filed(part, this.#numbersOf(part));
    this.#words.set(text, word);
    return word;
  }

  #fathersOf(text: string): readonly number[] {
    const part = partInAnyName(text);
    return part === undefined ? [] : this.#numbersOf(asFather(part));
  }

  #numbersOf(part: Part): readonly number[] {
    return keysOf(part).map((key) => this.#numbers.get(key) ?? this.#added(key));
  }

  #added(key: Key): number {
    const number = this.#texts.length;
    this.#texts.push(keyText(key));
    this.#numbers.set(key, number);
    if (number >= this.#last.length) {
      const longer = new Uint32Array(2 * this.#last.length);
      longer.set(this.#last);
      this.#last = longer;
    }
    return number;
  }
}

function filed(part: Part, keys: readonly number[]): FiledWord {
  const { role, patronymic, script } = part;
  return { role, patronymic, script, keys, mask: { must: mustHear(part), may: part.may }, fathers: undefined };
}
