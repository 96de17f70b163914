import { claimAddress, countGiven } from './claim-article.ts';
import { type Html, html } from './markup.ts';
import { personLink } from './person-name.ts';
import { dateLink, inLanguage, link, numberLink, type Setting } from './setting.ts';
import type { Happening } from './view.ts';

/**
 * What happened, one item for each day and kind: the day, what, to whom or to how many, and in how many reports each is
 * said. What different claims tell of one day stands side by side: that it is the same event is not ours to say.
 */
export function happeningList(setting: Setting, happenings: readonly Happening[]): Html {
  const { words } = setting;
  const groups = Map.groupBy(happenings, ({ kind, date }) => `${date} ${kind}`);
  return html`<ol class="events">${[...groups.values()].map((group) => {
    const [first] = group;
    if (!first) return null;
    return html`<li><p class="over">${dateLink(setting, first.date)}</p><div><h3>${words.say(`kind.${first.kind}`)}</h3>${group.map((one) => happeningText(setting, one))}</div></li>`;
  })}</ol>`;
}

function happeningText(setting: Setting, happening: Happening): Html {
  const { view, words } = setting;
  const claims = happening.claims.map((number) => view.shown.claims.get(number)).filter((one) => one !== undefined);
  const first = claims[0];
  const who = happening.persons.map((id) => personLink(setting, id)).filter((one) => one !== null);
  const count = happening.count === undefined ? null : countGiven(words, happening);
  const said = words.say('events.said', { n: new Set(claims.map((claim) => claim.report)).size });
  return html`<p>${who.map((one, i) => html`${i === 0 ? null : ', '}${one}`)}${
    count &&
    html`${who.length > 0 ? ' · ' : null}${first ? numberLink(setting, claimAddress(setting, first), count) : count}`
  }${happening.place && html` · ${inLanguage(happening.place.text, happening.place.language)}`} <span class="small">${first ? link(setting, claimAddress(setting, first), said) : said}</span></p>`;
}
