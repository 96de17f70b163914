import { standsIn } from '../text/passage.ts';
import type { Claim } from './claim.ts';

/**
 * Checks a claim against the text of its report (law 1): every passage it carries stands where it says it stands,
 * and a quotation stands inside the passage. Called when a claim is made and again when it is read back.
 *
 * @returns a sentence that says what is wrong, or null where the claim is borne out.
 */
export function faultIn(claim: Claim, text: string): string | null {
  if (!standsIn(text, claim.passage)) {
    return `the passage of this ${claim.kind} claim does not stand at ${claim.passage.start}–${claim.passage.end} of its report`;
  }
  if (claim.quote !== undefined && !claim.passage.text.includes(claim.quote)) {
    return `the quotation of this ${claim.kind} claim is not in its passage`;
  }
  for (const { property, passage } of claim.resolved ?? []) {
    if (!standsIn(text, passage)) {
      return `the words that ${property} of this ${claim.kind} claim rests on do not stand at ${passage.start}–${passage.end} of its report`;
    }
  }
  return null;
}
