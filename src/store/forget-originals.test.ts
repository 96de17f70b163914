import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readReports } from '../archive/reports.ts';
import { textsIn } from '../archive/reports-texts.ts';
import { ALES, fill, MARYIA, NAMES, remove, traces } from './forget.fixture.ts';
import type { OpenRegister } from './open.ts';
import { clock, reportOf, temporaryFolder, writer } from './register.fixture.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const entryOf = (at: string, title: string, text: string) =>
  `<item><title>${title}</title><link>https://paper.example.org/${at}</link><description>${text}</description></item>`;
const feedOf = (...entries: readonly string[]): Uint8Array =>
  utf8(
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Газета</title><language>be</language>${entries.join('')}</channel></rss>`,
  );
const OTHERS = 'Суд у Гродне вынес прысуд настаўніку: чатыры гады калоніі. Адвакат сказаў, што будзе абскарджанне.';
const HERS =
  'Марыя Калеснікава выйшла на волю 13 снежня 2025 года, паведамілі яе сваякі. Разам з ёй выйшлі яшчэ восем.';

/** Adds every report of a file, as `add` does. */
async function addFile(register: OpenRegister, name: string, bytes: Uint8Array): Promise<readonly number[]> {
  const numbers: number[] = [];
  for (const { address, type, part, report } of await readReports(bytes, { address: name })) {
    const toAdd = { address, type, part, report, bytes, claims: [], author: 'Alena' };
    numbers.push((await register.addReport(toAdd)).number);
  }
  return numbers;
}

async function removedAfter(...files: readonly (readonly [name: string, bytes: Uint8Array])[]) {
  const folder = temporaryFolder();
  const register = await writer(folder);
  await fill(register);
  const numbers: number[] = [];
  for (const [name, bytes] of files) numbers.push(...(await addFile(register, name, bytes)));
  const before = await Promise.all(numbers.map((number) => register.report(number)));
  await remove(register, MARYIA);
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((one) => one.isFile())
    .flatMap(({ name }) => traces(readFileSync(join(folder, name)), NAMES));
  return { register, numbers, before, found };
}

describe('the original of several reports, of which one names somebody who is removed', () => {
  it('is gone as a whole, while what the others say is kept as it was read', async () => {
    const feed = feedOf(entryOf('1', 'Прысуд у Гродне', OTHERS), entryOf('2', 'На волі', HERS));
    const { register, numbers, before, found } = await removedAfter(['feed.xml', feed]);
    const [others = -1, hers = -1] = numbers;
    expect(found).toEqual([]);
    for (const number of numbers) await expect(register.original(number)).rejects.toThrow(/was taken away/);
    expect(await register.report(others)).toEqual(before[0]);
    expect((await register.report(hers)).text).toContain('█████ ███████████ выйшла на волю');
  });

  it('keeps everybody else’s standing, and adding the file again brings nothing back', async () => {
    const feed = feedOf(entryOf('1', 'Прысуд у Гродне', OTHERS), entryOf('Калеснікава', 'На волі', HERS));
    const { register, numbers } = await removedAfter(['feed.xml', feed]);
    const { size } = register;
    expect(register.state().persons.has(ALES)).toBe(true);
    expect(await addFile(register, 'feed.xml', feed)).toEqual(numbers);
    expect(register.size).toBe(size);
    await expect(register.original(numbers[0] ?? -1)).rejects.toThrow(/was taken away/);
  });
});

describe('an original in which the name stands though no report of it says it', () => {
  const page = (more: string) =>
    utf8(
      `<!doctype html><html lang="be"><title>Прысуд</title><article><h1>Прысуд у Гродне</h1><p>${OTHERS}</p></article>${more}`,
    );
  it.each([
    ['in a link to another page', page('<aside><a href="/x">Мария Колесникова на свободе</a></aside>')],
    ['in the address of a link', page(`<nav><a href="/${encodeURIComponent('марыя-калеснікава')}">далей</a></nav>`)],
    [
      'as numbers of its characters',
      page(`<!-- ${[...'Марыя Калеснікава'].map((one) => `&#${one.codePointAt(0)};`).join('')} -->`),
    ],
    ['divided by a tag', page('<footer><b>Мар</b>ыя <i>Калеснікава</i></footer>')],
    [
      'in an entry of a feed that was passed over',
      feedOf(entryOf('1', 'Прысуд у Гродне', OTHERS), '<item><title>Марыя Калеснікава</title></item>'),
    ],
    ['in a page that was packed', gzipSync(page('<aside>Марыя Калеснікава</aside>'))],
  ])('%s is gone', async (_, bytes) => {
    const { register, numbers, before, found } = await removedAfter(['file', bytes]);
    expect(found).toEqual([]);
    await expect(register.original(numbers[0] ?? -1)).rejects.toThrow(/was taken away/);
    expect((await register.report(numbers[0] ?? -1)).text).toBe(before[0]?.text);
  });

  it.each([
    ['names nobody', page('')],
    ['names others who share a part of the name', page('<aside>Марыя Рабкова, Вольга Калеснікава</aside>')],
  ])('and one that %s is kept', async (_, bytes) => {
    const { register, numbers } = await removedAfter(['file', bytes]);
    expect(Buffer.from(await register.original(numbers[0] ?? -1)).equals(bytes)).toBe(true);
  });
});

describe('a page that is read again after a removal', () => {
  const address = 'https://paper.example.org/out';
  const told = (...words: readonly string[]) => reportOf(['На волі', ...words], [], { address });
  const HER_LINE = 'Учора з калоніі ў Гомелі выйшла Марыя Калеснікава, паведамілі яе сваякі.';
  const readAgain = async (...words: readonly string[]) => {
    const register = await writer(temporaryFolder());
    await fill(register);
    const { number: first } = await register.addReport(told(HER_LINE, OTHERS));
    await remove(register, MARYIA);
    clock.instant = '2025-12-20T09:30:00Z';
    return { register, first, toAdd: { ...told(...words), bytes: utf8('other bytes') } };
  };

  it('and says the name again is not added, and it is said why', async () => {
    const { register, toAdd } = await readAgain(HER_LINE, `${OTHERS} Абноўлена.`);
    const { size } = register;
    await expect(register.addReport(toAdd)).rejects.toThrow(
      /^https:\/\/paper\.example\.org\/out was not added, because it names somebody again who was removed .*\.$/,
    );
    expect(register.size).toBe(size);
  });

  it('and prints it at another address is not added either', async () => {
    const { register, toAdd } = await readAgain(HER_LINE, OTHERS);
    await expect(register.addReport({ ...toAdd, address: 'https://b.example.org/1' })).rejects.toThrow(/was not added/);
  });

  it.each([
    [
      'no longer names the person',
      ['Учора з калоніі ў Гомелі выйшла адна са зняволеных, паведамілі яе сваякі.', OTHERS],
    ],
    [
      'names somebody else in another sentence',
      [OTHERS, 'Ганна Каваленка чакала сустрэчы ля брамы, расказалі журналісты.'],
    ],
  ])('and %s is added, and names the earlier one', async (_, words) => {
    const { register, first, toAdd } = await readAgain(...words);
    const { number } = await register.addReport(toAdd);
    expect(register.state().reports.get(number)?.report.again).toBe(first);
  });

  it('cannot be told where another page tells it in words of its own: nothing of the name is kept', async () => {
    const { register } = await readAgain();
    const other = reportOf(['Іншае', 'Марыя Калеснікава вярнулася дадому.'], [], { address: 'b.html' });
    expect((await register.addReport(other)).already).toBe(false);
  });
});

describe('the texts of a file', () => {
  it('are all of it, with escapes resolved and tags taken out', async () => {
    const texts: string[] = [];
    for await (const text of textsIn(utf8('<p title="\\u041c%D0%90">&#1052;<b>а</b>р</p>'), 'a.html')) texts.push(text);
    expect(texts.map((text) => text.trim())).toEqual(['<p title="МА">М<b>а</b>р</p>', 'Мар', 'М а р']);
  });
});
