import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../time/day.ts';
import { addDays } from '../time/day.ts';
import { count, numbers } from './count.ts';
import { LIFE_KINDS } from './events.ts';
import { History } from './history.fixture.ts';
import type { Question } from './question.ts';
import { byEveryReading } from './readings.fixture.ts';
import { knownOn, rebuild } from './rebuild.ts';
import { recognisedOn } from './recognised.ts';
import type { Answer } from './standing.ts';

// Ids are random in life; here they say who is meant.
const [ANNA, BORIS, VERA, HALINA] = ['anna', 'boris', 'vera', 'halina'];

// Anna and Boris are held; Vera was freed in November, nobody says when; Halina before that. Boris has no sex stated.
function prison(): History {
  const history = new History('2025-12-15');
  const report = history.report({ published: '2025-12-14' });
  history.about(report, [ANNA, VERA], { kind: 'detained', date: '2020-09-07' });
  history.about(report, [BORIS], { kind: 'sentenced', date: '2021-07', termMonths: 168 });
  history.about(report, [VERA], { kind: 'released', date: '2025-11' });
  history.about(report, [HALINA], { kind: 'detained', date: '2021' });
  history.about(report, [HALINA], { kind: 'released', date: '2025-09-11' });
  for (const person of [ANNA, VERA, HALINA]) history.decide('Alena', { decision: 'describe', person, sex: 'female' });
  history.bothDecide({ decision: 'recognise', person: ANNA, by: 'Viasna', date: '2020-09-11' });
  history.bothDecide({ decision: 'recognise', person: BORIS, by: 'Viasna', date: '2025-11' });
  return history;
}

describe('a count', () => {
  const state = prison().state();
  test.each([
    ['who was held', { heldOn: '2025-11-15' }, [ANNA, BORIS], [VERA]],
    ['after the doubtful month', { heldOn: '2025-12-01' }, [ANNA, BORIS], []],
    ['before any of it', { heldOn: '2020-01-01' }, [], [BORIS]],
    ['women', { heldOn: '2025-11-15', of: 'women' }, [ANNA], [VERA, BORIS]],
    ['men: whose sex nobody stated is possible', { heldOn: '2025-11-15', of: 'men' }, [], [BORIS]],
    ['by an organisation', { heldOn: '2025-12-01', by: 'Viasna' }, [ANNA, BORIS], []],
    ['by an organisation under another of its names', { heldOn: '2025-12-01', by: '«Вясна»' }, [ANNA, BORIS], []],
    ['by an organisation, in the month it decided', { heldOn: '2025-11-15', by: 'Viasna' }, [ANNA], [BORIS]],
    ['by an organisation, before it decided', { heldOn: '2020-09-10', by: 'Viasna' }, [], []],
    ['by an organisation that recognised nobody', { heldOn: '2025-12-01', by: 'HRW' }, [], []],
    ['women by an organisation', { heldOn: '2025-12-01', of: 'women', by: 'Viasna' }, [ANNA], [BORIS]],
  ] as const)('of %s', (_, question, certain, possible) => {
    const answer = count(state, question);
    expect(answer.certain).toEqual({ number: certain.length, persons: certain, withheld: 0 });
    expect(answer.possible).toEqual({ number: possible.length, persons: possible, withheld: 0 });
  });

  test('counts who is withheld and does not list them', () => {
    const history = prison();
    history.bothDecide({ decision: 'withhold', person: ANNA });
    history.bothDecide({ decision: 'withhold', person: VERA });
    const { certain, possible } = count(history.state(), { heldOn: '2025-11-15' });
    expect(certain).toEqual({ number: 2, persons: [BORIS], withheld: 1 });
    expect(possible).toEqual({ number: 1, persons: [], withheld: 1 });
  });

  test('does not take a speaker for one of those spoken of', () => {
    const history = new History();
    const claim = history.accepted(history.report(), { kind: 'detained', persons: [ANNA], speaker: BORIS });
    history.link(claim, [ANNA]);
    history.decide('Alena', { decision: 'link', claim, name: BORIS, person: BORIS, verdict: 'same' });
    const { certain, possible } = count(history.state(), { heldOn: '2026-01-01' });
    expect([certain.persons, possible.persons]).toEqual([[ANNA], []]);
  });

  test('passes over claims that wait, were refused, or need a second person', () => {
    const history = prison();
    const report = history.report();
    const refused = history.about(report, [ANNA], { kind: 'released', date: '2025-10' });
    history.decide('Maryna', { decision: 'refuse', claim: refused });
    const waiting = history.claim(report, { kind: 'died', date: '2025-10', persons: [BORIS] });
    history.link(waiting, [BORIS]);
    history.decide('Alena', { decision: 'accept', claim: waiting });
    expect(count(history.state(), { heldOn: '2025-12-01' }).certain.persons).toEqual([ANNA, BORIS]);
  });
});

