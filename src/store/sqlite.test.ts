import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { keepsTheShelves } from './conformance.ts';
import { entryShelf } from './entries.ts';
import { migrate } from './migrations.ts';
import { openSqlite } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'unforgotten-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const freshFile = () => join(folder, `${files++}.sqlite`);

keepsTheShelves('SQLite', async () => {
  const file = freshFile();
  // One writer a file: in one process two connections would wait for each other.
  return { open: async () => openSqlite(file, 'write', folder), together: 1 };
});

describe('an SQLite file', () => {
  it('is read while it is written, as it was at the last commit', async () => {
    const file = freshFile();
    const writer = openSqlite(file, 'write', folder);
    await migrate(writer);
    await entryShelf(writer).append([{ number: 0, line: 'zero', disclosures: [] }], 0);
    const reader = openSqlite(file, 'read', folder);
    await writer.change(async (db) => {
      await db.insertInto('entry').values({ number: 1, line: 'not yet' }).execute();
      expect((await entryShelf(reader).read()).map(({ line }) => line)).toEqual(['zero']);
      await db.updateTable('setting').set({ value: '2' }).where('name', '=', 'size').execute();
    });
    expect((await entryShelf(reader).read()).map(({ line }) => line)).toEqual(['zero', 'not yet']);
    await expect(entryShelf(reader).append([{ number: 2, line: 'mine', disclosures: [] }], 2)).rejects.toThrow(
      /is read-only: make it writable/,
    );
    await reader.close();
    await writer.close();
  });

  it('that is none is told in one sentence', () => {
    const file = freshFile();
    writeFileSync(file, 'a letter to my mother, and much longer than the header of a database '.repeat(20));
    expect(() => openSqlite(file, 'write', folder)).toThrow(/^The file register\.sqlite in .* is no register/);
  });

  it('that is damaged inside is told in one sentence', async () => {
    const file = freshFile();
    const writer = openSqlite(file, 'write', folder);
    await migrate(writer);
    const many = Array.from({ length: 500 }, (_, number) => ({ number, line: 'x'.repeat(300), disclosures: [] }));
    await entryShelf(writer).append(many, 0);
    await writer.close();
    const { readFileSync } = await import('node:fs');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0xa5, 8192, bytes.length - 4096));
    const again = openSqlite(file, 'read', folder);
    await expect(entryShelf(again).read()).rejects.toThrow(
      /^The register in .* is damaged: restore it from a backup\.$/,
    );
    await again.close();
  });
});
