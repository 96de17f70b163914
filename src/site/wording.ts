import * as z from 'zod';
import { readWords } from '../text/words.ts';
import type { Day } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import { EARLIEST, LATEST, spanOf } from '../time/edtf.ts';
import type { Html } from './markup.ts';
import { escaped, joined } from './markup.ts';

/** The languages the site can be read in; each has its wording in `words/interface/`. */
export const LANGUAGES = ['en', 'be'] as const;

/**
 * A language the site can be read in, as ISO 639-1.
 *
 * @example
 * 'be'
 */
export type Language = (typeof LANGUAGES)[number];

const PLURAL = z.strictObject({
  one: z.string(),
  few: z.string().optional(),
  many: z.string().optional(),
  other: z.string(),
});

const SHAPE = z.strictObject({
  name: z.string(),
  months: z.array(z.string()).length(12),
  monthsAlone: z.array(z.string()).length(12),
  thousands: z.string(),
  say: z.record(z.string(), z.union([z.string(), PLURAL])),
});

/**
 * What a placeholder of a wording can be filled with.
 *
 * @example
 * { n: 123, day: '13 December 2025' }
 */
export type Values = Readonly<Record<string, string | number>>;

/**
 * The words of one language and its ways of writing numbers and dates.
 *
 * @example
 * const en = wordingOf('en');
 * en.say('persons', { n: 2 }) // '2 people'
 * en.day('2025-12-20') // '20 December 2025'
 */
export interface Wording {
  readonly language: Language;
  /** What the language calls itself. */
  readonly name: string;
  /** A wording with its placeholders filled; `n` picks the plural form. Throws where there is no such wording. */
  say(key: string, values?: Values): string;
  /** The same with markup in place of words. */
  html(key: string, values: Readonly<Record<string, Html | string | number>>): Html;
  /** True where there is such a wording: for vocabulary that reports may extend. */
  has(key: string): boolean;
  number(value: number): string;
  day(day: Day): string;
  /** A date as far as it is known: `September 2021`, `since September 2025`. */
  date(date: Edtf): string;
  /** A length in months: `11 years`, `1 year 6 months`. */
  term(months: number): string;
  compare(a: string, b: string): number;
}

const read = new Map<Language, Wording>();

/** The wording of a language, read once. */
export function wordingOf(language: Language): Wording {
  const known = read.get(language);
  if (known) return known;
  const fresh = wordingFrom(language, readWords(`interface/${language}`, SHAPE));
  read.set(language, fresh);
  return fresh;
}

/** The keys a language has wording for: a test holds that all languages have the same. */
export function keysOf(language: Language): readonly string[] {
  return Object.keys(readWords(`interface/${language}`, SHAPE).say).sort();
}

function wordingFrom(language: Language, words: z.infer<typeof SHAPE>): Wording {
  const rules = new Intl.PluralRules(language);
  const collator = new Intl.Collator(language);
  const number = (value: number) => grouped(value, words.thousands);
  const template = (key: string, n: string | number | Html | undefined): string => {
    const found = words.say[key];
    if (found === undefined) throw new RangeError(`words/interface/${language}.yml has no wording for ${key}`);
    if (typeof found === 'string') return found;
    return found[pluralOf(rules, n)] ?? found.other;
  };
  const fill = (value: string | number) => (typeof value === 'number' ? number(value) : value);
  const say = (key: string, values: Values = {}) =>
    template(key, values.n).replaceAll(/\{(\w+)\}/g, (_, name: string) => fill(filling(values, name, key)));
  const day = (value: Day) =>
    `${Number(value.slice(8))}\u00A0${words.months[Number(value.slice(5, 7)) - 1]} ${value.slice(0, 4)}`;
  return {
    language,
    name: words.name,
    say,
    html: (key, values) =>
      joined(
        template(key, values.n)
          .split(/(\{\w+\})/)
          .map((part) => {
            const name = /^\{(\w+)\}$/.exec(part)?.[1];
            if (name === undefined) return escaped(part);
            const value = filling(values, name, key);
            return typeof value === 'object' ? value : escaped(fill(value));
          }),
      ),
    has: (key) => words.say[key] !== undefined,
    number,
    day,
    date: (date) => dateIn(date, { say, day, months: words.months, monthsAlone: words.monthsAlone }),
    term: (months) => termIn(months, say),
    compare: (a, b) => collator.compare(a, b),
  };
}

function filling<T>(values: Readonly<Record<string, T>>, name: string, key: string): T {
  const value = values[name];
  if (value === undefined) throw new RangeError(`the wording ${key} asks for ${name}`);
  return value;
}

function pluralOf(rules: Intl.PluralRules, n: unknown): 'one' | 'few' | 'many' | 'other' {
  const form = rules.select(typeof n === 'number' ? Math.abs(n) : 2);
  return form === 'one' || form === 'few' || form === 'many' ? form : 'other';
}

// Groups from five digits on where the separator is a space, as Belarusian typography asks, would part company with the
// sources' "1 131": so from four digits on in every language.
function grouped(value: number, separator: string): string {
  if (!Number.isFinite(value)) return '∞';
  const digits = String(Math.abs(value)).replaceAll(/\B(?=(\d{3})+$)/g, separator);
  return value < 0 ? `−${digits}` : digits;
}

interface DateWords {
  say(key: string, values?: Values): string;
  day(day: Day): string;
  /** As they stand behind a day or a preposition, and as they stand alone. */
  readonly months: readonly string[];
  readonly monthsAlone: readonly string[];
}

function dateIn(date: Edtf, words: DateWords): string {
  const plain = date.replaceAll(/[~?%]/g, '');
  const text = pointOrSpan(plain, words);
  if (/[?%]/.test(date)) return words.say('date.uncertain', { date: text });
  return date.includes('~') ? words.say('date.about', { date: text }) : text;
}

function pointOrSpan(date: string, words: DateWords): string {
  const [left, right] = date.split('/');
  if (left !== undefined && right !== undefined) {
    if (right === '..' || right === '') return words.say('date.since', { date: point(left, words, 'of') });
    if (left === '..' || left === '') return words.say('date.until', { date: point(right, words, 'of') });
    return words.say('date.span', { from: point(left, words), to: point(right, words) });
  }
  return point(date, words);
}

function point(date: string, words: DateWords, form: 'alone' | 'of' = 'alone'): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return words.day(date);
  const months = form === 'of' ? words.months : words.monthsAlone;
  const month = /^(\d{4})-(0[1-9]|1[0-2])(?:-XX)?$/.exec(date);
  if (month) return `${months[Number(month[2]) - 1]} ${month[1]}`;
  if (/^\d{4}$/.test(date)) return words.say(form === 'of' ? 'date.year.of' : 'date.year', { year: date });
  const span = spanOf(date);
  if (span === null || span.from === EARLIEST || span.to === LATEST) return date;
  return words.say('date.span', { from: words.day(span.from), to: words.day(span.to) });
}

function termIn(months: number, say: Wording['say']): string {
  const years = Math.floor(months / 12);
  const rest = Math.round((months - years * 12) * 10) / 10;
  const parts = [];
  if (years > 0) parts.push(say('term.years', { n: years }));
  if (rest > 0 || years === 0) parts.push(say('term.months', { n: rest }));
  return parts.join(' ');
}
