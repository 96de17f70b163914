import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Ended } from './program.ts';
import { inFolder, started, unforgotten } from './program.ts';

const SAMPLE = 'samples/1-release.html';
const BY = ['--as', 'Alena'];

/** One sentence on standard error that names what is wrong; nothing on standard output. */
function refused({ code, out, err }: Ended): string {
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.trimEnd()).not.toContain('\n');
  expect(err).toMatch(/[.]\n$/);
  return err.trimEnd();
}

describe('a count with conditions', () => {
  it('takes what was stated of a person, leaves in doubt whom nobody told of, and says how to ask again', async () => {
    await inFolder(async (folder) => {
      const at = [...BY, '--register', join(folder, 'register')];
      const open = ['--register', join(folder, 'register')];
      await unforgotten(['add', SAMPLE, ...at]);
      await unforgotten(['review', 'accept', '4', '5', '--reason', 'read', ...at]);
      const stated = ['--born', '1982-04-24', '--occupation', 'musician', '--reason', 'published'];
      expect((await unforgotten(['review', 'describe', 'Maria Kolesnikova', ...stated, ...at])).code).toBe(0);
      const asked = ['count', '--on', '2025-12-10', '--where', 'occupation=musician', '--where', 'age=43'];
      const { count } = JSON.parse((await unforgotten([...asked, '--json', ...open])).out);
      expect([count.certain.number, count.possible.number]).toEqual([1, 1]);
      expect((await unforgotten([...asked, ...open])).out).toContain('--where "occupation=musician" --where "age=43"');
      const none = ['count', '--on', '2025-12-10', '--where', 'age=60-', '--json', ...open];
      expect(JSON.parse((await unforgotten(none)).out).count.certain.number).toBe(0);
      expect(refused(await unforgotten(['review', 'describe', 'Maria Kolesnikova', '--reason', 'why', ...at]))).toMatch(
        /Say what is stated of the person/,
      );
    });
  });
});

describe('every command', () => {
  const commands = [
    'start',
    'read',
    'add',
    'review',
    'original',
    'count',
    'find',
    'names',
    'publish',
    'verify',
    'serve',
  ];

  it('is listed, and has a page of help with an example or an option', async () => {
    const { out, code } = await unforgotten(['--help']);
    expect(code).toBe(0);
    for (const command of commands) {
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
      const help = await unforgotten([command, '--help']);
      expect(help.code).toBe(0);
      expect(help.out).toMatch(new RegExp(`^Usage: unforgotten ${command}`));
    }
  });

  it.each([
    [['cuont'], 2, 'unforgotten has no command cuont: unforgotten --help lists them.'],
    [['count', '--onn', '2025-12-20'], 1, "Unknown option '--onn': see unforgotten count --help."],
    [['read'], 1, 'Name at least one file to read: unforgotten read FILE….'],
    [
      ['count', '--on', '2025-12-20', 'women'],
      1,
      'women is a word too many: put a name of several words in quotes, and see unforgotten count --help.',
    ],
    [['verify', 'no-such-edition'], 1, 'There is no folder no-such-edition: check the spelling.'],
  ])('%j is answered in one sentence', async (args, code, sentence) => {
    const ended = await unforgotten(args);
    expect(ended).toEqual({ code, out: '', err: `${sentence}\n` });
  });
});

