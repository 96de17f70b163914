import type { EditionInput } from './edition.ts';
import { type Html, html, verbatim } from './markup.ts';
import { CHOOSER, frontPath, methodPath, relative } from './paths.ts';
import { POLICY, STYLE } from './style.ts';
import { type Wording, wordingOf } from './wording.ts';

/**
 * A page before it is dressed: where it lies, what its tab says and what its main part holds.
 *
 * @example
 * { path: 'en/day/2025-12-20/index.html', title: '20 December 2025', main: html`<h1>20 December 2025</h1>`,
 *   alternate: (language) => dayPath(language, '2025-12-20') }
 */
export interface Page {
  readonly path: string;
  /** Neutral: it stays in the history of the reader's browser, so it names no person. */
  readonly title: string;
  readonly main: Html;
  /** Where the same page lies in another language. */
  readonly alternate: (language: Wording['language']) => string | null;
}

/** Dresses a page: the notice first, then the masthead, the main part, and what edition it belongs to. */
export function dressed(page: Page, words: Wording, input: EditionInput): string {
  return document(words.language, `${page.title} · ${words.say('site.name')}`, [
    html`<a class="skip" href="#main">${words.say('skip')}</a>`,
    notice(words),
    masthead(page, words, input),
    html`<main id="main" class="page">${page.main}</main>`,
    colophon(page.path, words, input),
  ]);
}

/** The first page of an edition: the languages it can be read in, and the notice in each. */
export function chooser(input: EditionInput): string {
  const all = input.languages.map(wordingOf);
  const first = all[0];
  if (first === undefined) throw new RangeError('an edition needs a language');
  return document(first.language, first.say('site.name'), [
    ...all.map((words) => notice(words)),
    html`<main class="page"><h1>${all.map(
      (words, i) =>
        html`${i > 0 ? verbatim('<br>') : null}<span lang="${words.language}">${words.say('site.name')}</span>`,
    )}</h1>
<ul class="choose">${all.map(
      (words) =>
        html`<li><a lang="${words.language}" hreflang="${words.language}" href="${relative(CHOOSER, frontPath(words.language))}">${words.name}</a></li>`,
    )}</ul></main>`,
  ]);
}

function document(language: string, title: string, body: readonly Html[]): string {
  const page = html`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${verbatim(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noarchive">
<title>${title}</title>
<style>${verbatim(STYLE)}</style>
</head>
<body>
${body}
</body>
</html>
`;
  return String(page);
}

function notice(words: Wording): Html {
  return html`<aside class="notice" lang="${words.language}" aria-label="${words.say('notice.label')}"><details class="page"><summary>${words.say('notice.short')}</summary><p>${words.say('notice.long')}</p></details></aside>`;
}

function masthead(page: Page, words: Wording, input: EditionInput): Html {
  const link = (path: string, text: string) =>
    html`<a href="${relative(page.path, path)}"${path === page.path ? verbatim(' aria-current="page"') : null}>${text}</a>`;
  const others = input.languages
    .filter((language) => language !== words.language)
    .map((language) => {
      const other = wordingOf(language);
      const path = page.alternate(language) ?? frontPath(language);
      return html`<a lang="${language}" hreflang="${language}" href="${relative(page.path, path)}">${other.name}</a>`;
    });
  return html`<header class="masthead page"><a class="name" href="${relative(page.path, frontPath(words.language))}">${words.say('site.name')}</a>
<nav aria-label="${words.say('nav.label')}">${link(frontPath(words.language), words.say('nav.front'))}${link(methodPath(words.language), words.say('nav.method'))}</nav>
${others.length > 0 ? html`<nav class="languages" aria-label="${words.say('nav.languages')}">${others}</nav>` : null}</header>`;
}

function colophon(path: string, words: Wording, input: EditionInput): Html {
  return html`<footer><div class="page"><p>${words.say('footer.edition', { on: words.day(input.on), known: words.day(input.knownOn), size: input.size })}</p>
<p>${words.html('footer.verify', { root: html`<code>${input.root}</code>`, method: html`<a href="${relative(path, methodPath(words.language))}#verify">${words.say('nav.method')}</a>` })}</p></div></footer>`;
}
