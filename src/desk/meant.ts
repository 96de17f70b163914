import type { Candidate } from '../people/candidates.ts';
import { candidatesFor } from '../people/candidates.ts';
import type { Person, PersonId } from '../people/person.ts';
import { proposeLink } from '../people/resolve.ts';
import type { RegisterState } from '../register/state.ts';

/** Whom a name may mean, as the form that asks shows it. */
export interface Meant {
  /** What is chosen until somebody chooses otherwise. */
  readonly proposed: PersonId | 'new' | 'open';
  readonly candidates: readonly Candidate[];
  /** True where more than one person could be meant. */
  readonly namesakes: boolean;
}

/**
 * Whom a name may mean among the persons of the register, with a proposal where nobody could be confused with another.
 *
 * @param asPerson false for somebody who only speaks: nobody enters the register for having said something.
 */
export function meantBy(name: string, state: RegisterState, asPerson: boolean): Meant {
  const persons = personsOf(state);
  const candidates = candidatesFor(name, persons).filter(({ verdict }) => verdict !== 'different');
  const proposal = proposeLink(name, persons);
  const namesakes = candidates.some(({ namesake }) => namesake === true);
  if (proposal.verdict === 'same') return { proposed: proposal.person, candidates, namesakes };
  return { proposed: proposal.verdict === 'new' && asPerson ? 'new' : 'open', candidates, namesakes };
}

/** Persons whose names come near to one, best first. */
export function personsLike(
  name: string,
  state: RegisterState,
): readonly { readonly person: Person; readonly score: number; readonly reasons: readonly string[] }[] {
  return candidatesFor(name, personsOf(state)).flatMap(({ person: id, score, reasons }) => {
    const person = state.persons.get(id);
    return person ? [{ person, score, reasons }] : [];
  });
}

// Names are indexed once for one list of persons: every name on a screen has to ask the same list.
const lists = new WeakMap<RegisterState, readonly Person[]>();

function personsOf(state: RegisterState): readonly Person[] {
  const known = lists.get(state) ?? [...state.persons.values()];
  lists.set(state, known);
  return known;
}
