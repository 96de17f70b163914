import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestDesk } from './desk.fixture.ts';
import { openDesk } from './desk.fixture.ts';
import { passageIn, reportOf } from './report.fixture.ts';

const report = reportOf([['body', 'Alpha was freed. Beta walked out of the gate.']]);
const freed = (name: string, words: string) => ({
  kind: 'released' as const,
  persons: [name],
  passage: passageIn(report, words),
});
const MARK = 'read by second extractor tiny-7b';
const CAUTION = 'A language model, tiny-7b, pointed at this.';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk([]);
  await desk.register.addReport({
    ...{ bytes: new TextEncoder().encode(report.text), address: 'a.txt', type: 'text/plain', author: 'Alena', report },
    claims: [freed('Alpha', 'Alpha was freed.')],
    second: { name: 'tiny-7b', claims: [freed('Beta', 'Beta walked out of the gate.')] },
  });
});
afterEach(() => desk.close());

const page = async (path: string) => (await desk.get(path)).text();
const readers = async (query: string) => {
  const { claims } = (await (await desk.get(`/api/claims${query}`)).json()) as {
    claims: { number: number; readBy?: string }[];
  };
  return claims.map(({ number, readBy }) => [number, readBy]);
};

it('is told in the list, beside the claim and in the API, and of no other claim', async () => {
  expect((await page('/')).split(MARK)).toHaveLength(2);
  expect(await page('/claim/1')).not.toContain(CAUTION);
  expect(await page('/claim/2')).toContain(CAUTION);
  expect(await readers('')).toEqual([
    [1, undefined],
    [2, 'second extractor tiny-7b'],
  ]);
  expect(await (await desk.get('/api/claims/2')).json()).toMatchObject({ readBy: 'second extractor tiny-7b' });
});

it('is told until a person has accepted the claim, and in the API for good', async () => {
  await desk.register.decide('Maryna', [{ decision: 'accept', claim: 2, reason: 'compared it' }]);
  expect(await page('/')).not.toContain(MARK);
  expect(await page('/claim/2')).not.toContain(CAUTION);
  expect(await readers('?status=accepted')).toEqual([[2, 'second extractor tiny-7b']]);
});

it('stays where a claim that can harm waits for a second person', async () => {
  const died = { kind: 'died' as const, persons: ['Beta'], passage: passageIn(report, 'Beta walked out of the gate.') };
  const added = await desk.register.addReport({
    ...{ bytes: new TextEncoder().encode('again'), address: 'b.txt', type: 'text/plain', author: 'Alena', report },
    ...{ claims: [], second: { name: 'tiny-7b', claims: [died] } },
  });
  const claim = added.claims[0] ?? expect.fail('nothing was put up');
  await desk.register.decide('Maryna', [{ decision: 'accept', claim, reason: 'compared it' }]);
  expect(await page(`/claim/${claim}`)).toContain(CAUTION);
});
