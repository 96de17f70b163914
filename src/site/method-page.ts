import type { Page } from './layout.ts';
import { html } from './markup.ts';
import { methodPath } from './paths.ts';
import type { View } from './view.ts';
import type { Wording } from './wording.ts';

const SECTIONS = ['claims', 'count', 'times', 'figures', 'receipts'] as const;

/** The page that says how it is counted, how to check an edition, and what none of it can do. */
export function methodPage(view: View, words: Wording): Page {
  const { verifierKey } = view.input;
  return {
    path: methodPath(words.language),
    title: words.say('method.title'),
    alternate: methodPath,
    main: html`<h1>${words.say('method.title')}</h1><p class="lead">${words.say('method.lead')}</p>
${SECTIONS.map(
  (name) => html`<section><h2>${words.say(`method.${name}.title`)}</h2><p>${words.say(`method.${name}`)}</p></section>`,
)}
<section><h2 id="verify">${words.say('method.verify.title')}</h2><p>${words.say('method.verify')}</p>
<p><code class="ask">unforgotten verify DIR --key ${verifierKey}</code></p>
<dl class="facts"><dt>${words.say('method.verify.key')}</dt><dd><code>${verifierKey}</code></dd></dl>
<p>${words.html('method.verify.plain', { command: html`<code>sha256sum --check SHA256SUMS</code>` })}</p></section>
<section><h2>${words.say('method.cannot.title')}</h2><p>${words.say('method.cannot')}</p></section>
<section><h2>${words.say('method.safety.title')}</h2><p>${words.say('method.safety')}</p></section>`,
  };
}
