import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import { bannedIn, cyclesIn, functionsIn, importsIn, undocumentedIn } from './house.ts';

const ROOT = join(import.meta.dirname, '..');

/** Left knows nothing of right (DESIGN.md). */
const ORDER = [
  'text',
  'time',
  'names',
  'archive',
  'claims',
  'people',
  'register',
  'site',
  'store',
  'desk',
  'cli',
] as const;
const PURE = ['text', 'time', 'names', 'archive', 'claims', 'people', 'register'];

/** Files of the pure folders that may reach outside, each for the reason its own comment gives. */
const DOORS = new Set(['src/text/words.ts', 'src/time/clock.ts', 'src/archive/fetch.ts', 'src/archive/pdf-thread.ts']);
const MAY_FETCH = /^src\/(archive\/fetch|site\/effects)\.ts$|^src\/desk\//;

/** Tests, and what only tests use. */
const TESTS = /\.(test|fixture)\.ts$|\/conformance\.ts$/;

const files = sourceFiles(join(ROOT, 'src')).map((path) => {
  const text = readFileSync(path, 'utf8');
  const name = relative(ROOT, path);
  const { program, comments, errors } = parseSync(name, text);
  return {
    name,
    text,
    lines: text.split('\n').length - 1,
    program,
    comments,
    errors,
    isTest: TESTS.test(name),
  };
});
const sources = files.filter((file) => !file.isTest);
const folderOf = (name: string) => name.split('/')[1] ?? '';

describe('the house', () => {
  it('has only the folders of the design, in which every file can be read', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).map((entry) => entry.name);
    expect(folders.filter((name) => !(ORDER as readonly string[]).includes(name))).toEqual([]);
    expect(files.filter((file) => file.errors.length > 0).map((file) => file.name)).toEqual([]);
  });

  it('keeps the order of the folders: left knows nothing of right, types included', () => {
    const wrong = files.flatMap((file) =>
      importsIn(file).flatMap(({ target }) => {
        const from = ORDER.indexOf(folderOf(file.name) as (typeof ORDER)[number]);
        const to = ORDER.indexOf(folderOf(target) as (typeof ORDER)[number]);
        return target.startsWith('src/') && to > from ? [`${file.name} imports ${target}`] : [];
      }),
    );
    // A test may look to the right: a name beside a report shows better what it is for.
    expect(wrong.filter((line) => !TESTS.test(line.split(' ')[0] ?? ''))).toEqual([]);
  });

  it('has no import cycle, types included', () => {
    expect(cyclesIn(sources)).toEqual([]);
  });

  it('keeps files short: none over 500 lines, half of them under 130', () => {
    expect(files.filter((file) => file.lines > 500).map((file) => `${file.name}: ${file.lines}`)).toEqual([]);
    const sorted = sources.map((file) => file.lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(130);
  });

  it('keeps functions short: none over 70 lines', () => {
    const long = sources.flatMap((file) =>
      functionsIn(file)
        .filter((f) => f.lines > 70)
        .map((f) => `${file.name}: ${f.name} has ${f.lines} lines`),
    );
    expect(long).toEqual([]);
  });

  it('names files for what they hold', () => {
    const vague = /(^|[-.])(util|utils|helper|helpers|common|misc|index|v\d+)([-.]|$)/;
    expect(files.filter((file) => vague.test(file.name.split('/').at(-1) ?? '')).map((file) => file.name)).toEqual([]);
  });

  it('reads the clock in time/clock.ts alone and fetches where stated', () => {
    const clocks = sources.filter(
      (file) => bannedIn(file, /\bnew Date\(|\bDate\.now\(/) && file.name !== 'src/time/clock.ts',
    );
    expect(clocks.map((file) => file.name)).toEqual([]);
    const fetchers = sources.filter((file) => bannedIn(file, /(?<![.\w])fetch\(/) && !MAY_FETCH.test(file.name));
    expect(fetchers.map((file) => file.name)).toEqual([]);
  });

  it('keeps the domain pure: no disk, network, process or database', () => {
    const allowed = new Set(['node:crypto', 'node:zlib', 'node:path', 'node:buffer', 'node:url', 'node:util']);
    const outside = sources
      .filter((file) => PURE.includes(folderOf(file.name)) && !DOORS.has(file.name))
      .flatMap((file) =>
        importsIn(file)
          .filter(({ target }) => /^(node:|better-sqlite3|kysely|pg$|hono|@hono)/.test(target) && !allowed.has(target))
          .map(({ target }) => `${file.name} imports ${target}`),
      );
    expect(outside).toEqual([]);
  });

  it('has no `any`, no suppressed check and nothing left for later', () => {
    const marks = /\bas any\b|: any\b|<any>|@ts-ignore|@ts-nocheck|biome-ignore|\bTODO\b|\bFIXME\b|\bXXX\b/;
    const found = files.filter((file) => bannedIn(file, marks, { comments: true }));
    expect(found.map((file) => file.name).filter((name) => name !== 'src/time/edtf.ts')).toEqual([]);
  });

  it('documents every exported type of the pure folders with an example', () => {
    const bare = sources
      .filter((file) => PURE.includes(folderOf(file.name)))
      .flatMap((file) => undocumentedIn(file).map((name) => `${file.name}: ${name}`));
    expect(bare).toEqual([]);
  });

  it('has one page a choice, and one heading a page', () => {
    const pages = existsSync(join(ROOT, 'decisions')) ? readdirSync(join(ROOT, 'decisions')) : [];
    expect(pages.filter((name) => !/^\d{4}-[a-z0-9-]+\.md$/.test(name))).toEqual([]);
    const shapeless = pages.filter((name) => {
      const text = readFileSync(join(ROOT, 'decisions', name), 'utf8');
      return (
        text.match(/^# /gm)?.length !== 1 ||
        !['Context', 'Choice', 'Given up'].every((part) => text.includes(`**${part}`))
      );
    });
    expect(shapeless).toEqual([]);
  });
});

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sourceFiles(path) : entry.name.endsWith('.ts') ? [path] : [];
  });
}
