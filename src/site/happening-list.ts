import { claimAddress, reportLinks } from './claim-link.ts';
import { countGiven } from './given.ts';
import { type Html, html } from './markup.ts';
import { inAlphabet, personInText } from './person-name.ts';
import { dateLink, inLanguage, numberLink, type Setting } from './setting.ts';
import type { Happening } from './view.ts';

/**
 * What happened, one item for each day and kind: whom it is told of, and which numbers are told, each with the reports
 * that say so. That a number and the names beside it are the same event is not ours to say.
 */
export function happeningList(setting: Setting, happenings: readonly Happening[]): Html {
  const { words } = setting;
  const groups = Map.groupBy(happenings, ({ kind, date }) => `${date} ${kind}`);
  return html`<ol class="events">${[...groups.values()].map((group) => {
    const [first] = group;
    if (!first) return null;
    return html`<li><p class="over">${dateLink(setting, first.date)}</p><div><h3>${words.say(`kind.${first.kind}`)}</h3>${named(setting, group)}${group.map((one) => counted(setting, one))}</div></li>`;
  })}</ol>`;
}

function named(setting: Setting, group: readonly Happening[]): Html | null {
  const { view, words } = setting;
  const told = group.filter(({ persons }) => persons.length > 0);
  const ids = inAlphabet(view, words, new Set(told.flatMap(({ persons }) => persons)));
  if (ids.length === 0) return null;
  const links = ids.map((id, i) => html`${i === 0 ? null : ', '}${personInText(setting, id)}`);
  return html`<p>${links} ${reportLinks(
    setting,
    told.flatMap(({ claims }) => claims),
  )}</p>`;
}

function counted(setting: Setting, happening: Happening): Html | null {
  if (happening.count === undefined) return null;
  const claim = setting.view.shown.claims.get(happening.claims[0] ?? -1);
  if (!claim) return null;
  const number = numberLink(setting, claimAddress(setting, claim), countGiven(setting.words, happening));
  const place = happening.place && html` · ${inLanguage(happening.place.text, happening.place.language)}`;
  return html`<p>${number}${place} ${reportLinks(setting, happening.claims)}</p>`;
}
