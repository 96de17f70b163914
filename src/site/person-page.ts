import { ownName } from '../people/display.ts';
import type { Person } from '../people/person.ts';
import { firstTelling } from '../register/sources.ts';
import { LATEST, spanOf } from '../time/edtf.ts';
import { claimArticles } from './claim-article.ts';
import type { Page } from './layout.ts';
import { type Html, html } from './markup.ts';
import { personPath } from './paths.ts';
import { otherForm, ownForm } from './person-name.ts';
import { inLanguage, type Setting } from './setting.ts';
import type { ShownClaim } from './shown.ts';
import { sourceList, sourcesOf, toldBy } from './told-by.ts';
import { standingShown, type View } from './view.ts';
import type { Wording } from './wording.ts';

const CHARACTERS_OF_A_TITLE = 6;

/** The page of a person: the name in every form, the standing on the edition's day, and all that is said, by whom. */
export function personPage(view: View, words: Wording, person: Person): Page {
  const path = personPath(words.language, person.id);
  const setting: Setting = { view, words, path };
  const claims = person.claims.map((number) => view.shown.claims.get(number)).filter((one) => one !== undefined);
  const { own, reprints } = withoutReprints(view, claims);
  const other = otherForm(setting, person.id);
  const standing = standingShown(view, person.id);
  return {
    path,
    title: words.say('person.title', { id: person.id.slice(0, CHARACTERS_OF_A_TITLE) }),
    alternate: (language) => personPath(language, person.id),
    main: html`<p class="over">${words.say('person.over')}</p><h1>${ownForm(setting, person.id)}</h1>
${other && html`<p class="lead"><em>${other}</em></p>`}
${standing && html`<p class="lead">${words.say(`person.standing.${standing}`, { day: words.day(view.input.on) })}</p>`}
${factsOf(setting, person, claims)}
<section aria-labelledby="claims"><h2 id="claims">${words.say('person.claims')}</h2>${told(setting, person)}
${claimArticles(setting, own.toSorted(byWhen), reprints)}</section>`,
  };
}

// What ten papers print is told once, by the text that came first, with how many print it as well.
function withoutReprints(
  view: View,
  claims: readonly ShownClaim[],
): { readonly own: readonly ShownClaim[]; readonly reprints: ReadonlyMap<number, number> } {
  const { state } = view.input;
  const here = new Set(claims.map(({ number }) => number));
  const reprints = new Map<number, number>();
  const own = claims.filter(({ number }) => {
    const filed = state.claims.get(number);
    const first = filed ? firstTelling(state, filed).number : number;
    if (first === number || !here.has(first)) return true;
    reprints.set(first, (reprints.get(first) ?? 0) + 1);
    return false;
  });
  return { own, reprints };
}

// How many sources stand behind the page; which reports print one text, for who opens the list.
function told(setting: Setting, { claims }: Person): Html {
  const sources = sourcesOf(setting.view, claims);
  const line = toldBy(setting.words, sources);
  if (sources.flat().length === sources.length) return html`<p class="small">${line}</p>`;
  return html`<details class="small"><summary>${line}</summary>${sourceList(setting, sources)}</details>`;
}

function factsOf(setting: Setting, person: Person, claims: readonly ShownClaim[]): Html {
  const { words } = setting;
  const sex = words.say(`person.sex.${person.sex ?? 'unknown'}`);
  return html`<dl class="facts">${namesOf(words, person)}<dt>${words.say('person.sex')}</dt><dd>${sex}</dd>
<dt>${words.say('person.recognised')}</dt>${recognitionsOf(setting, person)}
${termsOf(words, claims)}</dl>`;
}

// Every form a report has used, under the language of the report. The own form stands above already.
function namesOf(words: Wording, person: Person): readonly Html[] {
  const own = ownName(person);
  const groups = Map.groupBy(
    person.names.filter(({ text }) => text !== own),
    ({ language }) => language,
  );
  return [...groups].map(([language, names]) => {
    const forms = [...new Set(names.map(({ text }) => text))].join(', ');
    const label = words.has(`lang.${language}`) ? words.say(`lang.${language}`) : language;
    return html`<dt>${words.say('person.names.in', { language: label })}</dt><dd>${inLanguage(forms, language)}</dd>`;
  });
}

function recognitionsOf({ view, words }: Setting, { recognitions }: Person): readonly Html[] {
  const shown = recognitions.filter(({ by }) => !view.shown.guard.names(by));
  if (shown.length === 0) return [html`<dd>${words.say('person.recognised.none')}</dd>`];
  return shown.map(({ by, date, withdrawn }) => {
    const key = withdrawn ? 'person.recognised.withdrawn' : 'person.recognised.by';
    return html`<dd>${words.say(key, { by, date: words.date(date) })}</dd>`;
  });
}

// The term as a court gave it. Reports that differ are all printed: none is picked.
function termsOf(words: Wording, claims: readonly ShownClaim[]): Html | null {
  const terms = claims.flatMap(({ claim }) =>
    claim.kind === 'sentenced' && claim.termMonths !== undefined && claim.hypothetical !== true
      ? [claim.termMonths]
      : [],
  );
  const distinct = [...new Set(terms)].map((months) => words.term(months));
  if (distinct.length === 0) return null;
  const text =
    distinct.length === 1 ? (distinct[0] ?? '') : words.say('person.differ', { values: distinct.join('; ') });
  return html`<dt>${words.say('fact.term')}</dt><dd>${text}</dd>`;
}

// As a life goes; what has no date comes last.
function byWhen(a: ShownClaim, b: ShownClaim): number {
  const [left, right] = [firstDay(a), firstDay(b)];
  return left < right ? -1 : left > right ? 1 : a.number - b.number;
}

function firstDay({ claim }: ShownClaim): string {
  return (claim.date === undefined ? undefined : spanOf(claim.date)?.from) ?? LATEST;
}
