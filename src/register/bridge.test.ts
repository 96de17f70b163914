import { describe, expect, test } from 'vitest';
import { bridge } from './bridge.ts';
import { figuresAround } from './figures.ts';
import { History, type Told } from './history.fixture.ts';
import type { Bounds } from './question.ts';

const MANY = Number.POSITIVE_INFINITY;
const [MARYIA, VIKTAR] = ['maryia', 'viktar'];

// Viasna's figures for the ends of November and December 2025, and what the news told of the month between them.
function december(told: readonly Told[] = []): History {
  const history = new History('2026-01-02');
  const report = history.report({ publisher: 'RFE/RL', published: '2025-12-14' });
  const figure = { kind: 'figure', measure: 'held', accordingTo: 'Viasna' } as const;
  history.accepted(report, { ...figure, count: 1222, date: '2025-11-30' });
  history.accepted(history.report({ published: '2026-01-02' }), { ...figure, count: 1131, date: '2025-12-31' });
  for (const one of told) history.accepted(history.report({ published: '2026-01-02' }), one);
  return history;
}

function across(history: History) {
  const state = history.state();
  const [around] = figuresAround(state, '2025-12-20', 'Viasna');
  if (!around?.before || !around.after) throw new Error('no figures around the day');
  return bridge(state, around.before, around.after);
}

const FREED: Told = { kind: 'released', count: 123, date: '2025-12-13' };
const RECOGNISED: Told = {
  kind: 'figure',
  measure: 'recognised',
  count: 50,
  date: '2025-12',
  by: 'Viasna',
  accordingTo: 'Viasna',
};

