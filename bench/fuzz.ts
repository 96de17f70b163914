import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Reader } from './fuzz-reader.ts';
import { seeds } from './fuzz-seeds.ts';

// npm run fuzz -- [--runs 10000] [--seed N]: feeds damaged pages, archives, feeds, PDFs and messages to the reader. It may
// refuse each in one sentence, and nothing else: no other error, no line printed, no more than a second of work, no more than
// 512 MB. It reads in a process of its own, as `unforgotten read` does, so that its memory alone is measured.

const SECOND = 1000;
const MEMORY_MAX = 512 * 1024 * 1024;

/** What went wrong with one file: enough to make it again. */
export interface Fault {
  readonly run: number;
  readonly file: string;
  /** `wrong` on any machine; `slow` and `heavy` on this one. */
  readonly kind: 'wrong' | 'slow' | 'heavy';
  readonly what: string;
}

/** What came out of all files: what the slowest took, in milliseconds of work, and the most memory ever held, in bytes. */
export interface Outcome {
  readonly faults: readonly Fault[];
  readonly slowest: { readonly file: string; readonly took: number };
  readonly memory: number;
  readonly refused: number;
}

/** Feeds so many damaged files to the reader. The same seed gives the same files. */
export async function fuzz(runs: number, seed: number): Promise<Outcome> {
  const kinds = await seeds();
  const faults: Fault[] = [];
  let slowest = { file: '', took: 0 };
  let memory = 0;
  let refused = 0;
  const folder = await mkdtemp(join(tmpdir(), 'unforgotten-fuzz-'));
  const reader = new Reader();
  try {
    for (let run = 0; run < runs; run++) {
      // Each run has numbers of its own, so that one can be repeated alone.
      const random = numbersFrom(seed * 100_003 + run);
      const kind = kinds[Math.floor(random() * kinds.length)];
      if (!kind) continue;
      const bytes = kind.make(random);
      const path = join(folder, 'file');
      await writeFile(path, bytes);
      const read = await reader.read(path, kind.name);
      const fault = (kindOf: Fault['kind'], what: string) => faults.push({ run, file: kind.name, kind: kindOf, what });
      if (read.wrong !== null) fault('wrong', read.wrong);
      if (read.took > SECOND) fault('slow', `took ${Math.round(read.took)} ms for ${bytes.length} bytes`);
      // It is the most there ever was: whoever takes more than anybody before is told.
      if (read.memory > MEMORY_MAX && read.memory > memory)
        fault('heavy', `took ${inMegabytes(read.memory)} for ${bytes.length} bytes`);
      if (read.took > slowest.took) slowest = { file: kind.name, took: read.took };
      if (read.refused) refused++;
      memory = Math.max(memory, read.memory);
    }
  } finally {
    await reader.end();
    await rm(folder, { recursive: true });
  }
  return { faults, slowest, memory, refused };
}

/** Numbers from 0 to 1 that a seed determines (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function inMegabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  const runs = Number(values.runs ?? 10_000);
  process.stdout.write(`Seed ${seed}, ${runs} files.\n`);
  const { faults, slowest, memory, refused } = await fuzz(runs, seed);
  for (const { run, file, what } of faults) process.stdout.write(`Run ${run}, ${file}: ${what}\n`);
  process.stdout.write(
    `${faults.length} faults; ${refused} refused, ${runs - refused} read; the slowest (${slowest.file}) took ${Math.round(slowest.took)} ms of work; ${inMegabytes(memory)} at most.\n`,
  );
  process.exitCode = faults.length > 0 ? 1 : 0;
}
