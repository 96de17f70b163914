import type { StoryBlock } from '../archive/report.ts';

/**
 * Quoted words and where they stand in the report's text.
 *
 * @example
 * { start: 812, end: 838, from: 811, to: 839, first: 9, last: 9 } // `it would be a great betrayal`
 */
export interface Quote {
  /** The words without their marks. */
  readonly start: number;
  readonly end: number;
  /** The words with their marks. */
  readonly from: number;
  readonly to: number;
  /** Index of the first and of the last block it stands in. */
  readonly first: number;
  readonly last: number;
}

// What may close each opening mark. A straight mark closes itself.
const CLOSING: Record<string, string> = { '“': '”“', '„': '“”', '«': '»', '"': '"”', '‘': '’', "'": "'", '”': '”“' };
const MOST_BLOCKS = 12;

/**
 * Finds quotations in the blocks of a story, also those that run over several blocks or are never closed. One that is
 * interrupted by who says it makes two.
 *
 * @param says true for a verb of saying.
 */
export function quotesIn(blocks: readonly StoryBlock[], says: (word: string) => boolean): Quote[] {
  return quoted(blocks, says).flatMap((quote) => atInterruption(quote, blocks, says));
}

function quoted(blocks: readonly StoryBlock[], says: (word: string) => boolean): Quote[] {
  const quotes: Quote[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (!block) break;
    const spoken = dashSpeech(block, index, says);
    if (spoken.length > 0) {
      quotes.push(...spoken);
      continue;
    }
    let at = 0;
    // A mark that nothing closes up to the end of its block is closed by nothing further on either.
    const stray = new Set<string>();
    while (at < block.text.length) {
      const opened = nextOpening(block.text, at);
      if (opened === null) break;
      const mark = block.text.charAt(opened);
      const quote = stray.has(mark) ? null : closeIn(blocks, index, opened);
      if (quote === null) {
        stray.add(mark);
        at = opened + 1;
        continue;
      }
      quotes.push(quote);
      if (quote.last !== index) {
        // What stands behind the end of a quotation of several blocks is read from there on.
        index = quote.last;
        const last = blocks[index];
        if (!last) break;
        collectRest(blocks, index, quote.to - last.start, quotes);
        break;
      }
      at = quote.to - block.start;
    }
  }
  return quotes;
}

// «— Мы чакаем, — сказаў Новік. — І будзем чакаць», «—Esperamos —dijo Novik—. Y esperaremos»: speech behind a dash, up
// to the dash that opens who says it.
function dashSpeech(block: StoryBlock, index: number, says: (word: string) => boolean): Quote[] {
  const opened = /^[—–]\s*(?=\S)/.exec(block.text);
  if (!opened) return dashWithin(block, index, says);
  const cut = /[,.!?…]\s+[—–]\s+(?=\p{Ll})|\s+[—–](?=\p{Ll})/u.exec(block.text);
  if (!cut || cut.index <= opened[0].length) return [];
  const said = block.text.slice(cut.index + cut[0].length);
  // A dash without a comma before it may open an aside instead: «—Novik —un poeta— habló».
  if (/^\s/.test(cut[0]) && !saysSoon(said, says)) return [];
  const quotes = [spokenFrom(block, index, opened[0].length, cut.index)];
  const goesOn = /[.,]\s+[—–]\s+(?=\S)|[—–][.,:;]?\s+(?=\S)/.exec(said);
  if (goesOn)
    quotes.push(
      spokenFrom(block, index, cut.index + cut[0].length + goesOn.index + goesOn[0].length, block.text.length),
    );
  return quotes;
}

