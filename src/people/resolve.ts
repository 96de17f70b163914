import { readName } from '../names/read.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import type { Person, PersonId } from './person.ts';

/**
 * Whom a name in a report means, as far as names can tell. It is a proposal: a documenter decides.
 *
 * @example
 * { verdict: 'same', person: 'k3vq9h2mxa7tw5bn', reasons: ['Марыя and Maria are forms of one given name', …] }
 */
export type LinkProposal =
  | { readonly verdict: 'same'; readonly person: PersonId; readonly reasons: readonly string[] }
  | { readonly verdict: 'new'; readonly reasons: readonly string[] }
  | { readonly verdict: 'unsure'; readonly candidates: readonly Candidate[]; readonly reasons: readonly string[] };

/**
 * Proposes whom a name means among these persons: *same* only where exactly one person is clearly it and no other comes
 * near, *new* where nobody comes near, *unsure* with the candidates in every other case. A name of one word, or of a
 * word and initials, is never clearly anyone's.
 */
export function proposeLink(name: string, persons: readonly Person[]): LinkProposal {
  if (readName(name).parts.length === 0)
    return { verdict: 'unsure', candidates: [], reasons: ['there is no name to compare'] };
  const candidates = candidatesFor(name, persons);
  const possible = candidates.filter((one) => one.verdict !== 'different');
  const [best] = possible;
  if (best === undefined) return { verdict: 'new', reasons: whyNew(candidates) };
  if (best.namesake === true) {
    return { verdict: 'unsure', candidates, reasons: [`${possible.length} persons could be meant by ${name}`] };
  }
  if (best.verdict === 'unsure') return { verdict: 'unsure', candidates, reasons: best.reasons };
  if (!tellsAPerson(name)) {
    return {
      verdict: 'unsure',
      candidates,
      reasons: [`${name} alone is too little to tell a person by`, ...best.reasons],
    };
  }
  return { verdict: 'same', person: best.person, reasons: best.reasons };
}

function whyNew(candidates: readonly Candidate[]): string[] {
  const nearest = candidates[0]?.reasons[0];
  return nearest === undefined
    ? ['nobody in the register has a name like it']
    : [`nobody in the register has a name like it; of the nearest, ${nearest}`];
}

function tellsAPerson(name: string): boolean {
  const words = readName(name).parts.filter(
    (part) => !['particle', 'numbered', 'title', 'initial'].includes(part.role),
  );
  return words.length > 1;
}
