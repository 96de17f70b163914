import { html } from '../site/markup.ts';
import type { Desk } from './desk.ts';
import type { Screen } from './page.ts';

/** Thrown where an address names something that is not there. The message is shown as it is. */
export class NotFound extends Error {
  override readonly name = 'NotFound';
}

/** Thrown where a request is of a form the desk does not take: its status and one sentence. */
export class WrongRequest extends Error {
  override readonly name = 'WrongRequest';
  readonly status: 413 | 415 | 400;
  constructor(status: 413 | 415 | 400, message: string) {
    super(message);
    this.status = status;
  }
}

/** Says in one sentence what did not work. */
export function troubleScreen({ words }: Desk, sentence: string): Screen {
  return {
    title: words.say('trouble.title'),
    main: html`<header class="lead"><h1>${words.say('trouble.title')}</h1><p role="alert">${sentence}</p>
<p><a href="/">${words.say('trouble.back')}</a></p></header>`,
  };
}
