import { nameFor, ownName } from '../people/display.ts';
import { languageOf } from '../people/forms.ts';
import type { Person, PersonId } from '../people/person.ts';
import { type Html, html } from './markup.ts';
import { personPath } from './paths.ts';
import { inLanguage, link, type Setting } from './setting.ts';
import { standingShown, type View } from './view.ts';
import type { Wording } from './wording.ts';

/** A person's name in the person's own form, marked with its language. */
export function ownForm({ view }: Setting, id: PersonId): Html {
  const person = view.shown.persons.get(id);
  if (!person) throw new RangeError('a person who is not shown has no name to print');
  return named(person, ownName(person));
}

// The language of one form of a person's name, as `lang` takes it; a form that only we romanised is Latin.
function languageOfName(person: Person, text: string): string {
  const form = person.names.find((name) => name.text === text);
  return form ? languageOf(form) : 'und-Latn';
}

function named(person: Person, text: string): Html {
  return inLanguage(text, languageOfName(person, text));
}

/** A link to a person's page by the own form of the name. */
function personLink(setting: Setting, id: PersonId): Html {
  return link(setting, personPath(setting.words.language, id), ownForm(setting, id));
}

/**
 * A link to a person's page in running text, by the form that readers of the page's language can read, or null where
 * the person is not shown. The own form comes first where persons are listed and on their page.
 */
export function personInText(setting: Setting, id: PersonId): Html | null {
  const person = setting.view.shown.persons.get(id);
  if (!person) return null;
  const { language } = setting.words;
  return link(setting, personPath(language, id), named(person, nameFor(person, language)));
}

/** The name as the page's language writes it, where that is another form than the own one. */
export function otherForm({ view, words }: Setting, id: PersonId): Html | null {
  const person = view.shown.persons.get(id);
  if (!person) return null;
  const [own, local] = [ownName(person), nameFor(person, words.language)];
  return local === own ? null : named(person, local);
}

/** Persons in the order of the page's language. */
export function inAlphabet(view: View, words: Wording, ids: Iterable<PersonId>): readonly PersonId[] {
  const keyed = [...ids].flatMap((id) => {
    const person = view.shown.persons.get(id);
    return person ? [{ id, name: nameFor(person, words.language) }] : [];
  });
  return keyed.sort((a, b) => words.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

/** A list of persons: each name large, in its own form, with the page's form and a line under it. */
export function peopleList(setting: Setting, ids: readonly PersonId[], lineOf?: (id: PersonId) => string | null): Html {
  return html`<ul class="people">${ids.map((id) => {
    const line = lineOf?.(id) ?? null;
    const other = otherForm(setting, id);
    return html`<li>${personLink(setting, id)}${other && html`<span class="other">${other}</span>`}${line && html`<span class="small">${line}</span>`}</li>`;
  })}</ul>`;
}

/** Where a person stands on the edition's day, in a few words; null where the register has nothing about custody. */
export function standingLine({ view, words }: Setting, id: PersonId): string | null {
  const standing = standingShown(view, id);
  return standing === null ? null : words.say(`standing.${standing}`);
}
