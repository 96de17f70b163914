import type { Person, PersonId } from '../people/person.ts';
import { dayOf } from '../time/clock.ts';
import type { Told } from './events.ts';
import type { Life } from './standing.ts';
import { lifeOf } from './standing.ts';
import type { RegisterState } from './state.ts';
import type { Timeline } from './timeline.ts';

/**
 * What is known of one person, to answer conditions from.
 *
 * @example
 * { person, told: [{ number: 3, claim: { kind: 'detained', … }, by: '2025-12-14' }], life: lifeOf(told) }
 */
export interface Known {
  readonly person: Person;
  readonly told: readonly Told[];
  readonly life: Life;
  /** When they were held, once somebody asked. */
  held?: Timeline;
}

// A person of a state is a new value in the next one where a claim about them or a decision on them has changed; what
// is known of all others is carried along. One map a line of states, as a weak one of every person is slow to collect.
const READ = new WeakMap<RegisterState, Map<PersonId, Known>>();

/** What a state says of one of its persons, read once. */
export function knownOf(state: RegisterState, person: Person): Known {
  const read = READ.get(state) ?? new Map<PersonId, Known>();
  READ.set(state, read);
  const before = read.get(person.id);
  if (before?.person === person) return before;
  const told = toldOf(state, person);
  const known = { person, told, life: lifeOf(told) };
  read.set(person.id, known);
  return known;
}

/** Lets the next state go on from what was read of the one before it. */
export function carryOn(before: RegisterState, next: RegisterState): void {
  const read = READ.get(before);
  if (read) READ.set(next, read);
}

// A claim whose speaker the person is says nothing of what happened to them.
function toldOf(state: RegisterState, { id, claims }: Person): Told[] {
  return claims.flatMap((number) => {
    const filed = state.claims.get(number);
    const report = filed && state.reports.get(filed.report);
    const isAbout = filed?.mentions.some(
      ({ name, person, verdict }) => person === id && verdict === 'same' && filed.claim.persons?.includes(name),
    );
    return filed && report && isAbout
      ? [{ number, claim: filed.claim, by: report.report.published ?? dayOf(report.entered) }]
      : [];
  });
}
