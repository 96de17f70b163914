import { contradictionReason, MAY_HAVE_MARRIED, matchReason, omissionReason, unheardReason } from './explain.ts';
import { LEAST_ALIKE, leavesOutVowels } from './likeness.ts';
import { gainOf, infoOf, type Match, pairParts } from './pairing.ts';
import { COMMON_INFO, type Part, type ReadName } from './part.ts';
import { readName } from './read.ts';

/**
 * Whether two written names can be one person's, and why, part by part.
 *
 * @example
 * compareNames('Марыя Калеснікава', 'Maria Kolesnikova')
 * // { score: 0.86, verdict: 'same', reasons: ['Марыя and Maria are forms of one given name', …] }
 */
export interface NameComparison {
  /** 0 … 1; the chance that two such names are one person's, where four pairs in five are not. */
  readonly score: number;
  /** `same` and `different` only where the names bear it; everything between is for a person to decide. */
  readonly verdict: 'same' | 'different' | 'unsure';
  /** What speaks for and against, in plain words. */
  readonly reasons: readonly string[];
}

// At this score and above, names are called the same; fitted so that of such pairs 97 in 100 are one person.
const SAME_FROM = 0.68;
// The same where every part but a patronymic is answered by a spelling of the same part.
const SAME_FROM_IF_FULL = 0.45;
const FULL_LIKENESS = 0.93;
// Parts less alike than this do not answer each other for certain.
const ANSWERED = 0.8;
// Below this score, names are called different.
const DIFFERENT_BELOW = 0.12;

// What each observation adds, in natural logarithms of odds: the model of Fellegi and Sunter (A Theory for Record
// Linkage, 1969). Agreement counts by what the part says (`Part.info`) and how alike its two spellings are; the values
// were fitted on pairs of real names and rounded.
const BEFORE_LOOKING = -3.2;
// Cyrillic is written nearly as it sounds: agreement in sound is worth more there, and less where vowels are left out.
const SCRIPTS: Readonly<Record<Observed['scripts'], number>> = {
  Cyrillic: 0.9,
  'with vowels': 0,
  'without vowels': -0.3,
  'by syllables': 0,
};
const CONTRADICTION = -5.6;
const AT_MOST_IF_CONTRADICTED = -1.6;
const OMITTED = -0.25;
const OMITTED_PATRONYMIC = -0.1;
const OMITTED_PARTICLE = -0.1;
const OTHER_SEX = -2;
// Share of a part's information that stays at a likeness; in between, a straight line.
const WORTH: readonly (readonly [likeness: number, share: number])[] = [
  [1, 1],
  [0.9, 0.72],
  [0.8, 0.1],
  [0.7, -1],
];
const HARDLY_ALIKE = -3.8;

/**
 * Compares two written names in any script. Symmetric; a name compared with itself scores 1. Two texts without letters
 * score 0 and are unsure: there is nothing to compare. Never throws.
 */
export function compareNames(left: string, right: string): NameComparison {
  return compareReadNames(readName(left), readName(right));
}

/** As `compareNames`, for names already taken apart. */
export function compareReadNames(left: ReadName, right: ReadName): NameComparison {
  if (left.parts.length === 0 || right.parts.length === 0) {
    return { score: 0, verdict: 'unsure', reasons: ['there is no name to compare'] };
  }
  if (sameWords(left.parts, right.parts)) return { score: 1, verdict: 'same', reasons: ['both are the same words'] };
  const seen = observe(left, right);
  const score = scoreOf(seen);
  const verdict = verdictOf(score, seen);
  return {
    score,
    verdict: verdict === 'different' && bySyllables(left) !== bySyllables(right) ? 'unsure' : verdict,
    // Put into words when asked for: of many pairs only the score is wanted.
    get reasons() {
      return reasonsOf(seen);
    },
  };
}

/** The score alone of `compareReadNames`, for ranking many names. */
export function scoreReadNames(left: ReadName, right: ReadName): number {
  if (left.parts.length === 0 || right.parts.length === 0) return 0;
  return sameWords(left.parts, right.parts) ? 1 : scoreOf(observe(left, right));
}

interface Observed {
  readonly matches: readonly Match[];
  /** Parts left over on both sides, which contradict each other: the weightiest with the weightiest. */
  readonly contradictions: readonly (readonly [left: Part, right: Part])[];
  /** Parts left over on one side, which the other may simply leave out. */
  readonly omitted: readonly Part[];
  /** Parts in letters that have no table: nothing can be said of them. */
  readonly unheard: readonly Part[];
  readonly particles: number;
  readonly otherSex: boolean;
  readonly scripts: 'with vowels' | 'Cyrillic' | 'without vowels' | 'by syllables';
}

