import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../register/entry.ts';
import { rebuild } from '../register/rebuild.ts';
import { plain } from '../register/state.fixture.ts';
import { ALES, fill, MARYIA, NAMES, other, release, remove, russian, traces, VIKTAR, VOLHA } from './forget.fixture.ts';
import { openRegister } from './open.ts';
import { effects, reportOf, temporaryFolder, writer } from './register.fixture.ts';

const filesOf = (folder: string) => readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());

describe('a person whom two people removed', () => {
  it('is nowhere, in no file, while everybody else stays as before on every day', async () => {
    const folder = temporaryFolder();
    const register = await writer(folder);
    await fill(register);
    const before = {
      state: register.state(),
      known: register.stateKnownOn('2025-12-16'),
      lines: register.lines().slice(),
    };
    expect(before.state.persons.get(MARYIA)?.names.map(({ text }) => text)).toContain('Мария Колесникова');
    expect(traces(Buffer.concat(filesOf(folder).map((name) => readFileSync(join(folder, name)))), NAMES)).toEqual(
      NAMES,
    );
    await remove(register, MARYIA);

    const after = register.state();
    expect(after.persons.has(MARYIA)).toBe(false);
    expect(after.removed).toBe(1);
    expect(after.proposals).toEqual([]);
    for (const person of [VIKTAR, ALES, VOLHA]) {
      expect(after.persons.get(person)).toEqual(before.state.persons.get(person));
      expect(register.stateKnownOn('2025-12-16').persons.get(person)).toEqual(before.known.persons.get(person));
    }
    expect(register.lines().slice(0, before.lines.length)).toEqual(before.lines);
    expect(JSON.stringify([...after.claims, ...after.reports])).not.toMatch(/Марыя|Марыю|Колесников|Мария|Марии/);

    for (const name of filesOf(folder)) expect(traces(readFileSync(join(folder, name)), NAMES)).toEqual([]);
    await register.close();
    for (const name of filesOf(folder)) expect(traces(readFileSync(join(folder, name)), NAMES)).toEqual([]);
    const again = await openRegister({ folder, mode: 'read' }, effects);
    expect(plain(again.state())).toEqual(plain(after));
    expect(plain(again.state())).toEqual(plain(rebuild(again.entries())));
    await again.close();
  });

  it('leaves claims about others with passages that still stand in their reports', async () => {
    const register = await writer(temporaryFolder());
    await fill(register);
    await remove(register, MARYIA);
    const { claims } = register.state();
    // What spoke of her alone, or in her words, is gone: 2, 4 and the unlinked 6.
    expect([...claims.keys()]).toEqual([1, 3, 5, 8, 9, 11]);
    const decided = register
      .entries()
      .flatMap(({ body }) => (body && 'decision' in body && 'claim' in body ? [body.claim] : []));
    expect([...new Set(decided)].filter((claim) => !claims.has(claim))).toEqual([]);
    expect(claims.get(1)).toMatchObject({
      status: 'accepted',
      claim: {
        persons: ['Віктар Бабарыка', 'Алесь Бяляцкі'],
        place: 'Вільня',
        passage: { text: 'Выйшлі █████ ███████████, Віктар Бабарыка і Алесь Бяляцкі.' },
      },
      read: { persons: ['Віктар Бабарыка', 'Алесь Бяляцкі'] },
    });
    expect(claims.get(3)?.claim.quote).toBe('Я бачыў █████ ███████████ ў аўтобусе');
    expect(claims.get(5)?.claim.persons).toEqual(['Вольга Калеснікава']);
    expect(claims.get(9)?.claim.accordingTo).toBe('█████ ███████████');
    const reports = await Promise.all([0, 7, 10].map((number) => register.report(number)));
    expect(reports.map(({ text }) => text.length)).toEqual(
      [release, russian, other].map(({ report }) => report.text.length),
    );
    expect(reports[0]?.title).toBe('█████ ███████████ і яшчэ двое на волі');
    expect(register.state().reports.get(0)?.report.address).toBe('https://news.example/███████████');
    expect(reports[2]).toEqual(other.report);
  });

  it('takes the originals that name them along, and those alone; adding one again adds nothing', async () => {
    const register = await writer(temporaryFolder());
    await fill(register);
    await remove(register, MARYIA);
    for (const number of [0, 7]) {
      await expect(register.original(number)).rejects.toThrow(/was taken away when somebody it names was removed/);
    }
    expect(Buffer.from(await register.original(10)).equals(other.bytes)).toBe(true);
    const { size } = register;
    expect(await register.addReport(release)).toEqual({ number: 0, claims: [1, 3, 5], already: true });
    expect(register.size).toBe(size);
  });

  it('may be followed by another, also where the first removal spoke of the second person', async () => {
    const folder = temporaryFolder();
    const register = await writer(folder);
    await fill(register);
    await remove(register, MARYIA);
    await remove(register, VIKTAR);
    expect(register.state().removed).toBe(2);
    expect([...register.state().persons.keys()]).toEqual([ALES, VOLHA]);
    expect(register.state().claims.get(1)?.claim).toMatchObject({ persons: ['Алесь Бяляцкі'], place: 'Вільня' });
    for (const number of [0, 7, 10]) await register.report(number);
    await register.close();
    const names = [...NAMES, 'Віктар', 'Бабарык', 'Виктор', 'Бабарико'];
    for (const name of filesOf(folder)) expect(traces(readFileSync(join(folder, name)), names)).toEqual([]);
    const again = await writer(folder);
    expect(plain(again.state())).toEqual(plain(register.state()));
  });

  it('is wiped from the files while others read and decide', async () => {
    const folder = temporaryFolder();
    const register = await writer(folder);
    await fill(register);
    const busy = Array.from({ length: 20 }, (_, i) =>
      Promise.all([register.report(10), register.addReport(reportOf([`Навіна ${i}`], []))]),
    );
    await Promise.all([remove(register, MARYIA), ...busy]);
    for (const name of filesOf(folder)) expect(traces(readFileSync(join(folder, name)), NAMES)).toEqual([]);
    expect(register.state().reports.size).toBe(23);
  });

  it('is decided apart from everything else, and not by one person', async () => {
    const register = await writer(temporaryFolder());
    await fill(register);
    const decision: Decision = { decision: 'remove', person: MARYIA, reason: 'the family asks' };
    await register.decide('Alena', [decision]);
    await expect(register.decide('alena ', [decision])).rejects.toThrow('needs a second person');
    const along: Decision = { decision: 'refuse', claim: 11, reason: 'a misprint' };
    await expect(register.decide('Maryna', [decision, along])).rejects.toThrow('A removal is decided by itself');
    expect(register.state().persons.has(MARYIA)).toBe(true);
  });

  it('is wiped from the files at the next opening where a reader was in the way', async () => {
    const folder = temporaryFolder();
    const register = await writer(folder);
    await fill(register);
    const reader = new SQLite(join(folder, 'register.sqlite'), { readonly: true });
    reader.exec('begin');
    reader.prepare('select count(*) from entry').get();
    await remove(register, MARYIA);
    expect(filesOf(folder).flatMap((name) => traces(readFileSync(join(folder, name)), ['Марыю']))).not.toEqual([]);
    reader.close();
    await register.close();
    expect(filesOf(folder).flatMap((name) => traces(readFileSync(join(folder, name)), NAMES))).toEqual([]);
  });
});
