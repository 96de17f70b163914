import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refused } from '../text/refusal.ts';
import { buildNameIndex } from './filed.ts';
import { searchNames } from './search.ts';
import { indexFromBytes, indexToBytes } from './snapshot.ts';

const PEOPLE = [
  { id: 'kalesnikava', names: ['Марыя Калеснікава', 'Maryya Kalesnikava'] },
  { id: 's-tsikhanouski', names: ['Siarhei Tsikhanouski'] },
  { id: 's-tsikhanouskaya', names: ['Sviatlana Tsikhanouskaya'] },
  { id: 'liu', names: ['刘晓波'] },
  { id: 'nobody', names: [''] },
];
const index = buildNameIndex(PEOPLE);

describe('indexToBytes and indexFromBytes', () => {
  it('bring back an index that answers as the first one did', () => {
    const back = indexFromBytes(indexToBytes(index));
    for (const query of ['Калеснікавай', 'Sergei Tikhanovsky', 'Светлана Тихановская', 'Liu Xiaobo', 'Иван Иванов']) {
      expect(searchNames(back, query)).toEqual(searchNames(index, query));
    }
  });

  it('bring back every index of any texts', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 20 });
    const people = fc.array(fc.record({ id: texts, names: fc.array(texts, { maxLength: 3 }) }), { maxLength: 8 });
    const law = fc.property(people, (some) => {
      const made = buildNameIndex(some);
      const back = indexFromBytes(indexToBytes(made));
      expect({ ...back, ids: back.ids }).toEqual({ ...made, ids: made.ids.map((id) => id.toWellFormed()) });
    });
    fc.assert(law, { numRuns: 300 });
  });

  it('give the same bytes for the same entries', () => {
    expect(indexToBytes(buildNameIndex(PEOPLE))).toEqual(indexToBytes(index));
  });

  it('read bytes that begin anywhere in a buffer', () => {
    const bytes = indexToBytes(index);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(indexFromBytes(shifted.subarray(3)).names).toEqual(index.names);
  });

  it.each([0, 3, 16, 40, 200, -4, -1])('refuse bytes cut at %d', (at) => {
    expect(() => indexFromBytes(indexToBytes(index).slice(0, at))).toThrow(Refused);
  });

  it('refuse bytes of which any one was changed', () => {
    const bytes = indexToBytes(index);
    const law = fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = bytes.slice();
      changed[at] = ((changed[at] ?? 0) + by) % 256;
      expect(() => indexFromBytes(changed)).toThrow(Refused);
    });
    fc.assert(law, { numRuns: 500 });
  });
});