function observe(left: ReadName, right: ReadName): Observed {
  const { matches, onlyLeft, onlyRight } = pairParts(left.parts, right.parts);
  const otherSex = left.sex !== undefined && right.sex !== undefined && left.sex !== right.sex;
  const scripts = scriptsOf(left.script, right.script);
  if (onlyLeft.length + onlyRight.length === 0) return { ...NOTHING_LEFT, matches, otherSex, scripts };
  const unheard = left.script === right.script ? [] : [...onlyLeft, ...onlyRight].filter(isUnheard);
  const leftOver = saying(onlyLeft, unheard);
  const rightOver = saying(onlyRight, unheard);
  const both = Math.min(leftOver.length, rightOver.length);
  const contradictions: (readonly [left: Part, right: Part])[] = [];
  for (let at = 0; at < both; at++) contradictions.push(...pairOf(leftOver[at], rightOver[at]));
  // A father and a son of one name: Jr and Sr.
  contradictions.push(...pairOf(onlyLeft.find(isNumbered), onlyRight.find(isNumbered)));
  const omitted = leftOver.length > both ? leftOver.slice(both) : rightOver.slice(both);
  const particles = onlyLeft.length + onlyRight.length - leftOver.length - rightOver.length - unheard.length;
  return { matches, contradictions, omitted, unheard, particles, otherSex, scripts };
}

function saying(parts: readonly Part[], unheard: readonly Part[]): Part[] {
  const found = parts.filter((part) => saysSomething(part) && !unheard.includes(part));
  return found.length > 1 ? found.sort(byRoleAndInfo) : found;
}

const NOTHING_LEFT = { contradictions: [], omitted: [], unheard: [], particles: 0 } as const;

function scoreOf({ matches, contradictions, omitted, particles, otherSex, scripts }: Observed): number {
  // Added up in whole numbers, so that the order of the parts does not change the last digit.
  let odds = whole(BEFORE_LOOKING) + whole(SCRIPTS[scripts]);
  for (const match of matches) odds += whole(worthOf(match));
  odds += contradictions.length * whole(CONTRADICTION) + particles * whole(OMITTED_PARTICLE);
  for (const part of omitted) odds += whole(part.role === 'patronymic' ? OMITTED_PATRONYMIC : OMITTED);
  if (otherSex) odds += whole(OTHER_SEX);
  // However much else agrees, names that contradict each other are two people’s: brothers, fathers and sons.
  if (contradictions.length > 0) odds = Math.min(odds, whole(AT_MOST_IF_CONTRADICTED));
  return 1 / (1 + Math.exp(-odds / WHOLE));
}

const WHOLE = 2 ** 32;

function whole(odds: number): number {
  return Math.round(odds * WHOLE);
}

const SYLLABIC = new Set(['Hani', 'Hang', 'Jpan']);

function scriptsOf(left: string, right: string): Observed['scripts'] {
  if (left !== right && (leavesOutVowels(left) || leavesOutVowels(right))) return 'without vowels';
  if (left !== right && (SYLLABIC.has(left) || SYLLABIC.has(right))) return 'by syllables';
  const cyrillic = Number(left === 'Cyrl') + Number(right === 'Cyrl');
  const latin = Number(left === 'Latn') + Number(right === 'Latn');
  return cyrillic > 0 && cyrillic + latin === 2 ? 'Cyrillic' : 'with vowels';
}

function worthOf({ left, right, likeness }: Match): number {
  const info = Math.min(infoOf(left), infoOf(right));
  for (let step = 1; step < WORTH.length; step++) {
    const [above, most] = WORTH[step - 1] ?? [1, 1];
    const [below, least] = WORTH[step] ?? [0, 0];
    if (likeness.value >= below) return info * (least + ((most - least) * (likeness.value - below)) / (above - below));
  }
  const [lowest, share] = WORTH.at(-1) ?? [0, 0];
  const near = Math.max(0, (likeness.value - LEAST_ALIKE) / (lowest - LEAST_ALIKE));
  return HARDLY_ALIKE * (1 - near) + info * share * near;
}

const GUESSED = new Set<string>(['initial', 'short form', 'case or sex']);

