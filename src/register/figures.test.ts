import { describe, expect, test } from 'vitest';
import { figuresAround, figuresOf } from './figures.ts';
import { History, type Told } from './history.fixture.ts';

const held = (count: number, date: string, more: Partial<Told> = {}): Told => {
  return { kind: 'figure', measure: 'held', count, date, accordingTo: 'Viasna', ...more };
};

// What RFE/RL (14 December 2025), a December summary and a relay of 23 December reported of Viasna's list.
function viasna(): History {
  const history = new History();
  const english = history.report({ publisher: 'RFE/RL', published: '2025-12-14' });
  history.accepted(english, held(1222, '2025-11-30', { accordingTo: 'Vyasna' }));
  history.accepted(english, held(199, '2025-11-30', { accordingTo: 'Vyasna', subset: 'women' }));
  const belarusian = history.report({ publisher: 'Узор-весткі', published: '2026-01-02' });
  history.accepted(belarusian, held(1131, '2025-12-31', { accordingTo: '«Вясна»' }));
  history.accepted(belarusian, held(167, '2025-12-31', { accordingTo: '«Вясна»', subset: 'women' }));
  return history;
}

describe('a figure', () => {
  test('is kept as given, with its parts, under one name of its source', () => {
    expect(figuresOf(viasna().state())).toEqual([
      {
        source: 'Viasna',
        measure: 'held',
        on: { from: '2025-11-30', to: '2025-11-30' },
        count: 1222,
        parts: [{ subset: 'women', count: 199, claim: 3 }],
        claims: [1],
        flags: [],
      },
      {
        source: 'Viasna',
        measure: 'held',
        on: { from: '2025-12-31', to: '2025-12-31' },
        count: 1131,
        parts: [{ subset: 'women', count: 167, claim: 8 }],
        claims: [6],
        flags: [],
      },
    ]);
  });

  test('told by several reports is one, on the day the closest gives', () => {
    const history = viasna();
    const claim = history.accepted(history.report(), held(1222, '2025-11', { accordingTo: 'Весна' }));
    const [first] = figuresOf(history.state());
    expect(first).toMatchObject({ on: { from: '2025-11-30', to: '2025-11-30' }, claims: [1, claim] });
  });

  test('of nobody in particular is the publisher’s', () => {
    const history = new History();
    history.accepted(history.report({ publisher: 'Human Rights Watch' }), {
      kind: 'figure',
      measure: 'held',
      count: 1100,
      date: '2025-12-15',
      countIs: 'at least',
    });
    expect(figuresOf(history.state())).toMatchObject([{ source: 'HRW', count: 1100, countIs: 'at least' }]);
  });

  test.each<[string, Told]>([
    ['that is only expected', held(900, '2026-01-31', { hypothetical: true })],
    ['that was derived', held(1099, '2025-12-13', { derived: '1,222 − 123' })],
    ['for one place', held(60, '2025-11-30', { place: 'Gomel' })],
    ['of a part without its whole', held(28, '2025-11-30', { subset: 'journalists' })],
    ['that counts an event', { kind: 'released', count: 123, date: '2025-12-13' }],
  ])('%s is no source’s figure', (_, told) => {
    const history = new History();
    history.accepted(history.report({ publisher: 'RFE/RL' }), told);
    expect(figuresOf(history.state())).toEqual([]);
  });

  test('that waits or was refused is none either', () => {
    const history = new History();
    const report = history.report();
    history.claim(report, held(1222, '2025-11-30'));
    history.decide('Alena', { decision: 'refuse', claim: history.accepted(report, held(1131, '2025-12-31')) });
    expect(figuresOf(history.state())).toEqual([]);
  });

  test('keeps the parts of its own report: another report’s part may be of another count', () => {
    const history = viasna();
    history.accepted(history.report(), held(28, '2025-11-30', { subset: 'journalists' }));
    expect(figuresOf(history.state())[0]?.parts).toHaveLength(1);
  });
});

describe('what does not add up', () => {
  const flags = (whole: number, men: number, women: number, more: Partial<Told> = {}) => {
    const history = new History();
    const report = history.report();
    history.accepted(report, held(whole, '2025-12-23', more));
    history.accepted(report, held(men, '2025-12-23', { subset: 'men' }));
    history.accepted(report, held(women, '2025-12-23', { subset: 'women' }));
    return figuresOf(history.state())[0]?.flags;
  };
  test.each([
    ['Viasna, 23 December 2025', 1135, 968, 168, ['968 men and 168 women are 1,136, not 1,135.']],
    ['Foro Penal, 31 October 2024', 1958, 1715, 243, []],
    ['Foro Penal, 7 August 2025', 807, 712, 95, []],
    [
      'more women than persons',
      100,
      0,
      199,
      ['199 women are more than the 100 they are part of.', '0 men and 199 women are 199, not 100.'],
    ],
  ])('%s', (_, whole, men, women, expected) => {
    expect(flags(whole, men, women)).toEqual(expected);
  });

  test('is not asked of a figure that is only a bound', () => {
    expect(flags(1100, 968, 168, { countIs: 'at least' })).toEqual([]);
  });

  test('two numbers of one source for one day are flagged on both', () => {
    const history = viasna();
    history.accepted(history.report(), held(1220, '2025-11-30'));
    expect(figuresOf(history.state()).map(({ count, flags }) => [count, flags])).toEqual([
      [1222, ['Viasna is also said to have counted 1,220 for the same time.']],
      [1220, ['Viasna is also said to have counted 1,222 for the same time.']],
      [1131, []],
    ]);
  });
});

describe('figures around a day', () => {
  const state = viasna().state();
  test.each([
    ['2025-11-29', undefined, 1222],
    ['2025-11-30', 1222, 1222],
    ['2025-12-20', 1222, 1131],
    ['2025-12-31', 1131, 1131],
    ['2026-03-01', 1131, undefined],
  ])('%s: %s and %s', (day, before, after) => {
    const [around] = figuresAround(state, day);
    expect([around?.before?.count, around?.after?.count]).toEqual([before, after]);
  });

  test('on the very day before and after are one', () => {
    const [around] = figuresAround(state, '2025-11-30');
    expect(around?.after).toBe(around?.before);
  });

  test('are asked of a source under any of its names, and of no other', () => {
    expect(figuresAround(state, '2025-12-20', 'Весна')).toHaveLength(1);
    expect(figuresAround(state, '2025-12-20', 'HRW')).toEqual([]);
  });

  test('leave out figures nobody gives a day for, and other measures', () => {
    const history = new History();
    const report = history.report();
    const { date: _, ...undated } = held(1222, '2025-11-30');
    history.accepted(report, undated);
    history.accepted(report, held(4339, '2025-12-31', { measure: 'recognised' }));
    expect(figuresAround(history.state(), '2025-12-20')).toEqual([]);
  });
});
