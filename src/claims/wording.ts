import { z } from 'zod';
import { readWords, wordsUnder } from '../text/words.ts';
import { CLAIM_KINDS, MEASURES } from './claim.ts';
import { PhraseBook } from './phrases.ts';
import { folded } from './tokens.ts';

const FRAMES = [
  'verb',
  'before',
  'after',
  'noun',
  'list',
  'figure',
  'sanction',
  'participle',
  'against',
  'goal',
] as const;
const UNITS = ['day', 'week', 'month', 'year'] as const;

// How a language writes; each is told, with an example, in the languages that have it.
const HABITS = [
  // "May" is a month, "may" is none.
  'capital months',
  // "December 13" beside "13 December".
  'day after month',
  // A word in capitals opens the name of a body: "ACME Group".
  'capitals first',
  // A name may stand right behind a noun or verb that governs it, and "one" is "a": «Освободили Веру Лис».
  'no articles',
  // A name with a place in it is a place: «улица Минская».
  'place anywhere',
  // «А. Новик» is a name.
  'initials',
  // "mayo" is a month, "Mayo" is a name.
  'small months',
  // "1.222" is more than a thousand.
  'dotted thousands',
  // "Ana Novik Lis" is called "Novik".
  'two surnames',
  // 08/01/2026 is the eighth of January.
  'slashed days',
  // «Añadió que …»: nobody is named where it is clear who speaks.
  'subject left out',
] as const;

const TRIGGER = z.strictObject({
  kind: z.enum(CLAIM_KINDS),
  frame: z.enum(FRAMES),
  say: z.array(z.string()).min(1),
  /** A passage of our own that makes such a claim: a test reads it. */
  yes: z.string(),
  /** A passage of our own that has the words but makes no such claim: a test reads it. */
  no: z.string().optional(),
  hypothetical: z.literal(true).optional(),
  measure: z.enum(MEASURES).optional(),
  action: z.enum(['imposed', 'eased', 'lifted']).optional(),
  /** `needed`: without a term it is no such claim. */
  term: z.literal('needed').optional(),
  /** `authority`: only where no one but an authority is named as doing it. */
  agent: z.literal('authority').optional(),
  /** A tag that a word not far from the trigger must have: `prisoner` for "considers him a prisoner". */
  near: z.string().optional(),
  /** The word of `near` must stand behind it, before a second preposition: "spent two years in prison". */
  close: z.literal(true).optional(),
  /** `needed`: only with a place it goes to. */
  place: z.literal('needed').optional(),
  /** A second kind that the same words claim: who leaves the country for another is released too. */
  also: z.enum(CLAIM_KINDS).optional(),
  /** Says nothing where the page tells the same people claims of this kind: who is jailed has mostly been sentenced. */
  unless: z.enum(CLAIM_KINDS).optional(),
  /** The kind it is where a term stands behind it: "jailed the poet for nine years". */
  timed: z.enum(CLAIM_KINDS).optional(),
  /** A number behind it counts people without a noun that says so: "the number of political prisoners is 1,283". */
  bare: z.literal(true).optional(),
  /** The measure a count has where the passage sums up a period or a standing total. */
  total: z.enum(MEASURES).optional(),
});

const WORDING = z.strictObject({
  language: z.string(),
  /** The family whose grammar it is read with: a name that `families.ts` has. */
  grammar: z.string(),
  habits: z.array(z.enum(HABITS)),
  tags: z.record(z.string(), z.array(z.string())),
  numbers: z.record(z.string(), z.number()),
  bounds: z.strictObject({
    'at least': z.array(z.string()),
    'at most': z.array(z.string()),
    about: z.array(z.string()),
  }),
  months: z.record(z.string(), z.number().int().min(1).max(12)),
  weekdays: z.record(z.string(), z.number().int().min(1).max(7)),
  seasons: z.record(z.string(), z.number().int().min(21).max(24)),
  relative: z.array(z.strictObject({ say: z.array(z.string()), unit: z.enum(UNITS), back: z.number().int() })),
  units: z.record(z.string(), z.number()),
  yearly: z.record(z.string(), z.number()),
  forever: z.array(z.string()),
  refusals: z.record(z.string(), z.array(z.string())),
  charges: z.strictObject({ open: z.array(z.string()), end: z.array(z.string()) }),
  subsets: z.record(z.string(), z.string()),
  according: z.array(z.string()),
  triggers: z.array(TRIGGER),
});

/**
 * Words that make a claim, as `words/claims/<language>.yml` has them.
 *
 * @example
 * { kind: 'detained', frame: 'verb', say: ['arrested'], yes: 'Ales Novik was arrested in May 2021.' }
 */
export type Trigger = z.infer<typeof TRIGGER>;

