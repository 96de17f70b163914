import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ModelServer } from '../src/cli/model-server.fixture.ts';
import { modelServer, says, sends } from '../src/cli/model-server.fixture.ts';
import { inFolder, unforgotten } from './program.ts';

const KEY = 'sk-in-no-file-9b60';
const STORY = `Two of Brest

Ales Novik was arrested in Minsk on May 3, 2021.

Vera Lis met with the same on May 5, 2021.
`;
// The second passage is worded as no trigger of the first extractor is.
const POINTS = says(({ passages }) => {
  const passage = JSON.parse(passages).find(({ text }: { text: string }) => text.startsWith('Vera Lis')).n;
  return JSON.stringify({
    claims: [
      { kind: 'detained', passage, persons: ['Vera Lis'], date: 'May 5, 2021' },
      { kind: 'detained', passage: passage - 1, persons: ['Ales Novik'] },
      { kind: 'died', passage, persons: ['Ivan Nobody'] },
    ],
  });
});

let model: ModelServer;
beforeAll(async () => {
  model = await modelServer(POINTS);
});
afterEach(() => {
  model.asked.length = 0;
  model.answer = POINTS;
});
afterAll(() => model.close());

/** Runs the program with the second extractor configured, in a folder with the story and a register of its own. */
async function inBrest(work: (run: Run, folder: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    await writeFile(join(folder, 'brest.txt'), STORY);
    const register = join(folder, 'register');
    const env = {
      ...{ UNFORGOTTEN_HOME: register, UNFORGOTTEN_AUTHOR: 'Alena', UNFORGOTTEN_SECOND_URL: model.url },
      ...{
        UNFORGOTTEN_SECOND_MODEL: 'models/tiny-7b.gguf',
        UNFORGOTTEN_SECOND_NAME: 'tiny',
        UNFORGOTTEN_SECOND_KEY: KEY,
      },
    };
    await work((args) => unforgotten(args, { env }), folder);
  });
}
type Run = (args: readonly string[]) => ReturnType<typeof unforgotten>;

describe('unforgotten read', () => {
  it('asks nobody unless it is told to, however it is configured', async () => {
    await inBrest(async (run, folder) => {
      const { out, err } = await run(['read', join(folder, 'brest.txt'), '--json']);
      expect([Object.keys(JSON.parse(out)), err, model.asked]).toEqual([['report', 'claims'], '', []]);
    });
  });

  it('sets what a second extractor points at apart, each with who read it; the rest is byte for byte as without', async () => {
    await inBrest(async (run, folder) => {
      const alone = (await run(['read', join(folder, 'brest.txt'), '--json'])).out.trimEnd();
      const { out, err, code } = await run(['read', join(folder, 'brest.txt'), '--json', '--second']);
      expect(code).toBe(0);
      expect(out.startsWith(alone.slice(0, -1))).toBe(true);
      expect(JSON.parse(out).second).toEqual({
        readBy: 'second extractor tiny',
        claims: [
          expect.objectContaining({
            kind: 'detained',
            persons: ['Vera Lis'],
            date: '2021-05-05',
            readBy: 'second extractor tiny',
          }),
        ],
        agreed: [0],
        dropped: { 'words that do not stand there': 1 },
      });
      expect(err).toBe(
        `Sends the text of each report, and nothing else, to http://127.0.0.1:${model.port} (model models/tiny-7b.gguf), where it can be read and kept.\n`,
      );
    });
  });

  it('says the same in words', async () => {
    await inBrest(async (run, folder) => {
      const { out } = await run(['read', join(folder, 'brest.txt'), '--second']);
      expect(out).toContain(
        '1 more read by second extractor tiny, not to be relied on before a person has compared them',
      );
      expect(out).toContain('  detained · Vera Lis · 5 May 2021');
      expect(out).toContain('It also says 1 of the 1 claims above.\nDropped: 1 for words that do not stand there.');
    });
  });

  it('stops before anything is sent where none is configured', async () => {
    await inBrest(async (_, folder) => {
      const ended = await unforgotten(['read', join(folder, 'brest.txt'), '--second']);
      expect(ended).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringMatching(/^No second extractor is configured: set UNFORGOTTEN_SECOND_URL/),
      });
    });
  });

  it('goes on without it where it fails', async () => {
    await inBrest(async (run, folder) => {
      model.answer = sends(401, `no such key ${KEY}`);
      const { out, err, code } = await run(['read', join(folder, 'brest.txt'), '--json', '--second']);
      expect([code, Object.keys(JSON.parse(out))]).toEqual([0, ['report', 'claims']]);
      expect(err).toMatch(/does not take the key \(401\)/);
      expect(err).not.toContain(KEY);
    });
  });
});

