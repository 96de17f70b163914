import type { Report } from '../archive/report.ts';
import type { PersonId } from '../people/person.ts';
import type { Decision, Entry } from '../register/entry.ts';
import type { EditionSource } from '../site/source.ts';

/**
 * What the desk needs of an open register. The store's `OpenRegister` is one.
 *
 * @example
 * const app = deskApp(register, { hosts: ['127.0.0.1:4173'] }, { clock, token });
 */
export interface DeskRegister extends EditionSource {
  /** How many entries there are. */
  readonly size: number;
  /** Every entry, in order. */
  entries(): readonly Entry[];
  /** The reading of a report by its number, its passages checked. */
  report(number: number): Promise<Report>;
  /** Enters decisions, all or none. Throws `Refused` where one of them may not be taken. */
  decide(author: string, decisions: readonly Decision[]): Promise<unknown>;
  /**
   * Accepts a claim and links the names in it: as chosen, or where nothing was chosen and nobody could be confused
   * with another, as proposed.
   *
   * @param choices name as the claim writes it → the person meant, or `new` for a person not in the register yet.
   */
  acceptWithLinks(
    author: string,
    claim: number,
    reason: string,
    choices?: ReadonlyMap<string, PersonId | 'new'>,
  ): Promise<Acceptance>;
}

/**
 * What came of accepting a claim.
 *
 * @example
 * { accepted: 'accepted', linked: [{ name: 'Ales Bialiatski', person: 'm2xz…', isNew: true, reasons: [] }], unsure: [] }
 */
interface Acceptance {
  readonly accepted: 'accepted' | 'waiting for a second';
  readonly linked: readonly { readonly name: string; readonly person: PersonId; readonly isNew: boolean }[];
  /** Names that were left open, because more than one person may be meant. */
  readonly unsure: readonly { readonly name: string }[];
}
