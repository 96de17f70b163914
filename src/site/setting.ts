import type { Question } from '../register/question.ts';
import type { Edtf } from '../time/edtf.ts';
import { type Html, html, type Printable } from './markup.ts';
import { dayPath, relative } from './paths.ts';
import { receiptAnchor } from './receipt.ts';
import type { View } from './view.ts';
import type { Wording } from './wording.ts';

/**
 * What a piece of a page needs to know of its surroundings: what there is to show, in which language, and where the
 * page lies that it is printed on.
 *
 * @example
 * const setting: Setting = { view, words: wordingOf('be'), path: 'be/index.html' };
 */
export interface Setting {
  readonly view: View;
  readonly words: Wording;
  readonly path: string;
}

/** A link to another page of the edition. */
export function link({ path }: Setting, to: string, text: Printable): Html {
  return html`<a href="${relative(path, to)}">${text}</a>`;
}

/** A number that leads to where it comes from. */
export function numberLink({ path }: Setting, to: string, text: Printable): Html {
  return html`<a class="number" href="${relative(path, to)}">${text}</a>`;
}

/** The address of the receipt of a question, on the page of its day. */
export function receiptAddress({ words }: Setting, question: Question): string {
  return `${dayPath(words.language, question.heldOn)}#${receiptAnchor(question)}`;
}

/** A date, leading to the page of its day where it is one that has a page. */
export function dateLink(setting: Setting, date: Edtf): Html {
  const { view, words } = setting;
  const text = words.date(date);
  const path = dayPath(words.language, date);
  return view.days.has(date) && path !== setting.path ? link(setting, path, text) : html`${text}`;
}

/** Words that came from a report, marked as being in its language. */
export function inLanguage(text: string, language: string): Html {
  return language === 'und' ? html`<span>${text}</span>` : html`<span lang="${language}">${text}</span>`;
}
