import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLANTED, plantedMail, traceOf } from '../src/archive/mail.fixture.ts';
import { addCommand } from '../src/cli/add.ts';
import { countCommand } from '../src/cli/count.ts';
import { originalCommand } from '../src/cli/original.ts';
import { publishCommand } from '../src/cli/publish.ts';
import { readCommand } from '../src/cli/read.ts';
import { reviewCommand } from '../src/cli/review.ts';
import { runOn } from './fetching-run.ts';
import type { NewsSite } from './hostile-server.ts';
import { newsSite } from './hostile-server.ts';
import { inFolder } from './program.ts';

let site: NewsSite;
beforeAll(async () => {
  site = await newsSite();
});
afterAll(() => site.close());

const ON = '2025-12-15';

/** What was planted and stands in a file under a folder, whatever it is called. */
async function tracesIn(folder: string): Promise<readonly string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const found = await Promise.all(files.map(async (one) => traceOf(await readFile(join(one.parentPath, one.name)))));
  return [...new Set(found.flat())];
}

describe('a message that somebody gave to a rights group', () => {
  it('leaves nothing of those who received it in register, backup, original, site, or in what is printed', async () => {
    await inFolder(async (folder) => {
      const [mail, register] = [join(folder, 'letter.eml'), join(folder, 'register')];
      const by = ['--as', 'Alena', '--register', register];
      const all: string[] = [];
      const run = async (...[command, args]: [Parameters<typeof runOn>[1], readonly string[]]) => {
        const ran = await runOn(site.port, command, args);
        expect(ran.refusal).toBeNull();
        all.push(ran.out, ran.notes);
        return ran;
      };
      await writeFile(mail, plantedMail());
      expect(traceOf(await readFile(mail))).toEqual(PLANTED);

      const added = await run(addCommand, [mail, ...by]);
      expect(added.out).toContain('kept as a copy without those who received it');
      const { claims } = JSON.parse((await run(reviewCommand, ['--register', register, '--json'])).out);
      expect(claims.length).toBeGreaterThan(0);
      const numbers = claims.map(({ number }: { number: number }) => `${number}`);
      await run(reviewCommand, ['accept', ...numbers, '--reason', 'read it', ...by]);
      await run(reviewCommand, ['show', numbers[0], '--register', register, '--json']);
      await run(readCommand, [mail, '--json']);
      await run(countCommand, ['--on', ON, '--register', register, '--json']);
      await run(originalCommand, ['0', '--out', join(folder, 'kept.eml'), '--register', register]);
      await run(publishCommand, ['--out', join(folder, 'site'), '--on', ON, '--register', register, '--json']);
      await cp(register, join(folder, 'backup'), { recursive: true });

      expect(traceOf(all.join('\n'))).toEqual([]);
      expect(await readFile(join(folder, 'kept.eml'), 'utf8')).toContain('sentenced a teacher to four years');
      for (const part of ['register', 'backup', 'site'])
        expect([part, await tracesIn(join(folder, part))]).toEqual([part, []]);
      expect(traceOf(await readFile(join(folder, 'kept.eml')))).toEqual([]);
    });
  });

  it('is the same report whoever of its recipients brings it', async () => {
    await inFolder(async (folder) => {
      const by = ['--as', 'Alena', '--register', join(folder, 'register')];
      await writeFile(join(folder, 'one.eml'), plantedMail());
      await writeFile(join(folder, 'two.eml'), plantedMail({ to: 'ann@other.example', greeting: 'Dear Ann,' }));
      const { out } = await runOn(site.port, addCommand, [join(folder, 'one.eml'), join(folder, 'two.eml'), ...by]);
      expect(out).toMatch(/two\.eml is in the register already, as report 0\.$/);
    });
  });

  it('is no web archive of what its site answered, where it was fetched', async () => {
    await inFolder(async (folder) => {
      const register = ['--register', join(folder, 'register')];
      const address = `http://lists.example.org:${site.port}/47.eml`;
      site.put('/47.eml', Buffer.from(plantedMail()).toString('utf8'));
      expect((await runOn(site.port, addCommand, [address, '--as', 'Alena', ...register])).refusal).toBeNull();
      expect(await tracesIn(join(folder, 'register'))).toEqual([]);
      const archive = await runOn(site.port, originalCommand, ['0', '--out', join(folder, 'x.wacz'), ...register]);
      expect(archive.refusal).toMatch(/^Report 0 is a message that is kept without those who received it, .*\.$/);
    });
  });
});
