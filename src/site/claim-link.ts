import { type Html, html, NOTHING } from './markup.ts';
import { CLAIMS_A_PAGE } from './paging.ts';
import { reportPath } from './paths.ts';
import { link, type Setting } from './setting.ts';
import type { ShownClaim } from './shown.ts';

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

/** The reports that claims come from, each once and leading to its claim. */
export function reportLinks(setting: Setting, claims: readonly number[]): Html {
  const shown = claims.map((number) => setting.view.shown.claims.get(number)).filter((one) => one !== undefined);
  const reports = [...Map.groupBy(shown, ({ report }) => report).values()].flatMap(([first]) => first ?? []);
  const links = reports.map(
    (claim, i) =>
      html`${i === 0 ? null : ', '}${link(setting, claimAddress(setting, claim), setting.words.say('bridge.report', { number: claim.report }))}`,
  );
  return links.length === 0 ? NOTHING : html`<span class="small">${links}</span>`;
}
