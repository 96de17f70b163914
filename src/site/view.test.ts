import { describe, expect, test } from 'vitest';
import { History, type Told } from '../register/history.fixture.ts';
import type { EditionInput } from './edition.ts';
import { bridgesNear, figuresNear } from './figures-near.ts';
import { edtfOf, standingShown, type View, viewOf } from './view.ts';

function viewFrom(enter: (history: History, report: number) => void, on = '2025-12-20'): View {
  const history = new History();
  enter(history, history.report({ published: '2026-01-31', publisher: 'Viasna' }));
  const input: EditionInput = {
    state: history.state(),
    on,
    knownOn: '2026-01-31',
    size: history.entries.length,
    root: '',
    origin: 'unforgotten.example/register',
    verifierKey: '',
    stories: [],
    languages: ['en'],
  };
  return viewOf(input);
}

const held = (date: string, count: number): Told => ({ kind: 'figure', measure: 'held', date, count });

describe('what happened', () => {
  test.each<[string, Told]>([
    ['a person freed on a day', { kind: 'released', persons: ['Ann'], date: '2025-12-13' }],
    ['a number freed in a month', { kind: 'released', count: 31, date: '2025-11' }],
    ['a figure of a month', { kind: 'figure', measure: 'recognised', count: 50, date: '2025-12' }],
  ])('is %s', (_, told) => {
    const { events } = viewFrom((history, report) => {
      const claim = history.accepted(report, told);
      if (told.persons) history.link(claim, ['ann']);
    });
    expect(events).toHaveLength(1);
  });

  test.each<[string, Told]>([
    ['expected, not reported as done', { kind: 'released', count: 50, date: '2026-01', hypothetical: true }],
    ['undated', { kind: 'released', count: 50 }],
    ['derived from a whole that was told', { kind: 'transferred', count: 114, derived: '123 − 9', date: '2025-12-13' }],
    ['a number of those held', held('2025-11-30', 1222)],
    ['a sum over years', { kind: 'figure', measure: 'recognised', count: 4339, date: '2020-05/2025-12' }],
    ['a part of a figure', { kind: 'figure', measure: 'recognised', count: 5, subset: 'women', date: '2025-12' }],
    ['about nobody and no number', { kind: 'released', date: '2025-12-13' }],
    ['words', { kind: 'statement', speaker: 'Ann', quote: 'words', date: '2025-12-13' }],
  ])('is not what is %s', (_, told) => {
    expect(viewFrom((history, report) => history.accepted(report, told)).events).toEqual([]);
  });

  test('is one thing where two claims tell the same, two where they differ', () => {
    const freed = (count: number): Told => ({ kind: 'released', count, date: '2025-12-13' });
    const { events } = viewFrom((history, report) => {
      for (const told of [freed(123), freed(123), freed(120)]) history.accepted(report, told);
    });
    expect(events.map(({ count, claims }) => [count, claims.length])).toEqual([
      [123, 2],
      [120, 1],
    ]);
  });
});

describe('the days that have a page', () => {
  test('are the edition’s own, and every exact day that something speaks of', () => {
    const { days } = viewFrom((history, report) => {
      history.accepted(report, held('2025-11-30', 1222));
      history.accepted(report, { kind: 'released', count: 31, date: '2025-11' });
      history.about(report, ['ann'], { kind: 'detained', date: '2024-05-02' });
    });
    expect([...days.keys()]).toEqual(['2024-05-02', '2025-11-30', '2025-12-20']);
  });
});

describe('the figures near a day', () => {
  const view = viewFrom((history, report) => {
    for (const told of [held('2025-10-31', 1200), held('2025-11-30', 1222), held('2025-12-31', 1131)]) {
      history.accepted(report, told);
    }
    history.accepted(report, { ...held('2025-12-15', 900), accordingTo: 'Another' });
  });
  const seen = (day: string) => figuresNear(view, day).map(({ count }) => count);
  const joined = (day: string) => bridgesNear(view, day).map(([from, to]) => [from.count, to.count]);

  test.each([
    ['before every figure', '2025-01-01', [1200, 900], []],
    ['on the day of one', '2025-11-30', [1200, 1222, 900], [[1200, 1222]]],
    ['between two', '2025-12-20', [1222, 1131, 900], [[1222, 1131]]],
    ['after the last', '2026-01-31', [1222, 1131, 900], [[1222, 1131]]],
  ])('%s', (_, day, figures, bridges) => {
    expect(new Set(seen(day))).toEqual(new Set(figures));
    expect(joined(day)).toEqual(bridges);
  });
});

describe('whether a person was held on the edition’s day', () => {
  test.each<[string, Told, string | null]>([
    ['detained', { kind: 'detained', date: '2021-03-25' }, 'yes'],
    ['freed', { kind: 'released', date: '2025-12-13' }, 'no'],
    ['detained some day that month', { kind: 'detained', date: '2025-12' }, 'cannot tell'],
    ['died', { kind: 'died', date: '2025-02' }, 'dead'],
    ['died later', { kind: 'died', date: '2026-01-05' }, 'cannot tell'],
    ['said to be freed soon', { kind: 'released', date: '2025-12-13', hypothetical: true }, null],
    ['never spoken of as in custody', { kind: 'recognised', by: 'Viasna', date: '2021' }, null],
  ])('%s', (_, told, expected) => {
    const view = viewFrom((history, report) => history.about(report, ['ann'], told));
    expect(standingShown(view, 'ann')).toBe(expected);
  });
});

test.each([
  ['2025-11-30', '2025-11-30', '2025-11-30'],
  ['2025-11-01', '2025-11-30', '2025-11'],
  ['2025-01-01', '2025-12-31', '2025'],
  ['2025-11-02', '2025-11-30', '2025-11-02/2025-11-30'],
])('the days from %s to %s are written %s', (from, to, expected) => {
  expect(edtfOf({ from, to })).toBe(expected);
});
