import { isSameAuthor, needsSecond } from '../register/second.ts';
import type { FiledClaim } from '../register/state.ts';
import type { Html } from '../site/markup.ts';
import { html } from '../site/markup.ts';
import { AMENDABLE, fieldOf, SEVERAL } from './amendment.ts';
import type { Desk, Draft, Visitor } from './desk.ts';
import { lineField, linesField, nameField, reasonField, troubleOf } from './form-fields.ts';
import { firstToAccept, mayAccept } from './queue.ts';
import { whoFields } from './who-form.ts';
import type { DeskWords } from './words.ts';

/**
 * What is claimed, with the form that decides it: who is meant, what to amend, why, and the decision. The form embraces
 * what is claimed, so that on a large screen the decision stays in sight below it. Folded where it is decided already.
 */
export function decideForm(desk: Desk, visitor: Visitor, filed: FiledClaim, draft: Draft | null, says: Html): Html {
  const { words } = desk;
  const open = filed.status.startsWith('waiting') || draft !== null;
  // Where it cannot be taken, the browser goes to the sentence that says why.
  const action = `/claim/${filed.number}/decide#trouble`;
  const fields = decideFields(desk, visitor, filed, draft);
  if (open) return html`<form class="decide" method="post" action="${action}">${says}${fields}</form>`;
  return html`${says}<details class="again"><summary>${words.say('decide.again')}</summary><p class="hint">${words.say('decide.again-hint')}</p>
<form class="decide" method="post" action="${action}">${fields}</form></details>`;
}

function decideFields(desk: Desk, visitor: Visitor, filed: FiledClaim, draft: Draft | null): Html {
  const { words } = desk;
  const sent = (name: string) => draft?.fields.get(name) ?? '';
  const accept = html`<button class="accept" name="decision" value="accept" data-key="a">${words.say('decide.accept')}</button>`;
  return html`<div class="ground"><input type="hidden" name="seen" value="${decidedSoFar(filed)}">
${secondNote(filed, visitor, words)}
${filed.status.startsWith('waiting') ? whoFields(desk, filed, draft) : null}
${amendFields(filed, draft, words)}
</div>
<div class="verdict"><h3 class="unseen">${words.say('decide.title')}</h3>
${troubleOf(draft?.trouble)}
${nameField(visitor, 'decide', words, sent('name'))}
${reasonField('decide', words, sent('reason'))}
<p class="buttons">${mayAccept(filed, visitor.name) ? accept : null}
<button class="refuse" name="decision" value="refuse" data-key="r">${words.say('decide.refuse')}</button></p>
</div>`;
}

/** How many decisions there are on a claim: a form remembers it, so that nobody decides on what they have not seen. */
export function decidedSoFar({ decisions }: FiledClaim): string {
  return String(decisions.length);
}

function secondNote(filed: FiledClaim, visitor: Visitor, words: DeskWords): Html | null {
  const first = firstToAccept(filed);
  if (first !== undefined) {
    const self = visitor.name !== undefined && isSameAuthor(first, visitor.name);
    return html`<p class="caution">${self ? words.say('decide.second-self') : words.say('decide.second', { name: first })}</p>`;
  }
  return filed.status === 'waiting' && needsSecond(filed.claim)
    ? html`<p class="caution">${words.say('decide.two-needed')}</p>`
    : null;
}

function amendFields({ claim }: FiledClaim, draft: Draft | null, words: DeskWords): Html {
  const fields = AMENDABLE.filter((property) => property !== 'derived' || claim.derived !== undefined);
  const sent = (property: string) => draft?.fields.get(property) ?? null;
  const changed = fields.some((property) => sent(property) !== null && sent(property) !== fieldOf(claim, property));
  const inner = fields.map((property) => {
    const value = sent(property) ?? fieldOf(claim, property);
    const label = words.say(`decide.${property}`);
    return SEVERAL.has(property)
      ? linesField(`amend-${property}`, property, label, value)
      : lineField(`amend-${property}`, property, label, value);
  });
  const body = html`<summary>${words.say('decide.amend-title')}</summary><p class="hint">${words.say('decide.amend-hint')}</p>${inner}
<p class="buttons"><button name="decision" value="amend">${words.say('decide.amend')}</button></p>`;
  return changed ? html`<details class="amend" open>${body}</details>` : html`<details class="amend">${body}</details>`;
}
