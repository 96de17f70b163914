import type { BlockChange } from '../archive/changes.ts';
import { changesOf } from '../archive/changes.ts';
import { isWebAddress } from '../archive/fetch-address.ts';
import type { Medium, Report } from '../archive/report.ts';
import { isStory } from '../archive/report.ts';
import { sameTextAs } from '../register/sources.ts';
import type { FiledReport, RegisterState } from '../register/state.ts';
import type { Html } from '../site/markup.ts';
import { html } from '../site/markup.ts';
import { citedAs } from './sources-told.ts';
import type { DeskWords } from './words.ts';

const SECONDS_A_MINUTE = 60;

/** What a report is and says of itself: publisher, days, language, marks, media, where it came from, what else prints it. */
export function aboutReport({ number, report }: FiledReport, state: RegisterState, words: DeskWords): Html {
  const { publisher, published, modified, language, address, original, marks = [], media = [] } = report;
  const about = [
    publisher,
    published && words.day(published),
    modified && words.say('claim.modified', { day: words.day(modified) }),
    words.languageName(language),
  ];
  const same = sameTextAs(state, number).map((other) => citedAs(state.reports.get(other), words));
  const from = isWebAddress(address)
    ? words.say('claim.address', { address })
    : words.say('claim.file', { name: address });
  return html`<p class="hint">${about.filter(Boolean).join(' · ')}</p>
${marks.length === 0 ? null : html`<p class="hint"><strong>${marks.map((mark) => words.say(`mark.${mark}`)).join(', ')}</strong></p>`}
${media.length === 0 ? null : html`<ul class="hint media">${media.map((one) => html`<li>${medium(one, words)}${one.caption === undefined ? null : html`: <span lang="${language}">${one.caption}</span>`}</li>`)}</ul>`}
${same.length === 0 ? null : html`<p class="hint">${words.say('claim.same-text', { reports: words.list(same) })}</p>`}
<p class="hint origin">${from} · ${words.say('claim.original', { hash: original.slice(0, 16) })}</p>`;
}

function medium({ kind, seconds, machineMade, missing }: Medium, words: DeskWords): string {
  const length = seconds === undefined ? null : Math.round(seconds);
  return [
    words.say(`medium.${kind}`),
    length === null
      ? null
      : `${Math.floor(length / SECONDS_A_MINUTE)}:${`${length % SECONDS_A_MINUTE}`.padStart(2, '0')}`,
    machineMade ? words.say('medium.machine') : null,
    missing ? words.say('medium.missing') : null,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** What changed in a story since its page was read before, block by block; null where it was not. */
export function changesView(before: Report | null, after: Report, words: DeskWords): Html | null {
  if (before === null) return null;
  const changes = changesOf(before.blocks.filter(isStory), after.blocks.filter(isStory));
  const other = changes.filter(({ change }) => change !== 'kept');
  return html`<details class="changes"><summary>${words.say('claim.changed', { n: other.length })}</summary>
<ul lang="${after.language}">${other.map((one) => html`<li>${changed(one, words)}</li>`)}</ul></details>`;
}

function changed(one: BlockChange, words: DeskWords): Html {
  const gone = one.change === 'added' ? null : html`<del>${one.before.text}</del>`;
  const now = one.change === 'gone' ? null : html`<ins>${one.after.text}</ins>`;
  return html`<span class="unseen" lang="${words.language}">${words.say(`change.${one.change}`)} </span>${gone} ${now}`;
}
