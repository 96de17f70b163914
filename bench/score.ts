// Scores the claims on the annotated pages kept beside the repository: `npm run score`, or with --verbose or --lang en.
// With files as arguments it prints what it finds in them, one JSON object a line, as `unforgotten read --json` does.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../src/archive/read.ts';
import { claimsOf } from '../src/claims/extract.ts';

const corpus = join(import.meta.dirname, '..', '..', 'shared', 'corpus');
const files = process.argv.slice(2).filter((argument) => argument.endsWith('.txt'));

if (files.length > 0) {
  for (const file of files) {
    const report = readReport(readFileSync(file), { address: file });
    process.stdout.write(`${JSON.stringify({ report, claims: claimsOf(report) })}\n`);
  }
} else if (existsSync(join(corpus, 'score.mjs'))) {
  const command = `${process.execPath} ${import.meta.filename}`;
  const scored = spawnSync(
    process.execPath,
    [join(corpus, 'score.mjs'), corpus, 'dev', command, ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  );
  process.exitCode = scored.status ?? 1;
} else {
  process.stdout.write('score skipped: the annotated pages are not beside this checkout.\n');
}
