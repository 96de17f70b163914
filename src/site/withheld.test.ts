import { describe, expect, test } from 'vitest';
import { History } from '../register/history.fixture.ts';
import { guardOf } from './withheld.ts';

// A register in which the first persons are withheld and the others shown, each known by these forms.
function guardFor(withheld: readonly (readonly string[])[], shown: readonly (readonly string[])[] = []) {
  const history = new History();
  const report = history.report();
  const enter = (id: string, forms: readonly string[]) => {
    for (const form of forms) {
      const claim = history.accepted(report, { kind: 'detained', persons: [form], date: '2024' });
      history.link(claim, [id]);
    }
  };
  withheld.forEach((forms, i) => {
    enter(`hidden${i}`, forms);
    history.bothDecide({ decision: 'withhold', person: `hidden${i}` });
  });
  shown.forEach((forms, i) => {
    enter(`shown${i}`, forms);
  });
  return guardOf(history.state());
}

describe('words that would name somebody withheld', () => {
  test.each([
    ['the form a report has', 'Марыя Калеснікава', 'Марыя Калеснікава на волі.'],
    ['the family name alone', 'Марыя Калеснікава', 'Калеснікава на волі.'],
    ['a declined form', 'Марыя Калеснікава', 'Пра Калеснікаву не чуваць.'],
    ['another language', 'Марыя Калеснікава', 'Колесникову приговорили.'],
    ['another script', 'Марыя Калеснікава', 'Kolesnikova was sentenced.'],
    ['the Latin of Belarusian', 'Марыя Калеснікава', 'Marysia i Kaleśnikava.'],
    ['from Latin to Cyrillic', 'Ales Bialiatski', 'Алеся Бяляцкага асудзілі.'],
    ['from Russian to the Polish spelling', 'Алесь Беляцкий', 'Bialacki laureatem.'],
    ['family name first, as papers of the state write it', 'Почобут Андрей Станиславович', 'Почобута осудили.'],
    ['a short family name', 'Іван Лось', 'Лося затрымалі.'],
    ['behind an apostrophe', "Дар'я Лосік", 'Losik was freed.'],
  ])('are seen: %s', (_, name, text) => {
    expect(guardFor([[name]]).names(text)).toBe(true);
  });

  test.each([
    ['nobody is withheld', [], 'Марыя Калеснікава на волі.'],
    ['another family name', ['Марыя Калеснікава'], 'Бабарыка на волі.'],
    ['the given name alone', ['Марыя Калеснікава'], 'Марыя Пратэставая выступіла.'],
    ['a word in small letters', ['Іван Снег'], 'Выпаў снег.'],
    ['a longer name that begins alike', ['Іван Лось'], 'Ласевічуса затрымалі.'],
    ['numbers and signs', ['Іван Лось'], '1 131, 50 %'],
  ])('are not seen where %s', (_, names, text) => {
    expect(guardFor(names.length > 0 ? [names] : []).names(text)).toBe(false);
  });

  test('and so do letters that a removal has blackened, whoever it was', () => {
    expect(guardFor([]).names('Сярод вызваленых █████ ████████.')).toBe(true);
  });

  test('a family name that somebody shown bears too tells only together with the given name', () => {
    const guard = guardFor([['Uładzimir Łykšyn']], [['Alaksandr Łykšyn']]);
    expect(guard.names('Łykšyn was transferred.')).toBe(false);
    expect(guard.names('Uładzimir Łykšyn was transferred.')).toBe(true);
  });

  test('a name in a claim nobody accepted yet is guarded as well', () => {
    const history = new History();
    const report = history.report();
    const first = history.accepted(report, { kind: 'detained', persons: ['Янка Незнаны'], date: '2024' });
    const waiting = history.claim(report, { kind: 'detained', persons: ['Szyłovič'], date: '2024' });
    for (const claim of [first, waiting]) history.link(claim, ['hidden']);
    history.bothDecide({ decision: 'withhold', person: 'hidden' });
    expect(guardOf(history.state()).names('Шылавіча затрымалі.')).toBe(true);
  });

  test('a finished file leaks where it holds a whole form or the id, and nowhere else', () => {
    const guard = guardFor([['Янка Незнаны']]);
    expect(guard.leaksIn('<p>ЯНКА НЕЗНАНЫ</p>')).toBe(true);
    expect(guard.leaksIn('<a href="../person/hidden0/index.html">')).toBe(true);
    expect(guard.leaksIn('<p>Незнаны</p>')).toBe(false);
  });
});
