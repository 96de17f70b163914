import { z } from 'zod';
import { readWords } from '../text/words.ts';
import { fatherOf, stemOf } from './endings.ts';
import { fold, repairHomoglyphs } from './fold.ts';
import { givenNamesByStem, givenNamesOf } from './given.ts';
import type { FormSex, GivenName, Part, ReadName, Role } from './part.ts';
import { scriptOf } from './script.ts';
import { consonantsOf, soundsOf } from './sounds.ts';

const lists = readWords(
  'names/particles',
  z.object({ titles: z.string(), particles: z.string(), numbered: z.string(), common: z.string() }),
);
const TITLES = wordSet(lists.titles);
const PARTICLES = wordSet(lists.particles);
const NUMBERED = wordSet(lists.numbered);
const COMMON = wordSet(lists.common);

// A name of more words than this is no name; what follows says nothing more.
const MOST_PARTS = 12;

/**
 * Takes a name apart: NFC, homoglyphs repaired, titles left out, `SURNAME, Given` and surnames in capitals understood,
 * given names and patronymics known by list and suffix. Order is kept as written. Never throws; a text without letters
 * has no parts.
 */
export function readName(text: string): ReadName {
  const clean = repairHomoglyphs(text.normalize('NFC')).replace(/\s+/gu, ' ').trim();
  const words = wordsOf(clean);
  const script = scriptOf(clean);
  const parts = withPatronymics(words.map(toPart));
  const sex = sexOf(parts);
  return sex === undefined ? { text: clean, script, parts } : { text: clean, script, parts, sex };
}

interface Word {
  readonly text: string;
  readonly marked: boolean;
}

function wordsOf(name: string): Word[] {
  const comma = name.search(/[,،、]/u);
  const surnameFirst = comma > 0 && /\p{L}{2}/u.test(name.slice(comma));
  const mixedCase = /\p{Ll}/u.test(name);
  const found: Word[] = [];
  for (const match of name.matchAll(/[\p{L}\p{M}'’ʼʻ`´‘׳]+/gu)) {
    const whole = match[0].replace(/^['’ʼʻ`´‘]+|[’ʼʻ`´‘]+$/gu, '');
    if (whole === '') continue;
    const before = surnameFirst && match.index < comma;
    const capitals = mixedCase && whole.length > 2 && whole === whole.toUpperCase() && whole !== whole.toLowerCase();
    for (const text of apart(whole, name)) found.push({ text, marked: before || capitals });
  }
  const named = found.filter(({ text }) => !TITLES.has(fold(text)));
  return (named.length > 0 ? named : found).slice(0, MOST_PARTS);
}

// Korean and Chinese names are written without a space: the first character is the surname, with few exceptions.
function apart(word: string, name: string): string[] {
  const syllables = [...word];
  if (syllables.length < 2 || syllables.length > 4 || /[\s·・]/u.test(name)) return [word];
  const east = /^(?:\p{Script=Hangul}+|\p{Script=Han}+)$/u.test(word);
  return east ? [syllables[0] ?? '', syllables.slice(1).join('')] : [word];
}

// The same words come again and again; what a word alone tells is kept for the most recent ones.
const MOST_REMEMBERED = 60_000;
const remembered = new Map<string, Part>();

function toPart({ text, marked }: Word): Part {
  const key = marked ? `${text},` : text;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const part = partOf(text, marked);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, part);
  return part;
}

function partOf(text: string, marked: boolean): Part {
  const script = scriptOf(text);
  const folded = fold(text);
  const given = script === 'Latn' || script === 'Cyrl' ? givenNamesOf(folded) : [];
  const role = roleOf(text, folded, script, given, marked);
  const lower = text.toLowerCase();
  const sounds = soundsOf(script === 'Hebr' ? lower : lower.replace(/['’ʼʻ`´‘]/gu, ''), script);
  const ending = role === 'initial' ? undefined : stemOf(folded, script);
  const sex = role === 'given' ? soleSex(given) : ending?.sex;
  return {
    text,
    folded,
    script,
    role,
    given: role === 'given' ? given : [],
    sounds,
    ...(ending !== undefined && { stem: soundsOf(ending.stem, script) }),
    ...(sex !== undefined && { sex }),
    info: infoOf(role, folded, consonantsOf(sounds)),
  };
}

function roleOf(text: string, folded: string, script: string, given: readonly GivenName[], marked: boolean): Role {
  if (NUMBERED.has(folded)) return 'numbered';
  if (PARTICLES.has(folded) || PARTICLES.has(text)) return 'particle';
  if ([...folded].length === 1 && (script === 'Latn' || script === 'Cyrl')) return 'initial';
  if (marked) return 'surname';
  return given.length > 0 ? 'given' : 'word';
}

// What agreeing on a word says, in natural logarithms of odds; fitted on pairs of real names.
function infoOf(role: Role, folded: string, consonants: number): number {
  if (role === 'particle') return 0.2;
  if (role === 'numbered') return 0.4;
  if (role === 'initial') return 0.7;
  if (role === 'given') return 1.7;
  if (COMMON.has(folded)) return 1.2;
  return 1 + 0.4 * Math.min(consonants, 5);
}

const PATRONYMIC_INFO = 1.4;

// -ovich ends patronymics and surnames alike: it is a patronymic where a given name and another word stand beside it.
function withPatronymics(parts: readonly Part[]): Part[] {
  const full = parts.filter((part) => part.role !== 'particle' && part.role !== 'numbered');
  if (full.length < 2) return [...parts];
  const candidates = parts.flatMap((part, at) => {
    const father = part.role === 'initial' || part.role === 'surname' ? undefined : fatherOf(part.folded);
    return father === undefined ? [] : [{ at, ...father, given: givenNamesByStem(father.father) }];
  });
  const best =
    candidates.find(({ at }) => parts[at - 1]?.role === 'given') ??
    candidates.find(({ given }) => given.length > 0) ??
    candidates.at(0);
  if (best === undefined || (best.sex === 'male' && full.length < 3)) return [...parts];
  return parts.map((part, at) => {
    if (at !== best.at) return part;
    const { stem: _, ...rest } = part;
    const stem = soundsOf(best.father, part.script);
    return { ...rest, stem, role: 'patronymic', given: best.given, sex: best.sex, info: PATRONYMIC_INFO };
  });
}

function sexOf(parts: readonly Part[]): FormSex | undefined {
  for (const role of ['patronymic', 'given'] as const) {
    const told = new Set(parts.flatMap((part) => (part.role === role && part.sex !== undefined ? [part.sex] : [])));
    if (told.size === 1) return [...told][0];
    if (told.size > 1) return undefined;
  }
  const told = new Set(parts.flatMap((part) => (part.sex !== undefined ? [part.sex] : [])));
  return told.size === 1 ? [...told][0] : undefined;
}

function soleSex(given: readonly GivenName[]): FormSex | undefined {
  const sexes = new Set(given.map((one) => one.sex));
  return sexes.size === 1 ? given[0]?.sex : undefined;
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).flatMap((word) => [word, fold(word)]));
}
