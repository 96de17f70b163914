import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCommand } from '../src/cli/add.ts';
import type { Command } from '../src/cli/command.ts';
import { originalCommand } from '../src/cli/original.ts';
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

const entry = (at: string, title: string, text: string): string =>
  `<item><title>${title}</title><link>https://paper.example.org/${at}</link><description>${text}</description></item>`;
const feed = (...entries: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>${entries.join('')}</channel></rss>`;
const HERS = entry(
  'freed',
  'Freed on Saturday',
  'Viktar Sampleski was released from prison in Minsk on December 13, 2025, his lawyer said. He was met by his sister.',
);
const OTHERS = entry(
  'trial',
  'Trial in Hrodna',
  'Ales Zaranka was sentenced to 4 years in prison in Hrodna on December 12, 2025. His lawyer will appeal, he said.',
);
const NEW = entry(
  'fire',
  'A search in Brest',
  'Two people were detained in Brest on December 19, 2025, rights activists said. Their telephones were taken away.',
);

describe('a feed with somebody who was removed', () => {
  it('loses its original, keeps what it says of others, and when it is fetched again brings the rest and not the name', async () => {
    await inFolder(async (folder) => {
      const home = join(folder, 'register');
      const where = ['--register', home];
      const address = `http://paper.example.org:${site.port}/feed`;
      const run = (command: Command, args: readonly string[], now = '2025-12-15T09:30:00Z') =>
        runOn(site.port, command, [...args, ...where], { now });
      const review = async (...args: readonly string[]): Promise<string> => {
        const { out, refusal } = await run(reviewCommand, args);
        expect(refusal).toBeNull();
        return out;
      };
      site.put('/feed', feed(HERS, OTHERS));
      const added = await run(addCommand, [address, '--as', 'Alena', '--json']);
      const [hers, others] = added.out.split('\n').map((line) => JSON.parse(line).number);
      const { claims } = JSON.parse(await review('--json'));
      for (const { number } of claims) await review('accept', `${number}`, '--reason', 'read it', '--as', 'Alena');
      const remove = (who: string) => review('remove', 'Viktar Sampleski', '--reason', 'asked for', '--as', who);
      await remove('Alena');
      const told = await remove('Maryna');
      expect(told).toContain(`The original of report ${hers} was taken away: what it says is kept without the name.`);
      expect(told).toContain(
        `The original of report ${others} was taken away as well, because the name stood elsewhere`,
      );

      site.put('/feed', feed(NEW, HERS, OTHERS));
      const later = await run(addCommand, [address, '--as', 'Alena'], '2025-12-20T09:30:00Z');
      expect(later.out).toMatch(/: A search in Brest \(/);
      expect(later.out).toMatch(new RegExp(`is in the register already, as report ${others}\\.`));
      expect(later.notes).toMatch(
        new RegExp(
          `/freed was not added, because it names somebody again who was removed from the register, as report ${hers} did: `,
        ),
      );
      expect(later.refusal).toMatch(/^1 of 1 addresses were not added, or not whole, /);
      const found = /Report (\d+): A search/.exec(later.out)?.[1] ?? '';
      const original = await run(originalCommand, [found, '--out', join(folder, 'feed.xml')]);
      expect(original.refusal).toMatch(/was taken away/);
      const files = (await readdir(home, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
      expect(files.length).toBeGreaterThan(0);
      for (const { parentPath, name } of files) {
        expect(await readFile(join(parentPath, name), 'latin1')).not.toContain('Sampleski');
      }
    });
  });
});
