import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCommand } from '../src/cli/add.ts';
import type { Command } from '../src/cli/command.ts';
import { originalCommand } from '../src/cli/original.ts';
import { readCommand } from '../src/cli/read.ts';
import { reviewCommand } from '../src/cli/review.ts';
import type { RunIn } from './fetching-run.ts';
import { runOn } from './fetching-run.ts';
import type { NewsSite } from './hostile-server.ts';
import { newsSite } from './hostile-server.ts';
import { inFolder } from './program.ts';

const STORY = (headline: string, ...paragraphs: readonly string[]) =>
  `<!doctype html><html lang="en"><title>${headline}</title><article><h1>${headline}</h1>${paragraphs.map((one) => `<p>${one}</p>`).join('')}</article></html>`;
const NINE = STORY(
  'Nine freed in Minsk',
  'Viktar Babaryka was released from prison in Minsk on December 13, 2025, and eight others with him, his lawyer said.',
  'They were driven to the border in a bus with curtained windows, and nobody told them where they were going.',
  'More than a thousand people remain behind bars on charges that rights groups call political, and their families wait.',
);
const TEN = NINE.replaceAll('Nine freed', 'Ten freed')
  .replace('eight others', 'nine others')
  .replace('</article>', '<p>A list of names is expected on Monday.</p></article>');

let site: NewsSite;
beforeAll(async () => {
  site = await newsSite();
});
afterAll(() => site.close());

const run = (command: Command, args: readonly string[], more: RunIn = {}) => runOn(site.port, command, args, more);

const at = (path: string, host = 'news.example.org') => `http://${host}:${site.port}${path}`;

describe('unforgotten read URL', () => {
  it('prints the report of a page and what it claims, and keeps nothing', async () => {
    site.put('/nine', NINE);
    const { out, refusal } = await run(readCommand, [at('/nine'), '--json']);
    expect(refusal).toBeNull();
    const { report, claims } = JSON.parse(out);
    expect(report.title).toBe('Nine freed in Minsk');
    expect(claims).toContainEqual(expect.objectContaining({ kind: 'released', persons: ['Viktar Babaryka'] }));
  });

  it('refuses a page that is not there in one sentence', async () => {
    expect((await run(readCommand, [at('/nothing')])).refusal).toMatch(/\/nothing is not there: .*\(404\)\.$/);
  });
});

