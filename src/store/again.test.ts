import { describe, expect, it } from 'vitest';
import type { Fetched } from '../register/entry.ts';
import { clock, reportOf, temporaryFolder, writer } from './register.fixture.ts';
import type { ReportToAdd } from './reports.ts';

const ADDRESS = 'https://news.example.org/nine-freed';
const fetched: Fetched = {
  at: '2025-12-15T09:30:00Z',
  status: 200,
  headers: { 'content-type': 'text/html', etag: '"v1"' },
  asked: 'http://news.example.org/1',
};
const page = (paragraphs: readonly string[], more: Partial<ReportToAdd> = {}) =>
  reportOf(paragraphs, [], { address: ADDRESS, type: 'text/html', fetched, ...more });

const FIRST = page(['Nine freed', 'Nine people were let go.']);
const CHANGED = page(['Eleven freed', 'Eleven people were let go.']);

describe('a page that was fetched', () => {
  it('keeps how, and says so after the register is opened again', async () => {
    const folder = temporaryFolder();
    const before = await writer(folder);
    const { number } = await before.addReport(FIRST);
    await before.close();
    expect((await writer(folder)).state().reports.get(number)?.report).toMatchObject({ address: ADDRESS, fetched });
  });

  it('again, and has changed, is a report of its own that names the earlier one, of which nothing is lost', async () => {
    const register = await writer(temporaryFolder());
    const first = await register.addReport(FIRST);
    const second = await register.addReport(CHANGED);
    expect(second.already).toBe(false);
    const { reports } = register.state();
    expect(reports.get(second.number)?.report.again).toBe(first.number);
    expect(reports.get(first.number)?.report.again).toBeUndefined();
    expect((await register.report(first.number)).title).toBe('Nine freed');
    expect(Buffer.from(FIRST.bytes).equals(await register.original(first.number))).toBe(true);
  });

  it('again, and reads the same though its bytes differ, is in the register already', async () => {
    const register = await writer(temporaryFolder());
    const first = await register.addReport(FIRST);
    const visited = { ...FIRST, bytes: new TextEncoder().encode('<!-- visitor 2 -->') };
    expect(await register.addReport(visited)).toEqual({ ...first, already: true });
    expect(register.size).toBe(first.number + 1);
  });

  it.each([
    ['at another address', { address: 'https://other.example.org/nine-freed' }],
    ['saved under the name of a file', { address: 'page.html' }],
  ])('%s names no earlier one', async (_, more) => {
    const register = await writer(temporaryFolder());
    await register.addReport({ ...FIRST, ...more, address: 'page.html' });
    const { number } = await register.addReport({ ...CHANGED, ...more });
    expect(register.state().reports.get(number)?.report.again).toBeUndefined();
  });
});

describe('a person who is removed', () => {
  it('is gone from where a visit began and from what the site sent along', async () => {
    const register = await writer(temporaryFolder());
    const paragraphs = ['Суд', 'Марыя Калеснікава на волі.'];
    const name = 'Марыя Калеснікава';
    const report = reportOf(paragraphs, [{ kind: 'released', persons: [name], words: 'Марыя Калеснікава на волі.' }], {
      address: ADDRESS,
      fetched: {
        ...fetched,
        asked: `https://news.example.org/${encodeURI('Калеснікава')}`,
        headers: { etag: 'Калеснікава' },
      },
    });
    const { claims } = await register.addReport(report);
    await register.acceptWithLinks('Alena', claims[0] ?? -1, 'read it');
    const [person] = [...register.state().persons.keys()];
    for (const author of ['Alena', 'Uladz']) {
      clock.instant = '2025-12-16T09:30:00Z';
      await register.decide(author, [{ decision: 'remove', person: person ?? '', reason: 'asked for' }]);
    }
    const entries = decodeURI(JSON.stringify(register.entries()));
    expect(entries).not.toContain('Калеснікава');
    expect(entries).toContain('"at":"2025-12-15T09:30:00Z"');
  });
});
