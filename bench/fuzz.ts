import { parseArgs } from 'node:util';
import { readReports } from '../src/archive/reports.ts';
import { Refused } from '../src/text/refusal.ts';
import { seeds } from './fuzz-seeds.ts';

// npm run fuzz -- [--runs 10000] [--seed N]: feeds damaged pages, archives, feeds, PDFs and messages to the reader. It may
// refuse each in one sentence, and nothing else: no other error, no more than a second, no more than 512 MB.

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

/** Feeds so many damaged files to the reader. The same seed gives the same files. */
export async function fuzz(runs: number, seed: number): Promise<{ faults: Fault[]; slowest: number; memory: number }> {
  const kinds = await seeds();
  const faults: Fault[] = [];
  let slowest = 0;
  let memory = 0;
  for (let run = 0; run < runs; run++) {
    // Each run has numbers of its own, so that one can be repeated alone.
    const random = numbersFrom(seed * 100_003 + run);
    const kind = kinds[Math.floor(random() * kinds.length)];
    if (!kind) continue;
    const file = kind.make(random);
    const began = process.cpuUsage();
    let what: string | null = null;
    try {
      const reports = await readReports(file, { address: kind.name });
      if (reports.length === 0) what = 'gave neither a report nor a refusal';
    } catch (error) {
      if (!(error instanceof Refused)) what = String((error as Error)?.stack ?? error);
      else if (!/^[^\n]{10,400}\.$/.test(error.message)) what = `refused in no sentence: ${error.message}`;
    }
    // What the work took, not what else ran on the machine meanwhile.
    const spent = process.cpuUsage(began);
    const took = (spent.user + spent.system) / 1000;
    slowest = Math.max(slowest, took);
    const used = process.memoryUsage.rss();
    const fault = (kindOf: Fault['kind'], what: string) => faults.push({ run, file: kind.name, kind: kindOf, what });
    if (what) fault('wrong', what);
    if (took > SECOND) fault('slow', `took ${Math.round(took)} ms for ${file.length} bytes`);
    // Memory once taken stays taken: whoever takes more than anybody before is told.
    if (used > MEMORY_MAX && used > memory)
      fault('heavy', `left ${Math.round(used / 1024 / 1024)} MB in use after ${file.length} bytes`);
    memory = Math.max(memory, used);
  }
  return { faults, slowest, memory };
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

if (import.meta.main) {
  const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
  const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000));
  const runs = Number(values.runs ?? 10_000);
  process.stdout.write(`Seed ${seed}, ${runs} files.\n`);
  const { faults, slowest, memory } = await fuzz(runs, seed);
  for (const { run, file, what } of faults) process.stdout.write(`Run ${run}, ${file}: ${what}\n`);
  const used = `${Math.round(memory / 1024 / 1024)} MB at most`;
  process.stdout.write(`${faults.length} faults; the slowest took ${Math.round(slowest)} ms of work; ${used}.\n`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
