import { readBySecond } from '../register/reader.ts';
import type { FiledClaim, Proposal } from '../register/state.ts';
import type { Html } from '../site/markup.ts';
import { html } from '../site/markup.ts';
import { excerptOf, factsOf, kindOf, subjectLanguage, subjectOf } from './claim-words.ts';
import { decisionInWords } from './decision-words.ts';
import type { Desk, Visitor } from './desk.ts';
import type { Screen } from './page.ts';
import type { WaitingReport } from './queue.ts';
import { byReport, waitingClaims, waitingForSecond, waitingProposals } from './queue.ts';
import type { DeskWords } from './words.ts';

/** How many claims one screen lists. */
const CLAIMS_A_SCREEN = 100;

// Beside a name a date or a term speaks for itself; who brokered, recognised or imposed does not.
const NEEDS_LABEL: ReadonlySet<string> = new Set(['deal', 'by', 'derived', 'object']);

/**
 * The list of what waits: claims by report, then what waits for a second person.
 *
 * @param from how many claims to pass over.
 */
export function queueScreen(desk: Desk, visitor: Visitor, from: number): Screen {
  const { words } = desk;
  const state = desk.register.state();
  const waiting = waitingClaims(state, visitor.name);
  const shown = waiting.slice(from, from + CLAIMS_A_SCREEN);
  const second = waitingForSecond(state).filter((claim) => !waiting.includes(claim));
  const proposals = waitingProposals(state);
  return {
    title: words.say('queue.title'),
    place: '/',
    main: html`<header class="lead"><h1>${words.say('queue.title')}</h1>
<p>${waiting.length === 0 ? words.say('queue.nothing') : words.say('queue.lede', { n: waiting.length })}</p>
${state.claims.size === 0 ? html`<p class="hint">${words.say('queue.nothing-hint')}</p>` : null}</header>
${byReport(shown, state).map((group) => reportSection(group, desk))}
${pages(from, waiting.length, words)}
${second.length + proposals.length === 0 ? null : secondSection(second, proposals, desk)}`,
  };
}

/** A claim as a card: its kind, whom it is about, what it says, the words that say so. */
function claimCard({ number, claim, status }: FiledClaim, language: string, { register, words }: Desk): Html {
  const reader = readBySecond(register.entries(), number);
  const facts = factsOf(claim, words)
    .filter(({ property }) => property !== 'quote')
    .map(({ property, label, text }) => (NEEDS_LABEL.has(property) ? `${label} ${text}` : text));
  return html`<article class="card" data-claim="${number}">
<p class="kind">${kindOf(claim, words)}${claim.hypothetical ? html` <span class="doubt">${words.say('queue.not-done')}</span>` : null}${status === 'waiting for a second' ? html` <span class="doubt">${words.say('claim.status-waiting-for-a-second')}</span>` : null}${reader === null ? null : html` <span class="doubt">${words.say('queue.read-by', { name: reader })}</span>`}</p>
<h3 lang="${subjectLanguage(claim, language, words)}"><a href="/claim/${number}#passage">${subjectOf(claim, words)}</a></h3>
${facts.length === 0 ? null : html`<p class="facts">${facts.join(' · ')}</p>`}
<blockquote lang="${language}" dir="auto">${excerptOf(claim.passage.text)}</blockquote>
</article>`;
}

function reportSection({ report: { number, report }, claims }: WaitingReport, desk: Desk): Html {
  const { words } = desk;
  const about = [
    report.publisher,
    report.published && words.day(report.published),
    words.say('queue.report', { number: String(number) }),
  ];
  return html`<section class="waiting" aria-labelledby="report-${number}">
<header><h2 id="report-${number}" lang="${report.language}">${report.title}</h2>
<p class="hint">${about.filter(Boolean).join(' · ')} · ${words.say('queue.from', { n: claims.length })}</p></header>
<ol class="cards">${claims.map((claim) => html`<li>${claimCard(claim, report.language, desk)}</li>`)}</ol>
</section>`;
}

function secondSection(claims: readonly FiledClaim[], proposals: readonly Proposal[], desk: Desk): Html {
  const { words } = desk;
  const state = desk.register.state();
  const language = (claim: FiledClaim) => state.reports.get(claim.report)?.report.language ?? 'und';
  return html`<section class="waiting" aria-labelledby="second"><header><h2 id="second">${words.say('queue.second-title')}</h2>
<p class="hint">${words.say('queue.second-lede')}</p></header>
<ol class="cards">${claims.map((claim) => html`<li>${claimCard(claim, language(claim), desk)}</li>`)}${proposals.map(
    (
      proposal,
    ) => html`<li><article class="card"><p class="kind">${words.say('queue.proposed', { who: proposal.author, what: '' }).trim()}</p>
<h3>${decisionInWords(proposal.decision, state, words)}</h3><p class="facts">${proposal.decision.reason}</p></article></li>`,
  )}</ol></section>`;
}

function pages(from: number, all: number, words: DeskWords): Html | null {
  if (all <= CLAIMS_A_SCREEN) return null;
  const to = Math.min(from + CLAIMS_A_SCREEN, all);
  return html`<nav class="pages" aria-label="${words.say('queue.showing', { from: from + 1, to, n: all })}">
<p>${words.say('queue.showing', { from: from + 1, to, n: all })}</p>
${from > 0 ? html`<a href="/">${words.say('queue.earlier')}</a>` : null}
${to < all ? html`<a href="/?from=${to}">${words.say('queue.later')}</a>` : null}</nav>`;
}
