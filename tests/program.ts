import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const MAIN = join(ROOT, 'src', 'cli', 'main.ts');

/** What a run of the program printed and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** How to run it. */
export interface Run {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Another program than the checkout's own: `[node, path/to/bin]`. */
  readonly program?: readonly [string, ...string[]];
}

/** Runs the program as a person would, in a process of its own, and waits for its end. */
export function unforgotten(args: readonly string[], run: Run = {}): Promise<Ended> {
  const [program, ...before] = run.program ?? [process.execPath, MAIN];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...before, ...args], {
      cwd: run.cwd ?? ROOT,
      env: { ...quietEnv(), ...run.env },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out: `${Buffer.concat(out)}`, err: `${Buffer.concat(err)}` }));
    child.stdin.end(run.input ?? '');
  });
}

/** A program that goes on until it is asked to end. */
export interface Running {
  /** The first line of its output that matches; rejects where it ends before. */
  line(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<Ended>;
}

/** Starts the program without waiting for its end. */
export function started(args: readonly string[], run: Run = {}): Running {
  const [program, ...before] = run.program ?? [process.execPath, MAIN];
  const child = spawn(program, [...before, ...args], { cwd: run.cwd ?? ROOT, env: { ...quietEnv(), ...run.env } });
  let out = '';
  let err = '';
  const waiting = new Set<() => void>();
  const look = () => {
    for (const check of waiting) check();
  };
  child.stdout.on('data', (chunk) => {
    out += chunk;
    look();
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const over = new Promise<Ended>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return {
    line: (pattern) =>
      new Promise((resolve, reject) => {
        const check = () => {
          const match = pattern.exec(out);
          if (!match) return;
          waiting.delete(check);
          resolve(match);
        };
        waiting.add(check);
        check();
        over.then((ended) => reject(new Error(`ended with ${ended.code} before ${pattern}: ${ended.err}${ended.out}`)));
      }),
    end: (signal = 'SIGINT') => {
      child.kill(signal);
      return over;
    },
  };
}

/** Makes a folder for one test and takes it away when the work is done. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'unforgotten-test-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// Nothing of the machine's own settings may steer a test: neither a register that is there nor a database.
function quietEnv(): NodeJS.ProcessEnv {
  const { UNFORGOTTEN_HOME, UNFORGOTTEN_AUTHOR, DATABASE_URL, ...rest } = process.env;
  return rest;
}
