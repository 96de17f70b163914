import { type Html, html } from './markup.ts';
import { IDS_A_RECEIPT, PEOPLE_A_PAGE } from './paging.ts';
import { inAlphabet, peopleList } from './person-name.ts';
import type { Receipt, ReceiptNumber } from './receipt.ts';
import { receiptAnchor, receiptPath } from './receipt.ts';
import { link, numberLink, receiptAddress, type Setting } from './setting.ts';
import type { DayView } from './view.ts';

/** The count of a day in large numbers, each leading to its receipt. */
export function countBlock(setting: Setting, { all, women }: DayView): Html {
  const { words } = setting;
  const number = (receipt: Receipt, value: number, key: string, lesser: boolean) =>
    html`<div${lesser ? html` class="lesser"` : null}><dt>${words.say(key, { n: value })}</dt><dd>${numberLink(setting, receiptAddress(setting, receipt.question), words.number(value))}</dd></div>`;
  return html`<dl class="count">${number(all, all.certain.number, 'count.certain', false)}${number(all, all.possible.number, 'count.possible', true)}${number(women, women.certain.number, 'count.women', true)}</dl>
${unstated(setting, all)}`;
}

/** Those behind a number: the persons who may be shown, and how many are counted and not named. */
export function behind(setting: Setting, counted: ReceiptNumber, heading: string): Html | null {
  const { view, words } = setting;
  if (counted.number === 0) return null;
  const withheld = counted.withheld ?? 0;
  const shown = inAlphabet(view, words, counted.persons);
  const more = shown.length - PEOPLE_A_PAGE;
  return html`<h2>${heading}</h2>${peopleList(setting, shown.slice(0, PEOPLE_A_PAGE))}${
    more > 0 ? html`<p>${words.say('count.more', { n: more })}</p>` : null
  }${withheld > 0 ? html`<p>${words.say('count.withheld', { n: withheld })}</p>` : null}`;
}

/** The receipts of a day: what was asked, what came out, and how to ask again. */
export function receiptSection(setting: Setting, { all, women }: DayView): Html {
  const { words } = setting;
  return html`<section aria-labelledby="receipts"><h2 id="receipts">${words.say('receipt.title')}</h2><p>${words.say('receipt.intro')}</p>
${receiptCard(setting, all, 'receipt.all')}
${receiptCard(setting, women, 'receipt.women')}</section>`;
}

function receiptCard(setting: Setting, receipt: Receipt, title: string): Html {
  const { words } = setting;
  const { certain, possible, register, question } = receipt;
  const withheld = (certain.withheld ?? 0) + (possible.withheld ?? 0);
  const persons = [...certain.persons, ...possible.persons];
  const facts: readonly (readonly [string, Html])[] = [
    ['receipt.value', html`${words.say('receipt.answer', { certain: certain.number, possible: possible.number })}`],
    ['receipt.known', html`${words.day(receipt.knownOn)}`],
    ['receipt.register', html`${register.origin}, ${words.say('receipt.size', { n: register.size })}`],
    ['receipt.root', html`<code>${register.root}</code>`],
    ...(persons.length > 0 && persons.length <= IDS_A_RECEIPT
      ? [['receipt.persons', html`<code>${persons.join(' ')}</code>`] as const]
      : []),
    ...(withheld > 0 ? [['receipt.withheld', html`${words.number(withheld)}`] as const] : []),
    ['receipt.file', link(setting, receiptPath(question), receiptPath(question))],
  ];
  return html`<article class="receipt" id="${receiptAnchor(question)}"><h3>${words.say(title, { day: words.day(question.heldOn) })}</h3>
<dl class="facts">${facts.map(([key, value]) => html`<dt>${words.say(key)}</dt><dd>${value}</dd>`)}</dl>
${question.of === undefined ? null : html`<p class="small">${words.say('receipt.shown')}</p>`}
<p class="small">${words.say('receipt.ask')}</p><p><code class="ask">${receipt.ask}</code></p></article>`;
}

// How many of those shown have no stated sex: said aloud, because a small number of women may only mean that.
function unstated({ view, words }: Setting, all: Receipt): Html | null {
  const unknown = all.certain.persons.filter((id) => view.shown.persons.get(id)?.sex === undefined).length;
  return unknown === 0 ? null : html`<p class="small">${words.say('count.women.unstated', { n: unknown })}</p>`;
}
