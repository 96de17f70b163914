import { Refused } from '../text/refusal.ts';
import { addCommand } from './add.ts';
import type { Command } from './command.ts';
import { parse } from './command.ts';
import { countCommand } from './count.ts';
import { findCommand } from './find.ts';
import { namesCommand } from './names.ts';
import { publishCommand } from './publish.ts';
import { readCommand } from './read.ts';
import { reviewCommand } from './review.ts';
import { serveCommand } from './serve.ts';
import { startCommand } from './start.ts';
import { verifyCommand } from './verify.ts';
import type { World } from './world.ts';
import { realWorld } from './world.ts';

/** Every command, in the order of the work. */
export const COMMANDS: readonly Command[] = [
  startCommand,
  readCommand,
  addCommand,
  reviewCommand,
  countCommand,
  findCommand,
  namesCommand,
  publishCommand,
  verifyCommand,
  serveCommand,
];

const OVERVIEW = `unforgotten: a register of political prisoners that anyone can question, cite and mirror

Usage: unforgotten COMMAND [OPTIONS]

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(9)} ${summary}`).join('\n')}

Every command has --help. The register lives in the folder that --register DIR or UNFORGOTTEN_HOME names,
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
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (!command) {
    world.note(`unforgotten has no command ${name}: unforgotten --help lists them.`);
    return 2;
  }
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
