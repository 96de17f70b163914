import type { DealSummary } from '../register/question.ts';
import { claimArticles } from './claim-article.ts';
import { claimAddress, reportLinks } from './claim-link.ts';
import { countGiven } from './given.ts';
import type { Page } from './layout.ts';
import { type Html, html } from './markup.ts';
import { CLAIMS_A_PAGE } from './paging.ts';
import { dealPath } from './paths.ts';
import { inAlphabet, peopleList } from './person-name.ts';
import { numberLink, type Setting } from './setting.ts';
import type { ShownClaim } from './shown.ts';
import { edtfOf, type View } from './view.ts';
import type { Wording } from './wording.ts';

/** The page of a negotiated release: numbers apart by how they were come by, and every claim they rest on. */
export function dealPage(view: View, words: Wording, deal: DealSummary): Page {
  const path = dealPath(words.language, deal.on.from);
  const setting: Setting = { view, words, path };
  const day = words.date(edtfOf(deal.on));
  const named = inAlphabet(view, words, deal.named);
  const claims = deal.claims.map((number) => view.shown.claims.get(number)).filter((one) => one !== undefined);
  return {
    path,
    title: words.say('deal.title', { day }),
    alternate: (language) => dealPath(language, deal.on.from),
    main: html`<p class="over">${words.say('deal.over')}</p><h1>${words.say('deal.title', { day })}</h1>
<dl class="count">${announced(setting, deal)}<div class="lesser"><dt>${words.say('deal.named', { n: named.length })}</dt><dd>${named.length > 0 ? html`<a href="#named">${words.number(named.length)}</a>` : words.number(0)}</dd></div></dl>
<dl class="facts">${listed(setting, 'deal.brokers', deal.brokers)}${listed(setting, 'deal.concessions', deal.concessions)}${destinations(setting, deal)}</dl>
${named.length > 0 ? html`<section aria-labelledby="named"><h2 id="named">${words.say('deal.named.title')}</h2>${peopleList(setting, named)}</section>` : null}
<section aria-labelledby="claims"><h2 id="claims">${words.say('deal.claims')}</h2>${claimArticles(setting, claims.slice(0, CLAIMS_A_PAGE))}${rest(setting, claims.slice(CLAIMS_A_PAGE))}</section>`,
  };
}

// Of a deal with very many claims, the later ones as links.
function rest(setting: Setting, claims: readonly ShownClaim[]): Html | null {
  if (claims.length === 0) return null;
  return html`<p>${reportLinks(
    setting,
    claims.map(({ number }) => number),
  )}</p>`;
}

function announced(setting: Setting, deal: DealSummary): Html | null {
  const { view, words } = setting;
  if (deal.announced === undefined) return null;
  const claim = deal.claims
    .map((number) => view.shown.claims.get(number))
    .find((one) => one?.claim.count === deal.announced && one?.claim.derived === undefined);
  const number = words.number(deal.announced);
  return html`<div><dt>${words.say('deal.announced', { n: deal.announced })}</dt><dd>${claim ? numberLink(setting, claimAddress(setting, claim), number) : number}</dd></div>`;
}

function listed({ view, words }: Setting, key: string, texts: readonly string[]): Html | null {
  const shown = texts.filter((text) => !view.shown.guard.names(text));
  return shown.length === 0 ? null : html`<dt>${words.say(key)}</dt>${shown.map((text) => html`<dd>${text}</dd>`)}`;
}

function destinations(setting: Setting, deal: DealSummary): Html | null {
  const { view, words } = setting;
  const shown = deal.destinations.flatMap((one) => {
    const claim = view.shown.claims.get(one.claim);
    return claim ? [{ one, claim }] : [];
  });
  if (shown.length === 0) return null;
  return html`<dt>${words.say('deal.destinations')}</dt>${shown.map(
    ({ one, claim }) =>
      html`<dd>${one.place}: ${numberLink(setting, claimAddress(setting, claim), countGiven(words, one))}</dd>`,
  )}`;
}
