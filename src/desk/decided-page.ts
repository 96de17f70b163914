import type { DecisionMade, RegisterState } from '../register/state.ts';
import type { Html } from '../site/markup.ts';
import { html } from '../site/markup.ts';
import { dayOf } from '../time/clock.ts';
import { decisionInWords, verbOf } from './decision-words.ts';
import type { Desk } from './desk.ts';
import type { Screen } from './page.ts';
import type { DeskRegister } from './register.ts';
import type { DeskWords } from './words.ts';

/** How many decisions one screen tells. */
const DECISIONS_A_SCREEN = 100;

/** Every decision that is in the register, in the order they were made. */
export function decisionsMade(register: DeskRegister): readonly DecisionMade[] {
  return register
    .entries()
    .flatMap((entry) =>
      entry.kind === 'decision' && entry.body !== null
        ? [{ number: entry.number, entered: entry.entered, author: entry.author, decision: entry.body }]
        : [],
    );
}

/**
 * The history of decisions, latest first.
 *
 * @param before number of the entry before which to begin; absent for the latest.
 */
export function decidedScreen({ register, words }: Desk, before: number | undefined): Screen {
  const state = register.state();
  const all = decisionsMade(register).toReversed();
  const older = all.filter(({ number }) => before === undefined || number < before);
  const shown = older.slice(0, DECISIONS_A_SCREEN);
  const last = shown.at(-1);
  return {
    title: words.say('decided.title'),
    place: '/claims/decided',
    main: html`<header class="lead"><h1>${words.say('decided.title')}</h1>
<p>${all.length === 0 ? words.say('decided.none') : words.say('decided.lede')}</p></header>
${[...Map.groupBy(shown, ({ entered }) => dayOf(entered))].map(
  ([day, made]) => html`<section class="day"><h2>${words.day(day)}</h2>${decisionList(made, state, words)}</section>`,
)}
<nav class="pages" aria-label="${words.say('decided.title')}">${before === undefined ? null : html`<a href="/claims/decided">${words.say('decided.newest')}</a>`}
${last && older.length > shown.length ? html`<a href="/claims/decided?before=${last.number}">${words.say('decided.older')}</a>` : null}</nav>`,
  };
}

/** The decisions about one thing, under their own heading. Nothing where there are none. */
export function historyOf(made: readonly DecisionMade[], state: RegisterState, words: DeskWords): Html {
  return html`<h3>${words.say('decide.history')}</h3>
${made.length === 0 ? html`<p class="hint">${words.say('decide.none')}</p>` : decisionList(made, state, words)}`;
}

function decisionList(made: readonly DecisionMade[], state: RegisterState, words: DeskWords): Html {
  return html`<ol class="decisions">${made.map(
    ({
      number,
      entered,
      author,
      decision,
    }) => html`<li id="entry-${number}"><p><strong>${author}</strong> <span class="verb">${verbOf(decision, words)}</span> ${decisionInWords(decision, state, words)}</p>
<p class="why">${decision.reason}</p><p class="hint"><time datetime="${entered}">${words.day(dayOf(entered))}, ${entered.slice(11, 16)} UTC</time></p></li>`,
  )}</ol>`;
}
