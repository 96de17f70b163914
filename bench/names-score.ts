import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { missedTables } from './names-missed.ts';
import { sliceTables } from './names-slices.ts';

// Prints how good comparing and searching names is on the development pairs: as the scorer beside them sees the command line,
// then what is still missed, by kind and by script, as the tables that docs/names.md carries. The pairs name real people and are
// no part of the project; where they are absent it says so.
const root = join(import.meta.dirname, '..');
const pairs = join(root, '..', 'shared', 'names');
const scorer = join(pairs, 'score.mjs');

if (!existsSync(scorer)) {
  process.stdout.write(`skipped: there is no ${scorer}\n`);
} else {
  const program = [process.execPath, join(root, 'src', 'cli', 'main.ts'), 'names'];
  const score = (what: string, ...command: string[]) => {
    const asked = [scorer, what, '--dir', pairs, '--split', 'dev', '--by-kind', '--', ...program, ...command];
    return execFileSync(process.execPath, asked, { encoding: 'utf8' });
  };
  process.stdout.write(score('pairs', 'compare'));
  process.stdout.write(score('search', 'search', '--in'));
  process.stdout.write(`\n${missedTables()}\n`);
  process.stdout.write(`\nin slices\n\n${await sliceTables()}\n`);
}
