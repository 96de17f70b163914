import type { PersonId } from '../people/person.ts';
import type { Decision, Entry } from './entry.ts';
import type { RegisterState } from './state.ts';

/**
 * Which entries a removal concerns: every claim that mentions or quotes the person, every decision on such a claim or
 * on the person, every report whose title or address says the name. Until the removal is carried out, none of them is
 * read: too little for a moment is better than a name too many. What is read of them afterwards the removal says.
 *
 * @param entries every entry of the register, in order.
 * @returns their numbers, ascending.
 */
export function entriesNaming(
  state: Pick<RegisterState, 'claims' | 'persons'>,
  entries: readonly Entry[],
  person: PersonId,
): number[] {
  const names = namesOf(state, person);
  const says = (content: unknown): boolean => {
    const text = plain(JSON.stringify(content));
    return names.some((name) => text.includes(name));
  };
  const gone = new Set<number>();
  for (const { number, kind, body } of entries) {
    if (kind === 'report' && body !== null && says([body.title, body.address, body.fetched, body.media]))
      gone.add(number);
    if (kind === 'claim' && body !== null && (mentions(state, number, person) || says(body))) gone.add(number);
    // An amendment may bring the name into a claim that was read without it.
    if (kind === 'decision' && body !== null && 'claim' in body && says(body)) gone.add(body.claim);
  }
  for (const { number, kind, body } of entries) {
    if (kind === 'decision' && body !== null && (isAbout(body, person, gone) || says(body))) gone.add(number);
  }
  return [...gone].sort((a, b) => a - b);
}

/** The entries, those of these numbers without their content: as they open once they have been shredded. */
export function withoutContent(entries: readonly Entry[], numbers: readonly number[]): Entry[] {
  const gone = new Set(numbers);
  return entries.map((entry) => (gone.has(entry.number) ? { ...entry, entered: '', author: '', body: null } : entry));
}

/** Numbers of the entries that a removal names and that still have their content, as after restoring an old backup. */
export function owedShreds(entries: readonly Entry[]): number[] {
  const named = new Set(entries.flatMap((entry) => (entry.kind === 'removal' ? (entry.body?.entries ?? []) : [])));
  return entries.filter(({ number, body }) => named.has(number) && body !== null).map(({ number }) => number);
}

function namesOf(state: Pick<RegisterState, 'claims' | 'persons'>, person: PersonId): string[] {
  const written = (state.persons.get(person)?.names ?? []).map(({ text }) => text);
  const mentioned = [...state.claims.values()].flatMap((claim) =>
    claim.mentions.filter((one) => one.person === person && one.verdict === 'same').map(({ name }) => name),
  );
  return [...new Set([...written, ...mentioned].map(plain))];
}

function mentions(state: Pick<RegisterState, 'claims'>, claim: number, person: PersonId): boolean {
  return (state.claims.get(claim)?.mentions ?? []).some((one) => one.person === person && one.verdict === 'same');
}

function isAbout(decision: Decision, person: PersonId, gone: ReadonlySet<number>): boolean {
  return ('person' in decision && decision.person === person) || ('claim' in decision && gone.has(decision.claim));
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
