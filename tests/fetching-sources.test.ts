import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCommand } from '../src/cli/add.ts';
import type { Command } from '../src/cli/command.ts';
import { countCommand } from '../src/cli/count.ts';
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

const page = (publisher: string, day: string, headline: string, ...paragraphs: readonly string[]): string =>
  `<!doctype html><html lang="en"><head><title>${headline}</title><meta property="og:site_name" content="${publisher}">
<meta property="article:published_time" content="${day}T08:00:00Z"></head><body><article><h1>${headline}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</article></body></html>`;

const AGENCY = [
  'Ales Zaranka was detained in Hrodna yesterday, his lawyer told the agency, and taken to the prison on Kirava street.',
  'The human rights group Viasna says that as of November 30, 2025, 1,222 political prisoners were held in Belarus.',
  'Relatives who had come to the gates with parcels were told to come back on Monday, when the offices open again.',
];
// Another reporter at the same gates, who asked the same lawyer.
const OWN = [
  'We spoke to the lawyer of Ales Zaranka, who was detained in Hrodna on December 13, 2025. He has not been let in since.',
  'Viasna says that as of November 30, 2025, 1,222 political prisoners were being held. Families waited in the rain.',
];

describe('one agency text in two papers, and a report of its own', () => {
  it('are two sources in every answer, and what they tell is told once', async () => {
    await inFolder(async (folder) => {
      const where = ['--register', join(folder, 'register')];
      const run = async (command: Command, ...args: readonly string[]): Promise<string> => {
        const { out, refusal } = await runOn(site.port, command, [...args, ...where], { now: '2025-12-20T09:30:00Z' });
        expect(refusal).toBeNull();
        return out;
      };
      site.put('/agency', page('Sample Agency', '2025-12-14', 'A teacher is held', ...AGENCY));
      site.put('/paper', page('Sample Paper', '2025-12-16', 'Held in Hrodna: a teacher', ...AGENCY));
      site.put('/own', page('Own Reporter', '2025-12-14', 'At the gates', ...OWN));
      const addresses = ['agency', 'paper', 'own'].map((name) => `http://${name}.example.org:${site.port}/${name}`);
      const added = await run(addCommand, ...addresses, '--as', 'Alena', '--json');
      const reports = added.split('\n').map((line) => JSON.parse(line));
      expect(reports.map(({ sameText }) => sameText)).toEqual([undefined, [reports[0].number], undefined]);

      const { claims } = JSON.parse(await run(reviewCommand, '--json'));
      const numbers = claims.map(({ number }: { number: number }) => `${number}`);
      await run(reviewCommand, 'accept', ...numbers, '--reason', 'read it', '--as', 'Alena');

      const [agency, paper, own] = reports.map(({ number }) => number);
      const sources = [[agency, paper], [own]];
      const answer = JSON.parse(await run(countCommand, '--on', '2025-12-14', '--json'));
      expect(answer.figures).toMatchObject([{ source: 'Viasna', count: 1222, sources }]);
      expect(answer.persons).toMatchObject([{ name: 'Ales Zaranka', sources }]);
      const told = await run(countCommand, '--on', '2025-12-14');
      expect(told).toMatch(/Ales Zaranka, told by 2 sources \(3 reports\)/);
      expect(told).toMatch(/1,222 {2}Viasna, .*, told by 2 sources \(3 reports\)/);
    });
  });
});
