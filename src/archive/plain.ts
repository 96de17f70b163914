import { WrapWidth } from '../text/wrap.ts';
import { namesJoined } from './broken-names.ts';
import { frontMatterOf } from './front-matter.ts';
import type { Page, Piece } from './piece.ts';
import { residueOf } from './residue.ts';

interface Line {
  readonly start: number;
  /** Without the white space at its end. */
  readonly end: number;
}

/** Takes a plain text or a text in Markdown apart into lines, or paragraphs where a program wrapped their lines. */
export function readPlain(source: string): Page {
  const { stated, end } = frontMatterOf(source);
  const text = namesJoined(source.slice(end));
  const pieces: Piece[] = [];
  const wrap = new WrapWidth(text);
  paragraphsOf(text).forEach((lines, paragraph) => {
    const units = unitsOf(text, lines, wrap);
    const ownParagraphs = units.filter((unit) => hasSentences(text, unit)).length * 2 > units.length;
    units.forEach((unit, at) => {
      const before = units[at - 1];
      const gap = before ? text.slice(before.end, unit.start) : undefined;
      // Two spaces at the end of a line are how Markdown ends a paragraph without an empty line.
      const joined = gap !== undefined && !ownParagraphs && !(units.length < lines.length && gap.startsWith('  '));
      pieces.push(...pieceOf(text, unit, paragraph, joined ? gap : undefined, lines.length === 1));
    });
  });
  return { stated, pieces };
}

function paragraphsOf(text: string): Line[][] {
  const paragraphs: Line[][] = [];
  let open: Line[] = [];
  for (let from = 0; from < text.length; ) {
    const stop = text.indexOf('\n', from);
    const to = stop < 0 ? text.length : stop;
    const end = from + text.slice(from, to).trimEnd().length;
    if (end > from) open.push({ start: end - text.slice(from, end).trimStart().length, end });
    else if (open.length > 0) {
      paragraphs.push(open);
      open = [];
    }
    from = to + 1;
  }
  if (open.length > 0) paragraphs.push(open);
  return paragraphs;
}

/** Joins lines that a program broke, so that what remains are the lines of the author. */
function unitsOf(text: string, lines: readonly Line[], wrap: WrapWidth): Line[] {
  const units: Line[] = [];
  for (const line of lines) {
    const before = units.at(-1);
    const own = /^(?:[-*•+]|\d{1,3}[.)]|#{1,6})[ \t]/.test(text.slice(line.start, line.start + 8));
    const hard = before && /^ {2,}\r?\n/.test(text.slice(before.end, line.start));
    if (before && !own && !hard && wrap.wrapped(before.end, line.start) && !isFurniture(slice(text, line))) {
      units[units.length - 1] = { start: before.start, end: line.end };
    } else {
      units.push(line);
    }
  }
  return units;
}

function isFurniture(line: string): boolean {
  return residueOf(line)?.endOnly === false;
}

function slice(text: string, line: Line): string {
  return text.slice(line.start, line.end);
}

/** True for a line of more than one sentence. */
function hasSentences(text: string, line: Line): boolean {
  const ends = slice(text, line).matchAll(/[.!?…]["'»”’)]?(?:\s+(?=["'«“(]?\p{Lu})|$)/gu);
  return ends.take(2).toArray().length > 1;
}

function pieceOf(text: string, unit: Line, paragraph: number, joint: string | undefined, alone: boolean): Piece[] {
  const words = slice(text, unit);
  const heading = /^#{1,6}[ \t]+/.exec(words);
  if (heading) {
    const inner = withoutEmphasis(words.slice(heading[0].length).replace(/[ \t]+#+$/, ''));
    return [{ text: inner, hint: heading[0].trimEnd().length === 1 ? 'headline' : 'heading', paragraph }];
  }
  const strong = /^<(strong|b|h[1-6])>(.{1,200})<\/\1>$/.exec(words)?.[2];
  if (strong !== undefined) return [{ text: strong, hint: 'heading', paragraph }];
  const inner = withoutEmphasis(words);
  if (alone && inner !== words && inner.length <= 200 && !/[.…]$/.test(inner)) {
    return [{ text: inner, hint: 'heading', paragraph }];
  }
  if (/^([*_])(?![*_\s]).*[^*_\s]\1$/.test(words)) return [{ text: words, hint: 'aside', paragraph }];
  const quoted = /^>[ \t]?/.exec(words);
  if (quoted && quoted[0].length < words.length)
    return [{ text: words.slice(quoted[0].length), hint: 'quotation', paragraph }];
  const item = /^(?:[-*•+]|\d{1,3}[.)])[ \t]+/.exec(words);
  if (item) return [{ text: words, hint: 'item', paragraph }];
  return [{ text: words, paragraph, ...(joint !== undefined && { joint }) }];
}

/** The words of a line that is set off as a whole: `**_MEDIA RELEASE_**` holds `MEDIA RELEASE`. */
function withoutEmphasis(words: string): string {
  const inner = /^[*_]{1,6}(?=[^\s*_])([^*_]+)[*_]{1,6}$/.exec(words)?.[1];
  return inner === undefined ? words : inner.trimEnd();
}
