import type { Day } from '../time/day.ts';
import { addDays, addMonths, dayFromParts, dayNumber, daysInMonth } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import { numberAt } from './numbers.ts';
import type { Token } from './tokens.ts';
import type { Wording } from './wording.ts';

/**
 * A date as a report words it, and the days it means against the day the report was published.
 *
 * @example
 * { from: 12, to: 14, edtf: '2025-12-13' } // "December 13" in a report of 2025-12-14
 */
export interface DateWords {
  readonly from: number;
  readonly to: number;
  /** Null where the year is neither said nor to be told, or where there is no such day. */
  readonly edtf: Edtf | null;
}

interface Calendar {
  readonly tokens: readonly Token[];
  readonly wording: Wording;
  readonly published: Day | undefined;
}

/**
 * Finds the dates of a passage. A year that is not said is the nearest that does not lie after the published day;
 * where that day is unknown too, a date without its year is left out.
 */
export function datesIn(tokens: readonly Token[], wording: Wording, published: Day | undefined): DateWords[] {
  const calendar = { tokens, wording, published };
  const dates: DateWords[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const date = dateAt(calendar, at);
    if (!date) continue;
    const before = dates.at(-1);
    const from = articleBefore(tokens, date.from);
    if (before && dated(calendar, before, from, date)) dates[dates.length - 1] = { ...date, from: before.from };
    else if (before && spans(tokens, before, { ...date, from }))
      dates[dates.length - 1] = { from: before.from, to: date.to, edtf: interval(before.edtf, date.edtf) };
    else dates.push({ ...date, from });
    at = date.to - 1;
  }
  return dates;
}

// «el viernes», «el pasado 8 de enero»: the article belongs to the date.
function articleBefore(tokens: readonly Token[], from: number): number {
  let at = from;
  while (tokens[at - 1]?.tags.has('ofday')) at -= 1;
  return at;
}

// "Friday, December 12" is one day.
function dated({ tokens, wording }: Calendar, weekday: DateWords, from: number, date: DateWords): boolean {
  const named = wording.data.weekdays[tokens[weekday.to - 1]?.low ?? ''] !== undefined;
  const next = tokens[weekday.to]?.text === ',' ? weekday.to + 1 : weekday.to;
  return named && from === next && date.edtf?.length === 10;
}

// "between July 29 and August 12", "from May to June 2021", «с 9 по 12 августа»
function spans(tokens: readonly Token[], first: DateWords, last: DateWords): boolean {
  const joint = tokens[first.to];
  if (!joint || last.from !== first.to + 1 || tokens[first.from - 1]?.tags.has('ranging') !== true) return false;
  return joint.tags.has('plus') || joint.tags.has('until');
}

function interval(first: Edtf | null, last: Edtf | null): Edtf | null {
  return first !== null && last !== null && !first.includes('/') && first < last ? `${first}/${last}` : last;
}

function dateAt(calendar: Calendar, at: number): DateWords | null {
  const token = calendar.tokens[at];
  if (!token) return null;
  const ago = agoAt(calendar, at);
  if (ago) return ago;
  if (token.shape === 'number') return numericAt(calendar, at) ?? dayFirstAt(calendar, at) ?? yearAt(calendar, at);
  if (token.shape !== 'word') return null;
  return monthFirstAt(calendar, at) ?? relativeAt(calendar, at) ?? weekdayAt(calendar, at) ?? seasonAt(calendar, at);
}

const made = (from: number, to: number, edtf: Edtf | null): DateWords => ({ from, to, edtf });

