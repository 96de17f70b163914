import { scriptOf } from '../text/script.ts';
import { cleanOf, LONGEST_NAME, mayJoin } from './clean.ts';
import { readAsEastern } from './eastern.ts';
import { listsOf } from './lists.ts';
import { COMMON_INFO, type FormSex, nextPart, type Part, type ReadName } from './part.ts';
import { partOf, soleSex, toPart } from './part-of.ts';

// More words than this are no name.
const MOST_PARTS = 12;
// Titles are words and no parts; nobody has this many.
const MOST_WORDS = 2 * MOST_PARTS;
const WORDS = /[\p{L}\p{M}\u2010'’ʼʻ`´‘׳”ʺ″]+/gu;
const COMMA = /[,،、]/u;
const TWO_LETTERS = /\p{L}{2}/u;
const SMALL_LETTER = /\p{Ll}/u;
const OUTER_APOSTROPHES = /^[\u2010'’ʼʻ`´‘”ʺ″]+|[\u2010’ʼʻ`´‘”ʺ″]+$/gu;
const POSSESSIVE = /(?<=\p{Script=Latin}{3})['’]s$/u;
const FIRST_EAST_ASIAN = 0x2e80;

/**
 * Takes a name apart: NFC, homoglyphs repaired, titles left out, `SURNAME, Given` and surnames in capitals understood,
 * given names and patronymics known by list and suffix. Order is kept as written. Never throws; a text without letters
 * has no parts.
 */
export function readName(text: string): ReadName {
  const known = readNames.get(text);
  if (known !== undefined) return known;
  const read = readNameOnce(text);
  if (readNames.size >= MOST_NAMES_REMEMBERED) readNames.clear();
  if (text.length <= LONGEST_NAME) readNames.set(text, read);
  return read;
}

// Every name of a list is compared with many others.
const MOST_NAMES_REMEMBERED = 50_000;
const readNames = new Map<string, ReadName>();

/** As `readName`, of a name that is not likely to be asked for again. */
export function readNameOnce(text: string): ReadName {
  const plain = plainWords(text);
  const clean = plain === undefined ? cleanOf(text) : text;
  const parts = withOneSex(withPatronymics(readAsEastern(plain ?? partsOf(clean))));
  return { text: clean, script: mainScript(parts), parts, sex: sexOf(parts) };
}

// Words of one script, without a mark that joins or parts, not in capitals, mean the same in every name but for their
// place. A name of such words alone needs no taking apart.
function plainWords(text: string): Part[] | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const found: Part[] = [];
  for (let from = 0; from <= text.length; ) {
    const space = text.indexOf(' ', from);
    const end = space < 0 ? text.length : space;
    const part = plainPart(text.slice(from, end), found.length === 0);
    // A word may repair the letters of another script beside it, and a title depends on what follows.
    if (part === undefined || part.role === 'title' || found.length === MOST_PARTS) return undefined;
    if (found.length > 0 && part.script !== found[0]?.script) return undefined;
    found.push(part);
    from = end + 1;
  }
  return found.some(isArticle) ? undefined : found;
}

/**
 * A word as a part of a name, where it is the same part in every name of such words in one script, but that it may be a
 * father's name; undefined of other words. Nothing is remembered of it.
 */
export function partInAnyName(word: string): Part | undefined {
  if (!isPlain(word)) return undefined;
  const part = partOf(word, 'later');
  const depends = part.role === 'title' || part.role === 'particle' || isDoubtful(part);
  return depends || listsOf(part.folded).has('eastern') ? undefined : part;
}

// A word as a part of a name where nothing that stands beside it could change what it is but its place; else undefined.
function plainPart(word: string, first: boolean): Part | undefined {
  let part = knownPlain.get(word);
  if (part === undefined) {
    part = isPlain(word) ? toPart(word, 'later') : null;
    if (knownPlain.size >= MOST_REMEMBERED) knownPlain.clear();
    knownPlain.set(word, part);
  }
  return part === null ? undefined : first && part.role === 'particle' ? toPart(word, 'first') : part;
}

const MOST_REMEMBERED = 60_000;
const knownPlain = new Map<string, Part | null>();

function isPlain(word: string): boolean {
  const cyrillic = word.charCodeAt(0) >= 0x400;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    const fits = cyrillic ? code >= 0x400 && code < 0x460 : isLatinLetter(code);
    if (!fits) return false;
  }
  return word !== '' && !inCapitals(word) && !mayJoin(word);
}

function isLatinLetter(code: number): boolean {
  if (code < 0x80) return (code > 0x40 && code < 0x5b) || (code > 0x60 && code < 0x7b);
  return code >= 0xc0 && code < 0x250 && code !== 0xd7 && code !== 0xf7;
}

function partsOf(name: string): Part[] {
  const comma = name.search(COMMA);
  const surnameFirst = comma > 0 && TWO_LETTERS.test(name.slice(comma));
  const mixedCase = SMALL_LETTER.test(name);
  const found: Part[] = [];
  const read = (stretch: string, marked: boolean) => {
    for (const match of stretch.match(WORDS) ?? []) {
      if (found.length === MOST_WORDS) break;
      const word = match.replace(OUTER_APOSTROPHES, '').replace(POSSESSIVE, '');
      if (word === '') continue;
      const place = marked || (mixedCase && inCapitals(word)) ? 'surname' : found.length === 0 ? 'first' : 'later';
      if (word.charCodeAt(0) < FIRST_EAST_ASIAN) {
        found.push(toPart(word, place));
      } else if (isForeign(word, name)) found.push(toPart(word, 'foreign'));
      else for (const piece of apart(word, name)) found.push(toPart(piece, place));
    }
  };
  if (surnameFirst) read(name.slice(0, comma), true);
  read(surnameFirst ? name.slice(comma) : name, false);
  return found
    .flatMap((part, at) => withoutTitle(part, found[at + 1]))
    .map((part, at, all) => withoutArticle(part, all[at + 1]))
    .slice(0, MOST_PARTS);
}

// The Arabic article takes the sound of the letter after it (ar-Rahman); before another letter the word is none (An, Ash).
function withoutArticle(part: Part, next: Part | undefined): Part {
  if (!isArticle(part) || next?.folded.startsWith(part.folded.slice(1)) === true) return part;
  return { ...part, role: 'word', info: COMMON_INFO };
}

function isArticle(part: Part): boolean {
  return part.role === 'particle' && part.folded.length < 4 && /^a(?:[nrsdtz]|sh)$/u.test(part.folded);
}

// A title stands before a name; the last word is never one, whatever it looks like.
function withoutTitle(part: Part, next: Part | undefined): Part[] {
  if (part.role !== 'title') return [part];
  return next === undefined ? [{ ...part, number: nextPart(), role: 'word' }] : [];
}

function inCapitals(word: string): boolean {
  if (word.length < 3 || word.charAt(1) === word.charAt(1).toLowerCase()) return false;
  return word === word.toUpperCase();
}

// Korean and Chinese names have one or two syllables after the surname; longer ones, and those that bear a gap other than
// after the surname, are foreign names spelled by syllables. Kana spell Japanese names seldom.
function isForeign(word: string, name: string): boolean {
  const script = scriptOf(word);
  if (script === 'Jpan') return true;
  if (script !== 'Hang' && script !== 'Hani') return false;
  const pieces = name.split(GAP).map((piece) => [...piece].length);
  if (script === 'Hani' && pieces.length > 1) return true;
  return Math.max(...pieces) > (pieces.length > 1 ? 2 : 4) || (pieces.length > 1 && (pieces[0] ?? 0) > 1);
}

const GAP = /[\s·・•‧．=＝-]+/u;

// Korean and Chinese names are written without a space: the first character is the surname, with few exceptions.
function apart(word: string, name: string): string[] {
  const syllables = [...word];
  if (syllables.length < 2 || syllables.length > 4 || /[\s·・]/u.test(name)) return [word];
  const east = /^(?:\p{Script=Hangul}+|\p{Script=Han}+)$/u.test(word);
  return east ? [syllables[0] ?? '', syllables.slice(1).join('')] : [word];
}

function mainScript(parts: readonly Part[]): string {
  const first = parts[0]?.script ?? 'Zyyy';
  if (parts.every((part) => part.script === first)) return first;
  const counts = new Map<string, number>();
  for (const { script, folded } of parts) counts.set(script, (counts.get(script) ?? 0) + folded.length);
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

const PATRONYMIC_INFO = 1.4;
// Words that were found to be patronymics, as such: one part for one word, so that what is kept of it is found again.
const patronymics = new WeakMap<Part, Part>();

/**
 * Where the patronymic stands among the words of a name; -1 where there is none. -ovich ends patronymics and surnames
 * alike: it is a patronymic where a given name and another word stand beside it, and of several the one that follows the
 * given name, or is made from a given name.
 */
export function patronymicAt(parts: readonly Pick<Part, 'role' | 'patronymic'>[]): number {
  let best = -1;
  let words = 0;
  let follows = false;
  let named = false;
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at];
    if (part === undefined) continue;
    if (part.role !== 'particle' && part.role !== 'numbered') words++;
    if (part.patronymic === undefined || follows) continue;
    if (parts[at - 1]?.role === 'given') {
      follows = true;
      best = at;
    } else if (!named && (part.patronymic.given.length > 0 || best < 0)) {
      named = part.patronymic.given.length > 0;
      best = at;
    }
  }
  return words < (parts[best]?.patronymic?.sex === 'male' ? 3 : 2) ? -1 : best;
}

