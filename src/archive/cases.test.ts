import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { About } from './read.ts';
import { readReports } from './reports.ts';

// A folder of cases/reports holds a page and the report that a person would make of it, or the reports where a file
// holds several. `about.json` tells what is known besides the page, and names the page where it is one of the samples.
const FOLDER = join('cases', 'reports');

describe.each(readdirSync(FOLDER))('%s', (slug) => {
  test('is read into the report beside it', async () => {
    const folder = join(FOLDER, slug);
    const about = existsSync(join(folder, 'about.json'))
      ? (JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8')) as Partial<About> & { page?: string })
      : {};
    const own = readdirSync(folder).find((name) => name.startsWith('page.')) ?? '';
    const { page = join(folder, own), ...known } = about;
    const reports = await readReports(readFileSync(page), { address: own || page, ...known });
    const several = existsSync(join(folder, 'reports.json'));
    const read = several
      ? reports.map(({ address, fetched, report }) => ({ address, fetched, report }))
      : reports[0]?.report;
    const golden = join(folder, several ? 'reports.json' : 'report.json');
    const expected = JSON.parse(readFileSync(golden, 'utf8'));
    const written = JSON.stringify(read, null, 2);
    if (written !== JSON.stringify(expected, null, 2))
      writeFileSync(join(folder, 'report-changed.json'), `${written}\n`);
    expect(JSON.parse(written)).toEqual(expected);
  });

  test('keeps nothing in its text that the blocks do not account for', () => {
    const file = ['report.json', 'reports.json']
      .map((name) => join(FOLDER, slug, name))
      .find((name) => existsSync(name));
    const known = [JSON.parse(readFileSync(file ?? '', 'utf8'))].flat();
    for (const each of known) {
      const { text, blocks } = each.report ?? each;
      const story = blocks.filter((block: { start?: number }) => block.start !== undefined);
      expect(story.map((block: { text: string }) => block.text).join('\n\n')).toBe(text);
      for (const { start, end, text: words } of story) expect(text.slice(start, end)).toBe(words);
    }
  });
});