describe('the bridge of December 2025', () => {
  test('is 1,222 + 50 − 123 = 1,149; against 1,131 it leaves 18 unexplained, and it is never 1,099', () => {
    const { from, to, steps, reckoned, unexplained } = across(december([FREED, RECOGNISED]));
    expect([from.count, to.count]).toEqual([1222, 1131]);
    expect(steps.map(({ sign, what, least, most }) => [sign, what, least, most])).toEqual([
      [1, 'recognised', 50, 50],
      [-1, 'released', 123, 123],
    ]);
    expect(reckoned).toEqual(exactly(1149));
    expect(unexplained).toEqual(exactly(-18));
  });

  test('names the claims of every step', () => {
    const { steps } = across(december([FREED, RECOGNISED, FREED]));
    expect(steps.map(({ claims }) => claims)).toEqual([[10], [7, 13]]);
  });

  test.each<[string, readonly Told[], Bounds]>([
    ['without any claim of what happened between', [], exactly(-91)],
    ['without the recognitions it is as far off as they are', [FREED], exactly(32)],
    [
      'a release told by another report is not taken off twice',
      [FREED, { ...FREED, date: '2025-12' }, RECOGNISED],
      exactly(-18),
    ],
    ['nor one told as a pardon', [FREED, { ...FREED, kind: 'pardoned' }, RECOGNISED], exactly(-18)],
    [
      'nor one told as "over 100"',
      [FREED, { ...FREED, count: 100, countIs: 'at least', date: '2025-12' }, RECOGNISED],
      exactly(-18),
    ],
    [
      'nor the part of it that went to one country',
      [FREED, { ...FREED, count: 9, place: 'Lithuania' }, RECOGNISED],
      exactly(-18),
    ],
    ['nor what was derived from it', [FREED, { ...FREED, count: 114, derived: '123 − 9' }, RECOGNISED], exactly(-18)],
    [
      'nor those it frees by name',
      [FREED, { kind: 'released', persons: ['A', 'B'], date: '2025-12-13' }, RECOGNISED],
      exactly(-18),
    ],
    ['nor the women among them', [FREED, { ...FREED, count: 20, subset: 'women' }, RECOGNISED], exactly(-18)],
    [
      'reports that contradict each other give bounds',
      [FREED, { ...FREED, count: 125 }, RECOGNISED],
      { least: -18, most: -16 },
    ],
    [
      'a release that is only hoped for is none',
      [FREED, RECOGNISED, { ...FREED, count: 900, date: '2025-12-25', hypothetical: true }],
      exactly(-18),
    ],
    [
      'a release before the first figure is in it already',
      [FREED, RECOGNISED, { kind: 'released', count: 31, date: '2025-11-20' }],
      exactly(-18),
    ],
    [
      'one on the day of the first figure too',
      [FREED, RECOGNISED, { kind: 'released', count: 5, date: '2025-11-30' }],
      exactly(-18),
    ],
    [
      'one on the day of the last figure lies between',
      [FREED, RECOGNISED, { kind: 'released', count: 5, date: '2025-12-31' }],
      exactly(-13),
    ],
    ['one after it does not', [FREED, RECOGNISED, { kind: 'released', count: 5, date: '2026-01-01' }], exactly(-18)],
    [
      'one whose days reach over the end may lie between',
      [FREED, RECOGNISED, { kind: 'released', count: 5, date: '2025-12/2026-01' }],
      { least: -18, most: -13 },
    ],
    ['one without a day is no step', [FREED, RECOGNISED, { kind: 'released', count: 5 }], exactly(-18)],
    [
      'a release by name outside the counted ones is a step of one',
      [FREED, RECOGNISED, { kind: 'released', persons: ['C'], date: '2025-12-22' }],
      exactly(-17),
    ],
    ['a death is a step', [FREED, RECOGNISED, { kind: 'died', persons: ['D'], date: '2025-12-22' }], exactly(-17)],
    [
      'recognitions by somebody else are none of Viasna’s',
      [FREED, RECOGNISED, { ...RECOGNISED, count: 7, by: 'HRW', accordingTo: 'HRW' }],
      exactly(-18),
    ],
    [
      'those of a week stand inside those of the month',
      [FREED, RECOGNISED, { ...RECOGNISED, count: 12, date: '2025-12-01/2025-12-07' }],
      exactly(-18),
    ],
    [
      'those since September reach over the beginning',
      [FREED, { ...RECOGNISED, count: 150, countIs: 'at least', date: '2025-09/2025-12-14' }],
      { least: -MANY, most: 32 },
    ],
    [
      'those up to the first figure lie before it',
      [FREED, RECOGNISED, { ...RECOGNISED, count: 150, countIs: 'at least', date: '2025-09/2025-11-30' }],
      exactly(-18),
    ],
    [
      'told as an event, they are the same',
      [FREED, { kind: 'recognised', count: 50, date: '2025-12', by: '«Вясна»' }],
      exactly(-18),
    ],
  ])('%s', (_, told, unexplained) => {
    expect(across(december(told)).unexplained).toEqual(unexplained);
  });

  test('one person’s release told twice is one step, whatever the spelling', () => {
    const history = december([FREED, RECOGNISED]);
    const report = history.report();
    for (const name of ['Maria Kolesnikova', 'Марыя Калеснікава']) {
      history.link(history.accepted(report, { kind: 'released', persons: [name], date: '2025-12-22' }), [MARYIA]);
    }
    expect(across(history).unexplained).toEqual(exactly(-17));
  });

  test('recognitions that two documenters entered count where no number covers them', () => {
    const history = december([FREED]);
    history.about(history.report(), [MARYIA, VIKTAR], { kind: 'detained', date: '2025-10' });
    history.bothDecide({ decision: 'recognise', person: MARYIA, by: 'Viasna', date: '2025-12-10' });
    history.bothDecide({ decision: 'recognise', person: VIKTAR, by: 'HRW', date: '2025-12-10' });
    expect(across(history).unexplained).toEqual(exactly(31));
    history.accepted(history.report(), RECOGNISED);
    expect(across(history).unexplained).toEqual(exactly(-18));
  });

  test('a figure that is only a bound gives bounds', () => {
    const history = december([FREED]);
    const state = history.state();
    const [around] = figuresAround(state, '2025-12-20');
    if (!around?.before || !around.after) throw new Error('no figures around the day');
    const { reckoned, unexplained } = bridge(state, { ...around.before, countIs: 'at least' }, around.after);
    expect([reckoned, unexplained]).toEqual([
      { least: 1099, most: MANY },
      { least: -MANY, most: 32 },
    ]);
  });
});

test('a bridge back in time is refused', () => {
  const { from, to } = across(december());
  expect(() => bridge(december().state(), to, from)).toThrow('from an earlier figure to a later one');
  expect(() => bridge(december().state(), from, from)).toThrow('from an earlier figure to a later one');
});

function exactly(number: number): Bounds {
  return { least: number, most: number };
}
