import { bridge } from '../register/bridge.ts';
import type { Day } from '../time/day.ts';
import { behind, countBlock, receiptSection } from './count-block.ts';
import { bridgeTable, figureTable } from './figure-table.ts';
import { bridgesNear, figuresNear } from './figures-near.ts';
import { happeningList } from './happening-list.ts';
import type { Page } from './layout.ts';
import { type Html, html } from './markup.ts';
import { dayPath, dealPath, relative } from './paths.ts';
import { link, type Setting } from './setting.ts';
import type { DayView, View } from './view.ts';
import type { Wording } from './wording.ts';

/** The page of a day: the count and who is behind it, the sources' figures, the bridge, what happened, the receipts. */
export function dayPage(view: View, words: Wording, day: DayView): Page {
  const path = dayPath(words.language, day.day);
  const setting: Setting = { view, words, path };
  const text = words.day(day.day);
  const certain = behind(setting, day.all.certain, words.say('count.who.certain'));
  const possible = behind(setting, day.all.possible, words.say('count.who.possible'));
  return {
    path,
    title: words.say('count.page', { day: text }),
    alternate: (language) => dayPath(language, day.day),
    main: html`<h1>${words.say('count.title', { day: text })}</h1>
${countBlock(setting, day)}
${certain}${possible}${certain === null && possible === null ? html`<p>${words.say('count.who.none')}</p>` : null}
<section aria-labelledby="figures"><h2 id="figures">${words.say('figures.title')}</h2>${figureTable(setting, figuresNear(view, day.day))}</section>
${bridges(setting, day.day)}
${happenedOn(setting, day.day)}
${receiptSection(setting, day)}
${neighbours(setting, day.day)}`,
  };
}

function bridges(setting: Setting, day: Day): Html | null {
  const { view, words } = setting;
  const pairs = bridgesNear(view, day);
  if (pairs.length === 0) return null;
  return html`<section aria-labelledby="bridge"><h2 id="bridge">${words.say('bridge.title')}</h2><p>${words.say('bridge.intro')}</p>
${pairs.map(([from, to]) => bridgeTable(setting, bridge(view.input.state, from, to)))}</section>`;
}

// The days before and after that have a page: a way through time for who has no script to ask for any day.
function neighbours({ view, words, path }: Setting, day: Day): Html | null {
  const days = [...view.days.keys()];
  const at = days.indexOf(day);
  const way = (key: string, other: Day | undefined) =>
    other === undefined
      ? null
      : html`<a href="${relative(path, dayPath(words.language, other))}">${words.say(key, { day: words.day(other) })}</a>`;
  return html`<nav class="days" aria-label="${words.say('day.label')}">${way('day.earlier', days[at - 1])} ${way('day.later', days[at + 1])}</nav>`;
}

function happenedOn(setting: Setting, day: Day): Html {
  const { view, words } = setting;
  const events = view.events.filter(({ date }) => date === day);
  const deals = view.deals.filter(({ on }) => on.from === day);
  return html`<section aria-labelledby="events"><h2 id="events">${words.say('events.title')}</h2>
${events.length > 0 ? happeningList(setting, events) : html`<p>${words.say('events.none')}</p>`}
${deals.map(({ on }) => html`<p>${link(setting, dealPath(words.language, on.from), words.say('deal.title', { day: words.day(on.from) }))}</p>`)}</section>`;
}
