import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { readReports } from '../src/archive/reports.ts';
import { Refused } from '../src/text/refusal.ts';

// npm run case -- <slug> <file>: puts a page into cases/reports/<slug> with the report that is read from it today.
// Look at that report and correct it by hand: it says what ought to be read.

const [slug = '', file = ''] = process.argv.slice(2);
try {
  await addCase(slug, file);
} catch (error) {
  if (!(error instanceof Refused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

async function addCase(slug: string, file: string): Promise<void> {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
    throw new Refused('Name the case in small letters: npm run case -- court-notice page.html.');
  if (!existsSync(file)) throw new Refused(`There is no file ${file || 'named'}: npm run case -- ${slug} page.html.`);
  const folder = join('cases', 'reports', slug);
  if (existsSync(folder)) throw new Refused(`There is a case ${slug} already: choose another name.`);
  const bytes = readFileSync(file);
  const page = `page${extname(file) || '.txt'}`;
  const reports = await readReports(bytes, { address: page });
  const [only] = reports;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, page), bytes);
  const several = only?.part !== false;
  const expected = several
    ? reports.map(({ address, fetched, report }) => ({ address, fetched, report }))
    : only.report;
  const name = join(folder, several ? 'reports.json' : 'report.json');
  writeFileSync(name, `${JSON.stringify(expected, null, 2)}\n`);
  for (const { report } of reports) {
    process.stdout.write(`${report.title}\n`);
    for (const { kind, text } of report.blocks)
      process.stdout.write(`  ${kind.padEnd(11)} ${text.replace(/\s+/g, ' ').slice(0, 100)}\n`);
  }
  process.stdout.write(`Look at ${name} and correct it by hand: it says what ought to be read.\n`);
}