describe('ending', () => {
  it('is done by Ctrl-C while a command waits for its input', async () => {
    const names = started(['names', 'compare']);
    // It waits for the end of its input, which never comes.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect((await names.end('SIGINT')).code).not.toBe(0);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s to the program that brings Node 24 ends the desk too',
    async (signal) => {
      await inFolder(async (folder) => {
        const program = [process.execPath, 'bin/with-node24.mjs', 'node', 'src/cli/main.ts'] as const;
        const desk = started(['serve', '--port', '0', '--register', join(folder, 'r')], { program });
        await desk.line(/The desk is open at/);
        expect(await desk.end(signal)).toMatchObject({ code: 0, err: '' });
      });
    },
  );
});

describe('bad input', () => {
  it.each([
    ['a missing file', async () => 'no-such-page.html', /^There is no file no-such-page\.html: /],
    ['a directory', async () => 'samples', /^samples is a directory: name the files in it\.$/],
    ['an empty page', write('empty.txt', ''), /empty\.txt .*(empty|no text|nothing)/],
    ['a page of white space', write('blank.html', '<html><body>  </body></html>'), /blank\.html /],
    [
      'bytes that are no text',
      write('photo.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 255])),
      /photo\.txt /,
    ],
    ['a PDF', write('list.pdf', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), /list\.pdf /],
    ['a web address of this computer', async () => 'http://localhost:8080/page', /is no name of the public web/],
  ])('%s is refused in one sentence, and no register comes into being', async (_, make, sentence) => {
    await inFolder(async (folder) => {
      const file = await make(folder);
      expect(refused(await unforgotten(['read', file, '--json']))).toMatch(sentence);
      const register = join(folder, 'register');
      expect(refused(await unforgotten(['add', file, ...BY, '--register', register]))).toMatch(sentence);
      await expect(stat(register)).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });

  it('among several files stops before anything is added', async () => {
    await inFolder(async (folder) => {
      const register = join(folder, 'register');
      refused(await unforgotten(['add', SAMPLE, 'no-such-page.html', ...BY, '--register', register]));
      await expect(stat(register)).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });

  it.each([
    [['count'], 'Say which day is asked about: --on 2025-12-20.'],
    [
      ['count', '--on', '2025-02-30'],
      '--on 2025-02-30 is no day of the calendar: write the year, month and day as in 2025-12-20.',
    ],
    [
      ['count', '--on', 'yesterday'],
      '--on yesterday is no day of the calendar: write the year, month and day as in 2025-12-20.',
    ],
    [['count', '--on', '2025-12-20', '--of', 'children'], '--of children is not women or men.'],
    [
      ['count', '--on', '2025-12-20', '--where', 'height=180'],
      '"height=180" asks nothing that can be answered: write one of charge=…, place=…, occupation=…, region=…, age=…, sex=…, recognised-by=….',
    ],
    [
      ['count', '--on', '2025-12-20', '--where', 'age=old'],
      'age=old is no age: write age=17, age=14-17, age=60- or age=-17, in full years.',
    ],
    [['find'], 'Give a name to look for: unforgotten find NAME.'],
    [
      ['review', 'accept', '1', '--reason', 'x'],
      'Say who decides, a pseudonym will do: --as NAME, or set UNFORGOTTEN_AUTHOR.',
    ],
    [['review', 'show'], 'Name a claim by its number: unforgotten review lists them.'],
    [['review', 'guess', '1', ...BY], 'Review knows no guess: unforgotten review --help lists what can be decided.'],
    [['publish'], '--out is missing: say which folder the edition goes to.'],
    [['serve', '--port', '99999'], '--port 99999 is no port: give a number from 1 to 65535, or 0 for any free one.'],
  ])('%j is refused in one sentence', async (args, sentence) => {
    await inFolder(async (folder) => {
      const register = join(folder, 'register');
      expect(refused(await unforgotten([...args, '--register', register]))).toBe(sentence);
      await expect(stat(register)).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });

  it('of a day to come is refused, and so is a register that is not there', async () => {
    await inFolder(async (folder) => {
      const elsewhere = ['--register', join(folder, 'nowhere')];
      expect(refused(await unforgotten(['count', '--on', '9998-01-01', ...elsewhere]))).toMatch(/has not come yet/);
      expect(refused(await unforgotten(['count', '--on', '2025-12-20', ...elsewhere]))).toMatch(
        /no register in .*nowhere/,
      );
      await expect(stat(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'ENOENT' });
    });
  });
});

describe('a register', () => {
  it('takes a report once, keeps its bytes, and puts its claims up', async () => {
    await inFolder(async (folder) => {
      const at = ['--register', join(folder, 'r')];
      const first = JSON.parse((await unforgotten(['add', SAMPLE, ...BY, ...at, '--json'])).out);
      expect(first).toMatchObject({ file: SAMPLE, number: 0, already: false });
      const again = JSON.parse((await unforgotten(['add', SAMPLE, ...BY, ...at, '--json'])).out);
      expect(again).toMatchObject({ number: 0, already: true });
      const { claims } = JSON.parse((await unforgotten(['review', ...at, '--json'])).out);
      expect(claims).toHaveLength(first.claims.length);
    });
  });

  it('keeps author and reason of every decision, and the machine’s version beside the amended one', async () => {
    await inFolder(async (folder) => {
      const at = ['--register', join(folder, 'r')];
      await unforgotten(['add', SAMPLE, ...BY, ...at]);
      const { claims } = JSON.parse((await unforgotten(['review', ...at, '--json'])).out);
      const sentenced = claims.find((c: { claim: { kind: string } }) => c.claim.kind === 'sentenced').number;
      const why = ['--reason', 'the verdict is of 6 September'];
      expect(
        (await unforgotten(['review', 'amend', `${sentenced}`, '--date', '2021-09-06', ...why, ...BY, ...at])).code,
      ).toBe(0);
      const { out } = await unforgotten(['review', 'show', `${sentenced}`, ...at]);
      expect(out).toContain('6 September 2021');
      const shown = JSON.parse((await unforgotten(['review', 'show', `${sentenced}`, '--json', ...at])).out);
      expect(shown).toMatchObject({ number: sentenced, read: { date: '2021-09' }, claim: { date: '2021-09-06' } });
      const two = ['review', 'amend', `${sentenced}`, '1', '--date', '2021', ...why, ...BY, ...at];
      expect(refused(await unforgotten(two))).toMatch(/^1 is a word too many/);
      expect(out).toContain('Alena: amend, “the verdict is of 6 September”');
      expect(refused(await unforgotten(['review', 'refuse', `${sentenced}`, ...BY, ...at]))).toMatch(
        /--reason is missing/,
      );
      expect(refused(await unforgotten(['review', 'accept', '999', '--reason', 'x', ...BY, ...at]))).toMatch(
        /no claim 999/,
      );
    });
  });

  it('names the persons behind a count, and says where nobody was ever recognised by the organisation asked about', async () => {
    await inFolder(async (folder) => {
      const at = ['--register', join(folder, 'r')];
      await unforgotten(['add', SAMPLE, ...BY, ...at]);
      const { claims } = JSON.parse((await unforgotten(['review', ...at, '--json'])).out);
      const numbers = claims.map(({ number }: { number: number }) => `${number}`);
      await unforgotten(['review', 'accept', ...numbers, '--reason', 'read it', ...BY, ...at]);
      const asked = ['count', '--on', '2025-12-10', '--json', ...at];
      const { count, persons } = JSON.parse((await unforgotten(asked)).out);
      expect(persons.map(({ id }: { id: string }) => id)).toEqual([
        ...count.certain.persons,
        ...count.possible.persons,
      ]);
      expect(persons.map(({ name }: { name: string }) => name)).toContain('Maria Kolesnikova');
      for (const person of persons) expect(person.claims.length).toBeGreaterThan(0);
      const { code, err } = await unforgotten([...asked, '--by', 'Viasnna']);
      expect({ code, err }).toEqual({
        code: 0,
        err: 'Nobody in this register was recognised by Viasnna, as far as was known then: check how it is written.\n',
      });
    });
  });

  it('withholds a person once two people have decided so, and not before', async () => {
    await inFolder(async (folder) => {
      const at = ['--register', join(folder, 'r')];
      await unforgotten(['add', SAMPLE, ...BY, ...at]);
      const { claims } = JSON.parse((await unforgotten(['review', ...at, '--json'])).out);
      const numbers = claims
        .filter((c: { claim: { persons?: string[] } }) => c.claim.persons)
        .map((c: { number: number }) => `${c.number}`);
      await unforgotten(['review', 'accept', ...numbers, '--reason', 'read it', ...BY, ...at]);
      const names = async () =>
        JSON.parse((await unforgotten(['find', 'Ales Bialiatski', ...at, '--json'])).out).length;
      expect(await names()).toBeGreaterThan(0);
      const withhold = ['review', 'withhold', 'Ales Bialiatski', '--reason', 'a relative asked', ...at];
      expect((await unforgotten([...withhold, ...BY])).out).toContain('once a second person decides the same');
      expect(await names()).toBeGreaterThan(0);
      expect(refused(await unforgotten([...withhold, ...BY]))).toMatch(/second person/);
      expect(await names()).toBeGreaterThan(0);
      const second = await unforgotten([...withhold, '--as', 'Barys']);
      expect(second).toMatchObject({ code: 0, err: expect.stringMatching(/publish again/) });
      expect(await names()).toBe(0);
    });
  });

  it('refuses a second writer in one sentence while the desk is open, and answers readers', async () => {
    await inFolder(async (folder) => {
      const at = ['--register', join(folder, 'r')];
      await unforgotten(['add', SAMPLE, ...BY, ...at]);
      const desk = started(['serve', '--port', '0', ...at]);
      await desk.line(/The desk is open at/);
      expect(refused(await unforgotten(['add', 'samples/2-prison-record.txt', ...BY, ...at]))).toMatch(
        /open for writing in another process/,
      );
      expect((await unforgotten(['count', '--on', '2025-12-20', ...at])).code).toBe(0);
      expect((await desk.end('SIGINT')).code).toBe(0);
      expect((await unforgotten(['add', 'samples/2-prison-record.txt', ...BY, ...at])).code).toBe(0);
    });
  });

  it('is not opened where a folder holds something else', async () => {
    await inFolder(async (folder) => {
      await writeFile(join(folder, 'notes.txt'), 'mine');
      const file = join(folder, 'notes.txt');
      expect(refused(await unforgotten(['add', SAMPLE, ...BY, '--register', file]))).toContain('notes.txt');
      expect(await readFile(file, 'utf8')).toBe('mine');
    });
  });
});

describe('serve', () => {
  it('says in one sentence that a port is taken, and begins nothing', async () => {
    await inFolder(async (folder) => {
      const at = ['--register', join(folder, 'r')];
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      expect(refused(await unforgotten(['serve', '--port', `${port}`, ...at]))).toMatch(
        new RegExp(`^Port ${port} is taken`),
      );
      expect(refused(await unforgotten(['start', '--port', `${port}`, ...at]))).toMatch(/is taken/);
      expect(await readdir(folder)).toEqual([]);
      server.close();
    });
  });
});

describe('publish', () => {
  it('refuses a folder that holds something else, and leaves it as it was', async () => {
    await inFolder(async (folder) => {
      const at = ['--register', join(folder, 'r')];
      await unforgotten(['add', SAMPLE, ...BY, ...at]);
      const out = join(folder, 'homework');
      await mkdir(out);
      await writeFile(join(out, 'essay.txt'), 'mine');
      expect(refused(await unforgotten(['publish', '--out', out, '--on', '2025-12-20', ...at]))).toContain('homework');
      expect(await readdir(out)).toEqual(['essay.txt']);
      expect((await readdir(folder)).sort()).toEqual(['homework', 'r']);
    });
  });

  it('publishes the same bytes again where nothing has changed, and verify names the page that was touched', async () => {
    await inFolder(async (folder) => {
      const at = ['--register', join(folder, 'r')];
      await unforgotten(['add', SAMPLE, ...BY, ...at]);
      const out = join(folder, 'site');
      const publish = ['publish', '--out', out, '--on', '2025-12-20', ...at];
      expect((await unforgotten(publish)).code).toBe(0);
      const checkpoint = await readFile(join(out, 'checkpoint'), 'utf8');
      expect(JSON.parse((await unforgotten([...publish, '--json'])).out)).toMatchObject({ recorded: false });
      expect(await readFile(join(out, 'checkpoint'), 'utf8')).toBe(checkpoint);
      expect((await unforgotten(['verify', out])).code).toBe(0);
      const seen = join(folder, 'seen');
      await writeFile(seen, checkpoint);
      await unforgotten(['add', 'samples/2-prison-record.txt', ...BY, ...at]);
      expect((await unforgotten(publish)).code).toBe(0);
      expect((await unforgotten(['verify', out, '--seen', seen])).out).toContain('The log goes on from');
      const page = join(out, 'en', 'index.html');
      await writeFile(page, (await readFile(page, 'utf8')).replace('</html>', ' </html>'));
      const { code, out: checks, err } = await unforgotten(['verify', out]);
      expect(code).toBe(1);
      expect(checks).toMatch(/WRONG {2}.*en\/index\.html/);
      expect(err).toMatch(/is not what was signed/);
    });
  });
});

/** Makes a file in the test's folder. */
function write(name: string, content: string | Buffer): (folder: string) => Promise<string> {
  return async (folder) => {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  };
}
