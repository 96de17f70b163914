import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LayeredMap } from './layered.ts';

const change = fc.tuple(fc.nat(30), fc.option(fc.nat(9), { nil: undefined }));

describe('a layered map', () => {
  test('is, whatever is changed, what a map would be, and its earlier copies stay as they were', () => {
    fc.assert(
      fc.property(fc.array(change), fc.array(fc.array(change), { maxLength: 6 }), (start, rounds) => {
        const map = new Map<number, number>();
        for (const [key, value] of start) if (value !== undefined) map.set(key, value);
        let layered = new LayeredMap(new Map(map));
        const copies: [LayeredMap<number, number>, Map<number, number>][] = [];
        for (const round of rounds) {
          copies.push([layered, new Map(map)]);
          layered = layered.with(round);
          for (const [key, value] of round) value === undefined ? map.delete(key) : map.set(key, value);
        }
        for (const [copy, was] of [...copies, [layered, map] as const]) {
          expect(new Map(copy)).toEqual(was);
          expect(copy.size).toBe(was.size);
          for (let key = 0; key <= 30; key += 1) {
            expect([copy.get(key), copy.has(key)]).toEqual([was.get(key), was.has(key)]);
          }
        }
      }),
    );
  });

  test('goes through its entries in the order asked for', () => {
    const map = new LayeredMap<string, number>(new Map([['b', 2]]), ([, left], [, right]) => left - right);
    expect([
      ...map.with([
        ['a', 3],
        ['c', 1],
      ]),
    ]).toEqual([
      ['c', 1],
      ['b', 2],
      ['a', 3],
    ]);
    expect([
      ...map
        .with([
          ['a', 3],
          ['b', undefined],
        ])
        .keys(),
    ]).toEqual(['a']);
  });

  test('writes a new base when the layer has grown, and loses nothing', () => {
    let map = new LayeredMap<number, number>(new Map());
    for (let n = 0; n < 2000; n += 1) map = map.with([[n, n * n]]);
    expect([map.size, map.get(0), map.get(1999)]).toEqual([2000, 0, 1999 * 1999]);
    expect([...map.values()].every((value, n) => value === n * n)).toBe(true);
    const visited: number[] = [];
    map.forEach((value) => {
      visited.push(value);
    });
    expect(visited).toHaveLength(2000);
  });
});
