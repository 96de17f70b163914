import { describe, expect, it } from 'vitest';
import { buildNameIndex } from './filed.ts';
import { romanisationTables, romaniseBy } from './romanise.ts';
import { searchNames } from './search.ts';

const PEOPLE = [
  { id: 'kalesnikava', names: ['Марыя Калеснікава', 'Maryya Kalesnikava'] },
  { id: 'khomich', names: ['Tatsiana Khomich'] },
  { id: 's-tsikhanouski', names: ['Siarhei Tsikhanouski'] },
  { id: 's-tsikhanouskaya', names: ['Sviatlana Tsikhanouskaya'] },
  { id: 'u-lykshyn', names: ['Уладзімір Лыкшын'] },
  { id: 'a-lykshyn', names: ['Аляксандр Лыкшын'] },
  { id: 'bialiatski', names: ['Ales Bialiatski'] },
  { id: 'pachobut', names: ['Andrzej Poczobut'] },
  { id: 'v-babaryka', names: ['Віктар Бабарыка'] },
  { id: 'e-babaryka', names: ['Эдуард Бабарыка'] },
  { id: 'nobody', names: ['', '—'] },
];
const index = buildNameIndex(PEOPLE);
const idsFor = (query: string) => searchNames(index, query).map(({ id }) => id);

describe('searchNames', () => {
  it.each([
    ['Марыя Калеснікава', 'kalesnikava'],
    ['Мария Колесникова', 'kalesnikava'],
    ['Maria Kolesnikova', 'kalesnikava'],
    ['Maryja Kaleśnikava', 'kalesnikava'],
    ['Калеснікавай', 'kalesnikava'],
    ['Kolesnikova Maria', 'kalesnikava'],
    ['колесникова', 'kalesnikava'],
    ['Kalesnkava', 'kalesnikava'],
    ['Светлана Тихановская', 's-tsikhanouskaya'],
    ['Сергей Тихановский', 's-tsikhanouski'],
    ['Alaksandar Łykšyn', 'a-lykshyn'],
    ['Владимир Лыкшин', 'u-lykshyn'],
    ['Беляцкий', 'bialiatski'],
    ['Byalyatski', 'bialiatski'],
    ['Bjaljacki', 'bialiatski'],
    ['Бяляцкага', 'bialiatski'],
    ['Почобут', 'pachobut'],
    ['Пачобутам', 'pachobut'],
    ['Pačobut', 'pachobut'],
    ['Виктора Бабарико', 'v-babaryka'],
  ])('%s finds %s first', (query, id) => {
    expect(idsFor(query)[0]).toBe(id);
  });

  it.each(['Иван Иванов', 'Zhang Wei', 'Золатава', '12345', '', '…', 'Кім'])('%s finds nobody', (query) => {
    expect(idsFor(query)).toEqual([]);
  });

  it('shows both bearers of a surname, each once', () => {
    expect(idsFor('Лыкшын').sort()).toEqual(['a-lykshyn', 'u-lykshyn']);
    expect(idsFor('Babaryka').sort()).toEqual(['e-babaryka', 'v-babaryka']);
  });

  it('gives the form that fits best, its score and the reason', () => {
    const [found] = searchNames(index, 'Мария Колесникова');
    expect(found).toMatchObject({
      id: 'kalesnikava',
      reasons: expect.arrayContaining([expect.stringContaining('one given name')]),
    });
    expect(['Марыя Калеснікава', 'Maryya Kalesnikava']).toContain(found?.name);
    expect(found?.score).toBeGreaterThan(0.7);
  });

  it('stops at the limit and orders alike names as they were indexed', () => {
    const twins = buildNameIndex(['b', 'a', 'c'].map((id) => ({ id, names: ['Іван Знак'] })));
    expect(searchNames(twins, 'Ivan Znak', 2).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('finds every one of 2,000 people by their name in any romanisation', () => {
    const surnames = [
      'Пачобут',
      'Севярынец',
      'Статкевіч',
      'Дзядок',
      'Шчарбакоў',
      'Хмялеўскі',
      'Зянковіч',
      'Лыкшын',
      'Грынько',
      'Ганчар',
    ];
    const given = ['Іван', 'Пётр', 'Віктар', 'Яўген', 'Алег', 'Мікіта', 'Раман', 'Дзяніс', 'Ягор', 'Фёдар'];
    const people = Array.from({ length: 2_000 }, (_, n) => {
      const surname = `${surnames[n % 10]}${['', 'ка', 'эй', 'ун'][Math.floor(n / 500)]}`;
      return {
        id: `p${n}`,
        names: [
          `${given[Math.floor(n / 10) % 10]} ${['Ба', 'Ву', 'Гра', 'Дро', 'Жу'][Math.floor(n / 100) % 5]}${surname.toLowerCase()}`,
        ],
      };
    });
    const big = buildNameIndex(people);
    const tables = romanisationTables().filter((table) => table.language === 'be');
    const lost = people.filter(({ id, names: [name = ''] }, n) => {
      const table = tables[n % tables.length];
      return table === undefined || !searchNames(big, romaniseBy(table, name)).some((found) => found.id === id);
    });
    expect(lost).toEqual([]);
  });
});
