import { Refused } from '../text/refusal.ts';

/**
 * What stands before the packed text in every file of a sliced index: `UNFS`, the mark of the edition, the length of what
 * is packed; then that, and zeros up to a length that many files share.
 *
 * @example
 * { edition: 'a3f09c11d2e4b587', text: '{"people":1222,"first":[""]}' }
 */
export interface SliceFile {
  /** 16 hexadecimal digits; the same for every file that was made together. */
  readonly edition: string;
  readonly text: string;
}

/**
 * The people of one slice, in columns.
 *
 * @example
 * { steps: [0, 3], ids: ['k3vq9h2mxa7tw5bn', 'p0c7d2m4x9w1zq5r'], names: ['Марыя Калеснікава', 'Ales Bialiatski'], others: [['Maryya Kalesnikava'], []] }
 */
export interface SliceRecords {
  /** How far each stands behind the one before in the whole list. */
  readonly steps: readonly number[];
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly others: readonly (readonly string[])[];
}

const MAGIC = 0x53464e55;
const HEAD = 16;

/** Frames packed bytes (zlib) as a file at least `length` bytes long. */
export function framed(packed: Uint8Array, edition: string, length = 0): Uint8Array {
  const file = new Uint8Array(Math.max(HEAD + packed.length, length));
  const head = new DataView(file.buffer);
  head.setUint32(0, MAGIC, true);
  head.setBigUint64(4, BigInt(`0x${edition}`));
  head.setUint32(12, packed.length, true);
  file.set(packed, HEAD);
  return file;
}

/**
 * Reads a file of a sliced index, in a browser as in Node.
 *
 * @throws {Refused} where it is none, or was cut or changed.
 */
export async function readSliceFile(file: Uint8Array): Promise<SliceFile> {
  const head = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (file.length < HEAD || head.getUint32(0, true) !== MAGIC || HEAD + head.getUint32(12, true) > file.length) {
    throw new Refused('A file of the list of names is not what it should be: load the page again.');
  }
  const edition = head.getBigUint64(4).toString(16).padStart(16, '0');
  return { edition, text: await unpacked(file.slice(HEAD, HEAD + head.getUint32(12, true))) };
}

async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<string> {
  try {
    return await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))).text();
  } catch {
    throw new Refused('A file of the list of names was changed or cut on its way: load the page again.');
  }
}
