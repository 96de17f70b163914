import { romanisationTables, romaniseBy } from '../names/romanise.ts';
import { languageOf, looksNominative, ownFirst } from './forms.ts';
import type { Person, WrittenName } from './person.ts';

/**
 * A person's name in their own form: Cyrillic before romanised, Belarusian before Russian, the fullest form that is in
 * the nominative. The person's id where no name is known.
 */
export function ownName(person: Person): string {
  return ownFirst(person.names)[0]?.text ?? person.id;
}

/**
 * The form of a person's name to show on a page in `language` (`en`, `be`, `ru`, `uk`): a form found in that language;
 * on a page in Latin letters otherwise any Latin form, or else the own form romanised; on a Cyrillic page otherwise the
 * own form.
 */
export function nameFor(person: Person, language: string): string {
  const forms = ownFirst(person.names);
  const nominative = forms.filter(looksNominative);
  const found = nominative.find((form) => languageOf(form) === language && form.script === scriptFor(language));
  if (found !== undefined) return found.text;
  if (scriptFor(language) === 'Cyrl') return ownName(person);
  const latin = nominative.find((form) => form.script === 'Latn');
  return latin?.text ?? romanisedOwn(forms[0]) ?? person.id;
}

const TABLE_FOR: Readonly<Record<string, string>> = {
  be: 'be-instruction-2007',
  ru: 'ru-bgn-pcgn-1947',
  uk: 'uk-2010',
};

/**
 * Writes a Cyrillic name in Latin letters by the table of its language: the Belarusian instruction of 2007, BGN/PCGN for
 * Russian, the Ukrainian resolution of 2010. A text in another language stays as it is.
 */
export function romanise(text: string, language: string): string {
  const table = romanisationTables().find(({ id }) => id === TABLE_FOR[language]);
  return table === undefined ? text : romaniseBy(table, text);
}

function romanisedOwn(form: WrittenName | undefined): string | undefined {
  return form && romanise(form.text, languageOf(form));
}

function scriptFor(language: string): string {
  return ['be', 'ru', 'uk'].includes(language) ? 'Cyrl' : 'Latn';
}
