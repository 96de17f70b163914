import { execFileSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refused } from '../text/refusal.ts';
import { ExampleSource, storyWith } from './edition.fixture.ts';
import type { SiteEffects } from './edition.ts';
import { diskEffects, folderReader, readStories, webReader } from './effects.ts';
import { previewFiles, publish } from './publish.ts';
import { verifyEdition } from './verify.ts';

const ON = '2025-12-20';
let room: string;

beforeAll(async () => {
  room = await mkdtemp(join(tmpdir(), 'unforgotten-site-'));
});
afterAll(() => rm(room, { recursive: true, force: true }));

async function contents(folder: string): Promise<Map<string, string>> {
  const reader = folderReader(folder);
  const paths = (await reader.list()) ?? [];
  return new Map(
    await Promise.all(
      paths.map(async (path) => [path, Buffer.from((await reader.read(path)) ?? []).toString('latin1')] as const),
    ),
  );
}

describe('publishing', () => {
  test('writes pages and log, and both verify', async () => {
    const source = new ExampleSource();
    const out = join(room, 'first');
    const done = await publish(source, { on: ON, out }, diskEffects);
    const { edition } = done;
    expect(done).toMatchObject({ entry: edition.size, recorded: true, files: (await contents(out)).size });
    expect(source.state().editions.map((filed) => filed.edition)).toEqual([edition]);
    expect((await verifyEdition(folderReader(out), { key: source.verifierKey })).ok).toBe(true);
  });

  test('again with nothing new gives the same bytes and appends nothing', async () => {
    const source = new ExampleSource();
    const [one, two] = [join(room, 'one'), join(room, 'two')];
    await publish(source, { on: ON, out: one }, diskEffects);
    const size = source.lines().length;
    expect((await publish(source, { on: ON, out: two }, diskEffects)).recorded).toBe(false);
    expect((await publish(source, { on: ON, out: one }, diskEffects)).recorded).toBe(false);
    expect(source.lines()).toHaveLength(size);
    expect(await contents(two)).toEqual(await contents(one));
  });

  test('after a decision appends an edition that goes on from the last', async () => {
    const source = new ExampleSource();
    const out = join(room, 'later');
    await publish(source, { on: ON, out }, diskEffects);
    const seen = await readFile(join(out, 'checkpoint'), 'utf8');
    source.append({
      entered: '2026-02-01T00:00:00Z',
      author: 'Alena',
      kind: 'decision',
      body: { decision: 'accept', claim: 1, reason: 'x' },
    });
    expect((await publish(source, { on: ON, out }, diskEffects)).recorded).toBe(true);
    expect((await verifyEdition(folderReader(out), { seen })).ok).toBe(true);
    expect(source.state().editions).toHaveLength(2);
  });

  test('a preview has the same pages and records nothing', async () => {
    const source = new ExampleSource();
    const before = source.lines().length;
    const preview = previewFiles(source, ON);
    expect(source.lines()).toHaveLength(before);
    const out = join(room, 'previewed');
    await publish(source, { on: ON, out }, diskEffects);
    const written = await contents(out);
    for (const [path, bytes] of preview) expect(written.get(path)).toBe(Buffer.from(bytes).toString('latin1'));
  });

  test('one language may be left out', async () => {
    const files = previewFiles(new ExampleSource(), ON, [], ['be']);
    expect([...files.keys()].filter((path) => path.startsWith('en/'))).toEqual([]);
    expect(Buffer.from(files.get('index.html') ?? []).toString()).not.toContain('English');
  });

  test.each([
    ['a day that is none', { on: '2025-02-30' }, /^"2025-02-30" is no day: write it as 2025-12-20\.$/],
    ['no language', { on: ON, languages: [] }, /needs a language/],
    ['a story that cannot be bound', { on: ON, stories: [storyWith('{% count on="2025" /%}')] }, /^story\.md, line 10/],
  ])('refuses %s, and leaves no trace', async (name, options, expected) => {
    const source = new ExampleSource();
    const out = join(room, name, 'out');
    await expect(publish(source, { out, ...options }, diskEffects)).rejects.toThrow(expected);
    await expect(readdir(join(room, name))).rejects.toThrow('ENOENT');
    expect(source.state().editions).toEqual([]);
  });

  test('refuses an empty register', async () => {
    await expect(publish(new ExampleSource([]), { on: ON, out: join(room, 'e') }, diskEffects)).rejects.toThrow(
      /The register is empty/,
    );
  });
});

