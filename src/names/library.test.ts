import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, explainNames, load, searchIn } from './library.ts';

const PEOPLE = [
  { id: 'k', names: ['Марыя Калеснікава', 'Maryya Kalesnikava'] },
  { id: 't', names: ['Siarhei Tsikhanouski'] },
  { id: 's', names: ['Sviatlana Tsikhanouskaya'] },
  { id: 'none', names: ['', '—'] },
];

describe('names as a library', () => {
  it('compares, with reasons that are there to be read and copied', () => {
    expect(compareNames('Марыя Калеснікава', 'Maria Kolesnikova')).toMatchObject({ verdict: 'same' });
    const apart = compareNames('Siarhei Tsikhanouski', 'Sviatlana Tsikhanouskaya');
    expect(apart).toMatchObject({ verdict: 'different' });
    expect(JSON.parse(JSON.stringify(apart)).reasons).toEqual(apart.reasons);
    expect(apart.reasons).toContain('Siarhei and Sviatlana are different given names');
  });

  it.each([
    ['Настя Лойка', 'Anastasiya Loika', /^unsure \(0\.\d\d\)\n(- .+\n?)+$/],
    ['Марыя Калеснікава', 'Марыя Калеснікава', /^same \(1\.00\)\n- both are the same words$/],
    ['Сергей Тихановский', 'Святлана Ціханоўская', /^different \(0\.0\d\)\n- Сергей and Святлана are different/],
    ['', 'Ales Bialiatski', /^unsure \(0\.00\)\n- there is no name to compare$/],
  ])('explains %s and %s in lines', (left, right, expected) => {
    expect(explainNames(left, right)).toMatch(expected);
  });

  it('searches, saves, and finds the same after loading', () => {
    const people = searchIn(PEOPLE);
    expect(people.size).toBe(4);
    expect(people.search('Калеснікавай').map(({ id }) => id)).toEqual(['k']);
    expect(people.search('Тихановский', 1)).toHaveLength(1);
    expect(people.search('Xi Jinping')).toEqual([]);
    const back = load(people.save());
    for (const query of ['Колесникова', 'Светлана Тихановская', '', '…']) {
      expect(back.search(query)).toEqual(people.search(query));
    }
    expect(back.save()).toEqual(people.save());
  });

  it('takes people from anything that can be gone through', () => {
    expect(searchIn(new Set(PEOPLE)).search('Ciсhanouskaja')[0]?.id).toBe('s');
    expect(searchIn([]).search('Калеснікава')).toEqual([]);
  });

  it('refuses bytes that are not its own, in one sentence', () => {
    for (const bytes of [new Uint8Array(), new Uint8Array(400), searchIn(PEOPLE).save().slice(0, -8)]) {
      expect(() => load(bytes)).toThrow(
        expect.objectContaining({ name: 'Refused', message: expect.stringMatching(/^[A-Z][^.]+\.$/) }),
      );
    }
  });

  it('never throws, whatever is asked', () => {
    const people = searchIn(PEOPLE);
    const law = fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      expect(people.search(text).every(({ score }) => score > 0 && score <= 1)).toBe(true);
      expect(explainNames(text, 'Марыя Калеснікава')).toMatch(/^(same|different|unsure) \(/);
    });
    fc.assert(law, { numRuns: 500 });
  });
});
