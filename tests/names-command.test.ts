import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, unforgotten } from './program.ts';

const PAIR = 'Марыя Калеснікава\tMaria Kolesnikova';
const LIST = 'id\tname\tother names\n1\tМарыя Калеснікава\tMaryya Kalesnikava|Мария Колесникова\n2\tAles Bialiatski\n';

/** Scores as printed, in hundredths: a line each. */
async function compared(input: string): Promise<string[]> {
  const { code, out, err } = await unforgotten(['names', 'compare'], { input });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out.split('\n').slice(0, -1);
}

describe('unforgotten names compare', () => {
  it('prints a score a line, in order, whatever ends the lines', async () => {
    const [same, other, ...more] = await compared(`${PAIR}\nAles Bialiatski\tМария Колесникова\n`);
    expect(more).toEqual([]);
    expect(Number(same)).toBeGreaterThan(0.8);
    expect(Number(other)).toBeLessThan(0.1);
    expect(await compared(`\ufeff${PAIR}\r\nAles Bialiatski\tМария Колесникова\r\n\r\n\n`)).toEqual([same, other]);
    expect(await compared(PAIR)).toEqual([same]);
  });

  it('scores nothing with nothing 0, and prints nothing for nothing', async () => {
    expect(await compared('\t\n…\t123\n')).toEqual(['0', '0']);
    expect(await compared('')).toEqual([]);
  });

  it('takes a line of millions of letters', async () => {
    expect(await compared(`${'Марыя '.repeat(500_000)}\tMaria Kolesnikova\n${PAIR}\n`)).toHaveLength(2);
  });

  it('says why as JSON, an object a line', async () => {
    const { out } = await unforgotten(['names', 'compare', '--json'], { input: `${PAIR}\n` });
    expect(JSON.parse(out)).toMatchObject({
      left: 'Марыя Калеснікава',
      verdict: 'same',
      reasons: expect.arrayContaining(['Марыя and Maria are forms of one given name']),
    });
  });

  it.each([
    [`${PAIR}\nМарыя Калеснікава Maria\n`, 'Line 2 of the input has no tab: write each pair as left<TAB>right.'],
    [`${PAIR}\n\n${PAIR}\n`, 'Line 2 of the input is empty: write each pair as left<TAB>right.'],
    [`17\t${PAIR}\n`, 'Line 1 of the input has 3 columns: write each pair as left<TAB>right.'],
    ['M\0a\0r\0\t\0M\0a\0\n\0', 'The input is not UTF-8: save it as UTF-8 and try again.'],
  ])('%j is refused in one sentence, and nothing is printed', async (input, sentence) => {
    expect(await unforgotten(['names', 'compare'], { input })).toEqual({ code: 1, out: '', err: `${sentence}\n` });
  });
});

describe('unforgotten names search', () => {
  const asked = (list: string | Uint8Array, input: string, ...options: string[]) =>
    inFolder(async (folder) => {
      await writeFile(join(folder, 'list.tsv'), list);
      return unforgotten(['names', 'search', '--in', 'list.tsv', ...options], { input, cwd: folder });
    });

  it('prints the ids for a query a line, an empty line where there is none', async () => {
    const { code, out } = await asked(LIST, 'Калеснікавай\n\nXi Jinping\nБеляцкий\n');
    expect({ code, out }).toEqual({ code: 0, out: '1\n\n\n2\n' });
    expect((await asked(LIST, 'Kolesnikova\n', '--scores')).out).toMatch(/^1:0\.\d+\n$/);
  });

  it('takes what Windows writes: a mark of order, carriage returns, empty lines at the end', async () => {
    const windows = `\ufeff${LIST.replaceAll('\n', '\r\n')}\r\n\r\n`;
    expect((await asked(windows, '\ufeffКалеснікавай\r\nБеляцкий\r\n')).out).toBe('1\n2\n');
  });

  it('answers an id once, though its names stand in several lines', async () => {
    const list = 'id\tname\n1\tМарыя Калеснікава\n2\tAles Bialiatski\n1\tMaryya Kalesnikava\n';
    expect((await asked(list, 'Maria Kolesnikova\n')).out).toBe('1\n');
  });

  it('says why as JSON, an object a line', async () => {
    const { out } = await asked(LIST, 'Калеснікавай\nXi Jinping\n', '--json');
    const [found, none] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(found).toMatchObject({
      query: 'Калеснікавай',
      found: [{ id: '1', reasons: expect.arrayContaining([expect.stringContaining('Калеснікавай')]) }],
    });
    expect(none).toEqual({ query: 'Xi Jinping', found: [] });
  });

  it.each([
    ['', 'list.tsv is empty: it needs a header line, then id<TAB>name a line.'],
    ['id\tname\n1 Марыя\n', 'Line 2 of list.tsv is not id<TAB>name: mend it and search again.'],
    ['id\tname\n1\tМарыя\n\n2\tAles\n', 'Line 3 of list.tsv is not id<TAB>name: mend it and search again.'],
    [
      Uint8Array.of(0x69, 0x64, 10, 0x31, 9, 0xcc, 0xe0, 0xf0, 0xfb, 0xff, 10),
      'list.tsv is not UTF-8: save it as UTF-8 and try again.',
    ],
    ['i\0d\0\t\0n\0\n\0', 'list.tsv is not UTF-8: save it as UTF-8 and try again.'],
  ])('%j is refused in one sentence', async (list, sentence) => {
    expect(await asked(list, 'Марыя\n')).toEqual({ code: 1, out: '', err: `${sentence}\n` });
  });
});
