import { html } from '../site/markup.ts';
import type { Desk, Draft, Visitor } from './desk.ts';
import { nameField, troubleOf } from './form-fields.ts';
import type { Screen } from './page.ts';

/** Asks who decides at this browser. */
export function nameScreen({ words }: Desk, visitor: Visitor, draft: Draft | null): Screen {
  const value = draft?.fields.get('name') ?? visitor.name ?? '';
  return {
    title: words.say('name.title'),
    main: html`<header class="lead"><h1>${words.say('name.title')}</h1><p>${words.say('name.lede')}</p></header>
<form class="alone" method="post" action="/name">${troubleOf(draft?.trouble)}
${nameField({ ...visitor, name: undefined }, 'who', words, value)}
<p class="buttons"><button>${words.say('name.save')}</button></p></form>`,
  };
}
