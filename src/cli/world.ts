import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Fetcher } from '../archive/fetch.ts';
import { Refused } from '../text/refusal.ts';
import type { Clock } from '../time/clock.ts';
import { systemClock } from '../time/clock.ts';
import { progressOn } from './progress.ts';

/** Everything outside that a command may touch. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  random(bytes: number): Uint8Array;
  /** Prints a line of the answer. */
  print(line: string): void;
  /** Prints a line beside the answer: progress, hints. */
  note(line: string): void;
  /** Says how far a long work has come; overwrites itself on a terminal, and is silent where nobody watches. */
  progress(done: number, total: number, what: string): void;
  /** All of standard input. */
  input(): Promise<string>;
  /**
   * Aborted when the person asks to end: Ctrl-C, or a signal. Who takes it has to end by it; a command that never does is
   * ended at once, like every program.
   */
  readonly ending: AbortSignal;
  /** What fetches web pages: one for a whole run, so that no site is asked too often. Loaded where an address is given. */
  fetcher(): Promise<Fetcher>;
}

/** The real one. */
export function realWorld(): World {
  let ending: AbortController | undefined;
  let fetcher: Fetcher | undefined;
  // A reader that has seen enough (`| head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    env: process.env,
    clock: systemClock,
    random: (bytes) => randomBytes(bytes),
    print: (line) => void process.stdout.write(`${line}\n`),
    note: (line) => void process.stderr.write(`${line}\n`),
    progress: progressOn(process.stderr),
    input: async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
      return Buffer.concat(chunks).toString('utf8');
    },
    get ending() {
      if (!ending) {
        const asked = new AbortController();
        for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => asked.abort(signal));
        ending = asked;
      }
      return ending.signal;
    },
    async fetcher() {
      const { Fetcher, systemFetching } = await import('../archive/fetch.ts');
      fetcher ??= new Fetcher({ ...systemFetching, ending: this.ending });
      return fetcher;
    },
  };
}

/** The bytes of a file that a person named. Throws `Refused` in one sentence where there are none to read. */
export async function bytesOf(name: string): Promise<Uint8Array> {
  if (/^https?:\/\//i.test(name)) {
    throw new Refused(`${name} is a web address: save the page from a browser and name the file.`);
  }
  try {
    if ((await stat(resolve(name))).isDirectory()) throw new Refused(`${name} is a directory: name the files in it.`);
    return await readFile(resolve(name));
  } catch (error) {
    if (error instanceof Refused) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new Refused(`There is no file ${name}: check the spelling and the folder.`);
    }
    if (code === 'EACCES' || code === 'EPERM') {
      throw new Refused(`${name} may not be read by you: change its permissions or copy it.`);
    }
    throw new Refused(`${name} could not be read (${code ?? 'no reason given'}): try a copy of it.`);
  }
}
