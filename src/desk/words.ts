import { z } from 'zod';
import type { Language, Values, Wording } from '../site/wording.ts';
import { wordingOf } from '../site/wording.ts';
import { readWords } from '../text/words.ts';

const Phrase = z.union([
  z.string(),
  z.strictObject({
    one: z.string(),
    few: z.string().optional(),
    many: z.string().optional(),
    other: z.string(),
  }),
]);
type Phrase = z.infer<typeof Phrase>;

const Sections = z.record(z.string(), z.record(z.string(), Phrase));

/** The interface of the desk in one language. Numbers, dates and terms are written as the site writes them. */
export interface DeskWords extends Pick<Wording, 'language' | 'number' | 'day' | 'date' | 'term'> {
  /** The phrase of a key such as `decide.accept`, its places filled; `n` picks the plural. Throws on an unknown key. */
  say(key: string, values?: Values): string;
  has(key: string): boolean;
  /** Things joined as the language joins them: `a, b and c`. */
  list(things: readonly string[]): string;
  /** What the language calls another one: `Belarusian` for `be`. */
  languageName(code: string): string;
}

/** The desk's wording of a language, from `words/desk/`. */
export function deskWords(language: Language): DeskWords {
  const phrases = phrasesOf(language);
  const wording = wordingOf(language);
  const plurals = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
  return {
    language,
    number: wording.number,
    day: wording.day,
    date: wording.date,
    term: wording.term,
    has: (key) => phrases.has(key),
    list: (things) => lists.format(things),
    languageName: (code) => languages.of(code) ?? code,
    say(key, values = {}) {
      const phrase = phrases.get(key);
      if (phrase === undefined) throw new RangeError(`words/desk/${language}.yml has no phrase for ${key}`);
      const template = typeof phrase === 'string' ? phrase : formOf(phrase, values, plurals);
      return template.replaceAll(/\{(\w+)\}/g, (place, name: string) => {
        const value = values[name];
        if (value === undefined) throw new RangeError(`the phrase ${key} asks for ${place}`);
        return typeof value === 'number' ? wording.number(value) : value;
      });
    },
  };
}

/** Every key of a language's wording: a test holds that the screens use each, and that languages have the same. */
export function deskKeys(language: Language): readonly string[] {
  return [...phrasesOf(language).keys()];
}

function phrasesOf(language: Language): ReadonlyMap<string, Phrase> {
  const sections = Object.entries(readWords(`desk/${language}`, Sections));
  return new Map(
    sections.flatMap(([section, phrases]) =>
      Object.entries(phrases).map(([key, phrase]) => [`${section}.${key}`, phrase] as const),
    ),
  );
}

function formOf(phrase: Exclude<Phrase, string>, values: Values, plurals: Intl.PluralRules): string {
  const category = plurals.select(Number(values.n ?? 0));
  if (category === 'one' || category === 'few' || category === 'many') return phrase[category] ?? phrase.other;
  return phrase.other;
}