describe('the folder', () => {
  test('that holds other files is refused and stays as it is', async () => {
    const out = join(room, 'holiday');
    await mkdir(out);
    await writeFile(join(out, 'photo.jpg'), 'x');
    const done = publish(new ExampleSource(), { on: ON, out }, diskEffects);
    await expect(done).rejects.toThrow(`${out} holds files that are no edition: name an empty or a new folder.`);
    expect(await readdir(out)).toEqual(['photo.jpg']);
  });

  test('may be empty; a file of that name is refused', async () => {
    const [out, file] = [join(room, 'empty'), join(room, 'file')];
    await mkdir(out);
    await expect(publish(new ExampleSource(), { on: ON, out }, diskEffects)).resolves.toBeDefined();
    await writeFile(file, 'x');
    await expect(publish(new ExampleSource(), { on: ON, out: file }, diskEffects)).rejects.toThrow(
      /is a file: name a folder/,
    );
  });

  test('keeps nothing of the edition before', async () => {
    const source = new ExampleSource();
    const out = join(room, 'replaced');
    await publish(source, { on: ON, out }, diskEffects);
    await publish(source, { on: '2025-11-30', out, languages: ['be'] }, diskEffects);
    expect([...(await contents(out)).keys()].filter((path) => path.startsWith('en/'))).toEqual([]);
    expect((await readdir(room)).filter((name) => name.includes('replaced'))).toEqual(['replaced']);
  });

  // Root may write everywhere, so what is refused there is a place no folder can be made in.
  test('that cannot be written is one sentence', async () => {
    const locked = join(room, 'locked');
    await mkdir(locked);
    await chmod(locked, 0o500);
    const out = process.getuid?.() === 0 ? '/proc/unforgotten' : join(locked, 'out');
    await expect(publish(new ExampleSource(), { on: ON, out }, diskEffects)).rejects.toThrow(Refused);
    await chmod(locked, 0o700);
  });

  test.each(['pages', 'log', 'commit'])('stays as it was where the disk fails at the %s', async (when) => {
    const source = new ExampleSource();
    const out = join(room, `fails-${when}`);
    await publish(source, { on: ON, out }, diskEffects);
    const before = await contents(out);
    source.append({
      entered: '2026-02-01T00:00:00Z',
      author: 'Alena',
      kind: 'decision',
      body: { decision: 'accept', claim: 1, reason: 'x' },
    });
    await expect(publish(source, { on: ON, out }, failing(when))).rejects.toThrow('no space');
    expect(await contents(out)).toEqual(before);
    expect((await readdir(room)).filter((name) => name.includes(`fails-${when}`))).toEqual([`fails-${when}`]);
    // And once there is room, the edition that was recorded meanwhile is the one that is published.
    const editions = source.state().editions.length;
    expect((await publish(source, { on: ON, out }, diskEffects)).recorded).toBe(when === 'pages');
    expect(source.state().editions.length).toBe(when === 'pages' ? editions + 1 : editions);
    expect((await verifyEdition(folderReader(out))).ok).toBe(true);
  });

  // The shell lets no file grow beyond two blocks: to the program that is a disk that is full in the middle of a page.
  test.skipIf(process.platform === 'win32')('says in one sentence that the disk is full', async () => {
    const out = join(room, 'full');
    const here = (name: string) => JSON.stringify(join(import.meta.dirname, name));
    const script = `
      import { ExampleSource } from ${here('edition.fixture.ts')};
      import { diskEffects } from ${here('effects.ts')};
      import { publish } from ${here('publish.ts')};
      await publish(new ExampleSource(), { on: '${ON}', out: ${JSON.stringify(out)} }, diskEffects).catch((fault) => {
        console.log(fault.name + ': ' + fault.message);
      });`;
    const shell = `ulimit -f 2; exec "$0" --input-type=module-typescript -e "$1"`;
    const said = execFileSync('sh', ['-c', shell, process.execPath, script], { encoding: 'utf8' });
    expect(said.trim()).toBe(
      `Refused: The edition cannot be written to ${out}, the disk is full: make room, then publish again.`,
    );
    expect((await readdir(room)).filter((name) => name.includes('full'))).toEqual([]);
  });

  test('is cleared of what a killed publishing left beside it, and of nothing else', async () => {
    const out = join(room, 'killed');
    const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
    const running = `.killed.new-${process.pid}-abcdef`;
    for (const name of [`.killed.new-${gone}-abcdef`, running, '.killed.new-', '.killed.newspaper']) {
      await mkdir(join(room, name));
    }
    await publish(new ExampleSource(), { on: ON, out }, diskEffects);
    const left = (await readdir(room)).filter((name) => name.startsWith('.killed'));
    expect(left.sort()).toEqual(['.killed.new-', running, '.killed.newspaper'].sort());
  });

  test('of a publishing cut off between its renames is put back', async () => {
    const source = new ExampleSource();
    const out = join(room, 'cut');
    await publish(source, { on: ON, out }, diskEffects);
    const before = await contents(out);
    await rename(out, join(room, '.cut.before'));
    const stage = await diskEffects.stage(out);
    await stage.discard();
    expect(await contents(out)).toEqual(before);
  });
});

