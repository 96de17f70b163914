import { createHash } from 'node:crypto';
import { zlibSync } from 'fflate';
import { once } from './once.ts';
import { readName } from './read.ts';
import { framed, type SliceRecords } from './slice-file.ts';
import { filedUnder } from './slice-letters.ts';
import { type NAME_WORDS, nameVocabulary } from './vocabulary.ts';

/**
 * A person as an index takes her: an id and every form of her name.
 *
 * @example
 * { id: 'k3vq9h2mxa7tw5bn', names: ['Марыя Калеснікава', 'Maryya Kalesnikava'] }
 */
export interface NamedPerson {
  readonly id: string;
  readonly names: readonly string[];
}

/**
 * How to cut an index. Where both are left out: one file up to 10,000 people, and above that at least 1,000 in each.
 *
 * @example
 * { whole: 0, least: 500 }
 */
export interface Slicing {
  /** Up to so many people all stand in one file: whoever fetches it tells nothing. */
  readonly whole?: number;
  /** People that each file has at least: among so many is whoever is sought. */
  readonly least?: number;
}

const WHOLE = 10_000;
const LEAST = 1_000;

/**
 * Cuts an index into files that a reader's browser can search without a server (`openSlices`): `names` says which
 * letters stand where, `names-0`, `names-1` … carry the people, `names-vocabulary` and `names-vocabulary-han` the vocabulary. Names follow each
 * other by coarse consonants, as in the volumes of an encyclopaedia, so that every spelling of a name leads to one file.
 * Files are padded to a few lengths, so that the length of an answer tells hardly which it was. The same people in the same
 * order give the same bytes. Two entries of one id that follow each other count as one, as in `buildNameIndex`.
 */
export function sliceNames(people: readonly NamedPerson[], slicing: Slicing = {}): ReadonlyMap<string, Uint8Array> {
  const joined = joinedById(people);
  const { whole = WHOLE, least = LEAST } = slicing;
  const cut = joined.length <= whole ? [{ first: '', people: [...joined.keys()] }] : cutByLetters(joined, least);
  const directory = JSON.stringify({ people: joined.length, first: cut.map(({ first }) => first) });
  const slices = cut.map((slice) => recordsOf(slice.people, joined));
  const edition = editionOf([directory, vocabulary().text, han().text, ...slices]);
  const packed = slices.map(pack);
  // The longest of those that have hardly more people than they must; only where very many share their letters is one longer.
  const usual = packed.filter((_, at) => (cut[at]?.people.length ?? 0) < 2 * least);
  const unit = Math.max(1, ...(usual.length > 0 ? usual : packed).map(({ length }) => length + FRAME));
  const padded = (bytes: Uint8Array) => Math.ceil((bytes.length + FRAME) / unit) * unit;
  return new Map([
    ['names', framed(pack(directory), edition)],
    ['names-vocabulary', framed(vocabulary().packed, edition)],
    ['names-vocabulary-han', framed(han().packed, edition)],
    ...packed.map((bytes, at) => [`names-${at}`, framed(bytes, edition, padded(bytes))] as const),
  ]);
}

const FRAME = 16;
const vocabulary = once(() => packedVocabulary('always'));
const han = once(() => packedVocabulary('han'));

function packedVocabulary(when: keyof typeof NAME_WORDS): { readonly text: string; readonly packed: Uint8Array } {
  const text = JSON.stringify(nameVocabulary(when));
  return { text, packed: pack(text) };
}

interface Slice {
  /** The letters that the first name in it is filed under. */
  readonly first: string;
  /** Places of people, ascending. */
  readonly people: readonly number[];
}

function joinedById(people: readonly NamedPerson[]): NamedPerson[] {
  const joined: NamedPerson[] = [];
  for (const { id, names } of people) {
    const before = joined.at(-1);
    if (before?.id === id) joined.splice(-1, 1, { id, names: [...before.names, ...names] });
    else joined.push({ id, names });
  }
  return joined;
}

// People whose names have the same letters are never parted: nobody could say in which of two files to look.
function cutByLetters(people: readonly NamedPerson[], least: number): Slice[] {
  const filed = new Map<string, number[]>();
  for (const [at, { names }] of people.entries()) {
    const letters = names.map(readName).flatMap((name) => (name.parts.length === 0 ? [] : filedUnder(name)));
    for (const one of new Set(letters)) {
      const there = filed.get(one);
      if (there === undefined) filed.set(one, [at]);
      else there.push(at);
    }
  }
  const slices: { first: string; people: Set<number> }[] = [{ first: '', people: new Set() }];
  for (const letters of [...filed.keys()].sort()) {
    const open = slices.at(-1);
    if (open === undefined || open.people.size >= least) slices.push({ first: letters, people: new Set() });
    for (const at of filed.get(letters) ?? []) slices.at(-1)?.people.add(at);
  }
  const last = slices.at(-1);
  if (slices.length > 1 && last !== undefined && last.people.size < least) {
    slices.pop();
    for (const at of last.people) slices.at(-1)?.people.add(at);
  }
  return slices.map(({ first, people: all }) => ({ first, people: [...all].sort((a, b) => a - b) }));
}

// Places are kept, as steps from the one before: of people who answer alike, the first comes first, as in the whole index.
// What is alike stands together, which packs a sixth smaller.
function recordsOf(places: readonly number[], people: readonly NamedPerson[]): string {
  const some = places.map((at) => people[at] ?? { id: '', names: [] });
  const records: SliceRecords = {
    steps: places.map((at, i) => at - (places[i - 1] ?? 0)),
    ids: some.map(({ id }) => id.toWellFormed()),
    names: some.map(({ names }) => names[0]?.toWellFormed() ?? ''),
    others: some.map(({ names }) => names.slice(1).map((name) => name.toWellFormed())),
  };
  return JSON.stringify(records);
}

function pack(text: string): Uint8Array {
  return zlibSync(new TextEncoder().encode(text), { level: 9 });
}

function editionOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}:${text}`);
  return hash.digest('hex').slice(0, 16);
}
