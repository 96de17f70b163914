import type { Day } from './day.ts';

/**
 * The only door to the present moment. Everything that needs to know what time it is takes a clock as its last
 * argument, so that tests and samples can state the time they happen in.
 *
 * @example
 * const clock: Clock = { now: () => '2025-12-15T09:30:00Z' };
 */
export interface Clock {
  /** The present moment as an instant in UTC, to the second: `2025-12-15T09:30:00Z`. */
  now(): Instant;
}

/**
 * A moment in UTC, to the second.
 *
 * @example
 * '2025-12-15T09:30:00Z'
 */
export type Instant = string;

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => `${new Date().toISOString().slice(0, 19)}Z`,
};

/** The day, in UTC, on which an instant lies. */
export function dayOf(instant: Instant): Day {
  return instant.slice(0, 10);
}
