import { type Html, html, NOTHING } from './markup.ts';
import { CLAIMS_A_PAGE } from './paging.ts';
import { reportPath } from './paths.ts';
import { link, type Setting } from './setting.ts';
import type { ShownClaim } from './shown.ts';
import { citedAs, sourcesOf } from './told-by.ts';

/** The anchor of a claim on the page of its report, of a person or of a deal. */
export function claimAnchor(number: number): string {
  return `claim-${number}`;
}

/** The address of a claim: its place on the page of its report. */
export function claimAddress({ view, words }: Setting, { number, report }: ShownClaim): string {
  const place = view.shown.reports.get(report)?.claims.indexOf(number) ?? 0;
  const path = reportPath(words.language, report, Math.floor(Math.max(0, place) / CLAIMS_A_PAGE));
  return `${path}#${claimAnchor(number)}`;
}

/**
 * The sources that claims come from, each by the report that has the first of the claims and leading to it, with how many
 * reports there are of one text.
 */
export function reportLinks(setting: Setting, claims: readonly number[]): Html {
  const { view, words } = setting;
  const shown = claims.map((number) => view.shown.claims.get(number)).filter((one) => one !== undefined);
  const links = sourcesOf(view, claims).flatMap((reports) => {
    const first = shown.find(({ report }) => reports.some(({ number }) => number === report));
    const report = first && view.shown.reports.get(first.report);
    if (!first || !report) return [];
    const more = reports.length === 1 ? null : html` (${words.say('sources.reports', { n: reports.length })})`;
    return [html`${link(setting, claimAddress(setting, first), citedAs(words, report))}${more}`];
  });
  if (links.length === 0) return NOTHING;
  return html`<span class="small">${links.map((one, i) => (i === 0 ? one : html`; ${one}`))}</span>`;
}
