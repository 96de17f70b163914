import { readFileSync } from 'node:fs';
import { Refused } from '../text/refusal.ts';
import type { Command } from './command.ts';
import { parse } from './command.ts';
import type { World } from './world.ts';
import { realWorld } from './world.ts';

interface Listed {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command, in the order of the work. Each is loaded when it is called, so that none waits for what it does not use. */
const COMMANDS: readonly Listed[] = [
  {
    name: 'start',
    summary: 'the whole path on three sample reports, then the desk and the site on this computer',
    load: async () => (await import('./start.ts')).startCommand,
  },
  {
    name: 'read',
    summary: 'read reports and print what they claim, with the passages; needs no register',
    load: async () => (await import('./read.ts')).readCommand,
  },
  {
    name: 'add',
    summary: 'read reports, keep their bytes and put their claims up for decision',
    load: async () => (await import('./add.ts')).addCommand,
  },
  {
    name: 'review',
    summary: 'what waits for decision; accept, refuse, amend, link, recognise, withhold …',
    load: async () => (await import('./review.ts')).reviewCommand,
  },
  {
    name: 'original',
    summary: 'write the original of a report to a file, as it came or as a web archive (WACZ)',
    load: async () => (await import('./original.ts')).originalCommand,
  },
  {
    name: 'count',
    summary: 'who and how many were held on a day, as known on a day',
    load: async () => (await import('./count.ts')).countCommand,
  },
  {
    name: 'find',
    summary: 'find persons by name, in any script or spelling',
    load: async () => (await import('./find.ts')).findCommand,
  },
  {
    name: 'names',
    summary: 'compare names, or search a list of names, on standard input; needs no register',
    load: async () => (await import('./names.ts')).namesCommand,
  },
  {
    name: 'publish',
    summary: 'write an edition: the signed static site',
    load: async () => (await import('./publish.ts')).publishCommand,
  },
  {
    name: 'verify',
    summary: 'check an edition against its signature and log; needs no register',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  {
    name: 'serve',
    summary: 'the desk, where claims are decided, the API, and a preview of the site',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
];

const VERSION: string = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version;

const OVERVIEW = `unforgotten: a register of political prisoners that anyone can question, cite and mirror

Usage: unforgotten COMMAND [OPTIONS]

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`).join('\n')}

Every command has --help; --version says which program this is. The register lives in the folder that --register DIR or UNFORGOTTEN_HOME names,
or in your data folder; DATABASE_URL=postgres://… puts its entries on a server.`;

/**
 * Runs the program on what was typed after its name.
 *
 * @returns the exit code: 0, 1 where the input was at fault (one sentence on standard error), 2 where it was called
 * wrongly, 70 where the program is at fault.
 */
export async function main(args: readonly string[], world: World): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    world.print(OVERVIEW);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    world.print(VERSION);
    return 0;
  }
  const listed = COMMANDS.find((candidate) => candidate.name === name);
  if (!listed) {
    world.note(`unforgotten has no command ${name}: unforgotten --help lists them.`);
    return 2;
  }
  const command = await listed.load();
  if (rest.includes('--help') || rest.includes('-h')) {
    world.print(command.help);
    return 0;
  }
  try {
    await command.run(parse(command, rest), world);
    return 0;
  } catch (error) {
    if (error instanceof Refused) {
      world.note(error.message);
      return 1;
    }
    world.note(`unforgotten ${name} failed, and the fault is the program's: please report the lines below.`);
    world.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 70;
  }
}

process.exitCode = await main(process.argv.slice(2), realWorld());
