import { fold } from '../names/fold.ts';
import { givenNamesOf } from '../names/given.ts';
import { knownLanguages } from '../text/languages.ts';
import { WrapWidth } from '../text/wrap.ts';

// A capitalised word at the end of a line, and the one that the next line begins with.
const BREAKS =
  /(?<![\p{L}\p{M}’'ʼ-])(\p{Lu}[\p{L}\p{M}’'ʼ-]{1,40})[ \t]*\r?\n[ \t]*(?=(\p{Lu}[\p{L}\p{M}’'ʼ-]{1,40})(?![\p{L}\p{M}’'ʼ-]))/gu;
const BREAK = new RegExp(BREAKS.source, 'u');
const BEFORE_MAX = 60;
// What stands before a name that has not begun yet: nothing, a mark, a word in small letters, or one that begins a sentence.
const NOT_BEGUN =
  /^[\s\d.)*•–—-]*$|[.!?…,;:–—("«“„]["»”’)]*\s*$|(?:^|\s)\p{Ll}[\p{L}\p{M}’'ʼ-]*\s+$|[.!?…]["»”’)]*\s+\p{Lu}\p{Ll}+\s+$/u;
// "Kalesnikava, Maryya" is whole: in a list, the surname comes first.
const SURNAME_FIRST = /^[\s\d.)*•–—-]*\p{Lu}[\p{L}\p{M}’'ʼ-]*,\s*$/u;

/**
 * Puts names together that a line end broke: a given name at the end of a line with the surname that the next line begins
 * with. A given name is one that we know; a list of names, a line each, stays as it is, and so does a paragraph whose line
 * breaks the width of its lines explains (whoever reads the text knows those).
 *
 * @returns the text with such line breaks as spaces.
 */
export function namesJoined(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split(/(\n[ \t\r]*\n)/)
    .map((paragraph) => (BREAK.test(paragraph) && !isWrapped(paragraph) ? joinedIn(paragraph) : paragraph))
    .join('');
}

function joinedIn(paragraph: string): string {
  return paragraph.replace(BREAKS, (whole, given: string, next: string, at: number) =>
    isBroken(paragraph, at, given, next) ? `${given} ` : whole,
  );
}

/** True where the width of its lines explains most line breaks of a paragraph. */
function isWrapped(paragraph: string): boolean {
  const wrap = new WrapWidth(paragraph);
  let explained = 0;
  let breaks = 0;
  for (const { 0: gap, index } of paragraph.matchAll(/(?<![ \t])[ \t]*\r?\n[ \t]*(?=\S)/g)) {
    breaks++;
    if (wrap.wrapped(index, index + gap.length)) explained++;
  }
  return explained * 2 > breaks;
}

function isBroken(text: string, at: number, given: string, next: string): boolean {
  if (!isGiven(given) || isGiven(next) || isFunctionWord(next)) return false;
  const line = text.lastIndexOf('\n', at - 1) + 1;
  const before = text.slice(Math.max(line, at - BEFORE_MAX), at);
  return NOT_BEGUN.test(before) && !SURNAME_FIRST.test(text.slice(line, at));
}

function isGiven(word: string): boolean {
  return givenNamesOf(fold(word)).length > 0;
}

function isFunctionWord(word: string): boolean {
  const lower = word.toLowerCase();
  return knownLanguages.some(({ words }) => words.has(lower));
}
