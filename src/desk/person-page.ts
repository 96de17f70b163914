import { ownName } from '../people/display.ts';
import type { Person } from '../people/person.ts';
import { isSameAuthor } from '../register/second.ts';
import type { FiledClaim, Proposal, RegisterState } from '../register/state.ts';
import type { Html } from '../site/markup.ts';
import { html } from '../site/markup.ts';
import { dayOf } from '../time/clock.ts';
import type { Edtf } from '../time/edtf.ts';
import { spanOf } from '../time/edtf.ts';
import { excerptOf, factsOf, kindOf } from './claim-words.ts';
import { decisionsMade, historyOf } from './decided-page.ts';
import { decisionInWords } from './decision-words.ts';
import type { Desk, Draft, Visitor } from './desk.ts';
import { nameField, reasonField, troubleOf } from './form-fields.ts';
import type { Screen } from './page.ts';
import { personForms } from './person-forms.ts';
import { toldBy } from './sources-told.ts';
import { standingInWords } from './standing-words.ts';
import type { DeskWords } from './words.ts';

/** A person as the register knows them: names, what reports say, standing today, and what can be decided about them. */
export function personScreen(desk: Desk, visitor: Visitor, person: Person, draft: Draft | null): Screen {
  const { register, words, clock } = desk;
  const state = register.state();
  const made = decisionsMade(register).filter(({ decision }) => 'person' in decision && decision.person === person.id);
  const proposals = state.proposals.filter(({ decision }) => 'person' in decision && decision.person === person.id);
  return {
    title: words.say('person.person-number', { id: person.id }),
    main: html`<header class="lead person"><h1>${ownName(person)}</h1>
${person.withheld ? html`<p class="caution">${words.say('person.withheld')}</p>` : null}
${troubleOf(draft?.trouble)}</header>
${proposals.map((proposal) => proposalSection(proposal, state, visitor, words))}
<div class="columns"><div>
<section><h2>${words.say('person.claims')}</h2>${toldBy(person.claims, state, words)}${lifeOf(person, state, words)}</section>
<section>${historyOf(made, state, words)}</section></div>
<div><section><h2>${words.say('person.standing', { day: words.day(dayOf(clock.now())) })}</h2>${standingInWords(person, state, dayOf(clock.now()), words)}</section>
<section><h2>${words.say('person.names')}</h2>${namesOf(person, words)}</section>
<section><h2>${words.say('person.recognitions')}</h2>${recognitionsOf(person, words)}</section>
<section><h2>${words.say('person.decide')}</h2>${personForms(person, visitor, words, draft)}</section></div></div>`,
  };
}

function namesOf(person: Person, words: DeskWords): Html {
  return html`<ul class="names">${person.names.map(
    ({ text, script, language, claims }) => html`<li><span lang="${language}">${text}</span>
<span class="hint">${words.say('person.in-language', { language: words.languageName(language), script })} · ${words.say('who.claims', { n: claims.length })}</span></li>`,
  )}</ul>`;
}

/** Everything accepted about a person, by the first day each date may mean; what has no date stands last. */
function lifeOf(person: Person, state: RegisterState, words: DeskWords): Html {
  const claims = person.claims.flatMap((number) => state.claims.get(number) ?? []);
  const sorted = claims.toSorted((a, b) => startOf(a).localeCompare(startOf(b)) || a.number - b.number);
  return html`<ol class="life">${sorted.map((filed) => lifeEvent(filed, state, words))}</ol>`;
}

function lifeEvent({ number, report, claim }: FiledClaim, state: RegisterState, words: DeskWords): Html {
  const facts = factsOf(claim, words).filter(({ property }) => property !== 'date' && property !== 'persons');
  const from = state.reports.get(report)?.report;
  return html`<li><p class="when">${claim.date === undefined ? words.say('person.undated') : words.date(claim.date)}</p>
<div><p><a href="/claim/${number}#passage">${kindOf(claim, words)}</a>${claim.hypothetical ? html` <span class="doubt">${words.say('queue.not-done')}</span>` : null}</p>
${facts.length === 0 ? null : html`<p class="facts">${facts.map(({ text }) => text).join(' · ')}</p>`}
<p class="hint">${[from?.publisher, excerptOf(from?.title ?? '', 80)].filter(Boolean).join(', ')}</p></div></li>`;
}

function startOf({ claim }: FiledClaim): Edtf {
  return (claim.date === undefined ? undefined : spanOf(claim.date)?.from) ?? '9999-12-31';
}

function recognitionsOf(person: Person, words: DeskWords): Html {
  if (person.recognitions.length === 0) return html`<p class="hint">${words.say('person.never-recognised')}</p>`;
  return html`<ul class="names">${person.recognitions.map(
    ({ by, date, withdrawn }) =>
      html`<li>${words.say('person.recognised-by', { by, date: words.date(date) })}${withdrawn ? html` <span class="doubt">${words.say('person.recognition-withdrawn')}</span>` : null}</li>`,
  )}</ul>`;
}

function proposalSection(proposal: Proposal, state: RegisterState, visitor: Visitor, words: DeskWords): Html {
  const { author, entered, decision, number } = proposal;
  const own = visitor.name !== undefined && isSameAuthor(visitor.name, author);
  const form = `agree-${number}`;
  return html`<section class="proposal" aria-labelledby="${form}-title"><h2 id="${form}-title">${words.say('person.proposals')}</h2>
<p>${decisionInWords(decision, state, words)}</p>
<p class="why">${decision.reason}</p><p class="hint">${words.say('person.proposed-by', { author, day: words.day(dayOf(entered)) })}</p>
${
  own
    ? html`<p class="caution">${words.say('person.agree-self')}</p>`
    : html`<form method="post" action="/person/${'person' in decision ? decision.person : ''}/agree"><input type="hidden" name="proposal" value="${number}">
${nameField(visitor, form, words)}${reasonField(form, words)}<p class="buttons"><button class="accept">${words.say('person.agree')}</button></p></form>`
}</section>`;
}
