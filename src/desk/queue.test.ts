import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TestDesk } from './desk.fixture.ts';
import { openDesk } from './desk.fixture.ts';
import { byReport, firstToAccept, nextClaim, previousClaim, waitingClaims, waitingForSecond } from './queue.ts';
import { passageIn, reportOf } from './report.fixture.ts';

const report = reportOf([
  ['headline', 'One'],
  ['body', 'Alpha was freed. Beta was freed. Gamma died.'],
]);
// Put up in another order than the text has them.
const claims = ['Gamma died.', 'Beta was freed.', 'Alpha was freed.'].map((words) => ({
  kind: words.endsWith('died.') ? ('died' as const) : ('released' as const),
  persons: [words.split(' ')[0] ?? ''],
  passage: passageIn(report, words),
}));
const second = reportOf([
  ['headline', 'Two'],
  ['body', 'Delta was freed.'],
]);

let desk: TestDesk;
beforeEach(async () => {
  const delta = { kind: 'released' as const, persons: ['Delta'], passage: passageIn(second, 'Delta was freed.') };
  desk = await openDesk([
    { report, claims },
    { report: second, claims: [delta] },
  ]);
});
afterEach(() => desk.close());

const numbers = (name?: string) => waitingClaims(desk.register.state(), name).map(({ number }) => number);
const accept = (claim: number, author: string) =>
  desk.register.decide(author, [{ decision: 'accept', claim, reason: 'read it' }]);

describe('the order of what waits', () => {
  it('is that of reading: by report, then by the place of the passage', () => {
    expect(numbers()).toEqual([3, 2, 1, 5]);
    const groups = byReport(waitingClaims(desk.register.state(), undefined), desk.register.state());
    expect(groups.map((group) => [group.report.number, group.claims.length])).toEqual([
      [0, 3],
      [4, 1],
    ]);
  });

  it('goes on from a claim to the next that waits, past those decided, and round from the last to the first', async () => {
    await accept(2, 'Alena');
    const state = desk.register.state();
    expect([3, 2, 1, 5].map((number) => nextClaim(state, number, 'Alena'))).toEqual([1, 1, 5, 3]);
    expect([3, 2, 1, 5].map((number) => previousClaim(state, number, 'Alena'))).toEqual([5, 3, 3, 1]);
  });

  it('ends where nothing else waits', async () => {
    for (const claim of [2, 3, 5]) await accept(claim, 'Alena');
    expect(nextClaim(desk.register.state(), 1, 'Alena')).toBeUndefined();
  });
});

describe('a death that one person has accepted', () => {
  it('waits for everybody but that person', async () => {
    await accept(1, 'Alena');
    expect(numbers('Ihar')).toEqual([3, 2, 1, 5]);
    expect(numbers('Alena')).toEqual([3, 2, 5]);
    expect(numbers('alena ')).toEqual([3, 2, 5]);
    expect(waitingForSecond(desk.register.state()).map(firstToAccept)).toEqual(['Alena']);
    await accept(1, 'Ihar');
    expect(waitingForSecond(desk.register.state())).toEqual([]);
  });
});
