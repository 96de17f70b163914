import type { Candidate } from '../people/candidates.ts';
import type { Person, PersonId, WrittenName } from '../people/person.ts';
import { proposeLink } from '../people/resolve.ts';
import type { Decision } from '../register/entry.ts';
import type { FiledClaim, RegisterState } from '../register/state.ts';
import { Refused } from '../text/refusal.ts';
import { scriptOf } from '../text/script.ts';
import { base32 } from './base32.ts';

/** What came of accepting a claim and linking the names in it. */
export interface Acceptance {
  readonly accepted: 'accepted' | 'waiting for a second';
  readonly linked: readonly Linked[];
  /** Names that were left open: nobody says whom they mean, and more than one person may be meant. */
  readonly unsure: readonly { readonly name: string; readonly candidates: readonly Candidate[] }[];
}

/** A name that was linked to a person, and why. */
interface Linked {
  readonly name: string;
  readonly person: PersonId;
  readonly isNew: boolean;
  readonly reasons: readonly string[];
}

/** Whom the names of a claim mean, as a documenter says: a person's id, or `new` for somebody not in the register. */
export type Choices = ReadonlyMap<string, PersonId | 'new'>;

/** The decisions that accept a claim and link its names, and what they come to. */
export interface LinkPlan extends Omit<Acceptance, 'accepted'> {
  readonly decisions: readonly Decision[];
}

const BYTES_OF_AN_ID = 10;

/**
 * Plans how a claim is accepted: each name of a person in it is linked as chosen, or as proposed where the proposal is
 * clear. Who speaks is linked only to somebody the register knows: most who speak in the news are nobody's prisoners.
 * A name that was linked before stays as it is unless something else is chosen.
 *
 * @throws Refused where somebody is chosen who is not in the register.
 */
export function planLinks(
  state: RegisterState,
  filed: FiledClaim,
  { reason, choices }: { readonly reason: string; readonly choices: Choices },
  random: (bytes: number) => Uint8Array,
): LinkPlan {
  const { number, claim, mentions } = filed;
  const persons = [...state.persons.values(), ...awaited(state)];
  const linked: Linked[] = [];
  const unsure: { name: string; candidates: readonly Candidate[] }[] = [];
  const fresh = (name: string, reasons: readonly string[]): void => {
    linked.push({ name, person: base32(random(BYTES_OF_AN_ID)), isNew: true, reasons });
  };
  for (const { name, person, verdict } of mentions) {
    const choice = choices.get(name);
    if (choice === 'new') fresh(name, [reason]);
    else if (choice !== undefined) {
      if (!persons.some(({ id }) => id === choice)) throw noSuchPerson(choice);
      if (verdict !== 'same' || person !== choice)
        linked.push({ name, person: choice, isNew: false, reasons: [reason] });
    } else if (verdict !== 'same') {
      const proposal = proposeLink(name, persons);
      const isNamed = claim.persons?.includes(name) ?? false;
      // What a documenter has doubted or denied is not for a proposal to say again.
      if (verdict === undefined && proposal.verdict === 'same') {
        linked.push({ name, person: proposal.person, isNew: false, reasons: proposal.reasons });
      } else if (verdict === undefined && proposal.verdict === 'new') {
        if (isNamed) fresh(name, proposal.reasons);
      } else if (isNamed) {
        unsure.push({ name, candidates: proposal.verdict === 'unsure' ? proposal.candidates : [] });
      }
    }
  }
  const links = linked.map(({ name, person, reasons }): Decision => {
    return { decision: 'link', claim: number, name, person, verdict: 'same', reason: reasons.join('; ') || reason };
  });
  return { decisions: [{ decision: 'accept', claim: number, reason }, ...links], linked, unsure };
}

// Persons whom only claims name that wait for a second acceptance. They are nobody yet, but one name must not make two.
function awaited(state: RegisterState): Person[] {
  const names = new Map<PersonId, WrittenName[]>();
  for (const { number, report, mentions } of state.claims.values()) {
    const language = state.reports.get(report)?.report.language ?? 'und';
    for (const { name, person, verdict } of mentions) {
      if (person === undefined || verdict !== 'same' || state.persons.has(person)) continue;
      const written = { text: name, script: scriptOf(name), language, claims: [number] };
      names.set(person, [...(names.get(person) ?? []), written]);
    }
  }
  return [...names].map(([id, own]) => ({ id, names: own, claims: [], recognitions: [], withheld: false }));
}

function noSuchPerson(id: string): Refused {
  return new Refused(`There is no person ${id} in the register: unforgotten find looks a person up by name.`);
}
