import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { addDays } from '../time/day.ts';
import { numbersIn } from './bits.ts';
import { censusOf } from './census.ts';
import { History } from './history.fixture.ts';
import type { Condition } from './question.ts';
import type { Answer } from './standing.ts';

const [ANNA, BORIS, VERA, HALINA] = ['anna', 'boris', 'vera', 'halina'];
const PEOPLE = [ANNA, BORIS, VERA, HALINA];

// Anna: Minsk, then Homel in a month nobody gives the day of; Boris: charged, never placed; Vera: not charged; Halina:
// nothing stated but that she was detained.
function state() {
  const history = new History('2025-12-15');
  const report = history.report({ published: '2025-12-14' });
  history.about(report, [ANNA], { kind: 'detained', date: '2020-09-07', place: 'Minsk', charges: ['Article 361'] });
  history.about(report, [BORIS], {
    kind: 'sentenced',
    date: '2021-07',
    termMonths: 168,
    charges: ['articles 130 and 342'],
  });
  history.about(report, [VERA], { kind: 'detained', date: '2021-01-01', place: 'Zhodzina' });
  history.about(report, [HALINA], { kind: 'detained', date: '2022-02-02' });
  history.about(report, [ANNA], { kind: 'transferred', date: '2021-03', place: 'Homel' });
  history.about(report, [VERA], { kind: 'sentenced', hypothetical: true, charges: ['Article 293'] });
  const describe = (person: string, stated: object) =>
    history.decide('Alena', { decision: 'describe', person, ...stated });
  describe(ANNA, { sex: 'female', born: '1982-04-24', occupation: 'musician', region: 'Minsk' });
  describe(BORIS, { sex: 'male', born: '1963', occupation: 'banker' });
  describe(VERA, { born: '2005-06' });
  history.bothDecide({ decision: 'recognise', person: ANNA, by: 'Viasna', date: '2020-09-11' });
  return history.state();
}

const known = state();

function answers(condition: Condition, day: Day): Record<string, Answer> {
  const { certain, maybe } = censusOf(known).graded(condition, day);
  const [sure, some] = [numbersIn(certain), numbersIn(maybe)];
  return Object.fromEntries(
    PEOPLE.map((person) => {
      const at = [...known.persons.keys()].indexOf(person);
      return [person, sure.includes(at) ? 'yes' : some.includes(at) ? 'cannot tell' : 'no'];
    }),
  );
}

const [Y, N, X] = ['yes', 'no', 'cannot tell'] as const;

describe('a condition', () => {
  test.each<[string, Condition, Day, readonly Answer[]]>([
    ['held', { held: true }, '2021-02-01', [Y, X, Y, N]],
    ['sex, where it is stated', { sex: 'female' }, '2021-02-01', [Y, N, X, X]],
    ['recognised', { recognisedBy: 'Вясна' }, '2021-02-01', [Y, N, N, N]],
    ['recognised, the day before', { recognisedBy: 'Viasna' }, '2020-09-10', [N, N, N, N]],
    ['an article that was stated', { charge: '361' }, '2021-02-01', [Y, N, X, X]],
    ['one of several articles', { charge: '130' }, '2021-02-01', [N, Y, X, X]],
    ['not a part of a number', { charge: '36' }, '2021-02-01', [N, N, X, X]],
    ['a hypothetical charge is none', { charge: '293' }, '2021-02-01', [N, N, X, X]],
    ['the place', { place: 'minsk' }, '2021-02-01', [Y, X, N, X]],
    ['the place, in the month of the transfer', { place: 'Minsk' }, '2021-03-15', [X, X, N, X]],
    ['the place, after it', { place: 'Homel' }, '2021-04-01', [Y, X, N, X]],
    ['the place, before anything is told', { place: 'Minsk' }, '2020-01-01', [X, X, X, X]],
    ['occupation', { occupation: 'Musician' }, '2021-02-01', [Y, N, X, X]],
    ['region', { region: 'Minsk' }, '2021-02-01', [Y, X, X, X]],
    ['age: the day before the birthday', { age: { from: 39 } }, '2021-04-23', [N, Y, N, X]],
    ['age: the birthday', { age: { from: 39 } }, '2021-04-24', [Y, Y, N, X]],
    ['age: a year of birth leaves a year of doubt', { age: { from: 58 } }, '2021-04-24', [N, X, N, X]],
    ['age: minors', { age: { to: 17 } }, '2023-05-31', [N, N, Y, X]],
    ['age: in the month of the birthday', { age: { to: 17 } }, '2023-06-15', [N, N, X, X]],
    ['age: of age', { age: { to: 17 } }, '2023-06-30', [N, N, N, X]],
  ])('%s', (_, condition, day, expected) => {
    expect(Object.values(answers(condition, day))).toEqual(expected);
  });
});

describe('conditions together', () => {
  const plain = fc.constantFrom<Condition>(
    { held: true },
    { sex: 'female' },
    { recognisedBy: 'Viasna' },
    { charge: '361' },
    { place: 'Minsk' },
    { age: { from: 18, to: 39 } },
  );
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small' },
      plain,
      fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ not: tie('condition') }),
    ),
  }));

  // Kleene's tables, person by person.
  function byTable(asked: Condition, day: Day, person: string): Answer {
    if ('all' in asked) {
      const parts = asked.all.map((one) => byTable(one, day, person));
      return parts.includes(N) ? N : parts.includes(X) ? X : Y;
    }
    if ('any' in asked) {
      const parts = asked.any.map((one) => byTable(one, day, person));
      return parts.includes(Y) ? Y : parts.includes(X) ? X : N;
    }
    if ('not' in asked) return { yes: N, no: Y, 'cannot tell': X }[byTable(asked.not, day, person)];
    return answers(asked, day)[person] ?? X;
  }

  test('follow from their parts as in the logic of three values, and so do their numbers', () => {
    fc.assert(
      fc.property(condition, fc.nat(1500), (asked, days) => {
        const day = addDays('2020-01-01', days);
        const together = answers(asked, day);
        for (const person of PEOPLE) expect(together[person]).toBe(byTable(asked, day, person));
        const all = Object.values(together);
        const expected = {
          certain: all.filter((one) => one === Y).length,
          possible: all.filter((one) => one === X).length,
        };
        // Asked once it is added up, asked again it is laid out.
        for (let time = 0; time < 3; time += 1) expect(censusOf(known).numbers(asked, day)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
