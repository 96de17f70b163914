import { buildNameIndex } from '../names/filed.ts';
import { searchNames } from '../names/search.ts';
import { ownName } from '../people/display.ts';
import { Refused } from '../text/refusal.ts';
import type { Command } from './command.ts';
import { REGISTER } from './command.ts';
import { withRegister } from './register.ts';

export const findCommand: Command = {
  name: 'find',
  help: `Usage: unforgotten find NAME [--register DIR] [--json]

Lists the persons whose names come near, best first, with the score (0 to 1) and the reason.

Example: unforgotten find "Мария Колесникова"`,
  options: REGISTER,

  async run(given, world) {
    const name = given.words.join(' ').trim();
    if (name === '') throw new Refused('Give a name to look for: unforgotten find NAME.');
    await withRegister(given, world, 'find', 'read', async (register) => {
      const state = register.state();
      const shown = [...state.persons.values()].filter(({ withheld }) => !withheld);
      const index = buildNameIndex(shown.map(({ id, names }) => ({ id, names: names.map(({ text }) => text) })));
      const found = searchNames(index, name).flatMap((hit) => {
        const person = state.persons.get(hit.id);
        return person ? [{ ...hit, own: ownName(person), names: person.names.map(({ text }) => text) }] : [];
      });
      if (given.has('json')) {
        world.print(JSON.stringify(found));
        return;
      }
      if (found.length === 0) world.print(`Nobody in the register has a name like ${name}.`);
      for (const { id, own, score, names, reasons } of found) {
        const others = names.filter((other) => other !== own);
        world.print(`${score.toFixed(2)}  ${own}  (${id})`);
        if (others.length > 0) world.print(`      also written ${others.join(', ')}`);
        for (const reason of reasons) world.print(`      ${reason}`);
      }
    });
  },
};
