import type { Person } from '../people/person.ts';
import type { Html } from '../site/markup.ts';
import { html, verbatim } from '../site/markup.ts';
import type { Draft, Visitor } from './desk.ts';
import { lineField, nameField, radio, reasonField } from './form-fields.ts';
import type { DeskWords } from './words.ts';

/** What can be decided about a person, in the order of how often it is. */
export const PERSON_DECISIONS = [
  'recognise',
  'withdraw recognition',
  'describe',
  'withhold',
  'show again',
  'remove',
] as const;
type PersonDecision = (typeof PERSON_DECISIONS)[number];

/** One folded form for each decision that makes sense about this person. */
export function personForms(person: Person, visitor: Visitor, words: DeskWords, draft: Draft | null): Html {
  const fitting = PERSON_DECISIONS.filter((decision) => fits(decision, person));
  return html`${fitting.map((decision) => personForm(decision, person, visitor, words, draft))}`;
}

function fits(decision: PersonDecision, person: Person): boolean {
  if (decision === 'withdraw recognition') return person.recognitions.some(({ withdrawn }) => !withdrawn);
  if (decision === 'withhold') return !person.withheld;
  if (decision === 'show again') return person.withheld;
  return true;
}

function personForm(
  decision: PersonDecision,
  person: Person,
  visitor: Visitor,
  words: DeskWords,
  draft: Draft | null,
): Html {
  const key = decision.replaceAll(' ', '-');
  const sent = draft?.fields.get('decision') === decision ? draft.fields : null;
  const value = (name: string) => sent?.get(name) ?? '';
  const hint = words.has(`person.${key}-hint`) ? html`<p class="hint">${words.say(`person.${key}-hint`)}</p>` : null;
  const two = decision === 'describe' ? null : html`<p class="hint">${words.say('person.two')}</p>`;
  return html`<details class="form"${sent ? verbatim(' open') : null}><summary>${words.say(`person.${key}`)}</summary>${hint}${two}
<form method="post" action="/person/${person.id}/decide"><input type="hidden" name="decision" value="${decision}">
${extraFields(decision, key, words, value)}
${nameField(visitor, key, words, value('name'))}${reasonField(key, words, value('reason'))}
<p class="buttons"><button>${words.say(`person.${key}`)}</button></p></form></details>`;
}

function extraFields(
  decision: PersonDecision,
  form: string,
  words: DeskWords,
  value: (name: string) => string,
): Html | null {
  if (decision === 'recognise' || decision === 'withdraw recognition') {
    return html`${lineField(`${form}-by`, 'by', words.say('person.by'), value('by'), true)}${lineField(`${form}-date`, 'date', words.say('decide.date'), value('date'), true)}`;
  }
  if (decision !== 'describe') return null;
  const options = (['female', 'male'] as const).map((sex) =>
    radio(`${form}-${sex}`, 'sex', sex, value('sex') === sex, words.say(`person.${sex}`)),
  );
  return html`<fieldset><legend>${words.say('person.sex')}</legend>${options}</fieldset>`;
}
