import type { ServedDesk } from '../desk/serve.ts';
import { serveDesk, tryPort } from '../desk/serve.ts';
import type { StoryFile } from '../site/edition.ts';
import type { OpenRegister } from '../store/open.ts';
import { Refused } from '../text/refusal.ts';
import type { Day } from '../time/day.ts';
import type { Command, Given } from './command.ts';
import { REGISTER } from './command.ts';
import { folderOf, storiesOf, withRegister } from './register.ts';
import type { World } from './world.ts';

/** The port of the desk where none is given. */
const PORT = 4173;

/** This computer alone. */
const HOST = '127.0.0.1';

export const serveCommand: Command = {
  name: 'serve',
  help: `Usage: unforgotten serve [--port N] [--register DIR]

Opens the desk at http://127.0.0.1:N/ for this computer alone, the API at /api (described at /api/openapi.json) and a
preview of the site at /site/. Ends with Ctrl-C.

  --port N   default ${PORT}; 0 takes any free one`,
  most: 0,
  options: { ...REGISTER, port: { type: 'string' } },

  async run(given, world) {
    const port = await portGiven(given);
    const end = ended(world);
    const stories = await storiesOf(folderOf(given, world));
    await withRegister(given, world, 'serve', 'make', async (register) => {
      const desk = await openDesk(register, port, { stories }, world);
      world.print(`The desk is open at ${desk.url}/ and shows the site at ${desk.url}/site/. Ctrl-C ends it.`);
      await end;
      await desk.close();
    });
  },
};

/** Opens the desk on this computer; what should not have happened is told on standard error, without any name. */
export function openDesk(
  register: OpenRegister,
  port: number,
  preview: { readonly stories: readonly StoryFile[]; readonly previewOn?: Day },
  world: World,
): Promise<ServedDesk> {
  const fault = (error: unknown) => world.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  const { clock, random } = world;
  return serveDesk({ register, port, host: HOST, ...preview }, { clock, random, fault });
}

/** The port that was given, or the usual one. Throws `Refused` where it is taken, before any work is done for it. */
export async function portGiven(given: Given): Promise<number> {
  const word = given.value('port') ?? String(PORT);
  if (!/^\d{1,5}$/.test(word) || Number(word) > 65_535) {
    throw new Refused(`--port ${word} is no port: give a number from 1 to 65535, or 0 for any free one.`);
  }
  await tryPort(Number(word), HOST);
  return Number(word);
}

/** Resolves when the person asks to end. Called before anything is made, so that whatever is made is taken away again. */
export async function ended({ ending }: World): Promise<void> {
  if (ending.aborted) return;
  await new Promise<void>((resolve) => ending.addEventListener('abort', () => resolve(), { once: true }));
}
