import type { EditionBody } from '../register/entry.ts';
import type { SealedEntry } from '../register/shelf.ts';
import type { RegisterState } from '../register/state.ts';
import type { Day } from '../time/day.ts';

/**
 * What publishing needs of an open register. The store's `OpenRegister` is one.
 *
 * @example
 * await publish(register, { on: '2025-12-20', out: 'public', stories: [] }, effects);
 */
export interface EditionSource {
  /** Everything as known now. */
  state(): RegisterState;
  /** Everything as known at the end of a day (UTC). */
  stateKnownOn(day: Day): RegisterState;
  /** Every line of the log, in order. */
  lines(): readonly string[];
  /** One entry as it is kept, with its disclosures: an edition publishes those of its own entry and of no other. */
  sealed(number: number): SealedEntry;
  /** Appends the entry of an edition. */
  recordEdition(edition: EditionBody): Promise<void>;
  /** Name of the log, the first line of its checkpoints: `unforgotten.example/register`. */
  readonly origin: string;
  /** Signs a note (C2SP signed-note) with the register's key: the text with its signature lines. */
  sign(text: string): string;
  /** The public key as a verifier key of C2SP signed-note: `name+hash+key`. */
  readonly verifierKey: string;
}