// 13.12.2025 and 2025-12-13; the token of the first number may hold the second ("13.12").
function numericAt({ tokens, wording }: Calendar, at: number): DateWords | null {
  const first = tokens[at];
  if (!first) return null;
  if (/^\d{1,2}\.\d{2}$/.test(first.text) && tokens[at + 1]?.text === '.' && isYear(tokens[at + 2])) {
    const [day, month] = first.text.split('.').map(Number);
    return made(at, at + 3, exact(yearOf(tokens[at + 2]), month, day));
  }
  const iso = [0, 1, 2, 3, 4].map((offset) => tokens[at + offset]?.text);
  // 08/01/2026 is a day of January only where no language of the other order is read.
  if (wording.habits.has('slashed days') && iso[1] === '/' && iso[3] === '/' && isYear(tokens[at + 4])) {
    return made(at, at + 5, exact(yearOf(tokens[at + 4]), Number(iso[2]), Number(iso[0])));
  }
  if (
    isYear(first) &&
    iso[1] === '-' &&
    iso[3] === '-' &&
    /^\d{2}$/.test(iso[2] ?? '') &&
    /^\d{2}$/.test(iso[4] ?? '')
  ) {
    return made(at, at + 5, exact(yearOf(first), Number(iso[2]), Number(iso[4])));
  }
  return null;
}

// "13 December", "13 декабря 2025 года", "27th of May"
function dayFirstAt(calendar: Calendar, at: number): DateWords | null {
  const { tokens } = calendar;
  const day = dayOfMonth(tokens[at]);
  if (day === null) return null;
  const next = tokens[at + 1]?.tags.has('of') ? at + 2 : at + 1;
  const month = monthOf(calendar, next);
  if (month === null) return null;
  const year = yearBehind(calendar, next + 1);
  return made(at, year?.to ?? next + 1, exact(year?.value ?? guessedYear(calendar, month, day), month, day));
}

// "December 13", "December 13, 2025", "September 2021", "in September"
function monthFirstAt(calendar: Calendar, at: number): DateWords | null {
  const { tokens, wording } = calendar;
  const month = monthOf(calendar, at);
  if (month === null) return null;
  const next = tokens[at + 1]?.text === '.' && tokens[at + 2]?.shape === 'number' ? at + 2 : at + 1;
  // "In November 31 prisoners left": behind "in" the number counts something else.
  const day =
    wording.habits.has('day after month') && !tokens[at - 1]?.tags.has('monthly') ? dayOfMonth(tokens[next]) : null;
  if (day !== null) {
    const year = yearAfter(calendar, tokens[next + 1]?.text === ',' ? next + 2 : next + 1);
    return made(at, year?.to ?? next + 1, exact(year?.value ?? guessedYear(calendar, month, day), month, day));
  }
  const year = yearBehind(calendar, next);
  // A month alone is a date only after a word such as "in" or "since": "May" and "March" are other words too.
  if (!year && !tokens[at - 1]?.tags.has('dated')) return null;
  const value = year?.value ?? guessedYear(calendar, month, 1);
  return made(at, year?.to ?? at + 1, value === null ? null : monthText(value, month));
}

// A year alone needs "in", "since" or "by" before it, or the word for year after it.
function yearAt(calendar: Calendar, at: number): DateWords | null {
  const { tokens } = calendar;
  const year = yearAfter(calendar, at);
  if (!year) return null;
  const said = year.to > at + 1 || tokens[at - 1]?.tags.has('dated');
  return said ? made(at, year.to, String(year.value)) : null;
}

// "yesterday", "last month", "в прошлом году"
function relativeAt({ tokens, wording, published }: Calendar, at: number): DateWords | null {
  const found = wording.relative.at(tokens, at);
  if (!found || published === undefined) return null;
  const { unit, back } = found.value;
  if (unit === 'day') return made(at, found.to, addDays(published, -back));
  if (unit === 'week') {
    const monday = addDays(published, -7 * back - ((dayNumber(published) + 3) % 7));
    const sunday = addDays(monday, 6);
    return made(at, found.to, `${monday}/${sunday < published ? sunday : published}`);
  }
  if (unit === 'month') return made(at, found.to, addMonths(published, -back).slice(0, 7));
  return made(at, found.to, String(Number(published.slice(0, 4)) - back));
}

