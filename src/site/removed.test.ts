import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fill, MARYIA, NAMES, remove, traces, VIKTAR } from '../store/forget.fixture.ts';
import { temporaryFolder, writer } from '../store/register.fixture.ts';
import { diskEffects, folderReader } from './effects.ts';
import { publish } from './publish.ts';
import { verifyEdition } from './verify.ts';

// Law 7 from end to end: a real register on a disk, an edition before the removal and one after it in the same folder.
test('whoever is removed is in no file of the next edition, and the log goes on from the one that was seen', async () => {
  const out = join(temporaryFolder(), 'public');
  const register = await writer(temporaryFolder());
  await fill(register);
  const edition = { on: '2025-12-20', out };
  await publish(register, edition, diskEffects);
  const seen = await readFile(join(out, 'checkpoint'), 'utf8');
  expect(traces(await everything(out), NAMES)).not.toEqual([]);

  await remove(register, MARYIA);
  await publish(register, edition, diskEffects);
  const after = await everything(out);
  expect(traces(after, [...NAMES, MARYIA])).toEqual([]);
  expect(after.toString()).not.toContain('█');
  expect(await readFile(join(out, 'en/person', VIKTAR, 'index.html'), 'utf8')).toContain('A passage is withheld.');
  const { checks } = await verifyEdition(folderReader(out), { key: register.verifierKey, seen });
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
});

async function everything(folder: string): Promise<Buffer> {
  const reader = folderReader(folder);
  const files = await Promise.all(
    ((await reader.list()) ?? []).map(async (path) => [
      Buffer.from(`\n${path}\n`),
      (await reader.read(path)) ?? new Uint8Array(),
    ]),
  );
  return Buffer.concat(files.flat());
}
