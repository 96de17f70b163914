import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Person, PersonId } from '../people/person.ts';
import type { RegisterState } from '../register/state.ts';
import type { StoryFile } from '../site/edition.ts';
import { readStories } from '../site/effects.ts';
import type { OpenRegister } from '../store/open.ts';
import { defaultFolder, openRegister } from '../store/open.ts';
import { Refused } from '../text/refusal.ts';
import { dayOf } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import { isDay } from '../time/day.ts';
import type { Given } from './command.ts';
import type { World } from './world.ts';

/** The folder of the register that a command was given, or the usual one. */
export function folderOf(given: Given, world: World): string {
  return resolve(given.value('register') ?? defaultFolder(world.env, process.platform));
}

/**
 * Opens the register, does the work, and closes it whatever happens.
 *
 * @param mode `make` writes, and makes the register where there is none; `write` wants one that is there.
 */
export async function withRegister<T>(
  given: Given,
  world: World,
  command: string,
  mode: 'read' | 'write' | 'make',
  work: (register: OpenRegister) => Promise<T>,
): Promise<T> {
  const databaseUrl = world.env.DATABASE_URL;
  const where = {
    folder: folderOf(given, world),
    command,
    ...(databaseUrl && { databaseUrl }),
  };
  // A mistyped folder must not become an empty register.
  if (mode === 'write') await (await openRegister({ ...where, mode: 'read' }, world)).close();
  const register = await openRegister({ ...where, mode: mode === 'read' ? 'read' : 'write' }, world);
  try {
    return await work(register);
  } finally {
    await register.close();
  }
}

/** The stories that lie in a register's folder; none where nobody has put any there. */
export async function storiesOf(folder: string): Promise<readonly StoryFile[]> {
  const stories = join(folder, 'stories');
  return existsSync(stories) ? readStories(stories) : [];
}

/** A day given by an option. Throws `Refused` where it is none, or has not come yet. */
export function dayGiven(given: Given, name: string, world: World): Day | undefined {
  const day = given.value(name);
  if (day === undefined) return undefined;
  if (!isDay(day)) {
    throw new Refused(`--${name} ${day} is no day of the calendar: write the year, month and day as in 2025-12-20.`);
  }
  const today = dayOf(world.clock.now());
  if (day > today) throw new Refused(`--${name} ${day} has not come yet: ask about a day up to ${today}.`);
  return day;
}

/** The number of a claim or report, as it was typed. */
export function numberGiven(word: string | undefined, what: string): number {
  if (word === undefined) throw new Refused(`Name a ${what} by its number: unforgotten review lists them.`);
  if (!/^\d+$/.test(word)) throw new Refused(`${word} is no number of a ${what}: unforgotten review lists them.`);
  return Number(word);
}

/** The person that an id, the beginning of one, or a name stands for, where it stands for exactly one. */
export function personGiven(state: RegisterState, word: string | undefined): Person {
  if (word === undefined || word === '') throw new Refused('Name a person: by id, or by a name as it is written.');
  const persons = [...state.persons.values()];
  const byId = persons.filter(({ id }) => id.startsWith(word as PersonId));
  const found = byId.length > 0 ? byId : persons.filter(({ names }) => names.some(({ text }) => text === word));
  const [person, ...others] = found;
  if (!person) throw new Refused(`Nobody in the register is ${word}: unforgotten find "${word}" shows who comes near.`);
  if (others.length > 0) {
    throw new Refused(
      `${word} may be ${found.length} persons (${found.map(({ id }) => id).join(', ')}): name one by id.`,
    );
  }
  return person;
}