/**
 * The wording of one language, ready to be looked up.
 *
 * @example
 * wordingFor('en')?.triggers.at(tokens, 4)
 */
export interface Wording {
  readonly language: string;
  readonly habits: ReadonlySet<(typeof HABITS)[number]>;
  readonly data: z.infer<typeof WORDING>;
  readonly triggers: PhraseBook<Trigger>;
  readonly bounds: PhraseBook<'at least' | 'at most' | 'about'>;
  readonly relative: PhraseBook<{ unit: (typeof UNITS)[number]; back: number }>;
  readonly according: PhraseBook<true>;
  readonly forever: PhraseBook<true>;
  /** Words that hold a number of years: «семилетний». */
  readonly yearly: PhraseBook<number>;
  readonly chargeOpen: PhraseBook<true>;
  readonly chargeEnd: PhraseBook<true>;
  readonly refusals: ReadonlyMap<string, PhraseBook<true>>;
  /** The tags of a word in small letters; the same set each time for the same word. */
  tagsOf(low: string): ReadonlySet<string>;
}

/** The languages that claims are read in: those that have a file in `words/claims`. */
export const LANGUAGES: readonly string[] = wordsUnder('claims');

const read = new Map<string, Wording>();

/** The wording of a language, or null where claims are not read in it. */
export function wordingFor(language: string): Wording | null {
  if (!LANGUAGES.includes(language)) return null;
  let wording = read.get(language);
  if (!wording) {
    wording = compile(foldAll(readWords(`claims/${language}`, WORDING)));
    read.set(language, wording);
  }
  return wording;
}

// The keys that are looked up word by word, as tokens spell them.
function foldAll(data: z.infer<typeof WORDING>): z.infer<typeof WORDING> {
  const keys = <T>(record: Record<string, T>) =>
    Object.fromEntries(Object.entries(record).map(([word, value]) => [folded(word), value] as const));
  const { numbers, months, weekdays, seasons, units, yearly, subsets } = data;
  return {
    ...{ ...data, numbers: keys(numbers), months: keys(months), weekdays: keys(weekdays), seasons: keys(seasons) },
    ...{ units: keys(units), yearly: keys(yearly), subsets: keys(subsets) },
  };
}

function compile(data: z.infer<typeof WORDING>): Wording {
  const flags = (list: readonly string[]) => new PhraseBook(list.map((say) => [say, true] as const));
  return {
    language: data.language,
    habits: new Set(data.habits),
    data,
    triggers: new PhraseBook(data.triggers.flatMap((trigger) => trigger.say.map((say) => [say, trigger] as const))),
    bounds: new PhraseBook(
      (['at least', 'at most', 'about'] as const).flatMap((bound) =>
        data.bounds[bound].map((say) => [say, bound] as const),
      ),
    ),
    relative: new PhraseBook(data.relative.flatMap(({ say, ...shift }) => say.map((words) => [words, shift] as const))),
    according: flags(data.according),
    forever: flags(data.forever),
    yearly: new PhraseBook(Object.entries(data.yearly)),
    chargeOpen: flags(data.charges.open),
    chargeEnd: flags(data.charges.end),
    refusals: new Map(Object.entries(data.refusals).map(([kind, list]) => [kind, flags(list)])),
    tagsOf: tagger(data),
  };
}

const NONE: ReadonlySet<string> = new Set();
// Most words of a page are few and come again; the memory of their tags is emptied before it can grow without end.
const REMEMBERED = 20_000;

function tagger(data: z.infer<typeof WORDING>): (low: string) => ReadonlySet<string> {
  const words = new Map<string, Set<string>>();
  const stems = new Map<string, Set<string>>();
  for (const [tag, list] of Object.entries(data.tags)) {
    for (const entry of list) {
      const map = entry.endsWith('*') ? stems : words;
      const key = folded(entry).replace(/\*$/, '');
      map.set(key, (map.get(key) ?? new Set<string>()).add(tag));
    }
  }
  const known = new Map<string, ReadonlySet<string>>();
  return (low) => {
    let tags = known.get(low);
    if (!tags) {
      if (known.size >= REMEMBERED) known.clear();
      tags = lookUp(low, words, stems);
      known.set(low, tags);
    }
    return tags;
  };
}

function lookUp(low: string, words: Map<string, Set<string>>, stems: Map<string, Set<string>>): ReadonlySet<string> {
  let tags: ReadonlySet<string> = words.get(low) ?? NONE;
  for (let length = Math.min(low.length, 24); length >= 2; length -= 1) {
    const more = stems.get(low.slice(0, length));
    if (more) tags = tags.size === 0 ? more : tags.union(more);
  }
  return tags;
}
