import { resolve } from 'node:path';
import { diskEffects, readStories } from '../site/effects.ts';
import { publish } from '../site/publish.ts';
import { dayOf } from '../time/clock.ts';
import type { Command } from './command.ts';
import { REGISTER } from './command.ts';
import { dayGiven, folderOf, storiesOf, withRegister } from './register.ts';

export const publishCommand: Command = {
  name: 'publish',
  help: `Usage: unforgotten publish --out DIR [--on DAY] [--stories DIR] [--register DIR] [--json]

Writes an edition of everything that was decided: pages, receipts, downloads and the signed log. DIR may be new, empty,
or hold an earlier edition, which stays in its place until the new one is complete.

  --out DIR       where the edition goes
  --on DAY        the day the edition speaks of as today; default: today (UTC)
  --stories DIR   stories to bind and publish (*.md); default: the folder stories in the register's folder
  --json          what was published, as one JSON object

Example: unforgotten publish --out public && unforgotten verify public`,
  most: 0,
  options: { ...REGISTER, out: { type: 'string' }, on: { type: 'string' }, stories: { type: 'string' } },

  async run(given, world) {
    const out = resolve(given.required('out', 'say which folder the edition goes to'));
    const on = dayGiven(given, 'on', world) ?? dayOf(world.clock.now());
    const asked = given.value('stories');
    const stories = asked === undefined ? await storiesOf(folderOf(given, world)) : await readStories(resolve(asked));
    await withRegister(given, world, 'publish', 'write', async (register) => {
      const { edition, entry, files, recorded } = await publish(register, { on, out, stories }, diskEffects);
      if (given.has('json')) {
        world.print(JSON.stringify({ edition, entry, files, recorded, out }));
        return;
      }
      world.print(`Published: ${files} files in ${out}`);
      world.print(`Edition:   ${edition.on}, from ${edition.size} entries, root ${edition.root}`);
      if (!recorded)
        world.print('Nothing has changed since this edition was first published: it is the same, byte for byte.');
      world.note(`unforgotten verify ${given.required('out', '')} checks it.`);
    });
  },
};
