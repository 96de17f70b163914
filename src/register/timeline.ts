import type { Day } from '../time/day.ts';
import { addDays } from '../time/day.ts';
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
  const turns = new Set<Day>([EARLIEST]);
  // A comparison with an end of a span changes on that day or on the next.
  for (const { from, to } of spans) {
    for (const day of from === to ? [from] : [from, to]) {
      turns.add(day);
      if (day < LATEST) turns.add(addDays(day, 1));
    }
  }
  const timeline: { from: Day; answer: Answer }[] = [];
  for (const from of [...turns].sort()) {
    const answer = answerOn(from);
    if (timeline.at(-1)?.answer !== answer) timeline.push({ from, answer });
  }
  return timeline;
}

/** The timeline of an answer that follows from the answers of others on the same day. */
export function joined(timelines: readonly Timeline[], answerOf: (answers: readonly Answer[]) => Answer): Timeline {
  const turns = [...new Set(timelines.flatMap((timeline) => timeline.map(({ from }) => from)))].sort();
  const places = timelines.map(() => 0);
  const timeline: { from: Day; answer: Answer }[] = [];
  for (const from of turns) {
    const answers = timelines.map((one, i) => {
      while ((one[(places[i] ?? 0) + 1]?.from ?? LATEST) <= from) places[i] = (places[i] ?? 0) + 1;
      return one[places[i] ?? 0]?.answer ?? 'no';
    });
    const answer = answerOf(answers);
    if (timeline.at(-1)?.answer !== answer) timeline.push({ from, answer });
  }
  return timeline;
}
