import { claimAddress, claimAnchor } from './claim-link.ts';
import { countGiven, shortened, termOrWords } from './given.ts';
import { type Html, html, NOTHING } from './markup.ts';
import { personPath } from './paths.ts';
import { personInText } from './person-name.ts';
import { dateLink, inLanguage, link, type Setting } from './setting.ts';
import type { ShownClaim, ShownReport } from './shown.ts';
import type { Wording } from './wording.ts';

/**
 * Claims one after another: what each asserts, the words that do, who told whom, and the report. Neighbours that rest on
 * the same words share one quotation.
 *
 * @param reprints how many reposts of the same text tell a claim again, by its number; they are said, not shown.
 */
export function claimArticles(
  setting: Setting,
  claims: readonly ShownClaim[],
  reprints: ReadonlyMap<number, number> = NO_REPRINTS,
): Html {
  const groups: ShownClaim[][] = [];
  for (const claim of claims) {
    const last = groups.at(-1);
    if (last?.[0] && isSaidTogether(last[0], claim)) last.push(claim);
    else groups.push([claim]);
  }
  return html`${groups.map((group) => claimArticle(setting, group, reprints))}`;
}

const NO_REPRINTS: ReadonlyMap<number, number> = new Map();

function isSaidTogether(a: ShownClaim, b: ShownClaim): boolean {
  const told = ({ report, passage, claim }: ShownClaim) =>
    JSON.stringify([report, passage, claim.chain, claim.accordingTo]);
  return a.passage !== null && told(a) === told(b);
}

function claimArticle(
  setting: Setting,
  group: readonly ShownClaim[],
  reprints: ReadonlyMap<number, number>,
): Html | null {
  const [first] = group;
  if (!first) return null;
  const report = setting.view.shown.reports.get(first.report);
  const n = Math.max(...group.map(({ number }) => reprints.get(number) ?? 0));
  const again = n === 0 ? null : html`<p class="small">${setting.words.say('claim.reprinted', { n })}</p>`;
  const words = html`${quotation(group, report, setting.words)}${chainOf(setting, first, report)}${again}`;
  return html`<article class="claim" id="${claimAnchor(first.number)}">${group.map((one, i) => {
    const id = one === first ? null : html` id="${claimAnchor(one.number)}"`;
    return html`<div class="told"${id}>${asserted(setting, one, report, i === group.length - 1 ? words : null)}</div>\n`;
  })}</article>`;
}

// What a claim asserts; under the last of its neighbours stand the words they all rest on.
function asserted(setting: Setting, shown: ShownClaim, report: ShownReport | undefined, under: Html | null): Html {
  const { words } = setting;
  const { claim } = shown;
  const date = claim.date === undefined ? null : html` <span class="over">${dateLink(setting, claim.date)}</span>`;
  const doubt = claim.hypothetical === true ? html`<p class="small">${words.say('claim.hypothetical')}</p>` : null;
  const absent = claim.inAbsentia === true ? html`<p class="small">${words.say('claim.in-absentia')}</p>` : null;
  return html`<h3>${words.say(`kind.${claim.kind}`)}${date}</h3><div>${doubt}${absent}${factList(setting, shown, report)}${under}</div>`;
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
    ['fact.speaker', speakerOf(setting, shown, language)],
  ];
  const present = facts.filter(([, value]) => value !== null);
  if (present.length === 0) return NOTHING;
  return html`<dl class="facts">${present.map(([key, value]) => html`<dt>${words.say(key)}</dt><dd>${value}</dd>`)}</dl>`;
}

function speakerOf(setting: Setting, { speaker, claim }: ShownClaim, language: string): Html | null {
  if (claim.speaker === undefined) return null;
  if (speaker !== null && setting.path === personPath(setting.words.language, speaker)) return null;
  return (speaker === null ? null : personInText(setting, speaker)) ?? inLanguage(claim.speaker, language);
}

// Persons a documenter linked lead to their pages; names nobody has linked stand as written.
function whoOf(setting: Setting, shown: ShownClaim, language: string): Html | null {
  const [only, ...others] = shown.persons;
  const isOwnPage = only !== undefined && setting.path === personPath(setting.words.language, only);
  if (isOwnPage && others.length === 0 && shown.claim.persons?.length === 1) return null;
  const linked = shown.persons.map((id) => personInText(setting, id)).filter((one) => one !== null);
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

function quotation(group: readonly ShownClaim[], report: ShownReport | undefined, words: Wording): Html {
  const passage = group[0]?.passage ?? null;
  if (passage === null) return html`<p class="small">${words.say('claim.withheld')}</p>`;
  const count = group.find(({ claim }) => claim.count !== undefined)?.claim.count;
  const language = report === undefined || report.language === 'und' ? null : html` lang="${report.language}"`;
  return html`<blockquote${language}><p>${shortened(passage, count)}</p></blockquote>`;
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
