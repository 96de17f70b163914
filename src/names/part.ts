import type { Sounds } from './sounds.ts';

/**
 * What a word does in a name. `word` is the honest answer for most surnames and for given names we do not know.
 *
 * @example
 * 'patronymic'
 */
export type Role = 'title' | 'given' | 'patronymic' | 'surname' | 'initial' | 'particle' | 'numbered' | 'word';

/**
 * A sex that a name's form tells of. It is a hint for comparing names and never becomes a person's sex (law 4).
 *
 * @example
 * 'female'
 */
export type FormSex = 'female' | 'male';

/**
 * A given name that a word may be, by its number in the list of given names.
 *
 * @example
 * { name: 41, short: false, declined: false, sex: 'female' }
 */
export interface GivenName {
  readonly name: number;
  /** True for an everyday form, which may stand for the name: Маша for Марыя. */
  readonly short: boolean;
  /** True where the word is this name only in another case than the nominative. */
  readonly declined: boolean;
  readonly sex: FormSex;
}

/**
 * One word of a name, with everything that comparing needs. Every part has every field, so that reading them stays fast.
 *
 * @example
 * { text: 'Калеснікавай', folded: 'калеснікавай', script: 'Cyrl', role: 'word', given: [], sounds: […], stem: […], stemText: 'калеснікав', info: 2.6 }
 */
export interface Part {
  /** Another for every part that was made: what was found of two parts is found again by their numbers. */
  readonly number: number;
  /** As written, homoglyphs repaired. */
  readonly text: string;
  /** Lower case without marks: equal for two words that differ in capitals and accents only. */
  readonly folded: string;
  readonly script: string;
  readonly role: Role;
  /** The given names it may be; for a patronymic, those of the father. */
  readonly given: readonly GivenName[];
  readonly sounds: Sounds;
  /** True where it is a foreign name spelled by the syllables of Chinese, Japanese or Korean. */
  readonly foreign: boolean;
  /** True where it is a part of a Korean, Chinese or Vietnamese name, in any script. */
  readonly eastern: boolean;
  /** How else it may be read, where its script does not tell the language: 金 is Jin, Kim and Kam. */
  readonly readings: readonly Sounds[] | undefined;
  /** The sounds without the ending that case and gender change; undefined where there is no such ending. */
  readonly stem: Sounds | undefined;
  /** Consonants as bits: those that must be heard in every reading of it, and those that may be taken for one of its own. */
  readonly must: number;
  readonly may: number;
  /** The most it can weigh, in consonants; how many consonants it has at least, and at most. */
  readonly heft: number;
  readonly least: number;
  readonly most: number;
  /** What the ending says of the bearer's sex. */
  readonly sex: FormSex | undefined;
  /** What it says where it is a patronymic; whether it is one, only the other parts of its name tell. */
  readonly patronymic:
    | { readonly sex: FormSex; readonly given: readonly GivenName[]; readonly stem: Sounds }
    | undefined;
  /** How much agreeing on it says, in the units of `compareNames`: a rare surname more than a common given name. */
  readonly info: number;
}

/**
 * A name taken apart.
 *
 * @example
 * readName('КАЛЕСНІКАВА, Марыя Аляксандраўна').parts.map((part) => part.role) // ['surname', 'given', 'patronymic']
 */
export interface ReadName {
  /** As given, NFC, white space collapsed. */
  readonly text: string;
  /** ISO 15924 code of the script most of it is in. */
  readonly script: string;
  readonly parts: readonly Part[];
  /** What its given name, its patronymic or its surname says of the bearer's sex; undefined where they say nothing or disagree. */
  readonly sex: FormSex | undefined;
}

/** `Part.info` of a word that very many bear. */
export const COMMON_INFO = 1.2;

let made = 0;

/** A number that no other part has. */
export function nextPart(): number {
  made += 1;
  return made;
}
