import type { PersonId } from '../people/person.ts';
import type { Decision, Entry, RemovalBody } from './entry.ts';
import type { RegisterState } from './state.ts';

/**
 * What a removal has to take away.
 *
 * @example
 * { shred: [3, 4, 12], body: { entries: [3, 4, 12] }, reports: [2] }
 */
export interface Removal {
  /** Numbers of the entries whose disclosures go, ascending. */
  readonly shred: readonly number[];
  /** The entry that says so, appended before anything is shredded. */
  readonly body: RemovalBody;
  /** Numbers of the reports whose kept originals and readings name the person. */
  readonly reports: readonly number[];
}

/**
 * Which entries lose their content when a person is removed: every claim that mentions or quotes the person, every
 * decision on such a claim or on the person, every report whose title or address says the name. A claim that names
 * others too goes as a whole: its passage cannot be kept without the name.
 *
 * @param entries every entry of the register, in order.
 */
export function removalOf(
  state: Pick<RegisterState, 'claims' | 'persons'>,
  entries: readonly Entry[],
  person: PersonId,
): Removal {
  const names = namesOf(state, person);
  const says = (content: unknown): boolean => {
    const text = plain(JSON.stringify(content));
    return names.some((name) => text.includes(name));
  };
  const gone = new Set<number>();
  for (const { number, kind, body } of entries) {
    if (kind === 'report' && body !== null && says([body.title, body.address])) gone.add(number);
    if (kind === 'claim' && body !== null && (mentions(state, number, person) || says(body))) gone.add(number);
    // An amendment may bring the name into a claim that was read without it.
    if (kind === 'decision' && body !== null && 'claim' in body && says(body)) gone.add(body.claim);
  }
  for (const { number, kind, body } of entries) {
    if (kind === 'decision' && body !== null && (isAbout(body, person, gone) || says(body))) gone.add(number);
  }
  const shred = [...gone].sort((a, b) => a - b);
  const reports = entries
    .filter(({ number, body }) => gone.has(number) && body !== null)
    .flatMap(({ number, kind, body }) => (kind === 'report' ? number : kind === 'claim' ? (body?.report ?? []) : []));
  return { shred, body: { entries: shred }, reports: [...new Set(reports)].sort((a, b) => a - b) };
}

/** The entries, those of these numbers without their content: as they open once they have been shredded. */
export function withoutContent(entries: readonly Entry[], numbers: readonly number[]): Entry[] {
  const gone = new Set(numbers);
  return entries.map((entry) => (gone.has(entry.number) ? { ...entry, entered: '', author: '', body: null } : entry));
}

/**
 * Numbers of the entries that a removal names and that still have their content, after a crash between the two or a
 * restored backup: to be shredded when the register is opened.
 */
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
