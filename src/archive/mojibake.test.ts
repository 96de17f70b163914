import { describe, expect, test } from 'vitest';
import { repaired } from './mojibake.ts';

const LINE = 'Суд в Минске приговорил «журналиста» к трём годам — сообщила «Вясна».';
const codes = new Map(
  [...new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, n) => n))].map((c, n) => [c, n]),
);
const in1251 = Uint8Array.from([...LINE].map((character) => codes.get(character) ?? 0));

describe('a wrong decoding is undone where another is certain', () => {
  test.each([
    ['UTF-8 read as windows-1251', new TextDecoder('windows-1251').decode(new TextEncoder().encode(LINE))],
    ['UTF-8 read as windows-1252', new TextDecoder('windows-1252').decode(new TextEncoder().encode(LINE))],
    ['windows-1251 read as windows-1252', new TextDecoder('windows-1252').decode(in1251)],
  ])('%s', (_, wrong) => {
    expect(wrong).not.toBe(LINE);
    expect(repaired(wrong)).toBe(LINE);
  });

  test('line by line: what was right stays right', () => {
    const wrong = new TextDecoder('windows-1251').decode(new TextEncoder().encode(LINE));
    expect(repaired(`${LINE}\n${wrong}\nMinsk, 2025`)).toBe(`${LINE}\n${LINE}\nMinsk, 2025`);
  });
});

describe('what only looks like it stays as it is', () => {
  test.each([
    ['El señor Íñigo dijo que «está» así, según él, en São Paulo.'],
    ['Россия, СССР – «С–300» и Р.Ё. Смирнов'],
    ['Source:Â Al Jazeera and agencies'],
    ['Łukasz, Škoda, Þórður, Ægir'],
    ['Ñ Ð Ã'],
    [LINE],
  ])('%s', (line) => {
    expect(repaired(line)).toBe(line);
  });
});
