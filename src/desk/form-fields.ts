import type { Html } from '../site/markup.ts';
import { html, verbatim } from '../site/markup.ts';
import type { Visitor } from './desk.ts';
import type { DeskWords } from './words.ts';

/** The longest reason the desk takes, in UTF-16 code units. */
export const LONGEST_REASON = 2000;

/** Asks for a name where the browser has not told one yet. */
export function nameField(visitor: Visitor, form: string, words: DeskWords, value = ''): Html | null {
  if (visitor.name !== undefined) return null;
  return html`<p class="field"><label for="${form}-name">${words.say('decide.name')}</label>
<input id="${form}-name" name="name" value="${value}" required maxlength="60" autocomplete="nickname" aria-describedby="${form}-name-hint">
<span class="hint" id="${form}-name-hint">${words.say('decide.name-hint')}</span></p>`;
}

/** Asks why. A text area, so that Enter never decides. */
export function reasonField(form: string, words: DeskWords, value = ''): Html {
  return html`<p class="field"><label for="${form}-reason">${words.say('decide.reason')}</label>
<textarea id="${form}-reason" name="reason" rows="2" required maxlength="${LONGEST_REASON}" aria-describedby="${form}-reason-hint">${value}</textarea>
<span class="hint" id="${form}-reason-hint">${words.say('decide.reason-hint')}</span></p>`;
}

/** One line of text. */
export function lineField(id: string, name: string, label: string, value = '', required = false): Html {
  return html`<p class="field"><label for="${id}">${label}</label><input id="${id}" name="${name}" value="${value}"${required ? verbatim(' required') : null} maxlength="500" autocomplete="off"></p>`;
}

/** Several lines of text. */
export function linesField(id: string, name: string, label: string, value: string): Html {
  const rows = Math.min(8, value.split('\n').length + 1);
  return html`<p class="field"><label for="${id}">${label}</label><textarea id="${id}" name="${name}" rows="${rows}">${value}</textarea></p>`;
}

/** One choice of several. */
export function radio(
  id: string,
  name: string,
  value: string,
  checked: boolean,
  label: Html | string,
  about?: Html | null,
): Html {
  return html`<p class="choice"><input type="radio" id="${id}" name="${name}" value="${value}"${checked ? verbatim(' checked') : null}><label for="${id}">${label}</label>${about}</p>`;
}

/** A sentence that says what could not be taken. */
export function troubleOf(trouble: string | undefined): Html | null {
  return trouble === undefined ? null : html`<p class="trouble" role="alert" id="trouble">${trouble}</p>`;
}
