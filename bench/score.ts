// Scores the claims on the annotated pages kept beside the repository: `npm run score`, or with --verbose or --lang en;
// --in FOLDER scores another folder of the same form. The pages are read twice: as they are, and with the day of
// publication stated where the page does not say it, as a documenter would with --published.
// With files as arguments it prints what it finds in them, one JSON object a line, as `unforgotten read --json` does.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readReport } from '../src/archive/read.ts';
import { claimsOf } from '../src/claims/extract.ts';

const shared = join(import.meta.dirname, '..', '..', 'shared', 'corpus');
const given = process.argv.slice(2);
const files = given.filter((argument) => argument.endsWith('.txt'));

if (files.length > 0) print(files, given.includes('--published'));
else if (existsSync(join(shared, 'score.mjs'))) process.exitCode = score();
else process.stdout.write('score skipped: the annotated pages are not beside this checkout.\n');

function score(): number {
  const at = given.indexOf('--in');
  const folder = at < 0 ? shared : (given[at + 1] ?? shared);
  const rest = at < 0 ? given : given.toSpliced(at, 2);
  const split = rest.find((argument) => !argument.startsWith('--') && rest[rest.indexOf(argument) - 1] !== '--lang');
  const flags = rest.filter((argument) => argument !== split);
  const run = (command: string, more: readonly string[]): number => {
    const asked = [join(shared, 'score.mjs'), folder, split ?? 'dev', command, ...more];
    return spawnSync(process.execPath, asked, { stdio: 'inherit' }).status ?? 1;
  };
  const read = `${process.execPath} ${import.meta.filename}`;
  process.stdout.write('The pages as they are:\n');
  const status = run(read, flags);
  process.stdout.write('\nWith the day of publication stated where the page does not say it:\n');
  const lessWords = flags.filter((flag) => flag !== '--verbose');
  return Math.max(status, run(`${read} --published`, lessWords));
}

function print(paths: readonly string[], stated: boolean): void {
  for (const file of paths) {
    const bytes = readFileSync(file);
    const asItIs = readReport(bytes, { address: file });
    const told = stated && asItIs.publishedFrom !== 'page' ? publishedOf(file) : null;
    const report = told === null ? asItIs : readReport(bytes, { address: file, published: told });
    process.stdout.write(`${JSON.stringify({ report, claims: claimsOf(report) })}\n`);
  }
}

// What index.tsv beside the page says, unless it is an estimate or a month.
function publishedOf(file: string): string | null {
  const index = readFileSync(join(dirname(file), 'index.tsv'), 'utf8');
  const [head, ...rows] = index
    .trim()
    .split('\n')
    .map((line) => line.split('\t'));
  const row = rows.find(([id]) => `${id}.txt` === basename(file));
  const day = row?.[head?.indexOf('published') ?? -1] ?? '';
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
}
