import { nameFor } from '../people/display.ts';
import type { PersonId } from '../people/person.ts';
import type { Page } from './layout.ts';
import { type Html, html } from './markup.ts';
import { PEOPLE_A_PAGE, paged } from './paging.ts';
import { namesPath } from './paths.ts';
import { inAlphabet, peopleList, standingLine } from './person-name.ts';
import { link, type Setting } from './setting.ts';
import type { View } from './view.ts';
import type { Wording } from './wording.ts';

/** The pages that hold everybody in the order of the language, where there are too many names for the front page. */
export function namesPages(view: View, words: Wording): readonly Page[] {
  const lists = everybody(view, words);
  if (lists.length === 1) return [];
  return lists.map((ids, n) => {
    const path = namesPath(words.language, n);
    const setting: Setting = { view, words, path };
    const range = rangeOf(setting, ids);
    return {
      path,
      title: words.say('people.page', { n: n + 1 }),
      alternate: (language) => namesPath(language, n),
      main: html`<h1>${words.say('people.title')}</h1><p class="lead">${range}</p>${peopleList(setting, ids, (id) => standingLine(setting, id))}`,
    };
  });
}

/** Everybody on the front page: their names, or the way to them where they are too many. */
export function everybodySection(setting: Setting): Html {
  const { view, words } = setting;
  const lists = everybody(view, words);
  const [only, ...others] = lists;
  if (!only || only.length === 0) return html`<p>${words.say('people.none')}</p>`;
  const intro = html`<p class="small">${words.say('people.intro')}</p>`;
  if (others.length === 0) return html`${intro}${peopleList(setting, only, (id) => standingLine(setting, id))}`;
  return html`${intro}<ul class="people">${lists.map(
    (ids, n) => html`<li>${link(setting, namesPath(words.language, n), rangeOf(setting, ids))}</li>`,
  )}</ul>`;
}

function everybody(view: View, words: Wording): readonly (readonly PersonId[])[] {
  return paged(inAlphabet(view, words, view.shown.persons.keys()), PEOPLE_A_PAGE);
}

// From whom to whom a list goes, in the order and the form of the page's language.
function rangeOf({ view, words }: Setting, ids: readonly PersonId[]): string {
  const [first, last] = [ids[0], ids.at(-1)].map((id) => {
    const person = id === undefined ? undefined : view.shown.persons.get(id);
    return person ? nameFor(person, words.language) : '';
  });
  return `${first} – ${last}`;
}
