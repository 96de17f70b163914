import { describe, expect, test } from 'vitest';
import { dealsOf } from './deal.ts';
import { History } from './history.fixture.ts';

const [MARYIA, VIKTAR, ALES] = ['maryia', 'viktar', 'ales'];

// The release of 13 December 2025 as an English and a Belarusian report tell it, and one of the month before.
function december(): History {
  const history = new History();
  const english = history.report({ published: '2025-12-14' });
  const deal = { broker: 'United States', concession: 'lifting sanctions on Belarusian fertilizer exports' };
  history.accepted(english, { kind: 'released', count: 123, date: '2025-12-13', deal });
  history.about(english, [MARYIA, VIKTAR], { kind: 'released', date: '2025-12-13' });
  history.accepted(english, {
    kind: 'transferred',
    count: 114,
    place: 'Ukraine',
    date: '2025-12-13',
    derived: '123 − 9',
  });
  history.accepted(english, { kind: 'released', count: 31, date: '2025-11' });
  history.accepted(english, { kind: 'transferred', count: 31, place: 'Lithuania', date: '2025-11' });
  const belarusian = history.report({ published: '2026-01-02' });
  history.about(belarusian, [ALES], { kind: 'released', date: '2025-12-13' });
  return history;
}

describe('a deal', () => {
  test('is told with its broker, its price, its number, who was named and who went where', () => {
    expect(dealsOf(december().state())).toEqual([
      {
        on: { from: '2025-12-13', to: '2025-12-13' },
        announced: 123,
        brokers: ['US'],
        concessions: ['lifting sanctions on Belarusian fertilizer exports'],
        named: [MARYIA, VIKTAR, ALES],
        destinations: [{ place: 'Ukraine', count: 114, derived: '123 − 9', claim: 7 }],
        claims: [1, 3, 7, 14],
      },
    ]);
  });

  test('told by several reports is one; a broker’s two names are one', () => {
    const history = december();
    history.accepted(history.report(), { kind: 'released', count: 123, date: '2025-12-13', deal: { broker: 'ЗША' } });
    expect(dealsOf(history.state())).toMatchObject([{ announced: 123, brokers: ['US'] }]);
  });

  test('has the number most reports give', () => {
    const history = december();
    for (const count of [124, 124]) history.accepted(history.report(), { kind: 'released', count, date: '2025-12-13' });
    expect(dealsOf(history.state())).toMatchObject([{ announced: 124 }]);
  });

  test('has no number where every report gives only a bound', () => {
    const history = new History();
    history.accepted(history.report(), {
      kind: 'released',
      count: 100,
      countIs: 'at least',
      date: '2025-12-13',
      deal: { broker: 'US' },
    });
    expect(dealsOf(history.state())[0]).not.toHaveProperty('announced');
  });

  test('does not name who is withheld', () => {
    const history = december();
    history.bothDecide({ decision: 'withhold', person: VIKTAR });
    expect(dealsOf(history.state())).toMatchObject([{ announced: 123, named: [MARYIA, ALES] }]);
  });

  test('that is said outranks what was derived', () => {
    const history = december();
    const claim = history.accepted(history.report(), {
      kind: 'transferred',
      count: 114,
      place: 'Ukraine',
      date: '2025-12-13',
    });
    expect(dealsOf(history.state())[0]?.destinations).toEqual([{ place: 'Ukraine', count: 114, claim }]);
  });

  test('of another month is another', () => {
    const history = december();
    history.accepted(history.report(), { kind: 'released', count: 52, date: '2025-09-11', deal: { broker: 'US' } });
    expect(dealsOf(history.state()).map(({ announced }) => announced)).toEqual([52, 123]);
  });
});

describe('no deal', () => {
  test.each([
    ['a release nobody says was bargained for', { kind: 'released', count: 31, date: '2025-11' }],
    [
      'one that is only expected',
      { kind: 'released', count: 31, date: '2025-11', deal: { broker: 'US' }, hypothetical: true },
    ],
    ['one without a day', { kind: 'released', count: 31, deal: { broker: 'US' } }],
  ] as const)('%s', (_, told) => {
    const history = new History();
    history.accepted(history.report(), told);
    expect(dealsOf(history.state())).toEqual([]);
  });
});
