import type { PersonId } from '../people/person.ts';
import type { Count, Counted, Question } from '../register/question.ts';
import type { Day } from '../time/day.ts';
import type { EditionInput } from './edition.ts';

/**
 * What stands behind a printed count: what was asked, as known when, of which register, and what came out.
 *
 * @example
 * { question: { heldOn: '2025-12-20' }, knownOn: '2026-01-03', certain: { number: 2, persons: ['k3vq…'], withheld: 1 },
 *   possible: { number: 0, persons: [], withheld: 0 },
 *   register: { origin: 'unforgotten.example/register', size: 57, root: 'q83v…' },
 *   ask: 'unforgotten count --on 2025-12-20 --known 2026-01-03' }
 */
export interface Receipt {
  readonly question: Question;
  readonly knownOn: Day;
  readonly certain: ReceiptNumber;
  readonly possible: ReceiptNumber;
  readonly register: { readonly origin: string; readonly size: number; readonly root: string };
  /** The command that asks the same again. */
  readonly ask: string;
}

/**
 * A number on a receipt and those behind it who may be shown.
 *
 * @example
 * { number: 2, persons: ['k3vq9h2mxa7tw5bn'], withheld: 1 }
 */
export interface ReceiptNumber {
  readonly number: number;
  readonly persons: readonly PersonId[];
  /** Absent where the question asks for a part of the whole: in a small group a number alone may point to somebody. */
  readonly withheld?: number;
}

/** Writes the receipt of a count. */
export function receiptOf(count: Count, input: Pick<EditionInput, 'knownOn' | 'origin' | 'size' | 'root'>): Receipt {
  const { question } = count;
  const whole = question.of === undefined && question.by === undefined;
  return {
    question,
    knownOn: input.knownOn,
    certain: numberOf(count.certain, whole),
    possible: numberOf(count.possible, whole),
    register: { origin: input.origin, size: input.size, root: input.root },
    ask: commandFor(question, input.knownOn),
  };
}

/** Where the receipt lies for machines. */
export function receiptPath({ heldOn, of }: Question): string {
  return `receipts/${heldOn}${of === undefined ? '' : `-${of}`}.json`;
}

/** The anchor of the receipt on the page of its day. */
export function receiptAnchor({ of }: Question): string {
  return `receipt-${of ?? 'all'}`;
}

// In the whole the withheld are a number; in a part of it they are left out (law 7: in no small-cell count).
function numberOf({ number, persons, withheld }: Counted, whole: boolean): ReceiptNumber {
  const ids = [...persons].sort();
  return whole ? { number, persons: ids, withheld } : { number: ids.length, persons: ids };
}

function commandFor({ heldOn, of, by }: Question, knownOn: Day): string {
  const words = ['unforgotten', 'count', '--on', heldOn, '--known', knownOn];
  if (of !== undefined) words.push('--of', of);
  if (by !== undefined) words.push('--by', /\s/.test(by) ? JSON.stringify(by) : by);
  return words.join(' ');
}
