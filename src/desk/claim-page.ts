import type { Report } from '../archive/report.ts';
import type { Claim } from '../claims/claim.ts';
import { readBySecond } from '../register/reader.ts';
import type { FiledClaim } from '../register/state.ts';
import type { Html } from '../site/markup.ts';
import { html } from '../site/markup.ts';
import type { Fact } from './claim-words.ts';
import { chainOf, excerptOf, factsOf, kindOf, subjectLanguage, subjectOf } from './claim-words.ts';
import { decideForm } from './decide-form.ts';
import { historyOf } from './decided-page.ts';
import type { Desk, Draft, Visitor } from './desk.ts';
import type { Screen } from './page.ts';
import { nextClaim, previousClaim } from './queue.ts';
import { aboutReport, changesView } from './report-about.ts';
import { reportView, restsOf } from './report-view.ts';
import { citedAs } from './sources-told.ts';
import { linkedNames } from './who-form.ts';
import type { DeskWords } from './words.ts';

/** The report of a claim as it was read, null where it was taken away; and the earlier reading of its page, if any. */
export interface Readings {
  readonly report: Report | null;
  readonly before: Report | null;
}

/** A claim beside its report: what is claimed, who says it, what each part rests on, and the form to decide it. */
export function claimScreen(
  desk: Desk,
  visitor: Visitor,
  filed: FiledClaim,
  { report, before }: Readings,
  draft: Draft | null,
): Screen {
  const { words } = desk;
  const state = desk.register.state();
  const filedReport = state.reports.get(filed.report);
  const language = report?.language ?? 'und';
  return {
    title: words.say('claim.number', { number: String(filed.number) }),
    beside: true,
    main: html`<header class="claim-head">
<div><p class="kind">${kindOf(filed.claim, words)} <span class="status ${filed.status.replaceAll(' ', '-')}">${words.say(`claim.status-${filed.status.replaceAll(' ', '-')}`)}</span></p>
<h1 lang="${subjectLanguage(filed.claim, language, words)}">${subjectOf(filed.claim, words)}</h1>
<p class="hint">${words.say('claim.place', { number: String(filed.number), report: citedAs(filedReport, words), title: excerptOf(filedReport?.report.title ?? '', 80) })}</p></div>
${neighbours(desk, visitor, filed.number)}
</header>
<section class="pane read" tabindex="0" aria-labelledby="report-title"><h2 class="pane-title" id="report-title">${words.say('claim.report')}</h2>
${report === null ? html`<p>${words.say('claim.shredded')}</p>` : html`${filedReport ? aboutReport(filedReport, state, words) : null}${changesView(before, report, words)}${reportView(report, filed.claim, words)}`}</section>
<section class="pane say" aria-labelledby="says-title"><h2 class="pane-title" id="says-title">${words.say('claim.says')}</h2>
${decideForm(desk, visitor, filed, draft, claimSays(filed, report, desk))}
${linkedNames(filed, state, words, visitor)}
${historyOf(filed.decisions, state, words)}</section>`,
  };
}

function neighbours({ register, words }: Desk, { name }: Visitor, number: number): Html {
  const state = register.state();
  const link = (to: number | undefined, key: string, rel: string) =>
    to === undefined ? null : html`<a rel="${rel}" href="/claim/${to}#passage">${words.say(key)}</a>`;
  return html`<nav class="neighbours" aria-label="${words.say('desk.waiting')}">${link(previousClaim(state, number, name), 'claim.previous', 'prev')}${link(nextClaim(state, number, name), 'claim.next', 'next')}<p class="hint keys" hidden>${words.say('desk.keys')}</p></nav>`;
}

function claimSays(filed: FiledClaim, report: Report | null, { register, words }: Desk): Html {
  const { number, claim, read, status } = filed;
  const reader = status === 'accepted' ? null : readBySecond(register.entries(), number);
  return html`${reader === null ? null : html`<p class="caution">${words.say('claim.read-by', { name: reader })}</p>`}
${claim.hypothetical ? html`<p class="caution">${words.say('claim.not-done')}</p>` : null}
${claim.inAbsentia ? html`<p class="caution">${words.say('claim.in-absentia')}</p>` : null}
${claim.derived === undefined ? null : html`<p class="caution">${words.say('claim.calculated')}</p>`}
<blockquote class="passage-words" lang="${report?.language ?? 'und'}" dir="auto" aria-label="${words.say('claim.passage')}">${claim.passage.text}</blockquote>
<dl class="facts">${allFacts(claim, words).map((fact) => factRow(fact, claim, read, words))}</dl>
${whoSays(claim, report, words)}`;
}

// The heading names the subject alone; here each of its properties stands with its own label.
function allFacts(claim: Claim, words: DeskWords): readonly Fact[] {
  const facts = factsOf(claim, words, { withSubject: true });
  return facts.filter(({ property }) => property !== 'quote' || claim.quote !== claim.passage.text);
}

function factRow({ property, label, text }: Fact, claim: Claim, read: Claim, words: DeskWords): Html {
  const rests = restsOf(claim, property).map(
    ({ anchor, text: on }) =>
      html`<span class="rests-on">${words.say('claim.rests')} <a href="#${anchor}">${excerptOf(on, 60)}</a></span>`,
  );
  const before = factsOf(read, words, { withSubject: true }).find(
    (fact) => fact.property === property && fact.label === label,
  );
  const wasRead =
    before?.text === text
      ? null
      : html`<span class="was">${before ? words.say('claim.was', { value: before.text }) : words.say('claim.was-absent')}</span>`;
  return html`<div><dt>${label}</dt><dd>${text}${rests}${wasRead}</dd></div>`;
}

function whoSays(claim: Claim, report: Report | null, words: DeskWords): Html {
  const publisher = report?.publisher;
  const told = chainOf(claim);
  const rests = [...restsOf(claim, 'chain'), ...restsOf(claim, 'accordingTo')];
  return html`<h3>${words.say('claim.who-says')}</h3>
<ol class="chain"><li>${publisher === undefined ? words.say('claim.unknown-publisher') : words.say('claim.published-by', { name: publisher })}</li>${told.map((name) => html`<li>${words.say('claim.told-by', { name })}</li>`)}</ol>
${rests.map(({ anchor, text }) => html`<p class="rests-on">${words.say('claim.rests')} <a href="#${anchor}">${excerptOf(text, 60)}</a></p>`)}`;
}
