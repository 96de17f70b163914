import { expect, test } from 'vitest';
import { scriptOf } from './script.ts';

test.each([
  ['Марыя Калеснікава', 'Cyrl'],
  ['Maria Kolesnikova', 'Latn'],
  ['Łukaszenka', 'Latn'],
  ['Λουκασένκο', 'Grek'],
  ['ლუკაშენკო', 'Geor'],
  ['לוקשנקו', 'Hebr'],
  ['卢卡申科', 'Hani'],
  ['Пост у Twitter і Facebook', 'Latn'],
  ['Паведаміла агенцтва AP', 'Cyrl'],
  ['', 'Zyyy'],
  ['1,222 × 199', 'Zyyy'],
])('%s is written in %s', (text, script) => {
  expect(scriptOf(text)).toBe(script);
});
