import type { Claim, Resolved } from '../claims/claim.ts';
import type { Html } from '../site/markup.ts';
import { html } from '../site/markup.ts';
import type { DeskWords } from './words.ts';

/** One thing a claim says, in words, with the property it comes from. */
export interface Fact {
  readonly property: Resolved['property'];
  readonly label: string;
  readonly text: string;
}

/** Whom or what a claim is about, to stand first: names, a number of people, a speaker, an organisation. */
export function subjectOf(claim: Claim, words: DeskWords): string {
  if (claim.kind === 'figure' && claim.count !== undefined) return countInWords(claim, words);
  if (claim.persons && claim.persons.length > 0) return words.list(claim.persons);
  if (claim.kind === 'statement' && claim.speaker !== undefined) return claim.speaker;
  if (claim.count !== undefined) return countInWords(claim, words);
  return claim.object ?? claim.by ?? claim.accordingTo ?? words.say('number.nobody-named');
}

/** The language the subject of a claim is in: the report's where it is a name, the desk's where it is a number. */
export function subjectLanguage({ kind, persons, speaker }: Claim, language: string, words: DeskWords): string {
  const isNamed = kind !== 'figure' && ((persons?.length ?? 0) > 0 || (kind === 'statement' && speaker !== undefined));
  return isNamed ? language : words.language;
}

/** Everything the claim says, in the order a reader asks for it; without what its heading says already, unless asked. */
export function factsOf(
  claim: Claim,
  words: DeskWords,
  { withSubject = false }: { readonly withSubject?: boolean } = {},
): readonly Fact[] {
  const subject = withSubject ? null : subjectOf(claim, words);
  const facts: (readonly [Resolved['property'], string | undefined, string?])[] = [
    ['persons', claim.persons && words.list(claim.persons)],
    ['count', claim.count === undefined ? undefined : countInWords(claim, words)],
    ['subset', withSubject || claim.count === undefined ? claim.subset : undefined],
    ['measure', claim.measure && words.say(`measure.${claim.measure}`)],
    ['date', claim.date && words.date(claim.date)],
    ['termMonths', claim.termMonths === undefined ? undefined : words.term(claim.termMonths)],
    ['charges', claim.charges && words.list(claim.charges)],
    ['place', claim.place],
    ['by', claim.by],
    ['action', claim.action && words.say(`action.${claim.action}`)],
    ['object', claim.object],
    ['deal', claim.deal?.broker, 'broker'],
    ['deal', claim.deal?.concession, 'concession'],
    ['speaker', claim.speaker],
    ['quote', claim.quote],
    ['derived', claim.derived],
  ];
  return facts.flatMap(([property, text, label]) =>
    text === undefined || text === '' || text === subject
      ? []
      : [{ property, label: words.say(`fact.${label ?? property}`), text }],
  );
}

/** A number of people as the claim gives it: `at least 150 people`, `199 women`. */
function countInWords({ count: n = 0, countIs, subset }: Claim, words: DeskWords): string {
  if (subset === undefined && countIs === undefined) return words.say('number.people', { n });
  const number = countIs === undefined ? words.number(n) : words.say(`number.${countIs.replace(' ', '-')}`, { n });
  return words.say('number.of', { number, whom: subset ?? words.say('number.whoever') });
}

/** The chain of speakers from the report's publisher to whoever said it first; the publisher is not part of it. */
export function chainOf(claim: Claim): readonly string[] {
  if (claim.chain && claim.chain.length > 0) return claim.chain;
  return claim.accordingTo === undefined ? [] : [claim.accordingTo];
}

/** The kind of a claim as its heading says it. */
export function kindOf(claim: Claim, words: DeskWords): string {
  return words.say(`kind.${claim.kind}`);
}

/** The beginning of a text on one line, whole words, at most `length` characters. */
export function excerptOf(text: string, length = 280): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const cut = line.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2))} …`;
}

/** Links to claims, by their numbers. */
export function claimLinks(claims: readonly number[]): Html {
  return html`<span class="claims">${claims.map((number) => html`<a href="/claim/${number}#passage">${String(number)}</a> `)}</span>`;
}
