import { z } from 'zod';
import { readWords } from '../text/words.ts';
import type { Day } from '../time/day.ts';
import { dayFromParts, isDay } from '../time/day.ts';

const NUMBER_OF_MONTH = new Map<string, number>();
for (const months of Object.values(readWords('archive/months', z.record(z.string(), z.array(z.string()).length(12))))) {
  months.forEach((forms, at) => {
    for (const form of forms.split('|')) NUMBER_OF_MONTH.set(form, at + 1);
  });
}

// A month's name is looked up only where it stands between a day and a year, so any word may stand in the pattern.
const DAY_FIRST = /(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\s(?:of |de )?(\p{L}{3,12})\.?,?\s(?:de )?(\d{4})(?!\d)/gu;
const MONTH_FIRST = /(\p{L}{3,12})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})(?!\d)/gu;
const MONTH_OF_YEAR = /(\p{L}{3,12}),?\s(?:of |de )?(\d{4})(?!\d)/gu;
const ISO = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?![\d-])/g;
// With a full year and full stops the day comes first everywhere we read; with slashes it need not.
const DOTTED = /(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.]*\d)/g;

/** The days that a text names in full, with their year, in the order of four ways of writing them. */
export function namedDays(text: string): Day[] {
  const days: Day[] = [];
  for (const [, day, month, year] of text.matchAll(DAY_FIRST)) add(days, year, monthOf(month), day);
  for (const [, month, day, year] of text.matchAll(MONTH_FIRST)) add(days, year, monthOf(month), day);
  for (const [, year, month, day] of text.matchAll(ISO)) add(days, year, Number(month), day);
  for (const [, day, month, year] of text.matchAll(DOTTED)) add(days, year, Number(month), day);
  return days;
}

/**
 * The latest day that a text names in full, or null where it names none, or where it names a later month: what was
 * published after that month cannot have been published before it.
 */
export function latestNamedDay(text: string): Day | null {
  const latest = namedDays(text).reduce<Day | null>((late, day) => (late === null || day > late ? day : late), null);
  if (latest === null) return null;
  for (const [, month, year] of text.matchAll(MONTH_OF_YEAR)) {
    const number = monthOf(month);
    if (number > 0 && dayFromParts(Number(year), number, 1).slice(0, 7) > latest.slice(0, 7)) return null;
  }
  return latest;
}

/**
 * The day of a line that holds a date and nothing else but a weekday, a time or a label of one word: `14 December 2025`,
 * `Tuesday, December 16, 2025, 10:05`, `2 студзеня 2026`, `2025-12-14T18:18:37`. Null for any other line.
 */
export function dayOfLine(line: string): Day | null {
  if (line.length > 60) return null;
  const days = namedDays(line.replace(/[*_`]/g, '').replace(/(\d{4}-\d{2}-\d{2})T/, '$1 '));
  const [day] = days;
  if (day === undefined || days.length > 1) return null;
  const letters = line.match(/\p{L}{2,}/gu) ?? [];
  // Besides the month: a weekday and "г." or "UTC" at most.
  return letters.filter((word) => !NUMBER_OF_MONTH.has(word.toLowerCase())).length <= 2 ? day : null;
}

function monthOf(name: string | undefined): number {
  return NUMBER_OF_MONTH.get((name ?? '').toLowerCase()) ?? 0;
}

function add(days: Day[], year: string | undefined, month: number, day: string | undefined): void {
  const written = dayFromParts(Number(year), month, Number(day));
  if (isDay(written)) days.push(written);
}
