import { bridge } from '../register/bridge.ts';
import { count } from '../register/count.ts';
import { figuresAround } from '../register/figures.ts';
import type { Bridge, Count, Question, SourceFigure } from '../register/question.ts';
import type { RegisterState } from '../register/state.ts';
import { Refused } from '../text/refusal.ts';
import type { Clock } from '../time/clock.ts';
import { dayOf } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import type { Desk } from './desk.ts';
import type { DeskRegister } from './register.ts';

/** The register's answer to a question with what sources said around that day. */
interface Answer {
  readonly count: Count;
  readonly knownOn: Day;
  /** How many entries it was made from. */
  readonly size: number;
  /** The sources' own figures of the nearest days, before and after. */
  readonly figures: readonly SourceFigure[];
  readonly bridges: readonly Bridge[];
}

/** An answer, and the state that tells who the persons in it are. */
export interface Answered extends Answer {
  readonly state: RegisterState;
}

/** A question with the day of knowledge. */
export interface Asked {
  readonly question: Question;
  /** Absent for everything entered until now. */
  readonly known: Day | undefined;
}

/** The question in an address whose parts have been checked. Throws `Refused` for a day that has not come yet. */
export function questionIn(
  {
    on,
    known,
    of,
    by,
  }: { readonly on: Day; readonly known?: Day; readonly of?: 'women' | 'men'; readonly by?: string },
  { clock, words }: Desk,
): Asked {
  const today = dayOf(clock.now());
  const late = [on, known ?? on].find((day) => day > today);
  if (late !== undefined) throw new Refused(words.say('trouble.future-day', { day: late, today }));
  return { question: { heldOn: on, ...(of && { of }), ...(by && { by }) }, known };
}

/** Asks the register. */
export function answerTo(register: DeskRegister, { question, known }: Asked, clock: Clock): Answered {
  const state = known === undefined ? register.state() : register.stateKnownOn(known);
  const around = figuresAround(state, question.heldOn);
  return {
    state,
    count: count(state, question),
    knownOn: known ?? dayOf(clock.now()),
    size: state.size,
    figures: around
      .flatMap(({ before, after }) => [before, after === before ? null : after])
      .filter((one) => one !== null),
    bridges: around.flatMap(({ before, after }) =>
      before && after && before !== after ? [bridge(state, before, after)] : [],
    ),
  };
}
