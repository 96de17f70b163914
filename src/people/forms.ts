import type { Part } from '../names/part.ts';
import { readName } from '../names/read.ts';
import type { WrittenName } from './person.ts';

/**
 * Puts a person's written names in order, their own first: nominative before other cases, Cyrillic before romanised
 * (Belarusian, then Ukrainian, then Russian), the fullest first, then the one most claims use.
 */
export function ownFirst(names: readonly WrittenName[]): WrittenName[] {
  return names
    .map((name) => ({ name, rank: rankOf(name) }))
    .sort((a, b) => compareRanks(a.rank, b.rank) || (a.name.text < b.name.text ? -1 : 1))
    .map(({ name }) => name);
}

/**
 * The language a name is written in: by its letters where they tell (ў is Belarusian, ї Ukrainian), otherwise that of its
 * report; `und` for a Latin form in a report of another script, whose table nobody knows.
 */
export function languageOf({ text, script, language }: WrittenName): string {
  if (script !== 'Cyrl') return script === 'Latn' && ['be', 'ru', 'uk'].includes(language) ? 'und' : language;
  const letters = text.toLowerCase();
  if (/ў|і.*[ыэё]|[ыэё].*і/u.test(letters)) return 'be';
  if (/[їєґ]|і.*и|и.*і/u.test(letters)) return 'uk';
  if (/[ъщ]|[ыэё].*и|и.*[ыэё]/u.test(letters)) return 'ru';
  return language;
}

/** True unless a part of the name can only be another case than the nominative. */
export function looksNominative({ text }: WrittenName): boolean {
  const { parts, sex } = readName(text);
  return parts.every((part) => part.script !== 'Cyrl' || !isDeclined(part, sex));
}

const LANGUAGES = ['be', 'uk', 'ru'];

function rankOf(name: WrittenName): number[] {
  const own = name.script === 'Cyrl' ? LANGUAGES.indexOf(languageOf(name)) : -1;
  const language = own >= 0 ? own : LANGUAGES.length + Number(name.script !== 'Cyrl');
  const capitals = name.text === name.text.toUpperCase() && name.text !== name.text.toLowerCase();
  return [Number(!looksNominative(name)), language, -fullness(name.text), Number(capitals), -name.claims.length];
}

// Words count, initials hardly: three words say more than two and an initial.
function fullness(text: string): number {
  return readName(text).parts.reduce((sum, part) => sum + (part.role === 'initial' ? 0.1 : Number(part.info > 0.5)), 0);
}

const OBLIQUE_OF_SKI = /(?:[сцз]к)(?:ага|ога|ого|аму|ому|ай|ой|ую|ою|аю|ої|ім|им|ых|іх|их)$/u;
const OBLIQUE_OF_OV = /[оаеёэы]в(?:ай|ой|у|ым|им|ою|аю|ої|і|ы|е)$/u;
const OBLIQUE_OF_IN = /[іыиї]н(?:ай|ой|у|ым|им|ою|аю|ої|ы|е)$/u;
const OBLIQUE_OF_OTHERS = /(?:[еэ]нк[іиуе]|[чкнт](?:ам|ом|ем|ові)|[уюы]|ем)$/u;
const GENITIVE_OF_A_MAN = /[оаеёэы]ва$|[іыиї]на$/u;

function isDeclined(part: Part, sex: 'female' | 'male' | undefined): boolean {
  if (part.role === 'given') return part.given.every((given) => given.declined);
  if (part.role === 'patronymic') return /(?:ны|не|ну|ной|най|ною|наю|ні|ча|чу|чам|чем|чом|чі)$/u.test(part.folded);
  if (part.role !== 'word' && part.role !== 'surname') return false;
  if (sex === 'male' && GENITIVE_OF_A_MAN.test(part.folded)) return true;
  return [OBLIQUE_OF_SKI, OBLIQUE_OF_OV, OBLIQUE_OF_IN, OBLIQUE_OF_OTHERS].some((ending) => ending.test(part.folded));
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
