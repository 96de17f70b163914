// How much of a kind one page holds, so that no page weighs more than 14,000 bytes on the wire (build.test.ts holds it
// on a register of two thousand persons).
/** Names in a list of persons. */
export const PEOPLE_A_PAGE = 200;
/** Claims with their passages. */
export const CLAIMS_A_PAGE = 50;
/** Ids on a receipt: random, so they hardly compress. */
export const IDS_A_RECEIPT = 60;

/** Cuts a list into pages of a size, at least one. */
export function paged<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, n) => items.slice(n * size, (n + 1) * size));
}
