import { scriptOf } from '../text/script.ts';
import { readAsEastern } from './eastern.ts';
import { fatherOf, stemOf } from './endings.ts';
import { APOSTROPHES, fold, repairHomoglyphs } from './fold.ts';
import { givenNamesByStem, givenNamesOf } from './given.ts';
import { foreignHanReading, hanReadings } from './han.ts';
import { type WordList, wordLists } from './lists.ts';
import { COMMON_INFO, type FormSex, type GivenName, type Part, type ReadName, type Role } from './part.ts';
import { consonantsOf, type Sounds, soundsOf } from './sounds.ts';

// A text longer than this, or of more words, is no name; what follows says nothing more.
const LONGEST_NAME = 400;
const MOST_PARTS = 12;
const WORDS = /[\p{L}\p{M}\u2010'’ʼʻ`´‘׳”ʺ″]+/gu;
// BGN/PCGN writes Ukrainian зг as z·h; between other letters the dot parts two words.
const DOT_IN_ZH = /(?<=z)·(?=h)/giu;
const COMMA = /[,،、]/u;
const TWO_LETTERS = /\p{L}{2}/u;
const SMALL_LETTER = /\p{Ll}/u;
// Joiners and marks of direction, which are not seen; presentation forms of Arabic letters, which look right.
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const PRESENTATION = /[\ufb50-\ufdff\ufe70-\ufefc]+/gu;
const OUTER_APOSTROPHES = /^['’ʼʻ`´‘”ʺ″]+|[’ʼʻ`´‘”ʺ″]+$/gu;
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
  const read = takeApart(text);
  if (readNames.size >= MOST_NAMES_REMEMBERED) readNames.clear();
  if (text.length <= LONGEST_NAME) readNames.set(text, read);
  return read;
}

// Every name of a list is compared with many others.
const MOST_NAMES_REMEMBERED = 20_000;
const readNames = new Map<string, ReadName>();

function takeApart(text: string): ReadName {
  const plain = plainParts(text);
  const clean = plain === undefined ? cleanOf(text) : text;
  const parts = withOneSex(withPatronymics(readAsEastern(plain ?? partsOf(clean))));
  return { text: clean, script: mainScript(parts), parts, sex: sexOf(parts) };
}

// Servants of God in Arabic names, and names in al-Din and Allah, are one word however they are written: عبد الرحمن, Abd
// al-Rahman, Abdul Rahman, Abdurrahman. And so are East Asian given names of two syllables: Jong-un.
const ARTICLE = '(?:[aeu][lrsnztd]|[au]sh)';
const SERVANT = new RegExp(`(?<!\\p{L})(abd)${ARTICLE}?[\\s-]+(?:${ARTICLE}[\\s-]+)?(?=\\p{L}{3})`, 'giu');
const SERVANT_CYRILLIC =
  /(?<!\p{L})(абд)(?:[аэеу]ль?|[ау][рснзтдш])?[\s-]+(?:(?:[аэеу]ль?|[ау][рснзтдш])[\s-]+)?(?=\p{L}{3})/giu;
const SERVANT_ARABIC = /(?<!\p{L})(عبد)\s+(?=ال)/gu;
const SERVANT_HEBREW = /(?<!\p{L})(עבד)[\s־-]+אל?[\s־-]*(?=\p{L}{3})/gu;
const OF_GOD = /(?<=\p{L}{2})[\s-]+(?:([aeui][ld])[\s-]+)?((?:[aeui]d)?d(?:in|een|ine)|[au]llah)(?!\p{L})/giu;
const OF_GOD_ARABIC = /(?<=\p{L}{2})\s+(?=(?:الدين|الله)(?!\p{L}))/gu;
const TWO_SYLLABLES = /(?<!\p{L})(?!(?:a[lnrstdz]|ash|el|ul|abd)-)(\p{Lu}\p{Ll}{0,5})-(?=\p{Ll}{1,6}(?!\p{L}))/gu;

function compounds(text: string): string {
  return text
    .replace(SERVANT, '$1')
    .replace(SERVANT_CYRILLIC, '$1')
    .replace(SERVANT_ARABIC, '$1')
    .replace(SERVANT_HEBREW, '$1')
    .replace(OF_GOD, (_, article = '', of: string) => article + of)
    .replace(OF_GOD_ARABIC, '')
    .replace(TWO_SYLLABLES, '$1\u2010');
}

function cleanOf(text: string): string {
  const start = text.slice(0, LONGEST_NAME).normalize('NFC').replace(UNSEEN, '');
  const plain = start.replace(PRESENTATION, (letters) => letters.normalize('NFKC'));
  return compounds(repairHomoglyphs(plain)).replace(DOT_IN_ZH, '').replace(/\s+/gu, ' ').trim();
}

// Words met before that mean the same in every name but for their place: of one script, without a mark that joins or
// parts, not in capitals. A name of such words alone needs no taking apart.
const plainWords = new Map<string, { readonly first: Part; readonly later: Part }>();

function plainParts(text: string): Part[] | undefined {
  if (text.length > LONGEST_NAME) return undefined;
  const found: Part[] = [];
  for (let from = 0; from <= text.length; ) {
    const space = text.indexOf(' ', from);
    const end = space < 0 ? text.length : space;
    const word = plainWords.get(text.slice(from, end));
    if (word === undefined || found.length === MOST_PARTS) return undefined;
    const part = found.length === 0 ? word.first : word.later;
    // A word may repair the letters of another script beside it, and a title depends on what follows.
    if (part.role === 'title' || (found.length > 0 && part.script !== found[0]?.script)) return undefined;
    found.push(part);
    from = end + 1;
  }
  return found;
}

const PLAIN = /^(?:\p{Script=Latin}+|\p{Script=Cyrillic}+)$/u;

const MAY_JOIN = /^abd|абд|^(?:[aeui]d)?d(?:in|een|ine)$|^[au]llah$/iu;

function rememberPlain(word: string): void {
  if (
    plainWords.has(word) ||
    !PLAIN.test(word) ||
    MAY_JOIN.test(word) ||
    inCapitals(word) ||
    word.normalize('NFC') !== word
  )
    return;
  if (plainWords.size >= MOST_REMEMBERED) plainWords.clear();
  plainWords.set(word, { first: toPart(word, 'first'), later: toPart(word, 'later') });
}

function partsOf(name: string): Part[] {
  const comma = name.search(COMMA);
  const surnameFirst = comma > 0 && TWO_LETTERS.test(name.slice(comma));
  const mixedCase = SMALL_LETTER.test(name);
  const found: Part[] = [];
  const read = (stretch: string, marked: boolean) => {
    for (const match of stretch.match(WORDS) ?? []) {
      const word = match.replace(OUTER_APOSTROPHES, '').replace(POSSESSIVE, '');
      if (word === '') continue;
      const place = marked || (mixedCase && inCapitals(word)) ? 'surname' : found.length === 0 ? 'first' : 'later';
      if (word.charCodeAt(0) < FIRST_EAST_ASIAN) {
        found.push(toPart(word, place));
        rememberPlain(match);
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
  if (part.role !== 'particle' || !/^a(?:[nrsdtz]|sh)$/u.test(part.folded)) return part;
  if (next?.folded.startsWith(part.folded.slice(1)) === true) return part;
  return { ...part, role: 'word', info: infoOf('word', part.folded, consonantsOf(part.sounds)) };
}

// A title stands before a name; the last word is never one, whatever it looks like.
function withoutTitle(part: Part, next: Part | undefined): Part[] {
  if (part.role !== 'title') return [part];
  return next === undefined ? [{ ...part, role: 'word' }] : [];
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

// The same words come again and again; what a word alone tells is kept for the most recent ones.
const MOST_REMEMBERED = 60_000;
const remembered: Readonly<Record<Place, Map<string, Part>>> = {
  surname: new Map(),
  first: new Map(),
  later: new Map(),
  foreign: new Map(),
};

// What its place in the name says of a word: that it was marked as the surname, that it came first, that the name is
// foreign to its script.
type Place = 'surname' | 'first' | 'later' | 'foreign';

function toPart(text: string, place: Place): Part {
  const words = remembered[place];
  const known = words.get(text);
  if (known !== undefined) return known;
  // Where a word stands changes nothing but of the few small words that are a name at the beginning.
  const part =
    place === 'first' && !wordLists().smallWords.has(fold(text)) ? toPart(text, 'later') : partOf(text, place);
  if (words.size >= MOST_REMEMBERED) words.clear();
  words.set(text, part);
  return part;
}

function partOf(text: string, place: Place): Part {
  const script = scriptOf(text);
  const folded = fold(text);
  const given = script === 'Latn' || script === 'Cyrl' ? givenNamesOf(folded) : [];
  const role = roleOf(text, folded, script, given, place);
  const lower = text.toLowerCase();
  const foreign = place === 'foreign';
  const [sounds = [], ...readings] = foreign && script === 'Hani' ? [foreignHanReading(lower)] : heard(lower, script);
  const ending = role === 'initial' ? undefined : stemOf(folded, script);
  const sex = role === 'given' ? soleSex(given) : ending?.sex;
  const patronymic = role === 'given' || role === 'word' ? asPatronymic(folded, script) : undefined;
  return {
    text,
    folded,
    script,
    role,
    given: role === 'given' ? given : [],
    sounds,
    foreign,
    eastern: !foreign && (script === 'Hang' || script === 'Hani'),
    readings: readings.length > 0 ? readings : undefined,
    stem: ending === undefined ? undefined : soundsOf(ending.stem, script),
    sex,
    patronymic,
    info: infoOf(role, folded, consonantsOf(sounds)),
  };
}

function heard(lower: string, script: string): Sounds[] {
  if (script === 'Hani') return hanReadings(lower);
  // In Hebrew an apostrophe changes the letter before it.
  return [soundsOf(script === 'Hebr' ? lower : lower.replace(APOSTROPHES, ''), script)];
}

function asPatronymic(folded: string, script: string): Part['patronymic'] {
  const read = fatherOf(folded);
  return read && { sex: read.sex, given: givenNamesByStem(read.father), stem: soundsOf(read.father, script) };
}

function roleOf(text: string, folded: string, script: string, given: readonly GivenName[], place: Place): Role {
  const isIn = (list: WordList) => wordLists()[list].has(folded) || (text !== folded && wordLists()[list].has(text));
  if (isIn('titles')) return 'title';
  if (isIn('numbered')) return 'numbered';
  if (isIn('particles') || (place !== 'first' && isIn('smallWords'))) return 'particle';
  if ([...folded].length === 1 && (script === 'Latn' || script === 'Cyrl')) return 'initial';
  if (place === 'surname') return 'surname';
  return given.length > 0 ? 'given' : 'word';
}

// What agreeing on a word says, in natural logarithms of odds; fitted on pairs of real names.
function infoOf(role: Role, folded: string, consonants: number): number {
  if (role === 'particle') return 0.2;
  if (role === 'numbered') return 0.4;
  if (role === 'initial') return 0.7;
  if (role === 'given') return 1.7;
  if (wordLists().common.has(folded)) return COMMON_INFO;
  if (/^(?:abd|абд|عبد)/u.test(folded)) return SERVANT_INFO;
  return 1 + 0.4 * Math.min(consonants, 5);
}

const PATRONYMIC_INFO = 1.4;
const SERVANT_INFO = 1.7;
// Words that were found to be patronymics, as such: one part for one word, so that what is kept of it is found again.
const patronymics = new WeakMap<Part, Part>();

// -ovich ends patronymics and surnames alike: it is a patronymic where a given name and another word stand beside it,
// and of several the one that follows the given name, or is made from a given name.
function withPatronymics(parts: Part[]): Part[] {
  if (!parts.some((part) => part.patronymic !== undefined)) return parts;
  const candidates = parts.flatMap((part, at) =>
    part.patronymic === undefined ? [] : [{ part, at, is: part.patronymic }],
  );
  const best =
    candidates.find(({ at }) => parts[at - 1]?.role === 'given') ??
    candidates.find(({ is }) => is.given.length > 0) ??
    candidates[0];
  const words = parts.filter((part) => part.role !== 'particle' && part.role !== 'numbered').length;
  if (best === undefined || words < (best.is.sex === 'male' ? 3 : 2)) return parts;
  const known = patronymics.get(best.part);
  const patronymic: Part = known ?? { ...best.part, ...best.is, role: 'patronymic', info: PATRONYMIC_INFO };
  if (known === undefined) patronymics.set(best.part, patronymic);
  return parts.with(best.at, patronymic);
}

// Александра is a woman, or Александр in the genitive: beside Петровича, or beside Бяляцкага, he is a man.
function withOneSex(parts: Part[]): Part[] {
  const doubtful = (part: Part) => part.role === 'given' && part.given.length > 1 && part.sex === undefined;
  if (!parts.some(doubtful)) return parts;
  const sex = soleSex(parts.filter(isPatronymic)) ?? soleSex(parts.filter((part) => !isGiven(part)));
  if (sex === undefined) return parts;
  return parts.map((part) => {
    const given = doubtful(part) ? part.given.filter((one) => one.sex === sex) : [];
    return given.length > 0 ? { ...part, given, sex } : part;
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

function soleSex(tellers: readonly { readonly sex: FormSex | undefined }[]): FormSex | undefined {
  let sole: FormSex | undefined;
  for (const { sex } of tellers) {
    if (sex === undefined || sex === sole) continue;
    if (sole !== undefined) return undefined;
    sole = sex;
  }
  return sole;
}
