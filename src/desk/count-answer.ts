import { bridge } from '../register/bridge.ts';
import { count } from '../register/count.ts';
import { figuresAround } from '../register/figures.ts';
import type { Bridge, Count, Question, SourceFigure } from '../register/question.ts';
import type { RegisterState } from '../register/state.ts';
import type { Clock } from '../time/clock.ts';
import { dayOf } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import type { DeskRegister } from './register.ts';

/** The register's answer to a question with what sources said around that day. */
export interface Answer {
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

/**
 * Asks the register.
 *
 * @param known the day of knowledge; absent for everything entered until now.
 */
export function answerTo(register: DeskRegister, question: Question, known: Day | undefined, clock: Clock): Answered {
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