// The disk's own door, which gives out at one step.
function failing(when: string): SiteEffects {
  return {
    stage: async (out) => {
      const stage = await diskEffects.stage(out);
      let writes = 0;
      const fail = () => Promise.reject(new Refused('no space'));
      return {
        ...stage,
        write: (files) => {
          writes += 1;
          return when === (writes === 1 ? 'pages' : 'log') ? fail() : stage.write(files);
        },
        commit: () => (when === 'commit' ? fail() : stage.commit()),
      };
    },
  };
}

describe('reading an edition', () => {
  test('over the web verifies it, and names what is missing there', async () => {
    const source = new ExampleSource();
    const out = join(room, 'served');
    await publish(source, { on: ON, out }, diskEffects);
    const files = folderReader(out);
    let hidden = '';
    const server = createServer(async (request, response) => {
      const path = (request.url ?? '').slice('/mirror/'.length);
      const bytes = path === hidden ? null : await files.read(path);
      response.statusCode = bytes ? 200 : 404;
      response.end(bytes ?? 'not here');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mirror`;
    try {
      expect((await verifyEdition(webReader(address), { key: source.verifierKey })).ok).toBe(true);
      hidden = 'en/index.html';
      const { checks } = await verifyEdition(webReader(address));
      expect(checks.filter(({ ok }) => !ok)).toEqual([{ ok: false, says: 'en/index.html is missing.' }]);
    } finally {
      server.close();
      server.closeAllConnections();
    }
    const { checks } = await verifyEdition(webReader(address));
    expect(checks).toEqual([{ ok: false, says: expect.stringMatching(/cannot be reached: check the address/) }]);
  });

  test.each(['ftp://example.org', 'file:///etc', 'example.org', ''])('from %s is refused', (address) => {
    expect(() => webReader(address)).toThrow(/is no web address/);
  });

  test('of a folder that is not there says so, and no path leads out of a folder', async () => {
    const { checks } = await verifyEdition(folderReader(join(room, 'nowhere')));
    expect(checks).toEqual([{ ok: false, says: expect.stringMatching(/^checkpoint is missing/) }]);
    await writeFile(join(room, 'outside'), 'x');
    expect(await folderReader(join(room, 'first')).read('../outside')).toBeNull();
  });

  test('stories come from a folder in the order of their names', async () => {
    const folder = join(room, 'stories');
    await mkdir(folder);
    for (const name of ['b.md', 'a.md', 'notes.txt']) await writeFile(join(folder, name), name);
    expect(await readStories(folder)).toEqual([
      { name: 'a.md', text: 'a.md' },
      { name: 'b.md', text: 'b.md' },
    ]);
    await expect(readStories(join(room, 'none'))).rejects.toThrow(/cannot be read \(ENOENT\): name a folder/);
  });
});