function verdictOf(score: number, seen: Observed): NameComparison['verdict'] {
  const { matches, contradictions, unheard, otherSex } = seen;
  const contradicted = otherSex || contradictions.length > 0;
  const answered = matches.length > 0 && matches.every(({ likeness }) => likeness.value >= ANSWERED);
  if (mayHaveMarried(seen)) return 'unsure';
  if (score < DIFFERENT_BELOW) return contradicted || !(answered || unheard.length > 0) ? 'different' : 'unsure';
  const guessed = matches.some(({ likeness }) => GUESSED.has(likeness.how));
  if (contradicted || guessed || unheard.length > 0) return 'unsure';
  return score >= SAME_FROM || (score >= SAME_FROM_IF_FULL && agreeFully(seen)) ? 'same' : 'unsure';
}

// A woman of the same given name and the same father may bear another surname after a marriage, or her own again: never
// reason enough to take two for one, and enough to ask.
function mayHaveMarried({ matches, contradictions, otherSex }: Observed): boolean {
  const [other, ...more] = contradictions;
  if (other === undefined || more.length > 0 || otherSex || !other.every(isFamilyName)) return false;
  const agrees = (role: Part['role']) =>
    matches.some(
      ({ left, right, likeness }) =>
        likeness.value >= FULL_LIKENESS &&
        [...left, ...right].every((part) => part.role === role && part.sex === 'female'),
    );
  return agrees('given') && agrees('patronymic');
}

function isFamilyName(part: Part): boolean {
  return part.role === 'word' || part.role === 'surname';
}

// A foreign name in Chinese characters is spelled by syllables that come near its sound at best: that they do not answer
// says nothing.
function bySyllables({ parts }: ReadName): boolean {
  return parts.some(({ script, folded }) => script === 'Hani' && folded.length > 2);
}

// A given name and a short surname say little, but where both are plainly the same name there is nothing left to doubt;
// unless it is a name that many bear, or a script that leaves half of it unsaid.
function agreeFully({ matches, omitted, scripts }: Observed): boolean {
  const tells = matches.some(({ left, right }) => [...left, ...right].every(tellsMore));
  if (scripts === 'without vowels' || scripts === 'by syllables' || !tells || matches.length < 2) return false;
  if (omitted.some((part) => part.role !== 'patronymic')) return false;
  return matches.every(({ likeness }) => likeness.value >= FULL_LIKENESS);
}

function tellsMore(part: Part): boolean {
  return (part.role === 'word' || part.role === 'surname') && part.info > COMMON_INFO;
}

function reasonsOf(seen: Observed): string[] {
  const { matches, contradictions, omitted, unheard, otherSex } = seen;
  return [
    ...(mayHaveMarried(seen) ? [MAY_HAVE_MARRIED] : []),
    ...contradictions.map(([one, other]) => contradictionReason(one, other)),
    ...(otherSex ? ['one is a form of a woman’s name, the other of a man’s'] : []),
    ...matches.toSorted((one, other) => gainOf(other) - gainOf(one)).map(matchReason),
    ...omitted.map(omissionReason),
    ...unheard.map(unheardReason),
  ];
}

function pairOf(left: Part | undefined, right: Part | undefined): (readonly [left: Part, right: Part])[] {
  return left === undefined || right === undefined ? [] : [[left, right]];
}

function isNumbered(part: Part): boolean {
  return part.role === 'numbered';
}

function isUnheard(part: Part): boolean {
  return part.sounds.length === 0;
}

function saysSomething(part: Part): boolean {
  return part.role !== 'particle' && part.role !== 'numbered';
}

// Patronymics are set against patronymics and given names against given names where both are left over.
const ORDER: Readonly<Record<Part['role'], number>> = {
  title: 4,
  given: 0,
  patronymic: 1,
  surname: 2,
  word: 2,
  initial: 3,
  particle: 4,
  numbered: 5,
};

function byRoleAndInfo(a: Part, b: Part): number {
  return ORDER[a.role] - ORDER[b.role] || b.info - a.info || (a.folded < b.folded ? -1 : 1);
}

function sameWords(left: readonly Part[], right: readonly Part[]): boolean {
  if (left.length !== right.length) return false;
  if (!left.every((part) => right.some((other) => other.folded === part.folded))) return false;
  return left.length === 1 || sortedWords(left) === sortedWords(right);
}

function sortedWords(parts: readonly Part[]): string {
  return parts
    .map((part) => part.folded)
    .sort()
    .join(' ');
}
