import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Day } from '../time/day.ts';
import type { Question } from './question.ts';
import { conditionText } from './worded.ts';

/**
 * What it takes to ask a count again and get the same answer (law 3).
 *
 * @example
 * { question: { heldOn: '2025-12-20', by: 'Viasna' }, knownOn: '2026-01-02', size: 57, root: 'q83v…', id: 'Zm9vYmFyYmF6cXV4' }
 */
export interface Citation {
  readonly question: Question;
  /** The last day of what had been entered. */
  readonly knownOn: Day;
  /** How many entries the register had, and the root of its log at that size, in base64. */
  readonly size: number;
  readonly root: string;
  /** Short name of all this: equal for equal questions to the same register. */
  readonly id: string;
}

/** The citation of an answer: question, knowledge and register, with a name that is a hash of them. */
export function citationOf(question: Question, knownOn: Day, size: number, root: string): Citation {
  const cited = { question, knownOn, size, root };
  const id = createHash('sha256')
    .update(canonicalize(cited) ?? '')
    .digest('base64url')
    .slice(0, 16);
  return { ...cited, id };
}

/** The citation in one line, to be copied into a text and typed in again. */
export function citationText({ question, knownOn, size, root, id }: Citation): string {
  const { heldOn, of, by, where } = question;
  const conditions = where === undefined ? undefined : conditionText(where);
  const scope = [of, by === undefined ? undefined : `recognised by ${by}`, conditions]
    .filter((part) => part !== undefined)
    .join(', ');
  return `Held on ${heldOn}${scope === '' ? '' : ` (${scope})`}, as known on ${knownOn}; register of ${size} entries, root ${root}; ${id}`;
}