// "… отменил приговор. - Мы очень рады, - сказал Новик": speech behind a dash in the middle of its paragraph. Dashes
// there stand for much else, so somebody must be said to say it.
function dashWithin(block: StoryBlock, index: number, says: (word: string) => boolean): Quote[] {
  const found = /[.!?…:]\s+[—–-]\s+(?=\p{Lu})([^«»“”"—–]{10,600}?)[,!?…]\s+[—–-]\s+(?=\p{Ll})/u.exec(block.text);
  const spoken = found?.[1];
  if (!found || spoken === undefined || !saysSoon(block.text.slice(found.index + found[0].length), says)) return [];
  const from = block.text.indexOf(spoken, found.index);
  return [spokenFrom(block, index, from, from + spoken.length)];
}

const WORDS_TO_A_VERB = 4;

function saysSoon(text: string, says: (word: string) => boolean): boolean {
  const words = text.slice(0, 120).match(/[\p{L}’'-]+/gu) ?? [];
  return words.slice(0, WORDS_TO_A_VERB).some(says);
}

// «Мы ждём, — сказал Новик. — И будем ждать»: one pair of marks, and in it who says it between two dashes, as Russian,
// Belarusian and Ukrainian are set.
function atInterruption(quote: Quote, blocks: readonly StoryBlock[], says: (word: string) => boolean): Quote[] {
  const block = blocks[quote.first];
  if (!block || quote.first !== quote.last) return [quote];
  const text = block.text.slice(quote.start - block.start, quote.end - block.start);
  const cut = /[,!?…]\s+[—–-]\s+(\p{Ll}[^«»“”"—–]{2,160}?)[.,]\s+[—–-]\s+(?=\S)/u.exec(text);
  const sayer = cut?.[1];
  if (!cut || sayer === undefined || cut.index === 0 || !saysSoon(sayer, says)) return [quote];
  const first = quote.start + cut.index;
  const second = first + cut[0].length;
  return [
    { ...quote, end: first, to: first },
    ...atInterruption({ ...quote, start: second, from: second }, blocks, says),
  ];
}

function spokenFrom(block: StoryBlock, index: number, from: number, to: number): Quote {
  const start = block.start + from;
  const end = block.start + to;
  return { start, end, from: start, to: end, first: index, last: index };
}

function collectRest(blocks: readonly StoryBlock[], index: number, from: number, quotes: Quote[]): void {
  const block = blocks[index];
  let at = from;
  while (block && at < block.text.length) {
    const opened = nextOpening(block.text, at);
    if (opened === null) return;
    const quote = closeWithin(block, index, opened) ?? openEnded(block, index, opened);
    if (quote === null) return;
    quotes.push(quote);
    at = quote.to - block.start;
  }
}

const MARKS = /["“„«‘'”]/g;

function nextOpening(text: string, from: number): number | null {
  MARKS.lastIndex = from;
  for (let found = MARKS.exec(text); found; found = MARKS.exec(text)) {
    if (opens(text, found.index)) return found.index;
  }
  return null;
}

// A single mark opens only before a letter and after a gap; a closing double mark opens where it is misused so.
function opens(text: string, at: number): boolean {
  const mark = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (mark === "'" || mark === '‘') return (before === '' || /[\s([:—–]/.test(before)) && /[\p{L}\p{N}]/u.test(after);
  if (mark === '”') return (before === '' || /[\s.]/.test(before)) && /\p{L}/u.test(after);
  return after !== '' && !/[\s,.;]/.test(after);
}

function closeIn(blocks: readonly StoryBlock[], index: number, opened: number): Quote | null {
  const block = blocks[index];
  if (!block) return null;
  return closeWithin(block, index, opened) ?? acrossBlocks(blocks, index, opened) ?? openEnded(block, index, opened);
}

function closeWithin(block: StoryBlock, index: number, opened: number): Quote | null {
  const closed = closingAt(block.text, opened, opened + 1);
  return closed === null ? null : spanned(block, opened, block, closed, index, index);
}

function closingAt(text: string, opened: number, from: number): number | null {
  const mark = text.charAt(opened);
  return closingOf(text, mark, from, text.charAt(opened));
}

// Guillemets may hold guillemets, straight marks inside others do not count; a single mark closes only after a word
// and before a gap, so that "people's" stays whole.
function closingOf(text: string, mark: string, from: number, opening: string): number | null {
  const closing = CLOSING[mark] ?? mark;
  const single = mark === "'" || mark === '‘';
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (!closing.includes(char)) {
      if (char === opening && mark === '«') depth += 1;
      continue;
    }
    if (single && !closesSingle(text, at)) continue;
    if (mark === '"' && char === '"' && opensInside(text, at)) {
      depth += 1;
      continue;
    }
    if (depth === 0) return at;
    depth -= 1;
  }
  return null;
}

function closesSingle(text: string, at: number): boolean {
  return !/[\s]/.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1));
}

// "тут ужо "або - або"." : a straight mark after a gap and before a letter opens a second level.
function opensInside(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at - 1)) && /\p{L}/u.test(text.charAt(at + 1)) && text.indexOf('"', at + 1) > 0;
}

// A quotation that its block leaves open goes on in the blocks below where one of them closes it before another
// opens. Where the next block begins with an opening mark, each block is a quotation of its own.
function acrossBlocks(blocks: readonly StoryBlock[], index: number, opened: number): Quote | null {
  const block = blocks[index];
  const mark = block?.text.charAt(opened) ?? '';
  if (!block || mark === "'" || mark === '‘') return null;
  for (let next = index + 1; next < blocks.length && next <= index + MOST_BLOCKS; next += 1) {
    const other = blocks[next];
    if (
      !other ||
      other.kind === 'heading' ||
      other.kind === 'caption' ||
      (opens(other.text, 0) && '"“«„'.includes(other.text.charAt(0)))
    ) {
      return null;
    }
    const closed = closingOf(other.text, mark, 0, mark);
    if (closed === null) continue;
    return spanned(block, opened, other, closed, index, next);
  }
  return null;
}

function openEnded(block: StoryBlock, index: number, opened: number): Quote | null {
  const mark = block.text.charAt(opened);
  if (
    (mark === "'" || mark === '‘') &&
    opened > 0 &&
    !/[:,]\s*$/.test(block.text.slice(Math.max(0, opened - 3), opened))
  ) {
    return null;
  }
  return block.text.length - opened < 3 ? null : spanned(block, opened, block, block.text.length, index, index);
}

function spanned(
  open: StoryBlock,
  opened: number,
  close: StoryBlock,
  closed: number,
  first: number,
  last: number,
): Quote | null {
  const start = open.start + opened + 1;
  const end = close.start + closed;
  if (end <= start) return null;
  return { start, end, from: start - 1, to: Math.min(end + 1, close.end), first, last };
}
