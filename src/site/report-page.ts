import { claimArticles } from './claim-article.ts';
import type { Page } from './layout.ts';
import { type Html, html } from './markup.ts';
import { CLAIMS_A_PAGE, paged } from './paging.ts';
import { reportPath } from './paths.ts';
import { aboutReport } from './report-about.ts';
import { inLanguage, link, type Setting } from './setting.ts';
import type { ShownReport } from './shown.ts';
import { citedAs } from './told-by.ts';
import type { View } from './view.ts';
import type { Wording } from './wording.ts';

/** The pages of a report: what it is, and what was accepted from it, passage by passage; never its whole text. */
export function reportPages(view: View, words: Wording, report: ShownReport): readonly Page[] {
  const title = words.say('report.title', { number: report.number });
  const parts = paged(report.claims, CLAIMS_A_PAGE);
  return parts.map((numbers, part) => {
    const path = reportPath(words.language, report.number, part);
    const setting: Setting = { view, words, path };
    const claims = numbers.map((number) => view.shown.claims.get(number)).filter((one) => one !== undefined);
    return {
      path,
      title,
      alternate: (other) => reportPath(other, report.number, part),
      main: html`<p class="over">${citedAs(words, report)}</p>
<h1 class="title">${report.title === null ? words.say('report.withheld') : inLanguage(report.title, report.language)}</h1>
${aboutReport(setting, report)}
<section aria-labelledby="claims"><h2 id="claims">${words.say('report.claims')}</h2><p class="small">${words.say('report.short')}</p>
${claimArticles(setting, claims)}${otherParts(setting, report, part, parts.length)}</section>`,
    };
  });
}

function otherParts(setting: Setting, { number }: ShownReport, part: number, count: number): Html | null {
  if (count === 1) return null;
  const { words } = setting;
  const links = Array.from({ length: count }, (_, n) =>
    n === part ? html` ${n + 1}` : html` ${link(setting, reportPath(words.language, number, n), n + 1)}`,
  );
  return html`<p>${words.say('report.parts')}:${links}</p>`;
}
