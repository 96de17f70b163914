import type { Day } from '../time/day.ts';
import { dayFromNumber, dayNumber } from '../time/day.ts';
import type { Span } from '../time/edtf.ts';
import { EARLIEST, LATEST } from '../time/edtf.ts';
import type { Answer } from './standing.ts';

/**
 * What is so of a person on every day: from each of these days on, until the next of them, the answer stays the same.
 * The first begins with time; no two that follow each other are alike.
 *
 * @example
 * [{ from: '0000-01-01', answer: 'no' }, { from: '2020-09-07', answer: 'yes' }, { from: '2025-12-13', answer: 'no' }]
 */
export type Timeline = readonly { readonly from: Day; readonly answer: Answer }[];

/**
 * The timeline of an answer that depends on nothing but where a day lies before, in or after some spans.
 *
 * @param spans all that the answer is compared with.
 * @param answerOn what is so on a day.
 */
export function timelineOf(spans: readonly Span[], answerOn: (day: Day) => Answer): Timeline {
  const turns = new Set([dayNumber(EARLIEST)]);
  // A comparison with an end of a span changes on that day or on the next.
  for (const day of spans.flatMap(({ from, to }) => [from, to])) {
    const number = dayNumber(day);
    turns.add(number);
    if (day < LATEST) turns.add(number + 1);
  }
  const timeline: { from: Day; answer: Answer }[] = [];
  for (const turn of [...turns].sort((a, b) => a - b)) {
    const from = dayFromNumber(turn);
    const answer = answerOn(from);
    if (timeline.at(-1)?.answer !== answer) timeline.push({ from, answer });
  }
  return timeline;
}

/** The answer that a timeline gives for a day. */
export function answerIn(timeline: Timeline, day: Day): Answer {
  return timeline.findLast(({ from }) => from <= day)?.answer ?? 'no';
}