function withPatronymics(parts: Part[]): Part[] {
  const at = patronymicAt(parts);
  const part = parts[at];
  if (part === undefined) return parts;
  const known = patronymics.get(part);
  const patronymic = known ?? asFather(part);
  if (known === undefined) patronymics.set(part, patronymic);
  return parts.with(at, patronymic);
}

/** A part that may be a patronymic, as one. */
export function asFather(part: Part): Part {
  return part.patronymic === undefined
    ? part
    : { ...part, ...part.patronymic, number: nextPart(), role: 'patronymic', info: PATRONYMIC_INFO };
}

function isDoubtful(part: Part): boolean {
  return part.role === 'given' && part.given.length > 1 && part.sex === undefined;
}

// Александра is a woman, or Александр in the genitive: beside Петровича, or beside Бяляцкага, he is a man.
function withOneSex(parts: Part[]): Part[] {
  if (!parts.some(isDoubtful)) return parts;
  const sex = soleSex(parts.filter(isPatronymic)) ?? soleSex(parts.filter((part) => !isGiven(part)));
  if (sex === undefined) return parts;
  return parts.map((part) => {
    const given = isDoubtful(part) ? part.given.filter((one) => one.sex === sex) : [];
    return given.length > 0 ? { ...part, number: nextPart(), given, sex } : part;
  });
}

// A patronymic tells the sex best, then the given name, then a surname that only one sex bears in this form.
function sexOf(parts: readonly Part[]): FormSex | undefined {
  if (!parts.some((part) => part.sex !== undefined)) return undefined;
  return soleSex(parts.filter(isPatronymic)) ?? soleSex(parts.filter(isGiven)) ?? soleSex(parts);
}

function isPatronymic(part: Part): boolean {
  return part.role === 'patronymic';
}

function isGiven(part: Part): boolean {
  return part.role === 'given';
}
