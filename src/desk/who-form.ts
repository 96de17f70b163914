import type { Claim } from '../claims/claim.ts';
import type { Candidate } from '../people/candidates.ts';
import type { Mention, PersonId } from '../people/person.ts';
import { namesIn } from '../register/persons.ts';
import type { FiledClaim, RegisterState } from '../register/state.ts';
import type { Html } from '../site/markup.ts';
import { html, NOTHING } from '../site/markup.ts';
import { base32 } from '../store/base32.ts';
import { Refused } from '../text/refusal.ts';
import { personLink, personName } from './decision-words.ts';
import type { Desk, Draft, Visitor } from './desk.ts';
import { nameField, radio, reasonField } from './form-fields.ts';
import type { Meant } from './meant.ts';
import { meantBy } from './meant.ts';
import type { DeskWords } from './words.ts';

const ID_BYTES = 10;
const FIELD = 'who:';

interface Randomness {
  random(bytes: number): Uint8Array;
}

/** Asks who is meant by each name that nobody has been linked to yet, with whom it may be and why. */
export function whoFields({ register, words }: Desk, { claim, mentions }: FiledClaim, draft: Draft | null): Html {
  const state = register.state();
  const open = mentions.filter(({ person }) => person === undefined);
  if (open.length === 0) return NOTHING;
  return html`<p class="hint">${words.say('who.hint')}</p>
${open.map(({ name }, i) => {
  const meant = meantBy(name, state, claim.persons?.includes(name) ?? false);
  const chosen = draft?.fields.get(`${FIELD}${name}`) ?? meant.proposed;
  return choiceOf({ field: `${FIELD}${name}`, id: `who-${i}`, name, chosen, meant }, state, words);
})}`;
}

/** Whom each name has been linked to, with a form to take the link back, and for the others one to link them. */
export function linkedNames(
  { number, status, mentions }: FiledClaim,
  state: RegisterState,
  words: DeskWords,
  visitor: Visitor,
): Html | null {
  const decided = mentions.filter(({ person }) => person !== undefined || status === 'accepted');
  if (decided.length === 0) return null;
  return html`<section class="who" aria-labelledby="who-title"><h3 id="who-title">${words.say('who.title')}</h3>
${decided.map((mention, i) =>
  mention.person === undefined
    ? linkForm(number, mention, `link-${i}`, state, words, visitor)
    : unlinkForm(number, mention, mention.person, `unlink-${i}`, state, words, visitor),
)}</section>`;
}

/** The links that a form asks for: names the claim has, for which a person or a new one was chosen. */
export function linksChosen(
  fields: URLSearchParams,
  claim: Claim,
  effects: Randomness,
): readonly { readonly name: string; readonly person: PersonId }[] {
  return namesIn(claim).flatMap((name) => {
    const chosen = fields.get(`${FIELD}${name}`);
    return chosen === null || chosen === 'open' ? [] : [{ name, person: personFor(chosen, effects) }];
  });
}

/** The one link that the form of an accepted claim asks for. Throws `Refused` where nobody was chosen. */
export function meantIn(
  fields: URLSearchParams,
  effects: Randomness,
  words: DeskWords,
): { readonly name: string; readonly person: PersonId } {
  const [name, chosen] = [fields.get('mention'), fields.get('person')];
  if (name === null || chosen === null || chosen === 'open') throw new Refused(words.say('trouble.no-mention'));
  return { name, person: personFor(chosen, effects) };
}

/** The person that was chosen, or a new one: a random id that says nothing about whom it stands for. */
export function personFor(chosen: string, { random }: Randomness): PersonId {
  return chosen === 'new' ? base32(random(ID_BYTES)) : chosen;
}

interface Choice {
  /** Name of the form's field. */
  readonly field: string;
  readonly id: string;
  readonly name: string;
  readonly chosen: string;
  readonly meant: Meant;
}

function choiceOf({ field, id, name, chosen, meant }: Choice, state: RegisterState, words: DeskWords): Html {
  const options = meant.candidates.map((candidate, i) => {
    const { person } = candidate;
    const mark = person === meant.proposed ? html` <span class="doubt">${words.say('who.proposed')}</span>` : null;
    const label = html`${personName(person, state, words)}${mark}`;
    return radio(`${id}-${i}`, field, person, chosen === person, label, whyCandidate(candidate, state, words));
  });
  return html`<fieldset class="who-choice"><legend>${words.say('who.of', { name })}</legend>
${meant.namesakes ? html`<p class="caution">${words.say('who.namesakes')}</p>` : null}
${options}
${radio(`${id}-new`, field, 'new', chosen === 'new', words.say('who.new'))}
${radio(`${id}-open`, field, 'open', chosen === 'open', words.say('who.open'))}</fieldset>`;
}

/** What tells for a candidate: the other forms of the name, how much is known, and the reasons of the comparison. */
function whyCandidate({ person: id, reasons }: Candidate, state: RegisterState, words: DeskWords): Html {
  const person = state.persons.get(id);
  const forms = [...new Set(person?.names.map(({ text }) => text))].slice(0, 4);
  const told = words.say('who.claims', { n: person?.claims.length ?? 0 });
  return html`<span class="hint">${forms.join(', ')} · ${told} · <a href="/person/${id}">${words.say('who.open-page')}</a>
${reasons.length === 0 ? null : html`<br>${reasons.join('; ')}`}</span>`;
}

function linkForm(
  number: number,
  mention: Mention,
  id: string,
  state: RegisterState,
  words: DeskWords,
  visitor: Visitor,
): Html {
  const meant = meantBy(mention.name, state, true);
  const choice = { field: 'person', id, name: mention.name, chosen: meant.proposed, meant };
  return html`<details class="linked"><summary>${words.say('who.unlinked', { name: mention.name })}</summary>
<form method="post" action="/claim/${number}/link#trouble"><input type="hidden" name="mention" value="${mention.name}">
${choiceOf(choice, state, words)}
${nameField(visitor, id, words)}${reasonField(id, words)}<p class="buttons"><button>${words.say('who.link')}</button></p></form></details>`;
}

function unlinkForm(
  number: number,
  { name, verdict }: Mention,
  person: PersonId,
  id: string,
  state: RegisterState,
  words: DeskWords,
  visitor: Visitor,
): Html {
  const key = verdict === 'different' ? 'who.different' : verdict === 'unsure' ? 'who.unsure' : 'who.linked';
  return html`<details class="linked"><summary>${words.say(key, { name, person: personName(person, state, words) })}</summary>
<p>${personLink(person, state, words)}</p>
<form method="post" action="/claim/${number}/unlink#trouble"><input type="hidden" name="mention" value="${name}"><input type="hidden" name="person" value="${person}">
${nameField(visitor, id, words)}${reasonField(id, words)}<p class="buttons"><button>${words.say('who.unlink')}</button></p></form></details>`;
}
