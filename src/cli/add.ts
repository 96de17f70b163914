import { isWebAddress } from '../archive/fetch-address.ts';
import { Refused } from '../text/refusal.ts';
import { addAddresses } from './addresses.ts';
import type { Command } from './command.ts';
import { AUTHORED, authorOf } from './command.ts';
import { enter } from './enter.ts';
import type { ReadFile } from './read.ts';
import { readFile } from './read.ts';
import { dayGiven, withRegister } from './register.ts';
import { secondGiven } from './second-extractor.ts';

export const addCommand: Command = {
  name: 'add',
  help: `Usage: unforgotten add FILE|URL… --as NAME [--register DIR]

Reads each file or web page, keeps the original bytes, and puts the claims of its reports up for people to decide. A
file may hold several reports (a feed, a web archive, a channel); one that is already in the register is not added
again. A page that has changed since it was added is a report of its own, and what changed is told.

Pages are fetched after the files, one at a time, where robots.txt allows it, and added one by one: a list that was
broken off goes on where it stopped. The site sees your address: docs/fetching.md says what else stays behind.

  --as NAME          who adds it, a pseudonym as a rule (or UNFORGOTTEN_AUTHOR)
  --published DAY    the day it was published, where the page does not say (2025-12-14)
  --publisher NAME   who published it, where the page does not say
  --again            fetch a page that was fetched today already once more
  --second           also ask the second extractor that is configured: it is sent the text of each report
                     (docs/second-extractor.md)
  --json             one JSON object a line for each report

Example: unforgotten add samples/1-release.html --as Alena`,
  options: {
    ...AUTHORED,
    published: { type: 'string' },
    publisher: { type: 'string' },
    again: { type: 'boolean' },
    second: { type: 'boolean' },
  },

  async run(given, world) {
    if (given.words.length === 0) throw new Refused('Name at least one file to add: unforgotten add FILE….');
    const author = authorOf(given, world);
    const stated = { published: dayGiven(given, 'published', world), publisher: given.value('publisher') };
    const adding = { author, given, world, stated, second: secondGiven(given, world) };
    // Read before the register is opened: a file that cannot be read must not bring one into being.
    const files: (ReadFile & { readonly name: string })[] = [];
    const names = given.words.filter((word) => !isWebAddress(word));
    for (const [index, name] of names.entries()) {
      world.progress(index, names.length, name);
      files.push({ name, ...(await readFile(name, stated, world)) });
    }
    world.progress(names.length, names.length, '');
    const left: string[] = [];
    if (files.length > 0) {
      await withRegister(given, world, 'add', 'make', async (register) => {
        for (const file of files) left.push(...(await enter(register, file, adding)));
      });
    }
    for (const sentence of left.slice(1)) world.note(sentence);
    await addAddresses(given.words.filter(isWebAddress), adding);
    if (left[0] !== undefined) throw new Refused(left[0]);
    if (!given.has('json')) world.note('unforgotten review lists what waits.');
  },
};
