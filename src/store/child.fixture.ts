import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { systemClock } from '../time/clock.ts';
import { openRegister } from './open.ts';

// Run by itself this file is another process that works on a register: `node child.fixture.ts WORK FOLDER [URL]`.

/** Another process at work on a register. */
export interface Child {
  readonly pid: number;
  /** What it has printed so far, whole lines only. */
  readonly lines: string[];
  /** Resolves when it has printed a line of this beginning, with the line. */
  said(beginning: string): Promise<string>;
  tell(line: string): void;
  kill(signal: 'SIGKILL' | 'SIGTERM'): void;
  readonly ended: Promise<void>;
}

/**
 * Starts a process on the register in a folder.
 *
 * @param work `commit` adds reports and decides on them until it is killed, and prints what was acknowledged;
 *   `fill` does so until it is refused, and prints why; `hold` opens the register and does as it is told.
 * @param most largest size of a file it may write, in KiB.
 */
export function startChild(work: 'commit' | 'fill' | 'hold', folder: string, url?: string, most?: number): Child {
  const command = [process.execPath, import.meta.filename, work, folder, ...(url === undefined ? [] : [url])];
  const limited = most === undefined ? command : ['bash', '-c', `ulimit -f ${most}; exec "$@"`, 'bash', ...command];
  const [program = '', ...args] = limited;
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const waiting: { beginning: string; resolve: (line: string) => void; reject: (error: Error) => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const one of waiting) if (line.startsWith(one.beginning)) one.resolve(line);
  });
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve();
      for (const one of waiting) one.reject(new Error(`the child ended before it said "${one.beginning}"`));
    });
  });
  return {
    pid: child.pid ?? 0,
    lines,
    said: (beginning) =>
      new Promise((resolve, reject) => {
        const line = lines.find((one) => one.startsWith(beginning));
        if (line === undefined) waiting.push({ beginning, resolve, reject });
        else resolve(line);
      }),
    tell: (line) => void child.stdin.write(`${line}\n`),
    kill: (signal) => void child.kill(signal),
    ended,
  };
}

async function work(): Promise<void> {
  const [, , what, folder = '', databaseUrl] = process.argv;
  const where = { folder, mode: 'write', command: 'serve', ...(databaseUrl && { databaseUrl }) } as const;
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const register = await openRegister(where, { clock: systemClock, random });
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say('open');
  const add = async () => {
    const text = `Вызвалены чалавек нумар ${register.size}, ${'а таксама словы '.repeat(what === 'fill' ? 2000 : 20)}`;
    const report = { title: 'Вызвалены', language: 'be', marks: [], text, blocks: [], media: [] };
    const claim = { kind: 'released', count: 1, passage: { start: 0, end: 9, text: 'Вызвалены' } } as const;
    const bytes = new TextEncoder().encode(text);
    const added = { bytes, address: 'a.txt', type: 'text/plain', report, claims: [claim, claim], author: 'Alena' };
    const { number, claims } = await register.addReport(added);
    for (const one of [number, ...claims]) say(`${one} ${register.sealed(one).line}`);
    const [decision = 0] = await register.decide('Maryna', [
      { decision: 'accept', claim: number + 1, reason: 'read it' },
      { decision: 'refuse', claim: number + 2, reason: 'said twice' },
    ]);
    for (const one of [decision, decision + 1]) say(`${one} ${register.sealed(one).line}`);
  };
  if (what === 'hold') {
    for await (const line of createInterface({ input: process.stdin })) {
      if (line === 'close') await register.close();
      else await add();
      say(`done ${line}`);
    }
    return;
  }
  try {
    for (;;) await add();
  } catch (error) {
    say(`refused ${error instanceof Error ? `${error.name}: ${error.message}` : error}`);
  }
  await register.close();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await work();
