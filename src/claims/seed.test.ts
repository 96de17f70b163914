import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readReport } from '../archive/read.ts';
import type { Claim } from './claim.ts';
import { claimsOf } from './extract.ts';

// The page the project grew from stands beside the repository, not in it.
const PAGE = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus', '000.txt');

describe.skipIf(!existsSync(PAGE))('the page of the 123', () => {
  const report = existsSync(PAGE) ? readReport(readFileSync(PAGE), { address: '000.txt' }) : null;
  const claims = report ? claimsOf(report) : [];
  const of = (kind: Claim['kind']) => claims.filter((claim) => claim.kind === kind);
  const resting = (claim: Claim | undefined, property: string) =>
    claim?.resolved?.filter((one) => one.property === property).map((one) => one.passage.text);

  test('Kalesnikava: eleven years in September 2021, with both charges', () => {
    const [first] = of('sentenced');
    expect(first).toMatchObject({
      ...{ persons: ['Maryya Kalesnikava'], date: '2021-09', termMonths: 132 },
      charges: ['creating an extremist organization', 'posing a threat to national security'],
    });
    expect(resting(first, 'persons')).toEqual(['Maryya Kalesnikava']);
  });

  test('Babaryka: fourteen years in July 2021, with both charges', () => {
    expect(of('sentenced')[1]).toMatchObject({
      ...{
        persons: ['Viktar Babaryka'],
        date: '2021-07',
        termMonths: 168,
        charges: ['bribe-taking', 'money laundering'],
      },
    });
    expect(of('sentenced')).toHaveLength(2);
  });

  test('123 released on the day of the deal, which the US brokered against sanctions on fertilizer', () => {
    const release = of('released').find((claim) => claim.count === 123);
    expect(release).toMatchObject({
      ...{ persons: ['Maryya Kalesnikava'], date: '2025-12-13' },
      deal: { broker: 'US', concession: 'lifting sanctions on Belarusian fertilizer exports' },
    });
    expect(resting(release, 'date')).toEqual(['December 13 deal']);
    expect(resting(release, 'deal')).toEqual(['US-brokered deal']);
    expect(of('released')[1]).toMatchObject({ persons: ['Viktar Babaryka', 'Ales Byalyatski'], date: '2025-12-13' });
  });

  test('31 left for Lithuania the month before; no deal and no later day is put on them', () => {
    const before = of('released').find((claim) => claim.count === 31);
    expect(before).toMatchObject({ date: '2025-11' });
    expect(before?.deal).toBeUndefined();
    expect(of('transferred')[0]).toMatchObject({ count: 31, date: '2025-11', place: 'Lithuania' });
    expect(of('released')).toHaveLength(3);
  });

  test('all but nine: 114, shown as a calculation that rests on the 123', () => {
    const [, rest] = of('transferred');
    expect(rest).toMatchObject({ count: 114, derived: '123 − 9', place: 'Ukraine', date: '2025-12-13' });
    expect(resting(rest, 'count')?.[0]).toContain('one of 123 political prisoners');
  });

  test('three kinds of sanctions: lifted, imposed, and an easing that is only hoped for', () => {
    const sanctions = of('sanction');
    expect(sanctions[0]).toMatchObject({ action: 'lifted', by: 'Washington', object: 'Belarusian fertilizer exports' });
    expect(sanctions[1]).toMatchObject({ action: 'imposed' });
    expect(sanctions[2]).toMatchObject({ action: 'eased', hypothetical: true });
    expect(sanctions[0]?.hypothetical).toBeUndefined();
    expect(sanctions).toHaveLength(3);
  });

  test('Viasna: 1,222 held, 199 of them women, at least 150 recognised since September', () => {
    expect(of('figure')).toMatchObject([
      { count: 1222, measure: 'held', date: '2025-11-30', accordingTo: 'Vyasna' },
      { count: 199, measure: 'held', subset: 'women', date: '2025-11-30', accordingTo: 'Vyasna' },
      { count: 150, countIs: 'at least', measure: 'recognised', date: '2025-09/2025-11-30', by: 'Vyasna' },
    ]);
    expect(of('figure')).toHaveLength(3);
  });

  test.each([
    ['There are times when we face', 'Maryya Kalesnikava'],
    ['We are glad that so many', 'Maryya Kalesnikava'],
    ['it would be a great betrayal', 'Viktar Babaryka'],
    ['I do not regret what I did', 'Viktar Babaryka'],
    ['We did not lose, we won.', 'Viktar Babaryka'],
    ['Humanitarian diplomacy saves lives', 'Svyatlana Tsikhanouskaya'],
    ['Our goal remains unchanged', 'Svyatlana Tsikhanouskaya'],
    ['Negotiating the release', 'Aleksandr Morozov'],
    ['Lukashenko does not free people', 'Aleksandr Morozov'],
    ['the Belarusian side was ready', 'Volodymyr Zelenskyy'],
    ['If Ukraine agreed', 'Volodymyr Zelenskyy'],
  ])('"%s …" is said by %s', (opening, speaker) => {
    expect(of('statement').find((claim) => claim.quote?.startsWith(opening))?.speaker).toBe(speaker);
  });

  test('no other quotation becomes a statement', () => {
    expect(of('statement')).toHaveLength(11);
  });

  test('who told whom: Ukrinform from Zelenskyy, and he from Budanov where he says so', () => {
    const [first, second] = of('statement').filter((claim) => claim.speaker === 'Volodymyr Zelenskyy');
    expect(first?.chain).toEqual(['Ukrinform', 'Volodymyr Zelenskyy', 'Kyrylo Budanov']);
    expect(second?.chain).toEqual(['Ukrinform', 'Volodymyr Zelenskyy']);
    expect([first?.accordingTo, second?.accordingTo]).toEqual(['Ukrinform', 'Ukrinform']);
  });

  test('nothing is claimed beyond this', () => {
    expect(claims).toHaveLength(2 + 3 + 2 + 3 + 3 + 11);
  });
});
