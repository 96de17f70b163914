import { describe, expect, it } from 'vitest';
import { romanisationTables, romaniseBy } from './romanise.ts';

function by(id: string, text: string): string {
  const table = romanisationTables().find((one) => one.id === id);
  if (table === undefined) throw new Error(`no table ${id}`);
  return romaniseBy(table, text);
}

describe('romaniseBy', () => {
  it.each([
    ['be-instruction-2007', 'Марыя Калеснікава', 'Maryja Kaliesnikava'],
    ['be-instruction-2007', 'Алесь Бяляцкі', 'Alieś Bialiacki'],
    ['be-instruction-2007', 'Уладзімір Мацкевіч', 'Uladzimir Mackievič'],
    ['be-lacinka', 'Уладзімір Лыкшын', 'Uładzimir Łykšyn'],
    ['be-lacinka', 'Людміла Чэкіна', 'Ludmiła Čekina'],
    ['be-passport', 'Святлана Ціханоўская', 'Sviatlana Tsikhanouskaya'],
    ['be-passport', 'Андрэй Пачобут', 'Andrei Pachobut'],
    ['be-bgn-pcgn-1979', 'Марыя Калеснікава', 'Maryya Kalyesnikava'],
    ['be-bgn-pcgn-1979', 'Алесь Бяляцкі', 'Alyes’ Byalyatski'],
    ['ru-bgn-pcgn-1947', 'Юрий Ельцин', 'Yuriy Yel’tsin'],
    ['ru-passport', 'Мария Подъячева', 'Mariia Podieiacheva'],
    ['ru-scholarly', 'Алексей Щербаков', 'Aleksej Ščerbakov'],
    ['uk-2010', 'Юрій Згурський', 'Yurii Zghurskyi'],
    ['uk-2010', 'Знам’янка', 'Znamianka'],
    ['uk-2010', 'Їжакевич Єгор', 'Yizhakevych Yehor'],
    ['uk-bgn-pcgn-1965', 'Згурський', 'Z·hurs’kyy'],
  ])('%s: %s is %s', (id, text, romanised) => {
    expect(by(id, text)).toBe(romanised);
  });

  it.each([
    ['capitals stay capitals', 'be-passport', 'ШЧАРБАКОЎ Яўген', 'SHCHARBAKOU Yauhen'],
    ['a single capital before a small letter', 'be-passport', 'Жук', 'Zhuk'],
    ['Latin letters stay', 'be-passport', 'Maria', 'Maria'],
    ['letters of no table stay', 'be-passport', '김, 12', '김, 12'],
    ['nothing comes of nothing', 'ru-passport', '', ''],
  ])('%s', (_, id, text, romanised) => {
    expect(by(id, text)).toBe(romanised);
  });

  it('names a source for every table', () => {
    for (const table of romanisationTables()) expect(table.source).toMatch(/\d{4}/u);
  });
});
