import type { Day } from './day.ts';
import { dayFromParts, daysInMonth, isDay } from './day.ts';

/**
 * A date as far as it is known, in the Extended Date/Time Format (ISO 8601-2): levels 0 and 1 without times.
 *
 * @example
 * '2021-09'  '2025-11-30'  '2020-08/2020-12'  '2025-09/..'  '2021~'  '2021-XX-XX'  '202X'  '2021-22'
 */
export type Edtf = string;

/**
 * The days a date may mean: every one from `from` to `to`, both included.
 * An open beginning or end is the earliest or latest day there is: `0000-01-01` or `9999-12-31`.
 *
 * @example
 * spanOf('2021-09') // { from: '2021-09-01', to: '2021-09-30' }
 */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The day an open beginning stands for. */
export const EARLIEST: Day = '0000-01-01';
/** The day an open end stands for. */
export const LATEST: Day = '9999-12-31';

// Seasons of ISO 8601-2 (21 spring … 24 winter) as whole months of the northern year; winter begins in December
// of its year, as the news uses "the winter of 2021".
const SEASONS: Record<string, [number, number]> = { '21': [3, 5], '22': [6, 8], '23': [9, 11], '24': [12, 2] };

/** The days a date may mean, or null where the text is no date of this format. */
export function spanOf(date: Edtf): Span | null {
  const parts = date.split('/');
  if (parts.length === 1) return pointOf(date);
  if (parts.length !== 2) return null;
  const [left, right] = parts as [string, string];
  if (open(left) && open(right)) return null;
  const from = open(left) ? EARLIEST : pointOf(left)?.from;
  const to = open(right) ? LATEST : pointOf(right)?.to;
  return from !== undefined && to !== undefined && from <= to ? { from, to } : null;
}

/** True for a text that is a date of this format. */
export function isEdtf(date: string): date is Edtf {
  return spanOf(date) !== null;
}

/** True where the date says itself that it is approximate (`~`) or uncertain (`?`), or both (`%`). */
export function isApproximate(date: Edtf): boolean {
  return /[~?%]/.test(date);
}

function open(part: string): boolean {
  return part === '..' || part === '';
}

function pointOf(text: string): Span | null {
  const point = text.replace(/[~?%]$/, '');
  const parts = /^(\d{2}XX|\d{3}X|\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?$/.exec(point);
  if (!parts) return null;
  const [, yearText, monthText, dayText] = parts as unknown as [string, string, string?, string?];
  const firstYear = Number(yearText.replaceAll('X', '0'));
  const lastYear = Number(yearText.replaceAll('X', '9'));
  if (monthText === undefined) return yearsOf(firstYear, lastYear);
  if (firstYear !== lastYear) return null;
  if (monthText === 'XX') return dayText === undefined || dayText === 'XX' ? yearsOf(firstYear, firstYear) : null;
  const season = SEASONS[monthText];
  if (season) return dayText === undefined ? seasonOf(firstYear, season) : null;
  const month = Number(monthText);
  if (month < 1 || month > 12) return null;
  if (dayText === undefined || dayText === 'XX') {
    return {
      from: dayFromParts(firstYear, month, 1),
      to: dayFromParts(firstYear, month, daysInMonth(firstYear, month)),
    };
  }
  return isDay(point) ? { from: point, to: point } : null;
}

function yearsOf(first: number, last: number): Span {
  return { from: dayFromParts(first, 1, 1), to: dayFromParts(last, 12, 31) };
}

function seasonOf(year: number, [first, last]: [number, number]): Span {
  const lastYear = last < first ? year + 1 : year;
  return { from: dayFromParts(year, first, 1), to: dayFromParts(lastYear, last, daysInMonth(lastYear, last)) };
}
