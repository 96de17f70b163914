import type { Day } from '../time/day.ts';
import type { LifeEvent, TermEnd, Told } from './events.ts';
import { eventsOf, firstDay, isEnd, LIFE_KINDS, lastDay, termEndsOf } from './events.ts';

/**
 * What is known of a person on a day. Doubt is an answer (law 4).
 *
 * @example
 * 'cannot tell'
 */
export type Answer = 'yes' | 'no' | 'cannot tell';

/**
 * A person's standing on a day, with the claims that decide it.
 *
 * @example
 * { held: 'yes', dead: 'no', because: [13], termEnds: { on: { from: '2031-09-07', … }, computed: '2020-09-07 + 132 months', … } }
 */
export interface Standing {
  readonly held: Answer;
  readonly dead: Answer;
  /** Numbers of the claims on which the answer depends, ascending: of every event that may have been the last. */
  readonly because: readonly number[];
  /** When the term that this time in custody would last by the sentence ends: computed, where held is not `no`. */
  readonly termEnds?: TermEnd;
}

/**
 * Whether a person was held on a day, by the accepted claims about that person.
 *
 * A reading gives every event one of its days. In a reading the last event on or before the day decides: a detention,
 * a sentence to a term or a transfer means held, a release or a pardon free; so a person is held on the day of the
 * detention and free on the day of the release. On one day events happen in the order of `LIFE_KINDS`. Who has died is
 * not held. A term that ran out after the last event leaves it open. Before the first event a person was free where a
 * detention may have been the first; where only a later stage is told of, nobody says since when. The answer is the
 * one that every reading gives, or `cannot tell`. Without any event it is `no`, unless a charge or a sentence of
 * unstated length is told of.
 */
export function standingOn(claims: readonly Told[], day: Day): Standing {
  return standingIn(lifeOf(claims), day);
}

/**
 * What claims about one person add up to, whatever the day asked about.
 *
 * @example
 * const life = lifeOf(claims);
 * days.map((day) => standingIn(life, day).held)
 */
export interface Life {
  /** Everything but the death. */
  readonly events: readonly LifeEvent[];
  readonly death: LifeEvent | undefined;
  readonly ends: readonly TermEnd[];
  /** Claims that tell of something without saying whether anybody was taken into custody by it. */
  readonly vague: readonly number[];
}

/** Reads the claims about a person once, to ask about many days. */
export function lifeOf(claims: readonly Told[]): Life {
  const all = eventsOf(claims);
  const events = all.filter(({ kind }) => kind !== 'died');
  const vague = claims.filter(
    ({ claim }) => isVague(claim.kind) && claim.hypothetical !== true && claim.inAbsentia !== true,
  );
  return {
    events,
    death: all.find(({ kind }) => kind === 'died'),
    ends: termEndsOf(events),
    vague: vague.map(({ number }) => number),
  };
}

/** What `standingOn` answers, of claims that were read before. */
export function standingIn(life: Life, day: Day): Standing {
  const { death, ends } = life;
  const dead = death ? answerOf(new Set(deathOn(death, day))) : 'no';
  const deciding = dead === 'yes' ? [] : outcomesOn(life, day);
  if (death && dead !== 'no') deciding.push({ held: 'no', claims: death.claims });
  const held = answerOf(new Set(deciding.map((outcome) => outcome.held)));
  const because = [...new Set(deciding.flatMap((outcome) => outcome.claims))].sort((a, b) => a - b);
  const termEnds =
    held === 'no' ? undefined : ends.findLast(({ claims: told }) => told.some((n) => because.includes(n)));
  return { held, dead, because, ...(termEnds && { termEnds }) };
}

interface Outcome {
  readonly held: Answer;
  readonly claims: readonly number[];
}

// Every answer that some reading gives, with the claims of the event that gives it. A reading need not be made to know
// whether it exists: an event can be the last on or before the day if, on the latest such day it may have, every other
// event fits before it or after the day.
function outcomesOn(life: Life, day: Day): Outcome[] {
  const { events, ends } = life;
  const outcomes: Outcome[] = [];
  if (events.every((event) => lastDay(event) > day)) outcomes.push(beforeAll(life));
  for (const event of events) {
    const latest = latestDay(event, day);
    if (latest === null || !canBeLast(event, latest, events, day)) continue;
    if (isEnd(event)) {
      outcomes.push({ held: 'no', claims: event.claims });
      continue;
    }
    if (ends.every(({ on }) => on.to > day || on.from < latest)) outcomes.push({ held: 'yes', claims: event.claims });
    for (const end of ends) {
      if (end.on.from > day) continue;
      const until = latestDay(event, end.on.to < day ? end.on.to : day);
      if (until === null || !canBeLast(event, until, events, day)) continue;
      outcomes.push({ held: 'cannot tell', claims: [...event.claims, ...end.claims] });
    }
  }
  return outcomes;
}

function beforeAll({ events, death, vague }: Life): Outcome {
  const all = death ? [...events, death] : events;
  const first = all.find(
    (event) => event.kind === 'detained' && all.every((other) => firstDay(event) <= lastDay(other)),
  );
  if (first) return { held: 'no', claims: first.claims };
  if (all.length === 0) return { held: vague.length > 0 ? 'cannot tell' : 'no', claims: vague };
  return { held: 'cannot tell', claims: all.flatMap((event) => event.claims) };
}

function isVague(kind: string): boolean {
  return kind === 'charged' || kind === 'sentenced';
}

function canBeLast(event: LifeEvent, on: Day, events: readonly LifeEvent[], day: Day): boolean {
  return events.every((other) => {
    if (other === event || lastDay(other) > day) return true;
    return rank(other) <= rank(event) ? firstDay(other) <= on : firstDay(other) < on;
  });
}

function rank({ kind }: LifeEvent): number {
  return LIFE_KINDS.indexOf(kind);
}

// The latest day on or before a day that an event may have happened on, or null.
function latestDay({ days }: LifeEvent, until: Day): Day | null {
  const span = days.findLast(({ from }) => from <= until);
  return span ? (span.to < until ? span.to : until) : null;
}

function deathOn(death: LifeEvent, day: Day): Answer[] {
  const answers: Answer[] = [];
  if (firstDay(death) <= day) answers.push('yes');
  if (lastDay(death) > day) answers.push('no');
  return answers;
}

function answerOf(answers: ReadonlySet<Answer>): Answer {
  const [only] = answers;
  return answers.size === 1 && only !== undefined ? only : 'cannot tell';
}
