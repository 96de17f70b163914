import { scriptOf } from '../text/script.ts';
import { ownFirst } from './forms.ts';
import type { PersonId, Verdict, WrittenName } from './person.ts';

/**
 * The names one accepted claim mentions, as written there.
 *
 * @example
 * { claim: 12, language: 'be', names: ['Марыя Калеснікава'] }
 */
export interface ClaimMentions {
  readonly claim: number;
  /** Language of the claim's report. */
  readonly language: string;
  readonly names: readonly string[];
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
 * Adds up the mentions of accepted claims to persons. Mentions nobody linked as the same as a person belong to nobody;
 * links on claims or names that are not among the mentions are passed over (their claim is not accepted, or was
 * amended). A person's own form comes first among the names (see `ownFirst`); persons stand in the order of their first
 * claim.
 */
export function gatherPersons(mentions: readonly ClaimMentions[], links: readonly LinkMade[]): Map<PersonId, Gathered> {
  const settled = settleLinks(links);
  const drafts = new Map<PersonId, Draft>();
  for (const { claim, language, names } of mentions.toSorted((a, b) => a.claim - b.claim)) {
    for (const text of names) {
      const meant = settled.get(claim)?.get(text);
      if (meant?.verdict !== 'same') continue;
      const draft = entryOf(drafts, meant.person, () => ({ names: new Map(), claims: new Set<number>() }));
      draft.claims.add(claim);
      const form = entryOf(draft.names, `${language}\n${text}`, () => ({ text, language, claims: new Set<number>() }));
      form.claims.add(claim);
    }
  }
  return new Map([...drafts].map(([person, draft]) => [person, finished(draft)]));
}

type StandingLink = Meant & { readonly order: number };

interface Draft {
  readonly names: Map<string, { text: string; language: string; claims: Set<number> }>;
  readonly claims: Set<number>;
}

function latestOf(standing: readonly StandingLink[]): Meant | undefined {
  const byPerson = new Map(standing.map((link) => [link.person, link]));
  const counting = [...byPerson.values()].sort((a, b) => a.order - b.order);
  const latest = counting.findLast((link) => link.verdict === 'same') ?? counting.at(-1);
  return latest && { person: latest.person, verdict: latest.verdict };
}

function finished(draft: Draft): Gathered {
  const names = [...draft.names.values()].map(({ text, language, claims }) => ({
    text,
    script: scriptOf(text),
    language,
    claims: [...claims],
  }));
  return { names: ownFirst(names), claims: [...draft.claims] };
}

function entryOf<K, V>(map: Map<K, V>, key: K, start: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const fresh = start();
  map.set(key, fresh);
  return fresh;
}
