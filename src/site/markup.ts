import { html as honoHtml, raw as honoRaw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/**
 * Markup that is safe to print: what was text in it has been escaped.
 *
 * @example
 * const name: Html = html`<span lang="be">${'Марыя Калеснікава'}</span>`;
 */
export type Html = HtmlEscapedString;

/** Markup from a template: every value that is not markup itself is escaped, lists are joined, null prints nothing. */
export function html(strings: TemplateStringsArray, ...values: readonly Printable[]): Html {
  // Hono returns a promise only where a value is one, and Printable admits none.
  return honoHtml(strings, ...values.map((value) => value ?? '')) as Html;
}

/**
 * What may stand in a template.
 *
 * @example
 * const values: Printable[] = ['1 < 2', 123, null, html`<b>held</b>`];
 */
export type Printable = string | number | Html | readonly (Html | null)[] | null | undefined;

/** Markup for a text. */
export function escaped(text: string): Html {
  return html`${text}`;
}

/** Pieces of markup one after another. */
export function joined(parts: readonly Html[], between = ''): Html {
  return honoRaw(parts.map(String).join(between));
}

/** Markup as it is: only for our own constants, never for what came from a report or a story. */
export function verbatim(markup: string): Html {
  return honoRaw(markup);
}

/** Nothing. */
export const NOTHING: Html = honoRaw('');
