import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const page = readFileSync(join(root, 'docs', 'names.md'), 'utf8');
const examples = [...page.matchAll(/```js\n(.+?)```/gsu)].map(([, example = '']) => example);

describe('docs/names.md', () => {
  it('shows code', () => {
    expect(examples.length).toBeGreaterThanOrEqual(3);
  });

  // Whoever installed the package writes 'unforgotten/names'; a checkout has the file itself.
  it.each(examples)('prints what it says:\n%s', (example) => {
    const shown = [...example.matchAll(/^console\.log\(.+\); \/\/ (.+)$/gmu)].map(([, output]) => output);
    const code = example.replaceAll("'unforgotten/names'", "'./src/names/library.ts'");
    const program = ['--input-type=module', '--eval', code];
    const printed = execFileSync(process.execPath, program, { cwd: root, encoding: 'utf8' });
    expect(shown.length).toBeGreaterThan(0);
    expect(printed.trim().split('\n')).toEqual(shown);
  });
});
