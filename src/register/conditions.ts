import type { Claim } from '../claims/claim.ts';
import type { Person } from '../people/person.ts';
import type { Day } from '../time/day.ts';
import { addMonths } from '../time/day.ts';
import type { Span } from '../time/edtf.ts';
import { EARLIEST, LATEST, spanOf } from '../time/edtf.ts';

import type { Told } from './events.ts';
import type { Known } from './known.ts';
import type { Condition } from './question.ts';
import { recognisedOn, recognitionSpans } from './recognised.ts';
import type { Answer, Life } from './standing.ts';
import { standingIn } from './standing.ts';
import type { Timeline } from './timeline.ts';
import { timelineOf } from './timeline.ts';

/**
 * A condition that does not follow from others.
 *
 * @example
 * const plain: PlainCondition = { occupation: 'journalist' };
 */
export type PlainCondition = Exclude<
  Condition,
  { all: readonly Condition[] } | { any: readonly Condition[] } | { not: Condition }
>;

/** What is so of a person on every day, as far as is known. */
export function timelineFor(condition: PlainCondition, known: Known): Timeline {
  const { person, told } = known;
  if ('held' in condition) {
    known.held ??= heldTimeline(known.life);
    return known.held;
  }
  if ('recognisedBy' in condition) {
    const by = condition.recognisedBy;
    const spans = recognitionSpans(person, by);
    return spans.length === 0 ? ALWAYS.no : timelineOf(spans, (day) => recognisedOn(person, by, day));
  }
  if ('sex' in condition) return ALWAYS[stated(person.sex, condition.sex)];
  if ('occupation' in condition) return ALWAYS[stated(person.occupation, condition.occupation)];
  if ('region' in condition) return ALWAYS[stated(person.region, condition.region)];
  if ('charge' in condition) return ALWAYS[charged(told, condition.charge)];
  if ('place' in condition) return placeTimeline(told, condition.place);
  return ageTimeline(person, condition.age);
}

function heldTimeline(life: Life): Timeline {
  return timelineOf(spansOfLife(life), (day) => standingIn(life, day).held);
}

const ALWAYS: Readonly<Record<Answer, Timeline>> = {
  yes: [{ from: EARLIEST, answer: 'yes' }],
  no: [{ from: EARLIEST, answer: 'no' }],
  'cannot tell': [{ from: EARLIEST, answer: 'cannot tell' }],
};

function stated(value: string | undefined, asked: string): Answer {
  if (value === undefined) return 'cannot tell';
  return fold(value) === fold(asked) ? 'yes' : 'no';
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replaceAll(/\s+/g, ' ');
}

function spansOfLife({ events, death, ends }: Life): Span[] {
  return [...(death ? [...events, death] : events).flatMap(({ days }) => days), ...ends.map(({ on }) => on)];
}

// Where no claim says what somebody was charged with, nothing is known of it; where one does, it is what was stated.
function charged(told: readonly Told[], asked: string): Answer {
  const charges = told.flatMap(({ claim }) => (claim.hypothetical === true ? [] : (claim.charges ?? [])));
  if (charges.length === 0) return 'cannot tell';
  const words = wordsOf(asked);
  return charges.some((charge) => containsRun(wordsOf(charge), words)) ? 'yes' : 'no';
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}](?:[\p{L}\p{N}.\-’']*[\p{L}\p{N}])?/gu) ?? [];
}

function containsRun(words: readonly string[], run: readonly string[]): boolean {
  return run.length > 0 && words.some((_, at) => run.every((word, i) => words[at + i] === word));
}

interface Placed {
  readonly place: string;
  readonly span: Span;
}

// Where claims put somebody on a day: at the places of those claims that may be the latest by then.
function placeTimeline(told: readonly Told[], asked: string): Timeline {
  const placed = told.flatMap(({ claim, by }): Placed[] => {
    const span = placeSpan(claim, by);
    return span && claim.place !== undefined ? [{ place: fold(claim.place), span }] : [];
  });
  const wanted = fold(asked);
  const spans = placed.map(({ span }) => span);
  return timelineOf(spans, (day) => {
    const begun = placed.filter(({ span }) => span.from <= day);
    const latest = begun.filter(
      ({ span }) => !begun.some((other) => other.span.to <= day && other.span.from > span.to),
    );
    const answers = new Set(latest.map(({ place }) => place === wanted));
    if (answers.size !== 1) return 'cannot tell';
    return answers.has(true) ? 'yes' : 'no';
  });
}

const PLACING: ReadonlySet<string> = new Set<Claim['kind']>(['detained', 'sentenced', 'transferred']);

function placeSpan(claim: Claim, by: Day): Span | null {
  if (!PLACING.has(claim.kind) || claim.place === undefined || claim.hypothetical === true || claim.inAbsentia === true)
    return null;
  const span = claim.date === undefined ? null : spanOf(claim.date);
  return span ?? { from: by, to: by };
}

function ageTimeline({ born }: Person, { from = 0, to }: { from?: number; to?: number }): Timeline {
  const birth = born === undefined ? null : spanOf(born);
  if (!birth) return ALWAYS['cannot tell'];
  const reached: Span = { from: birthday(birth.from, from), to: birthday(birth.to, from) };
  const past: Span | null =
    to === undefined ? null : { from: birthday(birth.from, to + 1), to: birthday(birth.to, to + 1) };
  return timelineOf(past ? [reached, past] : [reached], (day) => {
    if (day < reached.from || (past && day >= past.to)) return 'no';
    return day >= reached.to && (!past || day < past.from) ? 'yes' : 'cannot tell';
  });
}

// Born on 29 February, one is a year older on 1 March of a year without that day only by law; the last of February
// is what the calendar of this program gives.
function birthday(born: Day, years: number): Day {
  const day = addMonths(born, years * 12);
  return day > LATEST || day.length > LATEST.length ? LATEST : day;
}
