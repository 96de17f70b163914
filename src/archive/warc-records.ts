import type { WARCRecord } from 'warcio';
import { AsyncIterReader, WARCParser } from 'warcio';
import { Refused } from '../text/refusal.ts';
import type { Work } from './bounds.ts';

// warcio copies what is left of a piece with each line that it reads of it.
const PIECE = 4096;
const BLANK = /^[\r\n]*$/;
const FIRST_LINE = /^WARC\/\d\.\d\r?\n$/;
const FIRST_LINE_MAX = 64;

/**
 * The records of a WARC (ISO 28500) that is not compressed, one after the other, as warcio reads them.
 *
 * @throws Refused, naming the file, where it is cut off, where a record is not as long as it says, and where there is too
 * much in it.
 */
export async function* recordsIn(source: AsyncIterable<Uint8Array>, work: Work): AsyncGenerator<WARCRecord> {
  const pieces = source[Symbol.asyncIterator]();
  try {
    for await (const record of new Records(new AsyncIterReader(smallPieces(pieces), null))) {
      work.entry();
      yield record;
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    const behind = error instanceof Misfit ? ` behind ${error.address}` : '';
    throw new Refused(`${work.address} is cut off or damaged (WARC)${behind}: get it once more.`, { cause: error });
  } finally {
    // Whoever unpacks the archive may stop.
    await pieces.return?.();
  }
}

/** A record that is shorter or longer than it says; what follows it cannot be told apart. */
class Misfit extends Error {
  readonly address: string;

  constructor(record: WARCRecord | null) {
    super('a record is not as long as it says');
    this.address = (record?.warcTargetURI ?? '').slice(0, 200) || 'its first record';
  }
}

/**
 * warcio's parser, but for what stands between two records: it prints a warning where that is not two line ends, and goes
 * on reading in the middle of something, so that pages are lost without a word.
 */
class Records extends WARCParser {
  override async readToNextRecord(): Promise<Uint8Array<ArrayBuffer>> {
    const before = this._record;
    if (before) await before.skipFully();
    let line = await this._reader.readlineRaw(FIRST_LINE_MAX);
    while (line && line.length <= 2 && BLANK.test(latin1(line))) line = await this._reader.readlineRaw(FIRST_LINE_MAX);
    if (line && !FIRST_LINE.test(latin1(line))) throw new Misfit(before);
    return new Uint8Array(line ?? []);
  }
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

// How often a parser may ask for more after the end before it counts as caught in a loop. warcio skips a record that is
// cut off by asking until it has all of it, which is for ever.
const ASKED_AFTER_END = 100;

function smallPieces(pieces: AsyncIterator<Uint8Array>): AsyncIterable<Uint8Array> {
  let piece: Uint8Array = new Uint8Array();
  let asked = 0;
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    while (piece.length === 0) {
      const more = await pieces.next();
      if (!more.done) piece = more.value;
      else if (++asked > ASKED_AFTER_END) throw new RangeError('the archive ends within a record');
      else return more;
    }
    const value = piece.subarray(0, PIECE);
    piece = piece.subarray(PIECE);
    return { done: false, value };
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}
