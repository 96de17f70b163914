import { scriptOf } from '../text/script.ts';
import { ownFirst } from './forms.ts';
import type { Mention, PersonId, Verdict, WrittenName } from './person.ts';

/**
 * The names one accepted claim mentions, as written there, with whom each means.
 *
 * @example
 * { claim: 12, language: 'be', mentions: [{ name: 'Марыя Калеснікава', person: 'k3vq9h2mxa7tw5bn', verdict: 'same' }] }
 */
export interface ClaimMentions {
  readonly claim: number;
  /** Language of the claim's report. */
  readonly language: string;
  readonly mentions: readonly Pick<Mention, 'name' | 'person' | 'verdict'>[];
}

/**
 * What a documenter said of one mention and one person, or took back. A list of them is in the order they were made.
 *
 * @example
 * { claim: 12, name: 'Марыя Калеснікава', person: 'k3vq9h2mxa7tw5bn', verdict: 'same' }
 * { claim: 12, name: 'Марыя Калеснікава', person: 'k3vq9h2mxa7tw5bn', unlink: true }
 */
export type LinkMade = LinkPlace &
  ({ readonly verdict: Verdict; readonly unlink?: false } | { readonly verdict?: Verdict; readonly unlink: true });

/**
 * The mention and the person a link is about.
 *
 * @example
 * { claim: 12, name: 'Марыя Калеснікава', person: 'k3vq9h2mxa7tw5bn' }
 */
interface LinkPlace {
  readonly claim: number;
  readonly name: string;
  readonly person: PersonId;
}

/**
 * Whom a mention means once every link on it has been read: the person of its latest standing `same`, or, where there
 * is none, what its latest standing link says.
 *
 * @example
 * { person: 'k3vq9h2mxa7tw5bn', verdict: 'same' }
 */
export interface Meant {
  readonly person: PersonId;
  readonly verdict: Verdict;
}

/**
 * What gathering gives for a person.
 *
 * @example
 * { names: [{ text: 'Марыя Калеснікава', script: 'Cyrl', language: 'be', claims: [12] }], claims: [12] }
 */
export interface Gathered {
  readonly names: readonly WrittenName[];
  /** Numbers of the claims, ascending. */
  readonly claims: readonly number[];
}

/**
 * Reads links in the order they were made and says whom each mention means, by claim and then by name as written.
 *
 * Per mention and person the latest link counts. An unlink takes back the latest link that still stands on its mention
 * and person, so that a link and its unlink leave everything as it was; with nothing to take back it does nothing.
 */
export function settleLinks(links: readonly LinkMade[]): Map<number, Map<string, Meant>> {
  const byClaim = new Map<number, Map<string, StandingLink[]>>();
  links.forEach((link, order) => {
    const byName = entryOf(byClaim, link.claim, () => new Map<string, StandingLink[]>());
    const standing = entryOf(byName, link.name, () => []);
    if (link.unlink === true) {
      const last = standing.findLastIndex((one) => one.person === link.person);
      if (last >= 0) standing.splice(last, 1);
    } else {
      standing.push({ person: link.person, verdict: link.verdict, order });
    }
  });
  const settled = new Map<number, Map<string, Meant>>();
  for (const [claim, byName] of byClaim) {
    for (const [name, standing] of byName) {
      const meant = latestOf(standing);
      if (meant !== undefined) entryOf(settled, claim, () => new Map<string, Meant>()).set(name, meant);
    }
  }
  return settled;
}

/**
 * Adds up the mentions of accepted claims to persons. Mentions nobody linked as the same as a person belong to nobody.
 * A person's own form comes first among the names (see `ownFirst`); persons stand in the order of their first claim,
 * and within it of its names.
 *
 * @param claims in the order of their numbers.
 */
export function gatherPersons(claims: readonly ClaimMentions[]): Map<PersonId, Gathered> {
  const drafts = new Map<PersonId, Draft>();
  for (const { claim, language, mentions } of claims) {
    for (const { name: text, person, verdict } of mentions) {
      if (person === undefined || verdict !== 'same') continue;
      const draft = entryOf(drafts, person, () => ({ names: new Map(), claims: [] }));
      if (draft.claims.at(-1) !== claim) draft.claims.push(claim);
      const form = entryOf(draft.names, `${language}\n${text}`, () => ({ text, language, claims: [] }));
      if (form.claims.at(-1) !== claim) form.claims.push(claim);
    }
  }
  return new Map([...drafts].map(([person, draft]) => [person, finished(draft)]));
}

type StandingLink = Meant & { readonly order: number };

interface Draft {
  readonly names: Map<string, { text: string; language: string; claims: number[] }>;
  readonly claims: number[];
}

function latestOf(standing: readonly StandingLink[]): Meant | undefined {
  const byPerson = new Map(standing.map((link) => [link.person, link]));
  const counting = [...byPerson.values()].sort((a, b) => a.order - b.order);
  const latest = counting.findLast((link) => link.verdict === 'same') ?? counting.at(-1);
  return latest && { person: latest.person, verdict: latest.verdict };
}

function finished({ names, claims }: Draft): Gathered {
  const written = [...names.values()].map((form) => ({ ...form, script: scriptOf(form.text) }));
  return { names: written.length > 1 ? ownFirst(written) : written, claims };
}

function entryOf<K, V>(map: Map<K, V>, key: K, start: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const fresh = start();
  map.set(key, fresh);
  return fresh;
}
