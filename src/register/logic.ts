import type { PlainCondition } from './conditions.ts';
import type { Condition } from './question.ts';
import type { Answer } from './standing.ts';

/** The conditions that a condition follows from, each as often as it stands there, in order. */
export function partsOf(condition: Condition): readonly PlainCondition[] {
  if ('all' in condition) return condition.all.flatMap(partsOf);
  if ('any' in condition) return condition.any.flatMap(partsOf);
  return 'not' in condition ? partsOf(condition.not) : [condition];
}

/**
 * What follows for a condition from the answers to its parts, in the order of `partsOf`: Kleene's strong logic of three
 * values ("Introduction to Metamathematics", 1952, § 64).
 */
export function answerOf(condition: Condition, answers: readonly Answer[]): Answer {
  let next = 0;
  const told = (one: Condition): Answer => {
    if ('all' in one) return worst(one.all.map(told));
    if ('any' in one) return best(one.any.map(told));
    if ('not' in one) return OPPOSITE[told(one.not)];
    next += 1;
    return answers[next - 1] ?? 'cannot tell';
  };
  return told(condition);
}

const OPPOSITE: Readonly<Record<Answer, Answer>> = { yes: 'no', no: 'yes', 'cannot tell': 'cannot tell' };

function worst(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('cannot tell') ? 'cannot tell' : 'yes';
}

function best(answers: readonly Answer[]): Answer {
  if (answers.includes('yes')) return 'yes';
  return answers.includes('cannot tell') ? 'cannot tell' : 'no';
}
