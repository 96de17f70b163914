import type { Person, PersonId, Recognition } from '../people/person.ts';
import { dayOf } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import type { Span } from '../time/edtf.ts';
import { spanOf } from '../time/edtf.ts';
import type { Told } from './events.ts';
import { canonicalOrganisation } from './organisations.ts';
import type { Count, Counted, Question } from './question.ts';
import type { Answer, Life, Standing } from './standing.ts';
import { lifeOf, standingIn } from './standing.ts';
import type { RegisterState } from './state.ts';

/**
 * Counts who was held on a day: certain where everything asked about is so by every reading of the claims, possible
 * where nothing is certainly not so. Withheld persons are counted and not listed; the lists keep the register's order.
 */
export function count(state: RegisterState, question: Question): Count {
  const certain: Person[] = [];
  const possible: Person[] = [];
  for (const person of state.persons.values()) {
    const answers = [
      recognisedOn(person, question.by, question.heldOn),
      sexAnswer(person, question.of),
      standingOf(state, person.id, question.heldOn).held,
    ];
    if (answers.every((answer) => answer === 'yes')) certain.push(person);
    else if (!answers.includes('no')) possible.push(person);
  }
  return { question, certain: counted(certain), possible: counted(possible) };
}

/** The standing of a person on a day, by the accepted claims about them. Nobody the register knows is held nowhere. */
export function standingOf(state: RegisterState, person: PersonId, day: Day): Standing {
  const lives = LIVES.get(state) ?? new Map<PersonId, Life>();
  LIVES.set(state, lives);
  const life = lives.get(person) ?? lifeOf(toldOf(state, person));
  lives.set(person, life);
  return standingIn(life, day);
}

// A state never changes, so what its claims add up to is read once for all the days that are asked about.
const LIVES = new WeakMap<RegisterState, Map<PersonId, Life>>();

/** Whether an organisation recognised a person on or before a day, and had not withdrawn it by then. */
export function recognisedOn(person: Person, by: string | undefined, day: Day): Answer {
  if (by === undefined) return 'yes';
  const name = canonicalOrganisation(by);
  const steps = narrowest(person.recognitions.filter((one) => canonicalOrganisation(one.by) === name));
  const answers = new Set<Answer>();
  if (steps.every(({ span }) => span.to > day)) answers.add('no');
  for (const step of steps) {
    if (step.span.from > day) continue;
    const latest = step.span.to < day ? step.span.to : day;
    // A withdrawal on the day of a recognition comes after it.
    const fits = steps.every(
      ({ span, withdrawn }) =>
        span.to > day || (withdrawn && !step.withdrawn ? span.from < latest : span.from <= latest),
    );
    if (fits) answers.add(step.withdrawn ? 'no' : 'yes');
  }
  const [only] = answers;
  return answers.size === 1 && only !== undefined ? only : 'cannot tell';
}

function toldOf(state: RegisterState, id: PersonId): Told[] {
  return (state.persons.get(id)?.claims ?? []).flatMap((number) => {
    const filed = state.claims.get(number);
    const report = filed && state.reports.get(filed.report);
    // A claim whose speaker the person is says nothing of what happened to them.
    const isAbout = filed?.mentions.some(
      ({ name, person, verdict }) => person === id && verdict === 'same' && filed.claim.persons?.includes(name),
    );
    return filed && report && isAbout
      ? [{ number, claim: filed.claim, by: report.report.published ?? dayOf(report.entered) }]
      : [];
  });
}

function sexAnswer(person: Person, of: Question['of']): Answer {
  if (of === undefined) return 'yes';
  if (person.sex === undefined) return 'cannot tell';
  return person.sex === (of === 'women' ? 'female' : 'male') ? 'yes' : 'no';
}

interface Step {
  readonly span: Span;
  readonly withdrawn: boolean;
}

// Recognitions of one organisation whose days overlap are one, told more or less exactly: the most exact counts.
function narrowest(recognitions: readonly Recognition[]): Step[] {
  const steps: Step[] = [];
  const spans = recognitions.flatMap(({ date, withdrawn }) => {
    const span = spanOf(date);
    return span ? [{ span, withdrawn }] : [];
  });
  for (const step of spans) {
    const wider = spans.some(
      (other) =>
        other !== step &&
        other.withdrawn === step.withdrawn &&
        within(other.span, step.span) &&
        !within(step.span, other.span),
    );
    if (!wider) steps.push(step);
  }
  return steps;
}

function within(inner: Span, outer: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

function counted(persons: readonly Person[]): Counted {
  const shown = persons.filter(({ withheld }) => !withheld);
  return { number: persons.length, persons: shown.map(({ id }) => id), withheld: persons.length - shown.length };
}