describe('unforgotten add', () => {
  it('puts up what it points at beside the rest, marked until a person has accepted it; the key is in no file', async () => {
    await inBrest(async (run, folder) => {
      const added = await run(['add', join(folder, 'brest.txt'), '--second']);
      expect(added.out).toBe(
        'Report 0: Two of Brest (2 claims wait for decision)\n  1 of them read by second extractor tiny, which also says 1 of the others. Dropped: 1 for words that do not stand there.\n',
      );
      const listed = (await run(['review'])).out;
      expect(listed.match(/.*read by second extractor.*/g)).toEqual([
        '     2  detained · Vera Lis · 5 May 2021 (read by second extractor tiny)',
      ]);
      const json = JSON.parse((await run(['review', '--json'])).out).claims;
      expect(json.map((claim: { readBy?: string }) => claim.readBy)).toEqual([undefined, 'second extractor tiny']);
      const shown = (await run(['review', 'show', '2'])).out;
      expect(shown).toContain('read by second extractor tiny: compare it with the report before you decide');

      expect(
        (await run(['review', 'accept', '2', '--reason', 'it says so', '--as', 'second extractor tiny'])).err,
      ).toBe('second extractor tiny is a machine, and machines decide nothing: say which person decides.\n');
      expect((await run(['review', 'accept', '2', '--reason', 'compared it'])).code).toBe(0);
      expect((await run(['review', 'show', '2'])).out).not.toContain('compare it with the report');
      expect(JSON.parse((await run(['review', 'show', '2', '--json'])).out).readBy).toBe('second extractor tiny');

      const files = await readdir(folder, { recursive: true, withFileTypes: true });
      const bytes = await Promise.all(
        files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name))),
      );
      expect(bytes.length).toBeGreaterThan(1);
      expect(bytes.some((one) => one.includes(KEY))).toBe(false);
    });
  }, 30_000);

  it('does not send a report again that is there already', async () => {
    await inBrest(async (run, folder) => {
      await run(['add', join(folder, 'brest.txt')]);
      expect((await run(['add', join(folder, 'brest.txt'), '--second'])).out).toContain('is in the register already');
      expect(model.asked).toEqual([]);
    });
  });

  it('never sends a report that names somebody who is withheld, nor does read', async () => {
    await inBrest(async (run, folder) => {
      await run(['add', join(folder, 'brest.txt')]);
      await run(['review', 'accept', '1', '--reason', 'read it']);
      await writeFile(join(folder, 'letter.txt'), 'A letter\n\nАлесь Новик, задержанный в Минске, написал семье.\n');
      const withhold = ['review', 'withhold', 'Ales Novik', '--reason', 'the family asked'];
      expect((await run(withhold)).code).toBe(0);
      // One has decided and a second has yet to: that is enough to send nothing.
      const sent = await run(['read', join(folder, 'letter.txt'), '--second', '--published', '2025-12-14']);
      expect(sent.err).toMatch(/is not sent to the second extractor: it names somebody who is withheld\.\n$/);
      await run([...withhold, '--as', 'Maryna']);
      const added = await run(['add', join(folder, 'letter.txt'), '--second']);
      expect(added.err).toMatch(/is not sent to the second extractor: it names somebody who is withheld\./);
      expect(model.asked).toEqual([]);
    });
  }, 30_000);
});
