import type { PersonId } from '../people/person.ts';
import type { Day } from '../time/day.ts';
import type { Language } from './wording.ts';

// Where each page lies. No address names anybody: persons go by their random id, reports by their number.

/** The page where a reader picks a language. */
export const CHOOSER = 'index.html';

/** The front page. */
export function frontPath(language: Language): string {
  return `${language}/index.html`;
}

/** The page of a person. */
export function personPath(language: Language, id: PersonId): string {
  return `${language}/person/${id}/index.html`;
}

/** The page of a day. */
export function dayPath(language: Language, day: Day): string {
  return `${language}/day/${day}/index.html`;
}

/** The page of a deal, by its first day. */
export function dealPath(language: Language, day: Day): string {
  return `${language}/deal/${day}/index.html`;
}

/** The page of a story. */
export function storyPath(language: Language, slug: string): string {
  return `${language}/story/${slug}/index.html`;
}

/** The page of a report, by its number in the register; `part` counts from 0 where its claims need several pages. */
export function reportPath(language: Language, number: number, part = 0): string {
  return part === 0 ? `${language}/report/${number}/index.html` : `${language}/report/${number}/${part + 1}/index.html`;
}

/** A page of the list of names, from 0. */
export function namesPath(language: Language, page: number): string {
  return `${language}/names/${page + 1}/index.html`;
}

/** The page that says how it is counted and how to verify. */
export function methodPath(language: Language): string {
  return `${language}/method/index.html`;
}

/** The address of one path as seen from another, so that the pages work from any folder, host or stick. */
export function relative(from: string, to: string): string {
  const [path = '', anchor] = to.split('#');
  const here = from.split('/').slice(0, -1);
  const there = path.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  const link = [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
  return anchor === undefined ? link : `${link}#${anchor}`;
}
