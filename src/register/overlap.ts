import type { Day } from '../time/day.ts';
import { dayNumber } from '../time/day.ts';
import type { Span } from '../time/edtf.ts';

/**
 * Something told with the days it may have happened on, and the number of the claim that tells it.
 *
 * @example
 * const dated: Dated = { number: 12, span: { from: '2025-12-13', to: '2025-12-13' } };
 */
export interface Dated {
  readonly number: number;
  readonly span: Span;
}

/**
 * One thing told several times, on the days that all the tellings share.
 *
 * @example
 * { span: { from: '2025-12-13', to: '2025-12-13' }, told: [{ number: 12, span: … }, { number: 40, span: … }] }
 */
export interface Together<T> {
  readonly span: Span;
  readonly told: readonly T[];
}

/**
 * Puts together what is told of the same thing: tellings that are `alike` and whose days overlap. Narrow spans come
 * first, so that a wide one confirms whichever narrower it covers, whatever the order they are given in.
 */
export function together<T extends Dated>(items: readonly T[], alike: (a: T, b: T) => boolean): Together<T>[] {
  const groups: { span: Span; told: [T, ...T[]] }[] = [];
  for (const item of items.toSorted(byWidth)) {
    const same = groups.filter((group) => alike(group.told[0], item) && overlap(group.span, item.span) !== null);
    if (same.length === 0) groups.push({ span: item.span, told: [item] });
    for (const group of same) {
      group.span = overlap(group.span, item.span) ?? group.span;
      group.told.push(item);
    }
  }
  return groups;
}

/** The days two spans share, or null where there are none. */
export function overlap(a: Span, b: Span): Span | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
}

/** How many days lie from one day to another. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

function byWidth(a: Dated, b: Dated): number {
  const wider = daysBetween(a.span.from, a.span.to) - daysBetween(b.span.from, b.span.to);
  return wider || (a.span.from < b.span.from ? -1 : a.span.from > b.span.from ? 1 : a.number - b.number);
}
