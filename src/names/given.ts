import { z } from 'zod';
import { readWords } from '../text/words.ts';
import { fold } from './fold.ts';
import { once } from './once.ts';
import type { FormSex, GivenName } from './part.ts';
import { romanisationTables, romaniseBy } from './romanise.ts';

const rowsShape = z.array(
  z.object({
    sex: z.enum(['f', 'm']),
    be: z.string().default(''),
    ru: z.string().default(''),
    uk: z.string().default(''),
    other: z.string().default(''),
    short: z.string().default(''),
  }),
);

// What case adds to a given name, and what the nominative itself ends in: Сяргей and Сяргеем share the stem сярге.
const CASE_ENDINGS = new Set(
  'ами ями амі ямі ові еві єві ою ею аю яю яй ам ом ем ём ой ей ай єм ью ю у а я ы и і ї е є ў'.split(' '),
);
const LONGEST_ENDING = 3;
const NOMINATIVE_ENDING = /[аяоеэійиыьiyja]$/u;
// Юрий, but Юрьевич.
const FATHER_ENDING = /(?:ий|ый|ій|iy|ij|yi|yj|yy|ii)$/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const NOTHING: readonly GivenName[] = [];
const givenNames = once(readGivenNames);

/**
 * The given names a folded word may be, in Cyrillic or Latin letters: as it stands, as an everyday form, or declined
 * (Александра is a woman's name, and Александр in the genitive). Empty where it is none that we know.
 */
export function givenNamesOf(folded: string): readonly GivenName[] {
  const { exact, stems } = givenNames();
  const form = single(folded);
  const names = exact.get(form) ?? NOTHING;
  if (!isCyrillic(form)) return names;
  const stem = withoutCase(form);
  if (stem === form) return names;
  const declined = (stems.get(stem) ?? NOTHING).filter((one) => !names.some((other) => other.name === one.name));
  return declined.length === 0 ? names : [...names, ...declined.map((one) => ({ ...one, declined: true }))];
}

function isCyrillic(form: string): boolean {
  const code = form.charCodeAt(form.length - 1);
  return code >= 0x400 && code < 0x530;
}

function withoutCase(form: string): string {
  for (let length = Math.min(LONGEST_ENDING, form.length); length > 0; length--) {
    if (CASE_ENDINGS.has(form.slice(-length))) return form.slice(0, -length);
  }
  return form;
}

/** The given names whose stem this is: of fathers, from patronymics. */
export function givenNamesByStem(stem: string): readonly GivenName[] {
  const { exact, stems } = givenNames();
  const form = single(stem);
  return exact.get(form) ?? stems.get(form) ?? stems.get(form.replace(NOMINATIVE_ENDING, '')) ?? NOTHING;
}

function readGivenNames(): { exact: Map<string, GivenName[]>; stems: Map<string, GivenName[]> } {
  const exact = new Map<string, GivenName[]>();
  const stems = new Map<string, GivenName[]>();
  readWords('names/given', rowsShape).forEach((row, name) => {
    const sex: FormSex = row.sex === 'f' ? 'female' : 'male';
    const add = (form: string, short: boolean) => {
      const given = { name, short, declined: false, sex };
      const folded = single(fold(form));
      put(exact, folded, given);
      put(stems, folded.replace(NOMINATIVE_ENDING, ''), given);
      if (FATHER_ENDING.test(folded)) put(stems, folded.replace(FATHER_ENDING, ''), given);
    };
    for (const form of words(row.other)) add(form, false);
    for (const language of ['be', 'ru', 'uk'] as const) {
      for (const form of words(row[language])) {
        add(form, false);
        for (const table of romanisationTables()) if (table.language === language) add(romaniseBy(table, form), false);
      }
    }
    for (const form of words(row.short)) {
      add(form, true);
      // Nobody writes down of which language an everyday form is.
      if (CYRILLIC.test(form)) for (const table of romanisationTables()) add(romaniseBy(table, form), true);
    }
  });
  return { exact, stems };
}

// Жанна and Жана, Кирилл and Кирил: whether a letter is doubled tells no names apart.
function single(form: string): string {
  for (let at = 1; at < form.length; at++) {
    if (form.charCodeAt(at) === form.charCodeAt(at - 1)) return form.replace(/(.)\1/gu, '$1');
  }
  return form;
}

function put(map: Map<string, GivenName[]>, form: string, given: GivenName): void {
  const known = map.get(form) ?? [];
  const before = known.findIndex((one) => one.name === given.name);
  if (before < 0) map.set(form, [...known, given]);
  else if (known[before]?.short === true && !given.short) map.set(form, known.with(before, given));
}

function words(text: string): string[] {
  return text.split(' ').filter((word) => word !== '');
}