describe('recognised by an organisation', () => {
  const recognised = (dates: readonly string[], day: Day) => {
    const recognitions = dates.map((date) => ({
      by: 'Viasna',
      date: date.replace('!', ''),
      withdrawn: date.startsWith('!'),
    }));
    return recognisedOn({ id: ANNA, names: [], claims: [], recognitions, withheld: false }, 'Viasna', day);
  };
  test.each([
    [[], '2025-01-01', 'no'],
    [['2020-09-11'], '2020-09-10', 'no'],
    [['2020-09-11'], '2020-09-11', 'yes'],
    [['2020-09'], '2020-09-11', 'cannot tell'],
    [['2020-09', '2020-09-11'], '2020-09-10', 'no'],
    [['2020-09', '2020-09'], '2020-09-30', 'yes'],
    [['../2025-12-02'], '2025-12-02', 'yes'],
    [['../2025-12-02'], '2025-12-01', 'cannot tell'],
    [['2020-09-11', '!2021-01'], '2020-12-31', 'yes'],
    [['2020-09-11', '!2021-01'], '2021-01-15', 'cannot tell'],
    [['2020-09-11', '!2021-01'], '2021-01-31', 'no'],
    [['2020-09-11', '!2020-09-11'], '2020-09-11', 'no'],
    [['2020-09-11', '!2021-01', '2022'], '2022-12-31', 'yes'],
  ] as const)('%j: on %s %s', (dates, day, answer) => {
    expect(recognised(dates, day)).toBe(answer);
  });
});

// One step of a random history, and what it means in the plainest words there are.
type Step =
  | {
      readonly does: 'claim';
      readonly person: string;
      readonly kind: (typeof LIFE_KINDS)[number];
      readonly from: number;
      readonly width: number;
    }
  | { readonly does: 'refuse'; readonly which: number }
  | { readonly does: 'sex'; readonly person: string; readonly sex: 'female' | 'male' }
  | { readonly does: 'recognise'; readonly person: string; readonly on: number }
  | { readonly does: 'withhold' | 'show again'; readonly person: string; readonly author: 'Alena' | 'Maryna' };

const START = '2021-03-01';
const person = fc.constantFrom(ANNA, BORIS, VERA);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('claim' as const),
      person,
      kind: fc.constantFrom(...LIFE_KINDS),
      from: fc.nat(9),
      width: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('refuse' as const), which: fc.nat(5) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constant('sex' as const),
      person,
      sex: fc.constantFrom('female' as const, 'male' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('recognise' as const), person, on: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('withhold' as const, 'show again' as const),
      person,
      author: fc.constantFrom('Alena' as const, 'Maryna' as const),
    }),
  },
);

function write(steps: readonly Step[]): History {
  const history = new History(START);
  const report = history.report({ published: '2022-01-01' });
  const claims: number[] = [];
  steps.forEach((one, i) => {
    history.day = addDays(START, i);
    if (one.does === 'claim') {
      const date = `${addDays(START, one.from)}/${addDays(START, one.from + one.width)}`;
      claims.push(
        history.about(report, [one.person], {
          kind: one.kind,
          date,
          ...(one.kind === 'sentenced' && { termMonths: 120 }),
        }),
      );
    }
    const refused = one.does === 'refuse' ? claims[one.which] : undefined;
    if (refused !== undefined) history.decide('Maryna', { decision: 'refuse', claim: refused });
    if (one.does === 'sex') history.decide('Alena', { decision: 'describe', person: one.person, sex: one.sex });
    if (one.does === 'recognise') {
      history.bothDecide({ decision: 'recognise', person: one.person, by: 'Viasna', date: addDays(START, one.on) });
    }
    if (one.does === 'withhold' || one.does === 'show again') {
      history.decide(one.author, { decision: one.does, person: one.person });
    }
  });
  return history;
}

