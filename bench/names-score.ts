import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

// Prints how good comparing and searching names is on the development pairs, by kind and by script: the figures that
// docs/names.md carries. The pairs name real people and are no part of the project; where they are absent it says so.
const root = join(import.meta.dirname, '..');
const pairs = join(root, '..', 'shared', 'names');
const scorer = join(pairs, 'score.mjs');

if (!existsSync(scorer)) {
  process.stdout.write(`skipped: there is no ${scorer}\n`);
} else {
  const program = [process.execPath, join(root, 'src', 'cli', 'main.ts'), 'names'];
  const score = (what: string, ...command: string[]) =>
    execFileSync(
      process.execPath,
      [scorer, what, '--dir', pairs, '--split', 'dev', '--by-kind', '--', ...program, ...command],
      {
        encoding: 'utf8',
      },
    );
  process.stdout.write(score('pairs', 'compare'));
  process.stdout.write(score('search', 'search', '--in'));
}
