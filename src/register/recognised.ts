import type { Person, Recognition } from '../people/person.ts';
import type { Day } from '../time/day.ts';
import type { Span } from '../time/edtf.ts';
import { spanOf } from '../time/edtf.ts';
import { canonicalOrganisation } from './organisations.ts';
import type { Answer } from './standing.ts';

/** Whether an organisation recognised a person on or before a day, and had not withdrawn it by then. */
export function recognisedOn(person: Person, by: string, day: Day): Answer {
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

/** The days within which an organisation recognised a person or withdrew it: what `recognisedOn` compares a day with. */
export function recognitionSpans(person: Person, by: string): Span[] {
  const name = canonicalOrganisation(by);
  return person.recognitions.flatMap(({ by: other, date }) => {
    const span = canonicalOrganisation(other) === name ? spanOf(date) : null;
    return span ? [span] : [];
  });
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