interface Answers {
  readonly held: Answer;
  readonly isWoman: Answer;
  readonly isRecognised: Answer;
}

const QUESTIONS: readonly [Omit<Question, 'heldOn'>, (answers: Answers) => readonly Answer[]][] = [
  [{}, ({ held }) => [held]],
  [{ of: 'women' }, ({ held, isWoman }) => [held, isWoman]],
  [{ of: 'women', by: 'Viasna' }, ({ held, isWoman, isRecognised }) => [held, isWoman, isRecognised]],
];

// What the steps up to a day of knowledge say, replayed from the start for every question.
function byHand(steps: readonly Step[], known: Day, heldOn: Day): ReadonlyMap<string, Answers> {
  const upTo = steps.filter((_, i) => addDays(START, i) <= known);
  const refused = refusedIn(upTo);
  const claims = upTo.flatMap((one) => (one.does === 'claim' ? [one] : []));
  const answers = new Map<string, Answers>();
  for (const name of [ANNA, BORIS, VERA]) {
    const own = claims.flatMap((one, number) => (one.person === name && !refused.has(number) ? [{ one, number }] : []));
    if (own.length === 0) continue;
    const told = own.map(({ one: { kind, from, width }, number }) => ({
      number,
      by: '2022-01-01',
      claim: {
        kind,
        date: `${addDays(START, from)}/${addDays(START, from + width)}`,
        passage: { start: 0, end: 5, text: 'words' },
        ...(kind === 'sentenced' && { termMonths: 120 }),
      },
    }));
    const sex = upTo.findLast((one) => one.does === 'sex' && one.person === name);
    const isWoman = sex?.does !== 'sex' ? 'cannot tell' : sex.sex === 'female' ? 'yes' : 'no';
    const isRecognised = upTo.some(
      (one) => one.does === 'recognise' && one.person === name && addDays(START, one.on) <= heldOn,
    );
    answers.set(name, {
      held: byEveryReading(told, heldOn).held,
      isWoman,
      isRecognised: isRecognised ? 'yes' : 'no',
    });
  }
  return answers;
}

function refusedIn(steps: readonly Step[]): Set<number> {
  const refused = new Set<number>();
  let claims = 0;
  for (const one of steps) {
    if (one.does === 'claim') claims++;
    if (one.does === 'refuse' && one.which < claims) refused.add(one.which);
  }
  return refused;
}

function isWithheld(steps: readonly Step[], name: string): boolean {
  let withheld = false;
  const asked = { withhold: new Set<string>(), 'show again': new Set<string>() };
  for (const one of steps) {
    if ((one.does !== 'withhold' && one.does !== 'show again') || one.person !== name) continue;
    asked[one.does].add(one.author);
    if (asked[one.does].size < 2) continue;
    withheld = one.does === 'withhold';
    asked[one.does].clear();
  }
  return withheld;
}

test('every count of every day, as known on every day, is what the steps say', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 7 }), (steps) => {
      const { entries } = write(steps);
      for (let k = -1; k < steps.length; k++) {
        const known = addDays(START, k);
        const state = rebuild(knownOn(entries, known));
        for (let day = -1; day <= 12; day++) {
          const heldOn = addDays(START, day);
          const expected = [...byHand(steps, known, heldOn)];
          for (const [asked, parts] of QUESTIONS) {
            const question = { heldOn, ...asked };
            const answer = count(state, question);
            for (const [counted, wanted] of [
              [answer.certain, 'yes'],
              [answer.possible, 'cannot tell'],
            ] as const) {
              const names = expected.flatMap(([name, answers]) => (together(parts(answers)) === wanted ? [name] : []));
              const shown = names.filter((name) => !isWithheld(steps, name));
              expect(counted.number).toBe(names.length);
              expect(counted.persons.toSorted()).toEqual(shown.toSorted());
              expect(counted.withheld).toBe(names.length - shown.length);
            }
            const alone = { certain: answer.certain.number, possible: answer.possible.number };
            expect(numbers(state, question)).toEqual(alone);
          }
        }
      }
    }),
    { numRuns: 1000 },
  );
}, 60_000);

function together(answers: readonly Answer[]): Answer {
  if (answers.includes('no')) return 'no';
  return answers.includes('cannot tell') ? 'cannot tell' : 'yes';
}
