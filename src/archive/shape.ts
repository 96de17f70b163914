// What the shape of a line tells: its length, its closing punctuation, whether it says one thing twice.

const HEADING_WORDS_MAX = 14;
const HEADING_LENGTH_MAX = 110;
const HEADLINE_WORDS_MIN = 4;
const HEADLINE_LENGTH_MAX = 220;

/** The number of words of a line, up to a few hundred characters of it. */
export function wordCount(line: string): number {
  return line.slice(0, 600).match(/[\p{L}\p{N}]+(?:[’'.,:/-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}

/** True for a line that ends as a sentence does, or introduces what follows. */
export function endsAsSentence(line: string): boolean {
  return /[.!?…:;,。！？；：؟।][\s"'»”’)\]*_`]*$/.test(line.slice(-12));
}

/** True for a short line without closing punctuation: a heading, a name, a label, but hardly a sentence. */
export function looksLikeHeading(line: string): boolean {
  return (
    line.length <= HEADING_LENGTH_MAX &&
    wordCount(line) <= HEADING_WORDS_MAX &&
    !endsAsSentence(line) &&
    /\p{L}/u.test(line)
  );
}

/** True for a line that could head a page: some words, no full stop at the end; a question or a call may be one. */
export function looksLikeHeadline(line: string): boolean {
  return (
    line.length <= HEADLINE_LENGTH_MAX &&
    !line.includes('\n') &&
    wordCount(line) >= HEADLINE_WORDS_MIN &&
    !/[.…:;,。；：।][\s"'»”’)\]*_`]*$/.test(line.slice(-12)) &&
    !/^[–—-]/.test(line)
  );
}

/** The half of a line that says the same words twice (`No regrets No regrets`), or null for any other line. */
export function doubled(line: string): string | null {
  const middle = (line.length - 1) / 2;
  if (line.length < 7 || !Number.isInteger(middle) || !/\s/.test(line.charAt(middle))) return null;
  const half = line.slice(0, middle);
  return half === line.slice(middle + 1) && wordCount(half) >= 2 ? half : null;
}

/** What stays the same when a line is repeated in other dress: its letters and digits. */
export function essence(line: string): string {
  return line.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
