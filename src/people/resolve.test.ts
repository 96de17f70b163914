import { describe, expect, it } from 'vitest';
import { scriptOf } from '../text/script.ts';
import { candidatesFor } from './candidates.ts';
import type { Person } from './person.ts';
import { proposeLink } from './resolve.ts';

function person(id: string, ...forms: string[]): Person {
  const names = forms.map((text) => ({ text, script: scriptOf(text), language: 'be', claims: [1] }));
  return { id, names, claims: [1], recognitions: [], withheld: false };
}

const PERSONS: readonly Person[] = [
  person('kalesnikava', 'Марыя Калеснікава', 'Maryya Kalesnikava'),
  person('s-tsikhanouski', 'Сяргей Ціханоўскі'),
  person('s-tsikhanouskaya', 'Sviatlana Tsikhanouskaya'),
  person('u-lykshyn', 'Уладзімір Лыкшын'),
  person('a-lykshyn', 'Аляксандр Лыкшын'),
  person('pachobut', 'Андрэй Пачобут'),
  person('i-p-ivanou', 'Іван Пятровіч Іваноў', 'Ivan Ivanou'),
  person('namesake-1', 'Алег Зянковіч'),
  person('namesake-2', 'Oleg Zenkovich'),
];

describe('proposeLink', () => {
  it.each([
    ['Мария Колесникова', 'kalesnikava'],
    ['Kolesnikova Maria', 'kalesnikava'],
    ['Марыі Калеснікавай', 'kalesnikava'],
    ['Светлана Тихановская', 's-tsikhanouskaya'],
    ['Siarhei Tsikhanouski', 's-tsikhanouski'],
    ['Alaksandar Łykšyn', 'a-lykshyn'],
    ['Анджей Почобут', 'pachobut'],
    ['Іван Пятровіч Іваноў', 'i-p-ivanou'],
  ])('%s is %s', (name, id) => {
    expect(proposeLink(name, PERSONS)).toMatchObject({ verdict: 'same', person: id });
  });

  it.each([
    ['a surname alone', 'Калеснікавай'],
    ['a surname and an initial', 'A. Pachobut'],
    ['a surname that two brothers bear', 'Лыкшын'],
    ['a full name that two persons bear', 'Алег Зянковіч'],
    ['a form of one person that another of their forms contradicts', 'Иван Сергеевич Иванов'],
    ['no name at all', '—'],
  ])('%s is left to a documenter: %s', (_, name) => {
    expect(proposeLink(name, PERSONS).verdict).toBe('unsure');
  });

  it.each([
    'Тацяна Хоміч',
    'Вячаслаў Лыкшын',
    'Алена Калеснікава',
    'Pavel Seviarynets',
    'Tatsiana Tsikhanouskaya',
    'Андрэй Чапюк',
  ])('%s is nobody in the register yet', (name) => {
    expect(proposeLink(name, PERSONS).verdict).toBe('new');
  });

  it('finds nobody in an empty register', () => {
    expect(proposeLink('Марыя Калеснікава', [])).toEqual({
      verdict: 'new',
      reasons: ['nobody in the register has a name like it'],
    });
  });

  it('says what speaks against a person whose other form contradicts', () => {
    const proposal = proposeLink('Иван Сергеевич Иванов', PERSONS);
    expect(proposal.reasons.join()).toContain('the patronymics Сергеевич and Пятровіч name different fathers');
  });
});

describe('candidatesFor', () => {
  it('warns of namesakes, and of nobody else', () => {
    const warned = candidatesFor('Олег Зенкович', PERSONS).filter(({ namesake }) => namesake === true);
    expect(warned.map((one) => one.person).sort()).toEqual(['namesake-1', 'namesake-2']);
    expect(candidatesFor('Мария Колесникова', PERSONS).some(({ namesake }) => namesake === true)).toBe(false);
  });

  it('gives ten at most, best first', () => {
    const many = Array.from({ length: 30 }, (_, n) => person(`p${n}`, n === 17 ? 'Зянон Ганчар' : 'З. Ганчар'));
    const found = candidatesFor('Zianon Hančar', many);
    expect(found).toHaveLength(10);
    expect(found[0]).toMatchObject({ person: 'p17', verdict: 'same' });
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
  });
});
