import type { PersonId } from '../people/person.ts';
import type { Day } from '../time/day.ts';
import type { Bits } from './bits.ts';
import { numbersIn, without } from './bits.ts';
import type { Census } from './census.ts';
import { censusOf } from './census.ts';
import { knownOf } from './known.ts';
import type { Condition, Count, Counted, Question } from './question.ts';
import type { Standing } from './standing.ts';
import { lifeOf, standingIn } from './standing.ts';
import type { RegisterState } from './state.ts';

/**
 * Counts who was held on a day: certain where everything asked about is so by every reading of the claims, possible
 * where nothing is certainly not so. Withheld persons are counted and not listed; the lists keep the register's order.
 */
export function count(state: RegisterState, question: Question): Count {
  const census = censusOf(state);
  const { certain, maybe } = census.graded(conditionOf(question), question.heldOn);
  return { question, certain: counted(census, certain), possible: counted(census, without(maybe, certain)) };
}

/** The numbers of a count alone, which take far less time than its persons. */
export function numbers(
  state: RegisterState,
  question: Question,
): { readonly certain: number; readonly possible: number } {
  return censusOf(state).numbers(conditionOf(question), question.heldOn);
}

/** The standing of a person on a day, by the accepted claims about them. Nobody the register knows is held nowhere. */
export function standingOf(state: RegisterState, person: PersonId, day: Day): Standing {
  const known = state.persons.get(person);
  return standingIn(known ? knownOf(state, known).life : NOTHING_TOLD, day);
}

const NOTHING_TOLD = lifeOf([]);

/** Everything that a question asks of a person on its day. */
function conditionOf({ of, by, where }: Question): Condition {
  return {
    all: [
      { held: true },
      ...(of === undefined ? [] : [{ sex: of === 'women' ? 'female' : 'male' } as const]),
      ...(by === undefined ? [] : [{ recognisedBy: by }]),
      ...(where === undefined ? [] : [where]),
    ],
  };
}

function counted(census: Census, bits: Bits): Counted {
  const persons = numbersIn(bits).flatMap((at) => census.person(at) ?? []);
  const shown = persons.filter(({ withheld }) => !withheld);
  return { number: persons.length, persons: shown.map(({ id }) => id), withheld: persons.length - shown.length };
}
