import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareNames } from '../names/compare.ts';
import type { RegisterState } from '../register/state.ts';
import { blackener, mentions } from '../store/blackout.ts';
import type { Given } from './command.ts';
import { folderOf, withRegister } from './register.ts';
import type { World } from './world.ts';

/** The names of people whom nobody outside may be told of, person by person. */
export type Withheld = readonly (readonly string[])[];

/** The people who are withheld, and those whom somebody has decided to withhold or remove and a second has yet to. */
export function withheldIn(state: RegisterState): Withheld {
  const proposed = new Set(
    state.proposals.flatMap(({ decision }) =>
      decision.decision === 'withhold' || decision.decision === 'remove' ? [decision.person] : [],
    ),
  );
  return [...state.persons.values()]
    .filter(({ id, withheld }) => withheld || proposed.has(id))
    .map(({ names }) => names.map(({ text }) => text));
}

/**
 * The same of the register that a command was given, or of the usual one: nobody where there is no register yet.
 *
 * @throws Refused where there is one that cannot be read.
 */
export async function withheldGiven(given: Given, world: World): Promise<Withheld> {
  if (!world.env.DATABASE_URL && !existsSync(join(folderOf(given, world), 'register.sqlite'))) return [];
  return withRegister(given, world, 'read', 'read', async (register) => withheldIn(register.state()));
}

/** True where a story names one of them, in whatever script: what it says around the name tells who it is. */
export function namesOne(text: string, named: readonly string[], withheld: Withheld): boolean {
  return withheld.some(
    (names) =>
      mentions(text, names) ||
      named.some((one) => names.some((name) => compareNames(one, name).verdict !== 'different')),
  );
}

/**
 * Takes every word of their names out of a text, letter for letter, also where it may be somebody else's.
 *
 * @param lone words that may be a name by themselves, in whatever script.
 */
export function without(withheld: Withheld, lone: readonly string[]): (text: string) => string {
  const blacken = withheld.map((names) => {
    const theirs = lone.filter((word) => names.some((name) => compareNames(word, name).verdict !== 'different'));
    return blackener([...names, ...theirs], []);
  });
  return (text) => blacken.reduce((rest, next) => next(rest), text);
}
