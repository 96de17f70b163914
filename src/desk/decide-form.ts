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

/** The form that decides a claim: who is meant, what to amend, why, and the decision. Folded where it is decided already. */
export function decideForm(desk: Desk, visitor: Visitor, filed: FiledClaim, draft: Draft | null): Html {
  const { words } = desk;
  const open = filed.status.startsWith('waiting');
  const form = html`<form class="decide" method="post" action="/claim/${filed.number}/decide" id="decide">
${troubleOf(draft?.trouble)}
${secondNote(filed, visitor, words)}
${open ? whoFields(desk, filed, draft) : null}
${amendFields(filed, draft, words)}
<div class="verdict">
${nameField(visitor, 'decide', words, draft?.fields.get('name') ?? '')}
${reasonField('decide', words, draft?.fields.get('reason') ?? '')}
<p class="buttons">${mayAccept(filed, visitor.name) ? html`<button class="accept" name="decision" value="accept" data-key="a">${words.say('decide.accept')}</button>` : null}
<button class="refuse" name="decision" value="refuse" data-key="r">${words.say('decide.refuse')}</button></p>
</div></form>`;
  if (open || draft) return html`<h3 class="unseen">${words.say('decide.title')}</h3>${form}`;
  return html`<details class="again"><summary>${words.say('decide.again')}</summary><p class="hint">${words.say('decide.again-hint')}</p>${form}</details>`;
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
