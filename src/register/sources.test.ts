import { describe, expect, it } from 'vitest';
import { bridge } from './bridge.ts';
import { dealsOf } from './deal.ts';
import { figuresAround, figuresOf } from './figures.ts';
import { History } from './history.fixture.ts';
import { knownOn, rebuild } from './rebuild.ts';
import { sourcesAmong } from './sources.ts';

const said = (text: string) => ({ passage: { start: 0, end: text.length, text } });
const FREED = said('123 people were let go yesterday.');

/** Reports by what matters: who published them, when, and whose text they print. */
function filed(
  ...reports: readonly (readonly [publisher: string | null, published: string, sameText?: readonly number[]])[]
): History {
  const history = new History();
  for (const [publisher, published, sameText] of reports) {
    history.report({ published, ...(publisher !== null && { publisher }), ...(sameText && { sameText }) });
  }
  return history;
}

describe('the sources that reports come down to', () => {
  it.each([
    [
      'a repost is none of its own',
      [
        ['BBC', '2025-12-14'],
        ['Paper', '2025-12-15', [0]],
      ],
      [[0, 1]],
    ],
    [
      'two that tell of the same day in words of their own are two',
      [
        ['BBC', '2025-12-14'],
        ['Paper', '2025-12-14'],
      ],
      [[0], [1]],
    ],
    [
      'ten papers with one agency text are one',
      [['Agency', '2025-12-14'], ...Array.from({ length: 10 }, (_, i) => [`Paper ${i}`, '2025-12-14', [0]] as const)],
      [[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ],
    [
      'what one publisher wrote is one, whatever its name is written like',
      [
        ['RFE/RL', '2025-12-14'],
        ['Radio Free Europe/Radio Liberty', '2025-12-20'],
      ],
      [[0, 1]],
    ],
    [
      'a paper that once reprinted another stays a source by what it wrote itself',
      [
        ['BBC', '2025-12-14'],
        ['Paper', '2025-12-15', [0]],
        ['Paper', '2025-12-16'],
      ],
      [[0, 1], [2]],
    ],
    [
      'two whose texts stand in one round-up stay two, and it is none',
      [
        ['One', '2025-12-14'],
        ['Two', '2025-12-14'],
        ['Round-up', '2025-12-15', [0, 1]],
      ],
      [[0, 2], [1]],
    ],
    [
      'nobody knows who published them: each is its own',
      [
        [null, '2025-12-14'],
        [null, '2025-12-14'],
      ],
      [[0], [1]],
    ],
    ['none', [], []],
  ] as const)('%s', (_, reports, sources) => {
    const history = filed(...reports);
    expect(sourcesAmong(history.state(), reports.keys())).toEqual(sources);
  });

  it('are found for any of the reports, also where the text they share is not among them', () => {
    const history = filed(['Agency', '2025-12-14'], ['One', '2025-12-14', [0]], ['Two', '2025-12-15', [0]]);
    expect(sourcesAmong(history.state(), [1, 2])).toEqual([[1, 2]]);
    const roundUp = filed(['One', '2025-12-14'], ['Two', '2025-12-14'], ['Round-up', '2025-12-15', [0, 1]]);
    expect(sourcesAmong(roundUp.state(), [1, 2])).toEqual([[1, 2]]);
  });

  it('are the same for a page and what it said later', () => {
    const history = new History();
    const first = history.report({ address: 'https://a.example/1', published: '2025-12-14' });
    const second = history.report({ address: 'https://a.example/1', published: '2025-12-14', again: first });
    expect(sourcesAmong(history.state(), [first, second])).toEqual([[first, second]]);
  });
});

describe('what reposts tell', () => {
  // The agency wrote “yesterday” on the 14th, a paper printed it on the 16th: the machine reads two days from one word.
  const reposted = () => {
    const history = filed(['Agency', '2025-12-14'], ['Paper', '2025-12-16', [0]], ['Third', '2025-12-16']);
    const claims = [
      history.accepted(0, { kind: 'released', count: 123, date: '2025-12-13', ...FREED }),
      history.accepted(1, { kind: 'released', count: 123, date: '2025-12-15', ...FREED }),
    ];
    for (const [date, count] of [
      ['2025-11-30', 1222],
      ['2025-12-31', 1131],
    ] as const) {
      const told = { kind: 'figure', measure: 'held', accordingTo: 'Viasna', date, count } as const;
      history.accepted(0, { ...told, ...said(`${count} held`) });
    }
    return { history, claims };
  };
  const bridged = (history: History) => {
    const state = history.state();
    const [around] = figuresAround(state, '2025-12-13', 'Viasna');
    if (!around?.before || !around.after) throw new Error('no figures around');
    return bridge(state, around.before, around.after);
  };

  it('is one event of a bridge, on the day of the text that came first', () => {
    const { history, claims } = reposted();
    expect(bridged(history).steps).toEqual([{ sign: -1, what: 'released', least: 123, most: 123, claims }]);
  });

  it('is another event where a report tells it in its own words of another day', () => {
    const { history, claims } = reposted();
    const other = history.accepted(2, { kind: 'released', count: 123, date: '2025-12-15', ...said('123 were freed.') });
    expect(bridged(history).steps.map((step) => step.claims)).toEqual([claims, [other]]);
  });

  it('is what a documenter made of it where one amended the day', () => {
    const { history, claims } = reposted();
    const [, second = -1] = claims;
    const amended = { kind: 'released' as const, count: 123, date: '2025-12-20', ...FREED };
    history.decide('Alena', { decision: 'amend', claim: second, amended });
    expect(bridged(history).steps).toHaveLength(2);
  });

  it('is one figure, of the publisher who printed it first, with all that repeat it', () => {
    const history = filed(['Agency', '2025-12-14'], ['Paper', '2025-12-16', [0]], ['Third', '2025-12-16']);
    const words = { kind: 'figure', measure: 'held', count: 900, ...said('900 are held today.') } as const;
    const first = history.accepted(0, { ...words, date: '2025-12-14' });
    const repost = history.accepted(1, { ...words, date: '2025-12-16' });
    const own = history.accepted(2, { ...words, date: '2025-12-16', ...said('Today 900 people are held.') });
    expect(figuresOf(history.state()).map(({ source, on, claims }) => [source, on.from, claims])).toEqual([
      ['Agency', '2025-12-14', [first, repost]],
      ['Third', '2025-12-16', [own]],
    ]);
  });

  it('is one voice for the number of a deal', () => {
    const history = filed(
      ['A', '2025-12-14'],
      ['B', '2025-12-14'],
      ['C', '2025-12-14'],
      ['D', '2025-12-14', [2]],
      ['E', '2025-12-14', [2]],
    );
    const told = { kind: 'released', date: '2025-12-13', deal: { broker: 'US' } } as const;
    for (const report of [0, 1]) history.accepted(report, { ...told, count: 123, ...said(`123, says ${report}`) });
    for (const report of [2, 3, 4]) history.accepted(report, { ...told, count: 120, ...said('120 people') });
    expect(dealsOf(history.state())[0]?.announced).toBe(123);
  });

  it('comes out the same from the entries alone, also as known before the repost', () => {
    const { history, claims } = reposted();
    history.day = '2026-01-02';
    const late = history.report({ publisher: 'Late', published: '2025-12-30', sameText: [0] });
    history.accepted(late, { kind: 'released', count: 123, date: '2025-12-29', ...FREED });
    const before = rebuild(knownOn(history.entries, '2025-12-31'));
    expect(figuresOf(before)).toEqual(figuresOf(reposted().history.state()));
    expect(bridged(history).steps[0]?.claims).toEqual([...claims, late + 1]);
    expect(sourcesAmong(before, before.reports.keys())).toEqual([[0, 1], [2]]);
  });
});
