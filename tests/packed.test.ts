import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { started, unforgotten } from './program.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..');

describe('the packed package, installed into an empty folder elsewhere', () => {
  let folder: string;
  let inside: string;
  const ask = (...args: string[]) =>
    unforgotten(args, { program: [process.execPath, join(inside, 'bin', 'unforgotten.mjs')], cwd: folder });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'unforgotten-packed-'));
    await run('npm', ['pack', '--pack-destination', folder], { cwd: ROOT, maxBuffer: 1 << 26 });
    const [archive = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'));
    await writeFile(join(folder, 'package.json'), '{"private":true}');
    await run('npm', ['install', `./${archive}`], { cwd: folder, maxBuffer: 1 << 26 });
    inside = join(folder, 'node_modules', 'unforgotten');
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('brings no sources that Node would have to strip', async () => {
    const names = await readdir(inside);
    expect(names).toContain('dist');
    expect(names).not.toContain('src');
    expect(names).not.toContain('tests');
  });

  it('runs the whole path: read, add, review, count, find, names, publish, verify', async () => {
    const page = join(inside, 'samples', '1-release.html');
    const at = ['--register', join(folder, 'register')];
    expect(JSON.parse((await ask('read', page, '--json')).out).claims.length).toBeGreaterThan(5);
    expect(await ask('add', page, '--as', 'Alena', ...at)).toMatchObject({ code: 0 });
    const { claims } = JSON.parse((await ask('review', ...at, '--json')).out);
    const numbers = claims.map((claim: { number: number }) => String(claim.number));
    expect(await ask('review', 'accept', ...numbers, '--reason', 'read', '--as', 'Alena', ...at)).toMatchObject({
      code: 0,
    });
    expect((await ask('count', '--on', '2025-12-10', ...at)).out).toContain('for certain');
    expect((await ask('find', 'Мария Колесникова', ...at)).out).toContain('Kolesnikova');
    const compared = await unforgotten(['names', 'compare'], {
      program: [process.execPath, join(inside, 'bin', 'unforgotten.mjs')],
      cwd: folder,
      input: 'Марыя Калеснікава\tMaria Kolesnikova\n',
    });
    expect(Number(compared.out)).toBeGreaterThan(0.8);
    expect(await ask('publish', '--out', 'site', '--on', '2025-12-20', ...at)).toMatchObject({ code: 0 });
    expect(await ask('verify', 'site')).toMatchObject({ code: 0 });
  });

  it('reads a PDF, in a thread that the package brings', async () => {
    const statement = join(ROOT, 'cases', 'reports', 'pdf-statement', 'page.pdf');
    const expected = JSON.parse(await readFile(join(statement, '..', 'report.json'), 'utf8'));
    const { code, out } = await ask('read', statement, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).report.text).toBe(expected.text);
  });

  it('lends its names as a library: unforgotten/names, from JavaScript and, with types, from TypeScript', async () => {
    const use = `import { compareNames, explainNames, load, searchIn } from 'unforgotten/names';
        const people = searchIn([{ id: 'k', names: ['Марыя Калеснікава'] }, { id: 't', names: ['Siarhei Tsikhanouski'] }]);
        const found = load(people.save()).search('Калеснікавай', 3);
        const { verdict } = compareNames('Марыя Калеснікава', 'Maria Kolesnikova');`;
    const print = 'console.log(verdict, found.length, found[0].id, explainNames("", ""));';
    await writeFile(join(folder, 'use.mjs'), `${use}\n${print}\n`);
    const printed = await run(process.execPath, ['use.mjs'], { cwd: folder });
    expect(printed.stdout).toBe('same 1 k unsure (0.00)\n- there is no name to compare\n');

    const typed = `${use}
        export const answer: readonly [string | undefined, 'same' | 'different' | 'unsure'] = [found[0]?.id, verdict];
        // @ts-expect-error a person has names, not a name
        searchIn([{ id: 'k', name: 'Марыя Калеснікава' }]);
        // @ts-expect-error a score is a number
        export const score: string = compareNames('a', 'b').score;
        export const text: string = explainNames('a', 'b');`;
    await writeFile(join(folder, 'use.mts'), typed);
    const tsc = fileURLToPath(import.meta.resolve('typescript/package.json')).replace('package.json', 'bin/tsc');
    const strict = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2024', '--skipLibCheck', 'false'];
    await run(process.execPath, [tsc, ...strict, '--types', '', 'use.mts'], { cwd: folder });
    await expect(
      run(process.execPath, ['-e', 'import("unforgotten/dist/cli/main.js")'], { cwd: folder }),
    ).rejects.toThrow('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('serves, and starts the sample', async () => {
    const program: [string, string] = [process.execPath, join(inside, 'bin', 'unforgotten.mjs')];
    const desk = started(['serve', '--port', '0', '--register', join(folder, 'register')], { program, cwd: folder });
    const url = (await desk.line(/open at (http:\S+)\/ /))[1] ?? '';
    expect((await fetch(`${url}/`)).status).toBe(200);
    expect(await desk.end()).toMatchObject({ code: 0 });
    const sample = started(['start', '--port', '0'], { program, cwd: folder });
    const site = (await sample.line(/(http:\S+\/site\/)/))[1] ?? '';
    expect((await fetch(site)).status).toBe(200);
    expect(await sample.end()).toMatchObject({ code: 0 });
  });
});
