import type { Piece } from './piece.ts';
import { endsAsSentence, essence } from './shape.ts';

/**
 * What a PDF says of a run of text: its words and where they stand, in points from the lower left corner.
 *
 * @example
 * { str: 'Liberty, Caged', transform: [18, 0, 0, 18, 72, 760], width: 130, height: 18, hasEOL: true }
 */
export interface Glyphs {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
}

/**
 * A line of a page of a PDF.
 *
 * @example
 * { text: 'Liberty, Caged', x: 72, right: 202, y: 760, size: 18 }
 */
export interface Line {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

const HEADING_SIZE = 1.15;
const GAP = 1.75;
const EDGE_LINES = 2;
const FULL_WIDTH = 0.8;

/** The lines of a page, from runs in the order in which they were drawn. */
export function linesOf(runs: readonly Glyphs[]): Line[] {
  const lines: Line[] = [];
  let open: { text: string; x: number; right: number; y: number; size: number } | null = null;
  const close = () => {
    if (open && /\S/.test(open.text)) lines.push({ ...open, text: open.text.replace(/\s+/g, ' ').trim() });
    open = null;
  };
  for (const run of runs) {
    const [, , , scale = 0, x = 0, y = 0] = run.transform;
    const size = Math.abs(scale) || run.height;
    if (run.str === '') continue;
    if (open && (Math.abs(open.y - y) > Math.max(size, open.size) * 0.5 || x < open.x - 1)) close();
    if (!open) open = { text: '', x, right: x, y, size };
    // Kerning moves words apart without a space between them.
    const apart: boolean = open.text !== '' && x - open.right > size * 0.2 && !/\s$/.test(open.text);
    open.text += (apart ? ' ' : '') + run.str;
    open.right = Math.max(open.right, x + run.width);
    if (/\S/.test(run.str)) open.size = Math.max(open.size, size);
  }
  close();
  return lines;
}

/** Puts the lines of all pages together to paragraphs, and tells what each is. */
export function piecesOf(pages: readonly (readonly Line[])[]): Piece[] {
  const usual = usualSize(pages.flat());
  const running = runningLines(pages);
  const largest = Math.max(0, ...(pages[0] ?? []).map(({ size }) => size));
  const groups: { lines: Line[]; hint: Piece['hint'] }[] = [];
  const furniture: Piece[] = [];
  let headline = false;
  for (const [number, page] of pages.entries()) {
    const width = Math.max(0, ...page.map(({ x, right }) => right - x));
    for (const line of page) {
      if (running.has(keyOf(line))) {
        furniture.push({ text: line.text, hint: 'furniture', paragraph: -1 - furniture.length });
        continue;
      }
      const large = line.size >= usual * HEADING_SIZE;
      const group = groups.at(-1);
      const before = group?.lines.at(-1);
      const heads = large && number === 0 && line.size === largest;
      const hint: Piece['hint'] =
        heads && (!headline || group?.hint === 'headline') ? 'headline' : large ? 'heading' : undefined;
      if (
        group &&
        before &&
        group.hint === hint &&
        Math.abs(line.size - before.size) < 1 &&
        goesOn(before, line, width)
      ) {
        group.lines.push(line);
      } else {
        groups.push({ lines: [line], hint: hint === 'headline' && headline ? 'heading' : hint });
        headline ||= hint === 'headline';
      }
    }
  }
  const story = groups.map(({ lines, hint }, paragraph) => ({ text: joined(lines), paragraph, ...(hint && { hint }) }));
  return [...story, ...furniture];
}

/** True where a line goes on with the paragraph of the one before, on the same page or over its end. */
function goesOn(before: Line, line: Line, width: number): boolean {
  const full = before.right - before.x >= width * FULL_WIDTH;
  const step = before.y - line.y;
  if (step <= 0 || step > before.size * 20)
    return full && !endsAsSentence(before.text) && /^[\p{Ll}\d(«"“]/u.test(line.text);
  if (step > before.size * GAP) return false;
  // An indented line after a full stop begins a paragraph of its own.
  return (
    !(line.x > before.x + before.size * 0.8 && endsAsSentence(before.text)) &&
    !/^(?:[•–—-]|\d{1,3}[.)])\s/.test(line.text)
  );
}

function joined(lines: readonly Line[]): string {
  let text = '';
  for (const { text: line } of lines) {
    // A word divided at the end of a line; "Ust-" before a capital letter keeps its hyphen.
    if (/\p{L}[\u00ad\u2010-]$/u.test(text) && /^\p{Ll}/u.test(line)) text = text.slice(0, -1) + line;
    else if (/\p{L}-$/u.test(text)) text += line;
    else text += text === '' ? line : ` ${line}`;
  }
  return text;
}

/** The size that most characters have. */
function usualSize(lines: readonly Line[]): number {
  const characters = new Map<number, number>();
  for (const { text, size } of lines) {
    const rounded = Math.round(size * 2) / 2;
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length);
  }
  return [...characters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

/** What stands at the edge of several pages, but for the number in it. */
function runningLines(pages: readonly (readonly Line[])[]): Set<string> {
  const times = new Map<string, number>();
  for (const page of pages) {
    const edge = new Set([...page.slice(0, EDGE_LINES), ...page.slice(-EDGE_LINES)].map(keyOf));
    for (const key of edge) times.set(key, (times.get(key) ?? 0) + 1);
  }
  return new Set([...times].filter(([, number]) => number > 1 && pages.length > 1).map(([key]) => key));
}

function keyOf({ text, y }: Line): string {
  return `${Math.round(y / 4)} ${essence(text).replace(/\d+/g, '#')}`;
}