// "Four months ago", «hace cuatro meses»: about then; "three days ago" is a day.
function agoAt({ tokens, wording, published }: Calendar, at: number): DateWords | null {
  const leads = tokens[at]?.tags.has('ago') === true;
  const counts = leads || tokens[at]?.shape === 'number' || wording.data.numbers[tokens[at]?.low ?? ''] !== undefined;
  const number = counts && published !== undefined ? numberAt(tokens, leads ? at + 1 : at, wording) : null;
  if (!number || published === undefined || number.value > 100 || !Number.isInteger(number.value)) return null;
  const months = wording.data.units[tokens[number.to]?.low ?? ''];
  if (months === undefined || !(leads || tokens[number.to + 1]?.tags.has('ago'))) return null;
  const to = leads ? number.to + 1 : number.to + 2;
  if (months >= 12) return made(at, to, `${addMonths(published, -12 * number.value).slice(0, 4)}~`);
  if (months >= 1) return made(at, to, `${addMonths(published, -number.value).slice(0, 7)}~`);
  const day = addDays(published, -(months > 0.1 ? 7 : 1) * number.value);
  return made(at, to, months > 0.1 ? `${day.slice(0, 7)}~` : day);
}

// "on Friday": the last one that is not after the published day.
function weekdayAt({ tokens, wording, published }: Calendar, at: number): DateWords | null {
  const name = tokens[at]?.upper && wording.habits.has('small months');
  const weekday = name ? undefined : wording.data.weekdays[tokens[at]?.low ?? ''];
  if (weekday === undefined || published === undefined) return null;
  const today = ((dayNumber(published) + 3) % 7) + 1;
  return made(at, at + 1, addDays(published, -((today - weekday + 7) % 7)));
}

// "in the summer of 2014", «летом 2014 года»
function seasonAt(calendar: Calendar, at: number): DateWords | null {
  const { tokens, wording } = calendar;
  const season = wording.data.seasons[tokens[at]?.low ?? ''];
  if (season === undefined) return null;
  const year = yearAfter(calendar, tokens[at + 1]?.tags.has('of') ? at + 2 : at + 1);
  return year ? made(at, year.to, `${year.value}-${season}`) : null;
}

function monthOf({ tokens, wording }: Calendar, at: number): number | null {
  const token = tokens[at];
  const month = token ? wording.data.months[token.low] : undefined;
  if (!token || month === undefined) return null;
  return wording.habits.has(token.upper ? 'small months' : 'capital months') ? null : month;
}

function dayOfMonth(token: Token | undefined): number | null {
  const found = token?.shape === 'number' ? /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token.text) : null;
  const day = Number(found?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}

function isYear(token: Token | undefined): boolean {
  return token?.shape === 'number' && /^(?:19|20)\d\d$/.test(token.text);
}

function yearOf(token: Token | undefined): number | null {
  return token && isYear(token) ? Number(token.text) : null;
}

// A year and the word that may follow it: «2021 года», «2025 г.»
function yearAfter({ tokens }: Calendar, at: number): { value: number; to: number } | null {
  const value = yearOf(tokens[at]);
  if (value === null) return null;
  const worded = tokens[at + 1]?.tags.has('year');
  return { value, to: worded ? at + 2 : at + 1 };
}

// «enero de 2026» beside "January 2026"
function yearBehind(calendar: Calendar, at: number): { value: number; to: number } | null {
  return yearAfter(calendar, at) ?? (calendar.tokens[at]?.tags.has('of') ? yearAfter(calendar, at + 1) : null);
}

function guessedYear({ published }: Calendar, month: number, day: number): number | null {
  if (published === undefined) return null;
  const year = Number(published.slice(0, 4));
  return dayFromParts(year, month, day) > published ? year - 1 : year;
}

function exact(year: number | null, month: number | undefined, day: number | undefined): Edtf | null {
  if (year === null || month === undefined || day === undefined || month < 1 || month > 12 || day < 1) return null;
  return day <= daysInMonth(year, month) ? dayFromParts(year, month, day) : null;
}

function monthText(year: number, month: number): Edtf {
  return dayFromParts(year, month, 1).slice(0, 7);
}
