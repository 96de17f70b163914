import type { Day } from '../time/day.ts';
import { addDays } from '../time/day.ts';
import type { Span } from '../time/edtf.ts';
import type { LifeKind, Told } from './events.ts';
import { eventsOf, LIFE_KINDS, termEndsOf } from './events.ts';
import type { Answer } from './standing.ts';

/** Every reading made one by one, over a few days: the definition, against which the quick answer is held. */
export function byEveryReading(claims: readonly Told[], day: Day): { held: Answer; dead: Answer } {
  const events = eventsOf(claims).map(({ kind, days }) => ({ kind: kind as LifeKind | 'end', days }));
  const lives = eventsOf(claims).filter(({ kind }) => kind !== 'died');
  const all = [...events, ...termEndsOf(lives).map(({ on }) => ({ kind: 'end' as const, days: [on] }))];
  const order = [...LIFE_KINDS.slice(0, 5), 'end', 'died'];
  const readings = product(all.map(({ kind, days }) => days.flatMap(each).map((on) => ({ kind, on })))).map((reading) =>
    reading.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : order.indexOf(a.kind) - order.indexOf(b.kind))),
  );
  const detentionFirst = readings.some((reading) => reading.find(({ kind }) => kind !== 'end')?.kind === 'detained');
  const vague = claims.some(({ claim }) => claim.kind === 'charged' || claim.kind === 'sentenced');
  const before = events.length === 0 ? (vague ? 'cannot tell' : 'no') : detentionFirst ? 'no' : 'cannot tell';
  const outcomes = readings.map((reading) => {
    let [held, dead]: Answer[] = [before, 'no'];
    for (const { kind, on } of reading) {
      if (on > day) continue;
      if (kind === 'died') dead = 'yes';
      else if (kind === 'end') held = held === 'yes' ? 'cannot tell' : held;
      else held = kind === 'released' || kind === 'pardoned' ? 'no' : 'yes';
    }
    return { held: dead === 'yes' ? 'no' : held, dead };
  });
  const single = (answers: readonly (Answer | undefined)[]): Answer =>
    new Set(answers).size === 1 ? (answers[0] ?? 'cannot tell') : 'cannot tell';
  return { held: single(outcomes.map(({ held }) => held)), dead: single(outcomes.map(({ dead }) => dead)) };
}

function each({ from, to }: Span): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function product<T>(choices: readonly (readonly T[])[]): T[][] {
  return choices.reduce<T[][]>((made, next) => made.flatMap((one) => next.map((choice) => [...one, choice])), [[]]);
}
