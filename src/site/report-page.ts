import { claimArticle } from './claim-article.ts';
import type { Page } from './layout.ts';
import { html } from './markup.ts';
import { reportPath } from './paths.ts';
import { inLanguage, type Setting } from './setting.ts';
import type { ShownReport } from './shown.ts';
import type { View } from './view.ts';
import type { Wording } from './wording.ts';

/** The page of a report: what it is, and what was accepted from it, passage by passage; never its whole text. */
export function reportPage(view: View, words: Wording, report: ShownReport): Page {
  const path = reportPath(words.language, report.number);
  const setting: Setting = { view, words, path };
  const title = words.say('report.title', { number: report.number });
  const claims = report.claims.map((number) => view.shown.claims.get(number)).filter((one) => one !== undefined);
  const language = words.has(`lang.${report.language}`) ? words.say(`lang.${report.language}`) : report.language;
  return {
    path,
    title,
    alternate: (other) => reportPath(other, report.number),
    main: html`<p class="over">${title}</p>
<h1>${report.title === null ? words.say('report.withheld') : inLanguage(report.title, report.language)}</h1>
<dl class="facts"><dt>${words.say('report.publisher')}</dt><dd>${report.publisher === null ? words.say('claim.unknown') : inLanguage(report.publisher, report.language)}</dd>
<dt>${words.say('report.published')}</dt><dd>${report.published === undefined ? words.say('claim.undated') : words.day(report.published)}</dd>
<dt>${words.say('report.language')}</dt><dd>${language}</dd>
${report.address === null ? null : html`<dt>${words.say('report.address')}</dt><dd><code>${report.address}</code></dd>`}</dl>
<section aria-labelledby="claims"><h2 id="claims">${words.say('report.claims')}</h2><p class="small">${words.say('report.short')}</p>
${claims.map((claim) => claimArticle(setting, claim))}</section>`,
  };
}
