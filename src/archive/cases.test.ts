import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { About } from './read.ts';
import { readReport } from './read.ts';

// A folder of cases/reports holds a page and the report that a person would make of it. `about.json` tells what is known
// besides the page, and names the page where it is one of the samples.
const FOLDER = join('cases', 'reports');

describe.each(readdirSync(FOLDER))('%s', (slug) => {
  test('is read into the report beside it', () => {
    const folder = join(FOLDER, slug);
    const about = existsSync(join(folder, 'about.json'))
      ? (JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8')) as Partial<About> & { page?: string })
      : {};
    const { page = join(folder, readdirSync(folder).find((name) => name.startsWith('page.')) ?? ''), ...known } = about;
    const report = readReport(readFileSync(page), { address: page, ...known });
    const golden = join(folder, 'report.json');
    if (!existsSync(golden)) {
      if (process.env.CI) throw new Error(`${golden} is missing: run the test where CI is not set and look at it.`);
      writeFileSync(golden, `${JSON.stringify(report, null, 2)}\n`);
      return;
    }
    const expected = JSON.parse(readFileSync(golden, 'utf8'));
    const same = JSON.stringify(report) === JSON.stringify(expected);
    if (!same) writeFileSync(join(folder, 'report-changed.json'), `${JSON.stringify(report, null, 2)}\n`);
    expect(report).toEqual(expected);
  });
});