describe('unforgotten add URL', () => {
  it('keeps where a page was, when, and what its site said of it; says what changed; and counts a repost as no other source', async () => {
    await inFolder(async (folder) => {
      const by = ['--as', 'Alena', '--register', folder];
      site.put('/nine', NINE);
      site.redirect('/short', '/nine');
      const first = await run(addCommand, [at('/short'), ...by]);
      expect(first).toMatchObject({ out: expect.stringMatching(/^Report 0: Nine freed in Minsk \(/), refusal: null });

      const again = await run(addCommand, [at('/nine'), ...by]);
      expect(again.notes).toMatch(/\/nine was fetched today already: --again fetches it once more\./);

      const later = await run(addCommand, [at('/nine'), ...by], { now: '2025-12-16T08:00:00Z' });
      expect(later.out).toMatch(/is in the register already, as report 0\.$/);

      site.put('/nine', TEN);
      const changed = await run(addCommand, [at('/nine'), '--again', ...by]);
      expect(changed.out).toContain('the page has changed since report 0: 2 changed, 1 added, 0 gone');
      expect(changed.out).toContain('  - Nine freed in Minsk\n  + Ten freed in Minsk');

      site.put('/ours', NINE.replaceAll('Nine freed in Minsk', 'Belarus: nine out of prison'));
      const repost = await run(addCommand, [at('/ours', 'paper.example.org'), ...by]);
      expect(repost.out).toContain('the same text as report 0');

      const { out } = await run(reviewCommand, ['--register', folder, '--json']);
      const claim = JSON.parse(out).claims.find(({ report }: { report: number }) => report === 0);
      const shown = await run(reviewCommand, ['show', `${claim.number}`, '--register', folder]);
      expect(shown.out).toContain('the same text as report');
    });
  });

  it('adds each page of a list as it comes, tells of those that are refused, and goes on where it stopped', async () => {
    await inFolder(async (folder) => {
      const by = ['--as', 'Alena', '--register', folder];
      site.put('/one', NINE);
      site.put(
        '/three',
        STORY('Trial in Hrodna', 'Ales Zaranka was sentenced to 4 years in prison in Hrodna on December 12, 2025.'),
      );
      const list = [at('/one'), at('/two'), at('/three')];
      const first = await run(addCommand, [...list, ...by]);
      expect(first.out.match(/^Report \d+: /gm)).toHaveLength(2);
      expect(first.notes).toMatch(/\/two is not there/);
      expect(first.refusal).toMatch(/^1 of 3 addresses were not added, or not whole, for the reasons above: /);

      site.put(
        '/two',
        STORY('Two more', 'Two more people were detained in Brest on December 14, 2025, rights activists said.'),
      );
      const asked = site.asked.length;
      const second = await run(addCommand, [...list, ...by]);
      expect(second.out.match(/^Report \d+: /gm)).toEqual([expect.stringMatching(/Report/)]);
      expect(site.asked.slice(asked)).toEqual(['/robots.txt', '/two']);
      expect(second.refusal).toBeNull();
    });
  });

  it('keeps the items of a feed under their own addresses, and takes only what is new when it is fetched again', async () => {
    await inFolder(async (folder) => {
      const by = ['--as', 'Alena', '--register', folder];
      const item = (at: string, title: string, text: string) =>
        `<item><title>${title}</title><link>https://paper.example.org/${at}</link><description>${text}</description></item>`;
      const feed = (...items: readonly string[]) =>
        `<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>${items.join('')}</channel></rss>`;
      const one = item(
        '1',
        'Nine freed in Minsk',
        'Nine people were released from prison in Minsk on December 13, 2025, their lawyers said.',
      );
      const two = item(
        '2',
        'Trial in Hrodna',
        'Ales Zaranka was sentenced to 4 years in prison in Hrodna on December 12, 2025.',
      );
      site.put('/feed', feed(one));
      expect((await run(addCommand, [at('/feed'), ...by])).out).toMatch(/^Report 0: Nine freed in Minsk /);
      site.put('/feed', feed(two, one));
      expect((await run(addCommand, [at('/feed'), ...by])).notes).toContain('was fetched today already');
      const later = await run(addCommand, [at('/feed'), ...by], { now: '2025-12-16T09:30:00Z' });
      expect(later.out).toMatch(/^Report \d+: Trial in Hrodna /);
      expect(later.out).toMatch(/is in the register already, as report 0\.$/);

      const archive = join(folder, 'feed.wacz');
      await run(originalCommand, ['0', '--out', archive, '--register', folder]);
      expect(await readFile(archive, 'latin1')).toContain(`"mainPageUrl": "${at('/feed')}"`);
    });
  });

  it('stops at once where the work is ended', async () => {
    await inFolder(async (folder) => {
      const args = [at('/one'), at('/three'), '--as', 'Alena', '--register', folder];
      const asked = site.asked.length;
      const { out, refusal } = await run(addCommand, args, { ending: AbortSignal.abort() });
      expect({ out, asked: site.asked.length }).toEqual({ out: '', asked });
      expect(refusal).toMatch(/\/one was not fetched, you ended the work: call the same again to go on\./);
    });
  });
});

describe('unforgotten original', () => {
  it('writes the bytes of a report as they came, or a web archive that is read back as the same report', async () => {
    await inFolder(async (folder) => {
      const where = ['--register', join(folder, 'r')];
      site.put('/nine', NINE);
      await run(addCommand, [at('/nine'), '--as', 'Alena', ...where]);
      const [page, archive] = [join(folder, 'page.html'), join(folder, 'page.wacz')];
      expect((await run(originalCommand, ['0', '--out', page, ...where])).refusal).toBeNull();
      expect(await readFile(page, 'utf8')).toBe(NINE);
      expect((await run(originalCommand, ['0', '--out', archive, ...where])).refusal).toBeNull();
      const { out } = await run(readCommand, [archive, '--json']);
      expect(JSON.parse(out).report).toEqual(JSON.parse((await run(readCommand, [page, '--json'])).out).report);
    });
  });

  it.each([
    [['7'], 'new.html', 'There is no report 7 in the register: unforgotten review lists the reports.'],
    [['nine'], 'new.html', 'nine is no number of a report: unforgotten review lists them.'],
    [['0'], 'page.html', /page\.html is there already: name another file\.$/],
    [['0'], 'no-such-folder/page.html', /cannot be written \(ENOENT\): name another file\.$/],
    [['0'], 'page.wacz', /^Report 0 came as a file, so nothing tells what its site answered: /],
  ])('refuses %j to %s in one sentence', async (words, file, sentence) => {
    await inFolder(async (folder) => {
      const where = ['--register', join(folder, 'r')];
      await writeFile(join(folder, 'page.html'), NINE);
      await run(addCommand, [join(folder, 'page.html'), '--as', 'Alena', ...where]);
      const { refusal } = await run(originalCommand, [...words, '--out', join(folder, file), ...where]);
      expect(refusal).toMatch(sentence);
      expect(await readFile(join(folder, 'page.html'), 'utf8')).toBe(NINE);
    });
  });
});
