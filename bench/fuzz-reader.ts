import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readReports } from '../src/archive/reports.ts';
import { Refused } from '../src/text/refusal.ts';

// The reader in a process of its own: what it takes is its own, and what ends it ends nothing else.

const HEAP_MB = 256;
const WAIT = 60_000;
// Nobody gives more to one command; what the allocator never gives back is not what the next file takes.
const FILES = 100;

/** What a file was to the reader. */
export interface Read {
  /** What it did besides reading or refusing; null where nothing. */
  readonly wrong: string | null;
  readonly refused: boolean;
  /** Milliseconds of work on all its threads, whatever else ran on the machine meanwhile. */
  readonly took: number;
  /** The most memory that the process ever held, in bytes. */
  readonly memory: number;
}

/** Reads one file after the other in a process that lives on for a hundred files. */
export class Reader {
  #process: ChildProcess | null = null;
  #files = 0;

  async read(path: string, address: string): Promise<Read> {
    if (this.#files++ % FILES === 0) await this.end();
    this.#process ??= fork(import.meta.filename, ['--reads'], { execArgv: [`--max-old-space-size=${HEAP_MB}`] });
    const reader = this.#process;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), WAIT);
    try {
      reader.send({ path, address });
      const ended = once(reader, 'exit', { signal: stop.signal }).then(([code, signal]) => {
        throw new Error(`it ended the reader (${code ?? signal})`);
      });
      const [answer] = (await Promise.race([once(reader, 'message', { signal: stop.signal }), ended])) as [Read];
      return answer;
    } catch (error) {
      await this.end();
      const wrong = stop.signal.aborted ? 'it kept the reader busy for a minute' : String(error);
      return { wrong, refused: false, took: WAIT, memory: 0 };
    } finally {
      clearTimeout(timer);
      stop.abort();
    }
  }

  async end(): Promise<void> {
    const reader = this.#process;
    this.#process = null;
    if (!reader || reader.exitCode !== null || reader.signalCode !== null) return;
    reader.kill();
    await once(reader, 'exit');
  }
}

/** Reads a file and says what it did besides; whatever is printed meanwhile is a fault. */
async function tried(path: string, address: string): Promise<Read> {
  const printed: string[] = [];
  const print = (...words: unknown[]) => void printed.push(words.join(' '));
  Object.assign(console, { log: print, warn: print, error: print });
  const began = process.cpuUsage();
  let wrong: string | null = null;
  let refused = false;
  try {
    const reports = await readReports(readFileSync(path), { address });
    if (reports.length === 0) wrong = 'gave neither a report nor a refusal';
  } catch (error) {
    refused = error instanceof Refused;
    if (!(error instanceof Refused)) wrong = String((error as Error)?.stack ?? error);
    else if (!/^[^\n]{10,400}\.$/.test(error.message)) wrong = `refused in no sentence: ${error.message}`;
  }
  const { user, system } = process.cpuUsage(began);
  if (printed.length > 0) wrong ??= `printed: ${printed.join(' ').slice(0, 200)}`;
  return { wrong, refused, took: (user + system) / 1000, memory: process.resourceUsage().maxRSS * 1024 };
}

if (process.argv[2] === '--reads') {
  process.on('message', async ({ path, address }: { path: string; address: string }) => {
    process.send?.(await tried(path, address));
  });
}
