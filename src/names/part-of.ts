import { scriptOf } from '../text/script.ts';
import { fatherOf, stemOf } from './endings.ts';
import { APOSTROPHES, fold } from './fold.ts';
import { givenNamesByStem, givenNamesOf } from './given.ts';
import { foreignHanReading, hanReadings } from './han.ts';
import { listsOf } from './lists.ts';
import { COMMON_INFO, type FormSex, type GivenName, nextPart, type Part, type Role } from './part.ts';
import { soundMask } from './sound-mask.ts';
import { consonantsOf, type Sounds, soundsOf } from './sounds.ts';

/**
 * What its place in the name says of a word: that it was marked as the surname, that it came first, that the name is
 * foreign to its script.
 *
 * @example
 * 'surname'
 */
export type Place = 'surname' | 'first' | 'later' | 'foreign';

// The same words come again and again; what a word alone tells is kept for the most recent ones.
const MOST_REMEMBERED = 60_000;
const remembered: Readonly<Record<Place, Map<string, Part>>> = {
  surname: new Map(),
  first: new Map(),
  later: new Map(),
  foreign: new Map(),
};

/** A word as a part of a name, as far as the word and its place tell. The same object for the same word while it is remembered. */
export function toPart(text: string, place: Place): Part {
  const words = remembered[place];
  const known = words.get(text);
  if (known !== undefined) return known;
  if (place === 'first') {
    // Where a word stands changes nothing but of the few small words that are a name at the beginning.
    const later = toPart(text, 'later');
    if (later.role !== 'particle' || !listsOf(later.folded).has('smallWords')) return later;
  }
  const part = partOf(text, place);
  if (words.size >= MOST_REMEMBERED) words.clear();
  words.set(text, part);
  return part;
}

/** As `toPart`, made anew. */
export function partOf(text: string, place: Place): Part {
  const script = scriptOfWord(text);
  const folded = fold(text);
  const given = script === 'Latn' || script === 'Cyrl' ? givenNamesOf(folded) : [];
  const role = roleOf(folded, script, given, place);
  const lower = text.toLowerCase();
  const foreign = place === 'foreign';
  const [sounds = [], ...readings] =
    foreign && script === 'Hani' ? [foreignHanReading(lower)] : heard(lower, folded, script);
  const ending = role === 'initial' ? undefined : stemOf(folded, script);
  const sex = role === 'given' ? soleSex(given) : ending?.sex;
  const patronymic = role === 'given' || role === 'word' ? asPatronymic(folded, script) : undefined;
  const stem = ending === undefined ? undefined : soundsOf(ending.stem, script);
  return {
    number: nextPart(),
    text,
    folded,
    script,
    role,
    given: role === 'given' ? given : [],
    sounds,
    foreign,
    eastern: !foreign && (script === 'Hang' || script === 'Hani'),
    readings: readings.length > 0 ? readings : undefined,
    stem,
    ...soundMask(sounds, readings, stem),
    sex,
    patronymic,
    info: infoOf(role, folded, consonantsOf(sounds)),
  };
}

// Nearly every word is in Latin or in Cyrillic letters alone.
function scriptOfWord(text: string): string {
  const first = text.charCodeAt(0);
  const [script, from, to] = first >= 0x400 ? (['Cyrl', 0x400, 0x530] as const) : (['Latn', 0x41, 0x7b] as const);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < from || code >= to) return scriptOf(text);
  }
  return script;
}

function heard(lower: string, folded: string, script: string): Sounds[] {
  if (script === 'Hani') return hanReadings(lower);
  if (lower === folded) return [soundsOf(folded, script)];
  // In Hebrew an apostrophe changes the letter before it.
  return [soundsOf(script === 'Hebr' ? lower : lower.replace(APOSTROPHES, ''), script)];
}

function asPatronymic(folded: string, script: string): Part['patronymic'] {
  const read = fatherOf(folded);
  return read && { sex: read.sex, given: givenNamesByStem(read.father), stem: soundsOf(read.father, script) };
}

function roleOf(folded: string, script: string, given: readonly GivenName[], place: Place): Role {
  const lists = listsOf(folded);
  if (lists.has('titles')) return 'title';
  if (lists.has('numbered')) return 'numbered';
  if (lists.has('particles') || (place !== 'first' && lists.has('smallWords'))) return 'particle';
  if (folded.length === 1 && (script === 'Latn' || script === 'Cyrl')) return 'initial';
  if (place === 'surname') return 'surname';
  return given.length > 0 ? 'given' : 'word';
}

const SERVANT = /^(?:abd|абд|عبد)/u;
const SERVANT_INFO = 1.7;

// What agreeing on a word says, in natural logarithms of odds; fitted on pairs of real names.
function infoOf(role: Role, folded: string, consonants: number): number {
  if (role === 'particle') return 0.2;
  if (role === 'numbered') return 0.4;
  if (role === 'initial') return 0.7;
  if (role === 'given') return 1.7;
  if (listsOf(folded).has('common')) return COMMON_INFO;
  if (SERVANT.test(folded)) return SERVANT_INFO;
  return 1 + 0.4 * Math.min(consonants, 5);
}

/** The sex that all who tell one tell; undefined where they tell none or disagree. */
export function soleSex(tellers: readonly { readonly sex: FormSex | undefined }[]): FormSex | undefined {
  let sole: FormSex | undefined;
  for (const { sex } of tellers) {
    if (sex === undefined || sex === sole) continue;
    if (sole !== undefined) return undefined;
    sole = sex;
  }
  return sole;
}
