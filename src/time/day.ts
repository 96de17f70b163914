/**
 * A calendar day of the Gregorian calendar, as ISO 8601 writes it. Two days compare as strings do.
 *
 * @example
 * '2025-12-20'
 */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_A_DAY = 86_400_000;

/** True for a day that exists: `2024-02-29` is one, `2025-02-29` and `2025-2-9` are not. */
export function isDay(value: string): value is Day {
  const parts = DAY.exec(value);
  if (!parts) return false;
  const month = Number(parts[2]);
  const day = Number(parts[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(Number(parts[1]), month);
}

/** How many days a month (1 to 12) of a year has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day a number of days later (earlier where negative). */
export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** The same day of the month a number of months later, or the last of that month where it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(total / 12);
  const month = total - year * 12 + 1;
  return dayFromParts(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)));
}

/** Days since 1970-01-01, for arithmetic and for compact storage. */
export function dayNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_A_DAY;
}

/** The day that lies a number of days after 1970-01-01. */
export function dayFromNumber(number: number): Day {
  // Civil date from a day count, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013):
  // no Date object, so that no time zone can slip in.
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return dayFromParts(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** Writes a day from its year, month (1 to 12) and day of the month. */
export function dayFromParts(year: number, month: number, day: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
