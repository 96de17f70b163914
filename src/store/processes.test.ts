import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Child, startChild } from './child.fixture.ts';
import { entryShelf } from './entries.ts';
import { migrate } from './migrations.ts';
import { openRegister } from './open.ts';
import { effects, temporaryFolder, writer } from './register.fixture.ts';
import { openSqlite } from './sqlite.ts';

async function holding(folder: string): Promise<Child> {
  const child = startChild('hold', folder);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await child.ended;
  });
  await child.said('open');
  return child;
}

describe('a register that one process writes to', () => {
  it('refuses a second writer in one sentence that says who has it', async () => {
    const folder = temporaryFolder();
    const child = await holding(folder);
    await expect(openRegister({ folder, mode: 'write' }, effects)).rejects.toThrow(
      `The register in ${folder} is open for writing in another process (unforgotten serve, process ${child.pid}): decide there, or end it and try again.`,
    );
    expect(readFileSync(join(folder, 'writer.txt'), 'utf8')).toBe(`unforgotten serve, process ${child.pid}\n`);
  });

  it('is read meanwhile, with all that was committed', async () => {
    const folder = temporaryFolder();
    const child = await holding(folder);
    for (const size of [5, 10]) {
      child.tell(`add ${size}`);
      await child.said(`done add ${size}`);
      const reader = await openRegister({ folder, mode: 'read' }, effects);
      expect(reader.size).toBe(size);
      expect((await reader.report(size - 5)).language).toBe('be');
      await expect(reader.decide('Alena', [])).rejects.toThrow('was opened for reading');
      await reader.close();
    }
  });

  it('is free as soon as the process is gone, however it went', async () => {
    const folder = temporaryFolder();
    const killed = await holding(folder);
    killed.kill('SIGKILL');
    await killed.ended;
    const closed = await holding(folder);
    closed.tell('close');
    await closed.said('done close');
    const register = await writer(folder);
    expect(register.size).toBe(0);
  });

  it('is not free because its holder’s note is gone, or names a process that is', async () => {
    const folder = temporaryFolder();
    await holding(folder);
    writeFileSync(join(folder, 'writer.txt'), '');
    await expect(writer(folder)).rejects.toThrow('is open for writing in another process: decide there');
    writeFileSync(join(folder, 'writer.txt'), 'unforgotten serve, process 4194305\n');
    await expect(writer(folder)).rejects.toThrow('process 4194305');
  });

  it('refuses a second writer in the same process too', async () => {
    const folder = temporaryFolder();
    const register = await writer(folder);
    await expect(writer(folder)).rejects.toThrow(`(unforgotten test, process ${process.pid})`);
    await register.close();
    await (await writer(folder)).close();
  });
});

describe('a full disk', () => {
  it.skipIf(process.platform === 'win32')('is one sentence, and the register is as before and works on', async () => {
    const folder = temporaryFolder();
    const child = startChild('fill', folder, undefined, 1500);
    const refusal = await child.said('refused');
    await child.ended;
    expect(refusal).toMatch(
      /^refused Refused: The disk that holds .* (is full|cannot be read or written).*nothing was changed\.$/,
    );
    const acknowledged = child.lines.filter((line) => /^\d/.test(line)).map((line) => line.replace(/^\d+ /, ''));
    expect(acknowledged.length).toBeGreaterThan(10);
    const register = await writer(folder);
    expect(register.lines()).toEqual(acknowledged);
    const before = register.size;
    await register.recordEdition({ on: '2025-12-20', size: before, root: register.root(), pages: 1, pagesRoot: 'x' });
    expect(register.size).toBe(before + 1);
  });

  it('rolls back the whole append, and the next one finds its place', async () => {
    const folder = temporaryFolder();
    const database = openSqlite(join(folder, 'register.sqlite'), 'write', folder);
    await migrate(database);
    const shelf = entryShelf(database);
    await shelf.append([{ number: 0, line: 'zero', disclosures: ['a'] }], 0);
    const pages = (most: number) => database.read((db) => sql.raw(`pragma max_page_count = ${most}`).execute(db));
    await pages(30);
    const large = Array.from({ length: 200 }, (_, i) => ({ number: i + 1, line: 'x'.repeat(2000), disclosures: [] }));
    await expect(shelf.append(large, 1)).rejects.toThrow(`The disk that holds ${folder} is full: free some space`);
    expect(await shelf.read()).toEqual([{ number: 0, line: 'zero', disclosures: ['a'] }]);
    await pages(1_000_000);
    await shelf.append(large, 1);
    expect(await shelf.size()).toBe(201);
    await database.close();
  });
});
