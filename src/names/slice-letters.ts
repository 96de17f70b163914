import type { Part, ReadName } from './part.ts';
import { type Sounds, soundsInSymbol } from './sounds.ts';

/**
 * The letters of a word under which a name stands in a sliced index, as names stand in the volumes of an encyclopaedia:
 * L for l and r, N for m and n, P for p and b, X for every other consonant that no spelling system loses. Far coarser than
 * a key of the whole index: all spellings of a name must lead to one volume, which is all that is asked for. Калеснікава,
 * Kolesnikova and כלסניקבה are `XLXNX`.
 */
function sliceLettersOf(sounds: Sounds): string {
  let letters = '';
  for (const symbol of sounds) {
    const letter = letterOf(symbol);
    if (!letters.endsWith(letter)) letters += letter;
  }
  return letters;
}

// v and w become vowels, g and h are each other, j is y or zh: what may not be there in another spelling is left out.
function letterOf(symbol: number): string {
  const { letters, mute } = soundsInSymbol(symbol);
  if (mute || /[aeiouvwf]/u.test(letters) || (/[ghj]/u.test(letters) && !letters.includes('C'))) return '';
  if (/[lr]/u.test(letters)) return 'L';
  if (/[mn]/u.test(letters)) return 'N';
  return /[pb]/u.test(letters) ? 'P' : 'X';
}

/** The letters under which a name is filed: those of its longest part, and of another part that is as long. */
export function filedUnder(name: ReadName): readonly string[] {
  const parts = tellingParts(name).map((part) => [part.sounds, ...(part.readings ?? [])].map(sliceLettersOf));
  const longest = Math.max(0, ...parts.flat().map((letters) => letters.length));
  const filed = parts.filter((readings) => readings.some(({ length }) => length === longest));
  return [...new Set(filed.flat())];
}

/** The letters under which to look for a name, those that tell most first: each is another volume, which tells more to whoever serves it. */
export function soughtUnder(name: ReadName): readonly string[] {
  const letters = tellingParts(name).map(({ sounds }) => sliceLettersOf(sounds));
  return [...new Set(letters)].sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
}

const ASIDE: ReadonlySet<Part['role']> = new Set(['particle', 'initial', 'numbered', 'patronymic']);

// Very many share a given name, so that it tells where to look only where there is nothing else.
function tellingParts({ parts }: ReadName): readonly Part[] {
  const told = parts.filter(({ role }) => !ASIDE.has(role));
  const others = told.filter(({ role }) => role !== 'given');
  return others.length > 0 ? others : told.length > 0 ? told : parts;
}
