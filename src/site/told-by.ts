import { sourcesAmong } from '../register/sources.ts';
import { type Html, html, NOTHING } from './markup.ts';
import { reportPath } from './paths.ts';
import { inLanguage, link, type Setting } from './setting.ts';
import type { ShownReport } from './shown.ts';
import type { View } from './view.ts';
import type { Wording } from './wording.ts';

/** The sources that claims come down to, each as its reports that are shown: a text that ten papers print is one. */
export function sourcesOf({ input, shown }: View, claims: readonly number[]): readonly (readonly ShownReport[])[] {
  const reports = claims.flatMap((number) => shown.claims.get(number)?.report ?? []);
  return sourcesAmong(input.state, reports).map((source) => source.flatMap((one) => shown.reports.get(one) ?? []));
}

/** How many sources tell something, and in how many reports: `Told by 2 sources (11 reports)`. */
export function toldBy(words: Wording, sources: readonly (readonly ShownReport[])[]): string {
  const reports = sources.flat().length;
  return words.say('sources.told', { n: sources.length, reports: words.say('sources.reports', { n: reports }) });
}

/** Who published a report and when: what a list calls it by. */
export function citedAs(words: Wording, { publisher, published, language }: ShownReport): Html {
  return words.html('report.cited', {
    publisher: publisher === null ? words.say('claim.unknown') : inLanguage(publisher, language),
    day: published === undefined ? words.say('claim.undated') : words.day(published),
  });
}

/** The sources as a list, each with every report that prints its text; nothing where there is nothing to list. */
export function sourceList(setting: Setting, sources: readonly (readonly ShownReport[])[]): Html {
  if (sources.length === 0) return NOTHING;
  const { words } = setting;
  const linked = (report: ShownReport) =>
    link(setting, reportPath(words.language, report.number), citedAs(words, report));
  return html`<ul class="sources">${sources.map(
    (reports) => html`<li>${reports.map((report, i) => html`${i === 0 ? null : html` · `}${linked(report)}`)}</li>`,
  )}</ul>`;
}
