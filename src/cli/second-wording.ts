import type { SecondReading } from '../claims/second.ts';
import { readBySecond, secondAuthor } from '../register/reader.ts';
import type { OpenRegister } from '../store/open.ts';
import { claimInWords, indent } from './wording.ts';

/** What came of asking the second extractor, for a person, to stand below the first one's claims. */
export function secondInWords(name: string, reading: SecondReading, first: number): string {
  const head = `${reading.claims.length} more read by ${secondAuthor(name)}, not to be relied on before a person has compared them`;
  const also = `It also says ${reading.agreed.length} of the ${first} claims above.`;
  return [head, ...reading.claims.map((claim) => indent(claimInWords(claim), 2)), also, droppedIn(reading), ''].join(
    '\n',
  );
}

/** The same in one line. */
export function secondInBrief(name: string, reading: SecondReading): string {
  return `${reading.claims.length} of them read by ${secondAuthor(name)}, which also says ${reading.agreed.length} of the others. ${droppedIn(reading)}`;
}

/** The same as JSON: beside the first one's claims and not among them, each with who read it. */
export function secondInJson(name: string, { claims, agreed, dropped }: SecondReading): { readonly second: unknown } {
  const readBy = secondAuthor(name);
  return { second: { readBy, claims: claims.map((claim) => ({ ...claim, readBy })), agreed, dropped } };
}

/** The mark of a claim that a second extractor read: `read by second extractor NAME`; null for any other. */
export function markOf(register: OpenRegister, claim: number): string | null {
  const name = readBySecond(register.entries(), claim);
  return name === null ? null : `read by ${secondAuthor(name)}`;
}

/** The same for JSON. */
export function readByInJson(register: OpenRegister, claim: number): { readonly readBy?: string } {
  const name = readBySecond(register.entries(), claim);
  return name === null ? {} : { readBy: secondAuthor(name) };
}

function droppedIn({ dropped }: SecondReading): string {
  const reasons = Object.entries(dropped);
  if (reasons.length === 0) return 'Nothing it answered was dropped.';
  return `Dropped: ${reasons.map(([why, times]) => `${times} for ${why}`).join(', ')}.`;
}
