import { Refused } from '../text/refusal.ts';
import { HashTree, leafHash } from './tree.ts';

// After C2SP tlog-tiles: a tile holds up to 256 neighbouring hashes of one height, 8 heights between tile levels.
const WIDTH = 256;
const HEIGHT = 8;
const LONGEST_ENTRY = 65_535;

/**
 * Every tile of a log by its path below the log's address: hash tiles `tile/<level>/<n>[.p/<width>]` and entry bundles
 * `tile/entries/<n>[.p/<width>]`, of which only the rightmost is partial.
 *
 * @param lines the entries, in order.
 * @throws Refused where a line is longer than a bundle can hold (65,535 bytes).
 */
export function tilesOf(lines: readonly string[]): Map<string, Uint8Array> {
  const tiles = new Map<string, Uint8Array>();
  const { levels } = new HashTree(lines.map(leafHash));
  for (let height = 0; height < levels.length; height += HEIGHT) {
    for (const [n, hashes] of chunks(levels[height] ?? [])) {
      tiles.set(tilePath(height / HEIGHT, n, hashes.length), Buffer.concat(hashes));
    }
  }
  for (const [n, entries] of chunks(lines)) tiles.set(tilePath('entries', n, entries.length), bundleOf(entries));
  return tiles;
}

/**
 * The path of a tile: its number in groups of three digits, all but the last behind an x, and its width where it is
 * not full. `tilePath(0, 1234067, 112)` is `tile/0/x001/x234/067.p/112`.
 */
export function tilePath(level: number | 'entries', n: number, width: number): string {
  const groups = [String(n % 1000).padStart(3, '0')];
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  }
  return `tile/${level}/${groups.join('/')}${width < WIDTH ? `.p/${width}` : ''}`;
}

/** The entries of a bundle, as their bytes. Throws Refused where the bundle is cut off. */
export function entriesOf(bundle: Uint8Array): Uint8Array[] {
  const view = Buffer.from(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const entries: Uint8Array[] = [];
  for (let at = 0; at < view.length; ) {
    const start = at + 2;
    const end = start <= view.length ? start + view.readUInt16BE(at) : Number.POSITIVE_INFINITY;
    if (end > view.length) throw new Refused('A bundle of log entries is cut off: fetch it again.');
    entries.push(view.subarray(start, end));
    at = end;
  }
  return entries;
}

function bundleOf(entries: readonly string[]): Uint8Array {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const bytes = Buffer.from(entry, 'utf8');
      if (bytes.length > LONGEST_ENTRY)
        throw new Refused('A log entry is longer than 65,535 bytes: it cannot be published.');
      const length = Buffer.alloc(2);
      length.writeUInt16BE(bytes.length);
      return [length, bytes];
    }),
  );
}

function* chunks<T>(items: readonly T[]): Generator<[number, readonly T[]]> {
  for (let n = 0; n * WIDTH < items.length; n++) yield [n, items.slice(n * WIDTH, (n + 1) * WIDTH)];
}
