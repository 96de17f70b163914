import { SKELETON_LETTERS } from './skeleton.ts';

// Two consonants are too few to look beside: nearly everything is beside them.
const LEAST_LETTERS = 3;

/**
 * The skeletons that differ from this one by one consonant: another, one less, one more. Made up rather than looked up:
 * there are nine letters, so that some hundred tries reach every one an index may hold. Empty for a short skeleton.
 */
export function nearSkeletons(skeleton: string): string[] {
  if (skeleton.length < LEAST_LETTERS) return [];
  const near = new Set<string>();
  for (let at = 0; at <= skeleton.length; at++) {
    const before = skeleton.slice(0, at);
    const after = skeleton.slice(at);
    near.add(before + after.slice(1));
    for (const letter of SKELETON_LETTERS) {
      near.add(before + letter + after);
      near.add(before + letter + after.slice(1));
    }
  }
  near.delete(skeleton);
  return [...near];
}
