import { isWebAddress } from '../archive/fetch-address.ts';
import type { Medium } from '../archive/report.ts';
import { readAgain, sameTextAs } from '../register/sources.ts';
import { type Html, html, type Printable } from './markup.ts';
import { reportPath } from './paths.ts';
import { inLanguage, link, type Setting } from './setting.ts';
import type { ShownReport } from './shown.ts';
import { citedAs } from './told-by.ts';

const SECONDS_A_MINUTE = 60;

/** What a report is: who published it, when, where; what it says of itself; what else prints it; how it has changed. */
export function aboutReport(setting: Setting, report: ShownReport): Html {
  const { words } = setting;
  const language = words.has(`lang.${report.language}`) ? words.say(`lang.${report.language}`) : report.language;
  const day = (one: string | undefined) => (one === undefined ? words.say('claim.undated') : words.day(one));
  const facts: readonly (readonly [string, Printable | null])[] = [
    [
      'report.publisher',
      report.publisher === null ? words.say('claim.unknown') : inLanguage(report.publisher, report.language),
    ],
    ['report.published', day(report.published)],
    ['report.modified', report.modified === undefined ? null : day(report.modified)],
    ['report.language', language],
    [
      'report.marks',
      report.marks.length === 0 ? null : report.marks.map((mark) => words.say(`mark.${mark}`)).join(', '),
    ],
    [
      'report.media',
      report.media.length === 0 ? null : html`${report.media.map((one) => medium(setting, one, report))}`,
    ],
    addressOf(report),
    ['report.same', sameText(setting, report)],
    ['report.changes', changes(setting, report)],
    ['report.later', laterReadings(setting, report)],
  ];
  const present = facts.filter(([, value]) => value !== null);
  return html`<dl class="facts">${present.map(([key, value]) => html`<dt>${words.say(key)}</dt><dd>${value}</dd>`)}</dl>`;
}

// The name of a file tells a reader nothing to open, so it is not called an address.
function addressOf({ address }: ShownReport): readonly [string, Printable | null] {
  if (address === null) return ['report.address', null];
  return [isWebAddress(address) ? 'report.address' : 'report.file', html`<code>${address}</code>`];
}

/** A recording or picture in words: `video, 7:00, missing on the page: the caption`. */
function medium(
  { words }: Setting,
  { kind, seconds, machineMade, missing, caption }: Medium,
  report: ShownReport,
): Html {
  const about = [
    words.say(`medium.${kind}`),
    ...(seconds === undefined ? [] : [lengthOf(seconds)]),
    ...(machineMade === true ? [words.say('medium.machine')] : []),
    ...(missing === true ? [words.say('medium.missing')] : []),
  ];
  const under = caption === undefined ? null : html`: ${inLanguage(caption, report.language)}`;
  return html`<span class="medium">${about.join(', ')}${under}</span> `;
}

function lengthOf(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / SECONDS_A_MINUTE)}:${String(whole % SECONDS_A_MINUTE).padStart(2, '0')}`;
}

function sameText(setting: Setting, { number }: ShownReport): Html | null {
  const same = sameTextAs(setting.view.input.state, number);
  return same.length === 0 ? null : linksTo(setting, same, setting.words.say('report.same.more', { n: same.length }));
}

function changes(setting: Setting, { again, changes: blocks }: ShownReport): Html | null {
  const { view, words } = setting;
  if (again === undefined || blocks === undefined) return null;
  const before = view.shown.reports.get(again);
  const title = before?.title;
  const headline =
    title === null || title === undefined
      ? null
      : html` ${words.html('report.changes.headline', { title: inLanguage(title, before?.language ?? 'und') })}`;
  const from =
    before && html` ${link(setting, reportPath(words.language, again), words.say('report.changes.earlier'))}.`;
  return html`${words.say('report.changes.count', { ...blocks })}${headline}${from}`;
}

function laterReadings(setting: Setting, { number }: ShownReport): Html | null {
  const { input, shown } = setting.view;
  const later = readAgain(input.state, number).filter((one) => shown.reports.has(one));
  return later.length === 0 ? null : linksTo(setting, later, null);
}

function linksTo(setting: Setting, numbers: readonly number[], otherwise: string | null): Html {
  const { view, words } = setting;
  const shown = numbers.flatMap((number) => view.shown.reports.get(number) ?? []);
  if (shown.length === 0) return html`${otherwise}`;
  return html`${shown.map((one, i) => html`${i === 0 ? null : '; '}${link(setting, reportPath(words.language, one.number), citedAs(words, one))}`)}`;
}
