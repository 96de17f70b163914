import type { Passage } from '../text/passage.ts';
import type { Line, Party } from './line.ts';
import type { FullName } from './names.ts';
import type { Token } from './tokens.ts';

/**
 * Whom a pronoun can mean, and where that one was named.
 *
 * @example
 * memory.person('she', 7) // { text: 'Maryya Kalesnikava', passage: … }
 */
export interface Remembered {
  readonly line: number;
  readonly name: FullName;
}

/**
 * Who spoke a quotation, and whom the page had it from.
 *
 * @example
 * { text: 'Volodymyr Zelenskyy', block: 31, line: 40, name: null, relay: [{ text: 'Ukrinform', name: null }] }
 */
export interface LastSpeaker {
  readonly text: string;
  readonly block: number;
  readonly line: number;
  readonly name: FullName | null;
  readonly relay: readonly { readonly text: string; readonly name: FullName | null }[];
}

const REACH = 4;
const KEPT = 24;
// Rows between the name on a card and what it tells of whoever is named.
const CARD = 2;

/**
 * What a reader still has in mind: who was spoken of last, and who spoke last.
 *
 * @example
 * memory.take(line);
 * memory.person('she', 8)?.text // 'Maryya Kalesnikava'
 */
export class Memory {
  #people: Remembered[] = [];
  // The last name that stood alone in its line, as profiles have it.
  #topic: FullName | null = null;
  // The names that stood so right above each other, as cards of several people have them, and the line of the last.
  #heads: { line: number; names: readonly FullName[] } = { line: -9, names: [] };
  #lists: { line: number; parties: readonly Party[] }[] = [];
  /** The speaker of the last quotation or reported words, with the block it stood in. */
  speaker: LastSpeaker | null = null;
  /** The last organisation that said something, for "it added". */
  body: { text: string; line: number; passage: Passage } | null = null;

  /** Takes in a line once it is read: those named in it, the one it is about last. */
  take(line: Line): void {
    const persons = line.parties.filter((party) => party.is === 'person');
    const subject = persons.find((party) => !line.tokens[party.from - 1]?.tags.has('prep')) ?? persons[0];
    for (const party of persons) {
      if (party !== subject && party.name) this.#people.push({ line: line.index, name: party.name });
    }
    if (subject?.name) this.#people.push({ line: line.index, name: subject.name });
    this.#people = this.#people.slice(-KEPT);
    if (subject?.name && persons.length === 1 && subject.from === 0 && endsRow(line, subject.to)) {
      this.#topic = subject.name;
      const above = line.index - this.#heads.line <= CARD ? this.#heads.names : [];
      this.#heads = { line: line.index, names: [...above, subject.name].slice(-KEPT) };
    }
    const joined = line.parties.filter(
      (party, at) => party.is === 'person' && (party.joined || line.parties[at + 1]?.joined),
    );
    if (joined.length > 1) this.#lists = [{ line: line.index, parties: joined }];
  }

  /** The person a pronoun in a line means: the last one spoken of whose first name suits it, else the last one. */
  person(pronoun: Token | undefined, line: number): FullName | null {
    const near = this.#people.filter((one) => line - one.line <= REACH).reverse();
    const woman = pronoun?.tags.has('woman');
    const man = pronoun?.tags.has('man');
    const suits = near.find(({ name }) => (woman ? soundsFemale(name) : man ? !soundsFemale(name) : true));
    return (suits ?? near[0])?.name ?? null;
  }

  /** Whom a verb without a subject is about: whoever the page profiles here, else the last one spoken of that it suits. */
  leftOut(gender: 'man' | 'woman' | 'any', line: number): readonly FullName[] {
    const suits = (name: FullName) => gender === 'any' || soundsFemale(name) === (gender === 'woman');
    if (this.#topic) return suits(this.#topic) ? [this.#topic] : [];
    const last = this.#people.findLast((one) => line - one.line <= REACH && suits(one.name));
    return last ? [last.name] : [];
  }

  /** Those whose names head the card that a line belongs to. */
  heading(line: number): readonly FullName[] {
    return line - this.#heads.line <= CARD ? this.#heads.names : [];
  }

  /** True where somebody else was spoken of after the last speaker spoke. */
  get newer(): boolean {
    return (
      (this.#people.at(-1)?.line ?? -1) > (this.speaker?.line ?? -1) &&
      this.#people.at(-1)?.name.text !== this.speaker?.text
    );
  }

  /** The people "they" in a line means. */
  people(line: number): readonly Party[] {
    return this.#lists.filter((list) => line - list.line <= REACH).at(-1)?.parties ?? [];
  }
}

// Men's names that end like women's.
const MEN =
  /^(?:Микола|Мікола|Никита|Микита|Мікіта|Илья|Ілля|Ілья|Данила|Даніла|Лука|Кузьма|Фома|Савва|Мустафа|Mikola|Mykola|Nikita|Ilya|Luka|Mustafa)$/u;

// Only to choose between people already named (law 4: nothing of this is kept).
function soundsFemale(name: FullName): boolean {
  const first = name.text.split(' ')[0] ?? '';
  return /[aая]$/u.test(first) && !MEN.test(first);
}

// A name that has its row to itself heads what follows.
function endsRow(line: Line, to: number): boolean {
  const end = line.tokens[to - 1]?.end ?? 0;
  const next = line.tokens[to];
  return (
    next === undefined ||
    line.passage.text.slice(end - line.passage.start, next.start - line.passage.start).includes('\n')
  );
}
