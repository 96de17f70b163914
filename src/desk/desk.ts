import type { Clock } from '../time/clock.ts';
import type { DeskRegister } from './register.ts';
import type { DeskWords } from './words.ts';

/** What every screen is made from. */
export interface Desk {
  readonly register: DeskRegister;
  readonly words: DeskWords;
  readonly clock: Clock;
}

/** Who looks at a screen, as far as their browser has told. */
export interface Visitor {
  /** The name they decide under; absent until they have given one. */
  readonly name: string | undefined;
  /** What came of their last decision, told once. */
  readonly notice: string | undefined;
  /** The address they look at, to come back to. */
  readonly at: string;
}

/** What was written into a form that could not be taken: it is shown again with the reason why. */
export interface Draft {
  readonly fields: URLSearchParams;
  /** One sentence. */
  readonly trouble: string;
}
