import { z } from 'zod';
import { knownLanguages } from './languages.ts';
import type { Passage } from './passage.ts';
import { readWords } from './words.ts';
import { WrapWidth } from './wrap.ts';

interface Rules {
  readonly inside: ReadonlySet<string>;
  readonly number: ReadonlySet<string>;
  readonly either: ReadonlySet<string>;
  /** Words that begin a passage after an abbreviation that may end one. */
  readonly starters: ReadonlySet<string>;
}

const words = z.array(z.string());
const abbreviations = readWords(
  'text/abbreviations',
  z.record(z.string(), z.object({ inside: words, number: words, either: words })),
);
const segmenter = new Intl.Segmenter('und', { granularity: 'sentence' });
const rulesByLanguage = new Map<string, Rules>();

const TOKEN_MAX = 24;
const NAME_MAX = 60;

/**
 * Splits a text into its sentences: Unicode's rules (UAX 29, through Intl.Segmenter) with rules of our own on top for
 * what they get wrong: initials and abbreviations, lines wrapped inside a sentence, a question inside a quotation,
 * an ellipsis before a capital. Time is linear in the length of the text.
 *
 * @param language ISO 639-1; an unknown one is read without abbreviations.
 * @returns passages in order that do not overlap and leave out nothing but white space.
 */
export function segmentsOf(text: string, language: string): Passage[] {
  const rules = rulesFor(language);
  const segments: Passage[] = [];
  const wrap = new WrapWidth(text);
  let start = -1;
  let end = -1;
  for (const [from, to] of pieces(text)) {
    if (start >= 0 && endsAt(text, start, end, from, rules, wrap)) {
      segments.push({ start, end, text: text.slice(start, end) });
      start = -1;
    }
    if (start < 0) start = from;
    end = to;
  }
  if (start >= 0) segments.push({ start, end, text: text.slice(start, end) });
  return segments;
}

/** The smallest parts that may be a segment, without the white space around them. */
function* pieces(text: string): Generator<[number, number]> {
  for (const { segment, index } of segmenter.segment(text)) {
    let from = 0;
    for (const match of segment.matchAll(/[.!?…]["»”’)\]]{0,3}\s+(?=["«“‘(]{0,3}[\p{Lu}\d])/gu)) {
      if (!missedEnd(segment, match)) continue;
      const to = match.index + match[0].length;
      yield* trimmed(segment, index, from, to);
      from = to;
    }
    yield* trimmed(segment, index, from, segment.length);
  }
}

/**
 * Where Unicode sees no end and we look for one: "…" before a capital, as it sees one after "..."; a full stop before
 * a number that a lower-case word follows ("із застосуванням зброї. 6 квітня стало відомо").
 */
