import { ownName } from '../people/display.ts';
import type { Description, PersonId } from '../people/person.ts';
import type { Decision } from '../register/entry.ts';
import type { RegisterState } from '../register/state.ts';
import type { Html } from '../site/markup.ts';
import { html } from '../site/markup.ts';
import { kindOf, subjectOf } from './claim-words.ts';
import type { DeskWords } from './words.ts';

/** What was decided, with a link to what it was decided about. The verb stands apart: see `verbOf`. */
export function decisionInWords(decision: Decision, state: RegisterState, words: DeskWords): Html {
  switch (decision.decision) {
    case 'accept':
    case 'refuse':
    case 'amend':
      return claimLink(decision.claim, state, words);
    case 'link':
      return html`${linkInWords(`decided.verdict-${decision.verdict}`, decision, state, words)} (${claimLink(decision.claim, state, words)})`;
    case 'unlink':
      return html`${linkInWords('decided.link-taken-back', decision, state, words)} (${claimLink(decision.claim, state, words)})`;
    case 'recognise':
    case 'withdraw recognition':
      return html`${personLink(decision.person, state, words)}: ${words.say(`person.${keyOf(decision)}-what`, { by: decision.by, date: words.date(decision.date) })}`;
    case 'describe':
      return html`${personLink(decision.person, state, words)}: ${statedIn(decision, words)}`;
    case 'withhold':
    case 'show again':
    case 'remove':
      return html`${personLink(decision.person, state, words)}: ${words.say(`person.${keyOf(decision)}-what`)}`;
  }
}

/** What somebody did, in one word: `accepted`, `withheld`. */
export function verbOf(decision: Decision, words: DeskWords): string {
  return words.say(`decided.${keyOf(decision)}`);
}

/** A person by name, with a link to their page; by id where nothing is left of them. */
export function personLink(id: PersonId, state: RegisterState, words: DeskWords): Html {
  return html`<a href="/person/${id}">${personName(id, state, words)}</a>`;
}

/** The person's own name as the register knows it. */
export function personName(id: PersonId, state: RegisterState, words: DeskWords): string {
  const person = state.persons.get(id);
  return person && person.names.length > 0 ? ownName(person) : words.say('person.person-number', { id });
}

function claimLink(number: number, state: RegisterState, words: DeskWords): Html {
  const filed = state.claims.get(number);
  const link = html`<a href="/claim/${number}#passage">${words.say('claim.number', { number: String(number) })}</a>`;
  return filed ? html`${link}: ${kindOf(filed.claim, words)}, ${subjectOf(filed.claim, words)}` : link;
}

function linkInWords(
  key: string,
  { name, person }: { readonly name: string; readonly person: PersonId },
  state: RegisterState,
  words: DeskWords,
): string {
  return words.say(key, { name, person: personName(person, state, words) });
}

function keyOf({ decision }: Decision): string {
  return decision.replaceAll(' ', '-');
}

function statedIn({ sex, born, occupation, region }: Description, words: DeskWords): string {
  return [sex && words.say(`person.${sex}`), born, occupation, region].filter(Boolean).join(', ');
}
