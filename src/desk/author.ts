import { isSameAuthor } from '../register/second.ts';
import { Refused } from '../text/refusal.ts';
import type { DeskRegister } from './register.ts';

const LONGEST_NAME = 60;

/**
 * A name as it is entered with decisions. Where somebody already decides under the same name but for capitals or
 * spaces, theirs is taken, so that no one becomes a second person by writing their name differently.
 *
 * @throws Refused where it is no name.
 */
export function authorFrom(given: string, register: DeskRegister): string {
  const name = given.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name === '') throw new Refused('Your name is missing: write the name under which you decide.');
  if (!/\p{L}/u.test(name) || /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(name)) {
    throw new Refused('Your name has no letter, or characters that cannot be seen: write it in plain letters.');
  }
  if (name.length > LONGEST_NAME) {
    throw new Refused(`Your name has ${name.length} characters: write one of at most ${LONGEST_NAME}.`);
  }
  const known = register.entries().find((entry) => entry.kind === 'decision' && isSameAuthor(entry.author, name));
  return known?.author ?? name;
}