function missedEnd(segment: string, match: RegExpExecArray): boolean {
  const next = match.index + match[0].length;
  if (match[0].startsWith('…')) return !/\d/.test(segment.charAt(next));
  const before = segment.slice(Math.max(0, match.index - 4), match.index);
  return /\d/.test(segment.charAt(next)) && /^(?:.*["»”’)\]]|\p{Ll}{4})$/u.test(before);
}

function* trimmed(segment: string, index: number, from: number, to: number): Generator<[number, number]> {
  let first = from;
  let last = to;
  while (first < last && isSpace(segment.charCodeAt(first))) first++;
  while (last > first && isSpace(segment.charCodeAt(last - 1))) last--;
  if (first < last) yield [index + first, index + last];
}

function isSpace(code: number): boolean {
  return code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 0x85 && /\s/.test(String.fromCharCode(code));
}

/** Whether what began at `start` ends at `end`, where the next piece begins at `next`. */
function endsAt(text: string, start: number, end: number, next: number, rules: Rules, wrap: WrapWidth): boolean {
  const gap = text.slice(end, next);
  const lines = gap.includes('\n') || gap.includes('\r') || /[\u2028\u2029\u0085]/.test(gap) ? lineBreaks(gap) : 0;
  if (lines > 1) return true;
  const after = text.slice(next, next + TOKEN_MAX);
  if (lines === 1) {
    if (/^(?:[-*•+]|\d{1,3}[.)])[ \t]/.test(after)) return true;
    if (beginsLower(after)) return false;
    if (!wrap.wrapped(end, next) || /^ {2,}\r?\n/.test(gap)) return true;
    if (!/[.!?…]["'»”’)\]*_]*$/u.test(text.slice(Math.max(start, end - TOKEN_MAX), end))) return false;
  } else if (beginsLower(after) || closesOnly(text, next)) {
    return false;
  }
  return !continuesAfterStop(text, start, end, after, rules) && !endsInName(text, start, end, after, rules);
}

function lineBreaks(gap: string): number {
  return gap.match(/\r\n|[\n\r\u2028\u2029\u0085]/g)?.length ?? 0;
}

function beginsLower(after: string): boolean {
  return /^["'«“„‘’‚([*_—–\-\s]*\p{Ll}/u.test(after);
}

/** Marks left over behind a full stop, such as the star that ends a line set in italics. */
function closesOnly(text: string, next: number): boolean {
  return /^[*_`"'»”’)\]]+(?:\s|$)/.test(text.slice(next, next + 4));
}

/** Whether the call at `end` is the name of something: the campaign "Tell the truth!" Uladzimir Niakliaeu leads. */
function endsInName(text: string, start: number, end: number, after: string, rules: Rules): boolean {
  const close = text[end - 1];
  const mark = text[end - 2];
  if ((mark !== '!' && mark !== '?') || close === undefined) return false;
  const open = '"»”'.indexOf(close) < 0 ? undefined : '"«“'['"»”'.indexOf(close)];
  if (open === undefined) return false;
  const from = Math.max(start, end - NAME_MAX);
  const at = text.slice(from, end - 1).lastIndexOf(open);
  return at > 1 && /\p{L}\s/u.test(text.slice(from + at - 2, from + at)) && !beginsWithStarter(after, rules);
}

/** Whether the full stop before `end` belongs to an initial, an abbreviation or the number of a list. */
function continuesAfterStop(text: string, start: number, end: number, after: string, rules: Rules): boolean {
  if (text[end - 1] !== '.') return false;
  const before = text.slice(Math.max(start, end - TOKEN_MAX), end - 1);
  const token = /[^\s("'«“„‘[\u00a0]*$/u.exec(before)?.[0] ?? '';
  if (/^\d{1,3}$/.test(token) && token.length === end - 1 - start) return true;
  const word = token.toLowerCase();
  const digit = /^[(«"№]*\d/u.test(after);
  if (rules.number.has(word) && digit) return true;
  // "8 февраля 2023 г. Суд …": after a number these are years or metres and may end a passage.
  const counted = /\d[\s\u00a0]*$/u.test(before.slice(0, before.length - token.length));
  if (rules.inside.has(word) && !counted) return true;
  // X is a network more often than an initial.
  const initial = (token !== 'X' && /^\p{Lu}$/u.test(token)) || /^(?:\p{L}{1,2}\.[\s\u00a0]?)+\p{L}{1,2}$/u.test(token);
  if (initial || rules.either.has(word) || rules.inside.has(word)) return !beginsWithStarter(after, rules);
  return false;
}

function beginsWithStarter(after: string, rules: Rules): boolean {
  const word = /^["'«“„‘—–\-\s]*(\p{Lu}\p{L}*)(?![\p{L}.])/u.exec(after)?.[1];
  return word !== undefined && rules.starters.has(word.toLowerCase());
}

function rulesFor(language: string): Rules {
  const known = rulesByLanguage.get(language);
  if (known) return known;
  const own = abbreviations[language] ?? { inside: [], number: [], either: [] };
  const rules: Rules = {
    inside: new Set(own.inside),
    number: new Set(own.number),
    either: new Set(own.either),
    starters: new Set(knownLanguages.filter(({ code }) => code === language).flatMap((one) => [...one.words])),
  };
  rulesByLanguage.set(language, rules);
  return rules;
}
