import type { Html } from '../site/markup.ts';
import { html, verbatim } from '../site/markup.ts';
import { LANGUAGES, wordingOf } from '../site/wording.ts';
import type { Desk, Visitor } from './desk.ts';
import { waitingClaims, waitingProposals } from './queue.ts';
import type { DeskWords } from './words.ts';

/** A screen before it is dressed. */
export interface Screen {
  readonly title: string;
  readonly main: Html;
  /** Which of the desk's places it belongs to. */
  readonly place?: '/' | '/claims/decided' | '/count';
  /** True where the main part takes the whole width, and on a large screen the whole height: a claim beside its report. */
  readonly beside?: boolean;
}

/** Dresses a screen: the bar with the places and who decides, what came of the last decision, the main part. */
export function page(screen: Screen, { register, words }: Desk, visitor: Visitor): string {
  const state = register.state();
  const waiting = waitingClaims(state, visitor.name).length + waitingProposals(state).length;
  const place = (path: string, text: string, count?: number) =>
    html`<a href="${path}"${screen.place === path ? verbatim(' aria-current="page"') : null}><span>${text}</span>${count === undefined ? null : html` <b class="tally">${words.number(count)}</b>`}</a>`;
  return String(html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${screen.title} · ${words.say('desk.name')}</title>
<link rel="stylesheet" href="/desk.css">
<link rel="icon" href="/desk.svg" type="image/svg+xml">
<script src="/desk.js" defer></script>
</head>
<body${screen.beside ? verbatim(' class="beside"') : null}>
<a class="skip" href="#main">${words.say('desk.skip')}</a>
<header class="bar">
<p class="name"><a href="/">${words.say('desk.name')} <span>${words.say('desk.tagline')}</span></a></p>
<nav aria-label="${words.say('desk.navigation')}">${place('/', words.say('desk.waiting'), waiting)}${place('/claims/decided', words.say('desk.decided'))}${place('/count', words.say('desk.count'))}${place('/site/', words.say('desk.site'))}</nav>
<div class="who-where">${visitor.name === undefined ? null : html`<p class="author">${words.say('desk.deciding-as', { name: visitor.name })} · <a href="/name">${words.say('desk.change-name')}</a></p>`}
${otherLanguages(words, visitor)}</div>
</header>
${visitor.notice === undefined ? null : html`<p class="done" role="status">${visitor.notice}</p>`}
<main id="main" tabindex="-1">
${screen.main}
</main>
</body>
</html>
`);
}

function otherLanguages({ language, say }: DeskWords, { at }: Visitor): Html {
  const others = LANGUAGES.filter((other) => other !== language);
  const buttons = others.map(
    (other) => html`<button name="language" value="${other}" lang="${other}">${wordingOf(other).name}</button>`,
  );
  return html`<form class="languages" method="post" action="/language" aria-label="${say('desk.languages')}"><input type="hidden" name="to" value="${at}">${buttons}</form>`;
}
