import { Refused } from '../text/refusal.ts';
import type { Command } from './command.ts';
import { AUTHORED, authorOf } from './command.ts';
import type { ReadFile } from './read.ts';
import { readFile } from './read.ts';
import { dayGiven, withRegister } from './register.ts';

export const addCommand: Command = {
  name: 'add',
  help: `Usage: unforgotten add FILE… --as NAME [--register DIR]

Reads each file, keeps the original bytes, and puts the claims of its reports up for people to decide. A file may
hold several reports (a feed, a web archive, a channel); one that is already in the register is not added again.

  --as NAME          who adds it, a pseudonym as a rule (or UNFORGOTTEN_AUTHOR)
  --published DAY    the day it was published, where the page does not say (2025-12-14)
  --publisher NAME   who published it, where the page does not say
  --json             one JSON object a line for each report

Example: unforgotten add samples/1-release.html --as Alena`,
  options: { ...AUTHORED, published: { type: 'string' }, publisher: { type: 'string' } },

  async run(given, world) {
    if (given.words.length === 0) throw new Refused('Name at least one file to add: unforgotten add FILE….');
    const author = authorOf(given, world);
    const stated = { published: dayGiven(given, 'published', world), publisher: given.value('publisher') };
    // Read before the register is opened: a page that cannot be read must not bring one into being.
    const files: (ReadFile & { readonly name: string })[] = [];
    for (const [index, name] of given.words.entries()) {
      world.progress(index, given.words.length, name);
      files.push({ name, ...(await readFile(name, stated)) });
    }
    world.progress(files.length, files.length, '');
    await withRegister(given, world, 'add', 'make', async (register) => {
      for (const { name, bytes, reports } of files) {
        for (const { address, type, part, report, claims } of reports) {
          const added = await register.addReport({ bytes, address, type, part, report, claims, author });
          const called = part ? `${name}: ${address}` : name;
          if (given.has('json')) world.print(JSON.stringify({ file: name, ...(part && { address }), ...added }));
          else if (added.already) world.print(`${called} is in the register already, as report ${added.number}.`);
          else world.print(`Report ${added.number}: ${report.title} (${added.claims.length} claims wait for decision)`);
        }
      }
    });
    if (!given.has('json')) world.note('unforgotten review lists what waits.');
  },
};
