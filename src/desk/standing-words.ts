import type { Person } from '../people/person.ts';
import { standingOf } from '../register/count.ts';
import type { Answer } from '../register/standing.ts';
import type { RegisterState } from '../register/state.ts';
import type { Html } from '../site/markup.ts';
import { html } from '../site/markup.ts';
import type { Day } from '../time/day.ts';
import { claimLinks } from './claim-words.ts';
import type { DeskWords } from './words.ts';

/** Whether a person is held or dead on a day, as far as can be told, and the claims that decide it. */
export function standingInWords(person: Person, state: RegisterState, day: Day, words: DeskWords): Html {
  const { held, dead, because, termEnds } = standingOf(state, person.id, day);
  const say = (answer: Answer) => words.say(`person.${answer.replace(' ', '-')}`);
  return html`<dl class="standing"><dt>${words.say('person.held')}</dt><dd>${say(held)}</dd>
${dead === 'no' ? null : html`<dt>${words.say('person.dead')}</dt><dd>${say(dead)}</dd>`}
${termEnds === undefined ? null : html`<dt>${words.say('person.term-ends')}</dt><dd>${words.date(termEnds.on.from === termEnds.on.to ? termEnds.on.from : `${termEnds.on.from}/${termEnds.on.to}`)} <span class="hint">(${words.say('person.computed', { from: termEnds.computed })})</span></dd>`}
<dt>${words.say('person.sex')}</dt><dd>${words.say(person.sex === undefined ? 'person.sex-unknown' : `person.${person.sex}`)}</dd>
${because.length === 0 ? null : html`<dt>${words.say('person.because')}</dt><dd>${claimLinks(because)}</dd>`}</dl>`;
}
