import { claimAddress, countGiven } from './claim-article.ts';
import { type Html, html } from './markup.ts';
import { personLink } from './person-name.ts';
import { inLanguage, link, numberLink, type Setting } from './setting.ts';
import type { Happening } from './view.ts';

/** What happened, one item each: the day, what, to whom or to how many, and in how many reports it is said. */
export function happeningList(setting: Setting, happenings: readonly Happening[]): Html {
  const { words } = setting;
  return html`<ol class="events">${happenings.map(
    (happening) =>
      html`<li><p class="over">${words.date(happening.date)}</p><div>${happeningText(setting, happening)}</div></li>`,
  )}</ol>`;
}

function happeningText(setting: Setting, happening: Happening): Html {
  const { view, words } = setting;
  const claims = happening.claims.map((number) => view.shown.claims.get(number)).filter((one) => one !== undefined);
  const first = claims[0];
  const who = happening.persons.map((id) => personLink(setting, id)).filter((one) => one !== null);
  const count = happening.count === undefined ? null : countGiven(words, happening);
  const reports = new Set(claims.map((claim) => claim.report)).size;
  const said = words.say('events.said', { n: reports });
  return html`<p>${words.say(`kind.${happening.kind}`)}: ${who.map((one, i) => html`${i === 0 ? null : ', '}${one}`)}${
    count === null
      ? null
      : html`${who.length > 0 ? ' · ' : null}${first ? numberLink(setting, claimAddress(setting, first), count) : count}`
  }${happening.place ? html` · ${inLanguage(happening.place.text, happening.place.language)}` : null}</p>
<p class="small">${first ? link(setting, claimAddress(setting, first), said) : said}</p>`;
}
