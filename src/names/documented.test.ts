import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

it('what docs/names.md shows from code is what the code prints', () => {
  const page = readFileSync(join(root, 'docs', 'names.md'), 'utf8');
  const example = /```js\n(.+?)```/su.exec(page)?.[1] ?? '';
  const shown = [...example.matchAll(/^console\.log\(.+\); \/\/ (.+)$/gmu)].map(([, output]) => output);
  const program = ['--input-type=module', '--eval', example];
  const printed = execFileSync(process.execPath, program, { cwd: root, encoding: 'utf8' });
  expect(shown).toHaveLength(4);
  expect(printed.trim().split('\n')).toEqual(shown);
});
