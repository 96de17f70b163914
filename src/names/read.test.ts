import { describe, expect, it } from 'vitest';
import { readName } from './read.ts';

const rolesOf = (name: string) => readName(name).parts.map(({ text, role }) => `${text}: ${role}`);

describe('readName', () => {
  it.each([
    ['Марыя Калеснікава', ['Марыя: given', 'Калеснікава: word']],
    ['КАЛЕСНІКАВА, Марыя Аляксандраўна', ['КАЛЕСНІКАВА: surname', 'Марыя: given', 'Аляксандраўна: patronymic']],
    ['Siarhei Leanidavich TSIKHANOUSKI', ['Siarhei: given', 'Leanidavich: patronymic', 'TSIKHANOUSKI: surname']],
    ['Статкевіч Мікалай Віктаравіч', ['Статкевіч: word', 'Мікалай: given', 'Віктаравіч: patronymic']],
    ['Валентин Константинович Стефанович', ['Валентин: given', 'Константинович: patronymic', 'Стефанович: word']],
    ['Ільгар Мамедаў оглы', ['Ільгар: word', 'Мамедаў: word', 'оглы: particle']],
    ['A. Pachobut', ['A: initial', 'Pachobut: word']],
    ['Dr. Martin Luther King Jr.', ['Martin: given', 'Luther: word', 'King: word', 'Jr: numbered']],
    ['김정은', ['김: word', '정은: word']],
    ['Dr. General', ['General: word']],
    ['Maryya Kalesnikava’s', ['Maryya: given', 'Kalesnikava: word']],
  ])('%s', (name, roles) => {
    expect(rolesOf(name)).toEqual(roles);
  });

  it.each([
    ['a surname in -ich of two words is no patronymic', 'Valiantsin Stefanovich', 'patronymic'],
    ['a name all in capitals marks no surname', 'МАРЫЯ КАЛЕСНІКАВА', 'surname'],
    ['a comma with nothing behind it parts nothing', 'Kolesnikova,', 'surname'],
    ['a title is no part', 'Professor Kolesnikova', 'title'],
  ])('%s: %s', (_, name, role) => {
    expect(readName(name).parts.map((part) => part.role)).not.toContain(role);
  });

  it('repairs letters that look right and are not', () => {
    // A Latin i in each word, as official lists have it.
    expect(readName('Леанiд Мiкалаевiч ЧУРО').parts.map((part) => part.folded)).toEqual([
      'леанід',
      'мікалаевіч',
      'чуро',
    ]);
    expect(readName('Мaрия').script).toBe('Cyrl');
    expect(readName('Jаn').parts[0]?.folded).toBe('jan');
    expect(readName('COBA Иванова').parts[0]?.folded).toBe('сова');
    expect(readName('Tom Иванов').parts[0]?.script).toBe('Latn');
  });

  it.each([
    ['Марыя Калеснікава', 'female'],
    ['Siarhei Ivanavich Vaitsekhouski', 'male'],
    ['Ціханоўская', 'female'],
    ['Алеся Бяляцкага', 'male'],
    ['Александра Петровича Гурского', 'male'],
    ['Александра Петрович', undefined],
    ['Александра Лукашенко', undefined],
    ['Калеснікава', undefined],
    ['Kim Pak', undefined],
  ])('%s: %s', (name, sex) => {
    expect(readName(name).sex).toBe(sex);
  });

  it('finds no parts where there is no letter', () => {
    expect(readName('12.05.2021 — !').parts).toEqual([]);
  });
});
