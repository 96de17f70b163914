// Lines wrapped by a program are this long at most; longer ones were ended by their author.
const WIDTH_MAX = 100;
const WIDTH_MIN = 40;

/**
 * Tells a line break that a program put in from one that the author put in, by the widths of a paragraph's lines: a
 * program breaks only where the next word would not have fitted. Ask in the order of the text; the time for all
 * questions together is linear in its length.
 *
 * @example
 * new WrapWidth(text).wrapped(68, 69) // true: the line ends at 68 because the word at 69 did not fit on it
 */
export class WrapWidth {
  readonly #text: string;
  #until = -1;
  #width = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** True where the word at `next` would not have fitted on the line that ends at `end`. */
  wrapped(end: number, next: number): boolean {
    if (next > this.#until) this.#measure(end);
    if (this.#width < WIDTH_MIN || this.#width > WIDTH_MAX) return false;
    const line = end - (this.#text.lastIndexOf('\n', end - 1) + 1);
    const word = /^\S*/.exec(this.#text.slice(next, next + WIDTH_MAX))?.[0].length ?? 0;
    return line <= WIDTH_MAX && line + 1 + word > this.#width;
  }

  /** Finds the widest line of the paragraph, from the line that holds `at` to the next empty one. */
  #measure(at: number): void {
    let from = this.#text.lastIndexOf('\n', at - 1) + 1;
    this.#width = 0;
    while (from < this.#text.length) {
      const stop = this.#text.indexOf('\n', from);
      const to = stop < 0 ? this.#text.length : stop;
      const line = this.#text.slice(from, to).trimEnd();
      if (line === '') break;
      // A line with an address in it could not be wrapped, however long it grew.
      if (!line.includes('://')) this.#width = Math.max(this.#width, line.length);
      from = to + 1;
    }
    this.#until = from;
  }
}
