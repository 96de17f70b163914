import { type Html, html, NOTHING } from './markup.ts';
import { CLAIMS_A_PAGE } from './paging.ts';
import { personPath, reportPath } from './paths.ts';
import { personLink } from './person-name.ts';
import { dateLink, inLanguage, link, type Setting } from './setting.ts';
import type { ShownClaim, ShownReport } from './shown.ts';
import type { Wording } from './wording.ts';

const LONGEST_PASSAGE = 420;

// The anchor of a claim on the page of its report, of a person or of a deal.
function claimAnchor(number: number): string {
  return `claim-${number}`;
}

/** The address of a claim: its place on the page of its report. */
export function claimAddress({ view, words }: Setting, { number, report }: ShownClaim): string {
  const place = view.shown.reports.get(report)?.claims.indexOf(number) ?? 0;
  const path = reportPath(words.language, report, Math.floor(Math.max(0, place) / CLAIMS_A_PAGE));
  return `${path}#${claimAnchor(number)}`;
}

/** The reports that claims come from, each once and leading to its claim. */
export function reportLinks(setting: Setting, claims: readonly number[]): Html {
  const shown = claims.map((number) => setting.view.shown.claims.get(number)).filter((one) => one !== undefined);
  const reports = [...Map.groupBy(shown, ({ report }) => report).values()].flatMap(([first]) => first ?? []);
  const links = reports.map(
    (claim, i) =>
      html`${i === 0 ? null : ', '}${link(setting, claimAddress(setting, claim), setting.words.say('bridge.report', { number: claim.report }))}`,
  );
  return links.length === 0 ? NOTHING : html`<span class="small">${links}</span>`;
}

/** A claim: what it asserts, the words that do, who told whom, and the report. */
export function claimArticle(setting: Setting, shown: ShownClaim): Html {
  const { view, words } = setting;
  const report = view.shown.reports.get(shown.report);
  const { claim } = shown;
  const title = html`${words.say(`kind.${claim.kind}`)}${claim.date === undefined ? null : html` <span class="over">${dateLink(setting, claim.date)}</span>`}`;
  return html`<article class="claim" id="${claimAnchor(shown.number)}"><h3>${title}</h3><div>
${claim.hypothetical === true ? html`<p class="small">${words.say('claim.hypothetical')}</p>` : null}
${factList(setting, shown, report)}
${quotation(shown, report, words)}
${chainOf(setting, shown, report)}
</div></article>`;
}

/** A count as a claim gives it: exact, bounded, or derived and then with its calculation (law 5). */
export function countGiven(
  words: Wording,
  given: { readonly count?: number; readonly countIs?: string; readonly derived?: string },
): string {
  const number = words.number(given.count ?? 0);
  const bounded = given.countIs === undefined ? number : words.say(`countIs.${given.countIs}`, { count: number });
  return given.derived === undefined ? bounded : words.say('claim.derived', { count: bounded, derived: given.derived });
}

/** A word of the vocabulary in this language, or as the report wrote it where there is none. */
export function termOrWords(words: Wording, key: string, text: string, language: string): Html {
  return words.has(`${key}.${text}`) ? html`${words.say(`${key}.${text}`)}` : inLanguage(text, language);
}

function factList(setting: Setting, shown: ShownClaim, report: ShownReport | undefined): Html {
  const { words } = setting;
  const { claim } = shown;
  const language = report?.language ?? 'und';
  const own = (text: string | undefined) => (text === undefined ? null : inLanguage(text, language));
  const facts: readonly (readonly [string, Html | null])[] = [
    ['fact.persons', whoOf(setting, shown, language)],
    ['fact.count', claim.count === undefined ? null : html`${countGiven(words, claim)}`],
    ['fact.measure', claim.measure === undefined ? null : html`${words.say(`figures.${claim.measure}`)}`],
    ['fact.subset', claim.subset === undefined ? null : termOrWords(words, 'subset', claim.subset, language)],
    ['fact.term', claim.termMonths === undefined ? null : html`${words.term(claim.termMonths)}`],
    ['fact.charges', claim.charges === undefined ? null : inLanguage(claim.charges.join('; '), language)],
    ['fact.place', own(claim.place)],
    ['fact.by', own(claim.by)],
    ['fact.action', claim.action === undefined ? null : html`${words.say(`action.${claim.action}`)}`],
    ['fact.object', own(claim.object)],
    ['fact.broker', own(claim.deal?.broker)],
    ['fact.concession', own(claim.deal?.concession)],
    ['fact.speaker', own(claim.speaker)],
  ];
  const present = facts.filter(([, value]) => value !== null);
  if (present.length === 0) return NOTHING;
  return html`<dl class="facts">${present.map(([key, value]) => html`<dt>${words.say(key)}</dt><dd>${value}</dd>`)}</dl>`;
}

// Persons a documenter linked lead to their pages; names nobody has linked stand as written.
function whoOf(setting: Setting, shown: ShownClaim, language: string): Html | null {
  const [only, ...others] = shown.persons;
  const isOwnPage = only !== undefined && setting.path === personPath(setting.words.language, only);
  if (isOwnPage && others.length === 0 && shown.claim.persons?.length === 1) return null;
  const linked = shown.persons.map((id) => personLink(setting, id)).filter((one) => one !== null);
  const names = shown.claim.persons ?? [];
  if (linked.length === 0 && names.length === 0) return null;
  if (linked.length >= names.length) return html`${separated(linked)}`;
  return html`${separated([...linked, ...unlinkedNames(setting, shown).map((name) => inLanguage(name, language))])}`;
}

function unlinkedNames({ view }: Setting, shown: ShownClaim): readonly string[] {
  const forms = new Set(shown.persons.flatMap((id) => view.shown.persons.get(id)?.names.map(({ text }) => text) ?? []));
  return (shown.claim.persons ?? []).filter((name) => !forms.has(name));
}

function separated(parts: readonly Html[]): readonly Html[] {
  return parts.map((part, i) => (i === 0 ? part : html`, ${part}`));
}

function quotation(shown: ShownClaim, report: ShownReport | undefined, words: Wording): Html {
  if (shown.passage === null) return html`<p class="small">${words.say('claim.withheld')}</p>`;
  return html`<blockquote${report === undefined || report.language === 'und' ? null : html` lang="${report.language}"`}><p>${shortened(shown.passage)}</p></blockquote>`;
}

/** A passage short enough to quote: cut at a space, and the cut shown. */
export function shortened(passage: string): string {
  const plain = passage.replaceAll(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST_PASSAGE) return plain;
  return `${plain.slice(0, plain.lastIndexOf(' ', LONGEST_PASSAGE))} …`;
}

function chainOf(setting: Setting, shown: ShownClaim, report: ShownReport | undefined): Html {
  const { words } = setting;
  const language = report?.language ?? 'und';
  const { chain, accordingTo } = shown.claim;
  const published = report?.published === undefined ? words.say('claim.undated') : words.day(report.published);
  const publisher = html`<li>${link(setting, claimAddress(setting, shown), html`${report?.publisher ? inLanguage(report.publisher, language) : words.say('claim.unknown')}, ${published}`)}</li>`;
  const told = chain ?? (accordingTo === undefined ? [] : [accordingTo]);
  return html`<ol class="chain" aria-label="${words.say('claim.chain')}">${publisher}${told.map((who) => html`<li>${inLanguage(who, language)}</li>`)}</ol>`;
}
