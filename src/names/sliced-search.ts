import { Refused } from '../text/refusal.ts';
import { buildNameIndex } from './filed.ts';
import type { NameIndex } from './postings.ts';
import { readName } from './read.ts';
import { type FoundName, searchNames } from './search.ts';
import { readSliceFile, type SliceRecords } from './slice-file.ts';
import { soughtUnder } from './slice-letters.ts';

/**
 * Fetches one file of a sliced index by its name: `names`, `names-vocabulary`, `names-0` … It is all that leaves the
 * reader's machine.
 *
 * @example
 * const load: SliceLoader = async (file) => new Uint8Array(await (await fetch(`names/${file}`)).arrayBuffer());
 */
export type SliceLoader = (file: string) => Promise<Uint8Array>;

/**
 * What a search in slices found.
 *
 * @example
 * { found: [{ id: 'k3vq9h2mxa7tw5bn', score: 0.86, name: 'Марыя Калеснікава', reasons: […] }], further: 1 }
 */
export interface SlicedAnswer {
  readonly found: readonly FoundName[];
  /** How many files other words of the name would lead to, which were not asked for. */
  readonly further: number;
}

/**
 * How to ask slices.
 *
 * @example
 * { limit: 10, files: 2 }
 */
export interface SlicedQuestion {
  /** Answers at most; ten where left out. */
  readonly limit?: number;
  /** Files that may be fetched; one where left out. Each further one tells whoever serves them more of the name. */
  readonly files?: number;
}

/**
 * An index in slices, opened.
 *
 * @example
 * const names = await openSlices(load);
 * (await names.search('Калеснікавай')).found[0]?.id // 'k3vq9h2mxa7tw5bn'
 */
export interface SlicedNames {
  /** How many people it holds. */
  readonly people: number;
  /** In how many files; where it is one, to fetch it tells nothing of the name. */
  readonly files: number;
  /** Finds people by name as `searchNames` does, among those in the files that the name leads to. */
  search(query: string, question?: SlicedQuestion): Promise<SlicedAnswer>;
  /** Fetches every file: from then on a search asks nobody anything, and answers as `searchNames` does on all people. */
  fetchAll(): Promise<void>;
}

interface PlacedPerson {
  readonly at: number;
  readonly id: string;
  readonly names: readonly string[];
}

/**
 * Opens the files of `sliceNames` through a loader. Of one opening every file is fetched once at most. `ready` is awaited with
 * names before they are first read: to bring the vocabulary that they need, where it is not at hand.
 *
 * @throws {Refused} where a file is damaged, or was made at another time than the first: the page is to be loaded again.
 * What the loader throws goes through.
 */
export async function openSlices(
  load: SliceLoader,
  ready: (names: readonly string[]) => Promise<void> = async () => {},
): Promise<SlicedNames> {
  const directory = await readSliceFile(await load('names'));
  const { people, first } = JSON.parse(directory.text) as { people: number; first: string[] };
  const fetched = new Map<number, Promise<readonly PlacedPerson[]>>();
  const slice = (number: number) => {
    const known = fetched.get(number) ?? fetchSlice(load, number, directory.edition);
    fetched.set(number, known);
    // One that did not come may be asked for again.
    known.catch(() => fetched.delete(number));
    return known;
  };
  const indexOf = rememberedIndexes(slice, ready);
  const everything = [...first.keys()];
  let whole = first.length === 1;
  return {
    people,
    files: first.length,
    async search(query, { limit = 10, files = 1 } = {}) {
      await ready([query]);
      if (whole) return { found: searchNames(await indexOf(everything), query, limit), further: 0 };
      const name = readName(query);
      if (name.parts.length === 0) return { found: [], further: 0 };
      const leads = [...new Set(soughtUnder(name).map((letters) => placeOf(letters, first)))];
      const asked = leads.slice(0, files);
      return { found: searchNames(await indexOf(asked), query, limit), further: leads.length - asked.length };
    },
    async fetchAll() {
      await indexOf(everything);
      whole = true;
    },
  };
}

async function fetchSlice(load: SliceLoader, number: number, edition: string): Promise<readonly PlacedPerson[]> {
  const file = await readSliceFile(await load(`names-${number}`));
  if (file.edition !== edition) {
    throw new Refused('The list of names was published anew while you were reading: load the page again.');
  }
  let at = 0;
  const { steps, ids, names, others } = JSON.parse(file.text) as SliceRecords;
  return ids.map((id, i) => {
    at += steps[i] ?? 0;
    return { at, id, names: [names[i] ?? '', ...(others[i] ?? [])] };
  });
}

function rememberedIndexes(
  slice: (number: number) => Promise<readonly PlacedPerson[]>,
  ready: (names: readonly string[]) => Promise<void>,
): (numbers: readonly number[]) => Promise<NameIndex> {
  let last: { readonly key: string; readonly index: NameIndex } | undefined;
  return async (numbers) => {
    const key = numbers.toSorted((a, b) => a - b).join();
    if (last?.key === key) return last.index;
    const slices = await Promise.all(numbers.map(slice));
    const byPlace = new Map(slices.flat().map((person) => [person.at, person]));
    await ready([...byPlace.values()].flatMap(({ names }) => names));
    const index = buildNameIndex([...byPlace.values()].sort((a, b) => a.at - b.at));
    last = { key, index };
    return index;
  };
}

// The last slice that does not begin after these letters.
function placeOf(letters: string, first: readonly string[]): number {
  let place = first.length - 1;
  while (place > 0 && (first[place] ?? '') > letters) place -= 1;
  return place;
}
