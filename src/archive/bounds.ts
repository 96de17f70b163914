import { Refused } from '../text/refusal.ts';

/** A page, entry or message of more bytes than this is no page that people wrote. */
export const PAGE_MAX = 4_000_000;
/** A text of more bytes than this is longer than a book. */
export const PLAIN_MAX = 2_000_000;
/** A feed, an export or a message with its pictures may be of so many bytes. */
export const FILE_MAX = 16_000_000;
/** A file that holds others may give this many, one after the other. */
const ENTRIES_MAX = 10_000;

const DECOMPRESSED_MAX = 256_000_000;
const RATIO_MAX = 100;
// Small files of a few repeated words compress better than any page; they harm nobody.
const RATIO_FREE = 1_000_000;
const WORK_MAX = 10_000;

/**
 * What tells how much time has gone by: milliseconds from any beginning, never backwards.
 *
 * @example
 * const timer: Timer = () => performance.now();
 */
export type Timer = () => number;

/**
 * Keeps the work that one file asks for within bounds: 256 MB decompressed, 100 times its own size, 10,000 entries, 10 s.
 * Whoever reads a part of a file tells it first what that part costs.
 *
 * @example
 * const work = new Work('crawl.warc.gz', bytes.length, timer);
 * work.decompressed(chunk.length); // throws Refused where it is too much
 */
export class Work {
  readonly address: string;
  readonly #size: number;
  readonly #timer: Timer;
  readonly #began: number;
  #decompressed = 0;
  #entries = 0;

  constructor(address: string, size: number, timer: Timer) {
    this.address = address;
    this.#size = size;
    this.#timer = timer;
    this.#began = timer();
  }

  /** Counts bytes that came out of a compression. Throws `Refused` where they are too many. */
  decompressed(bytes: number): void {
    this.#decompressed += bytes;
    if (this.#decompressed > DECOMPRESSED_MAX) {
      throw new Refused(`${this.address} unpacks to more than 256 MB: divide it and read the parts.`);
    }
    if (this.#decompressed > RATIO_FREE && this.#decompressed > this.#size * RATIO_MAX) {
      throw new Refused(
        `${this.address} unpacks to more than a hundred times its size, as no report does: leave it alone.`,
      );
    }
    this.goOn();
  }

  /** How many bytes may still come out, for decompressors that take a limit. */
  get room(): number {
    const ratio = Math.max(RATIO_FREE, this.#size * RATIO_MAX);
    return Math.max(1, Math.min(DECOMPRESSED_MAX, ratio) - this.#decompressed + 1);
  }

  /** Counts an entry: a record, a message, a file in an archive. Throws `Refused` where they are too many. */
  entry(): void {
    this.#entries++;
    if (this.#entries > ENTRIES_MAX) {
      throw new Refused(`${this.address} holds more than 10,000 entries: divide it and read the parts.`);
    }
    this.goOn();
  }

  /** Throws `Refused` where the file has had its time. */
  goOn(): void {
    if (this.#timer() - this.#began > WORK_MAX) {
      throw new Refused(`${this.address} takes longer than 10 s to read: divide it and read the parts.`);
    }
  }
}
