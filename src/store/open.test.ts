import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SQLite from 'better-sqlite3';
import { describe, expect, it, test } from 'vitest';
import { checkpointText, openCheckpoint } from '../register/checkpoint.ts';
import type { Entry } from '../register/entry.ts';
import { rebuild } from '../register/rebuild.ts';
import { seal } from '../register/sealed.ts';
import { plain } from '../register/state.fixture.ts';
import { Refused } from '../text/refusal.ts';
import { base32 } from './base32.ts';
import { entryShelf } from './entries.ts';
import { defaultFolder, openRegister } from './open.ts';
import { clock, effects, reportOf, temporaryFolder, writer } from './register.fixture.ts';
import { openSqlite } from './sqlite.ts';

const release = reportOf(
  ['Вызваленыя 123 чалавекі', 'Марыя Калеснікава выйшла 13 снежня.', 'Viasna counts 1,222 political prisoners.'],
  [
    {
      kind: 'released',
      persons: ['Марыя Калеснікава'],
      date: '2025-12-13',
      words: 'Марыя Калеснікава выйшла 13 снежня.',
    },
    { kind: 'figure', measure: 'held', count: 1222, by: 'Viasna', words: 'Viasna counts 1,222 political prisoners.' },
  ],
);

describe('a register that is opened for writing', () => {
  it('is made where there is none: nobody else may look in, and it has a name and a key', async () => {
    const folder = join(temporaryFolder(), 'deep', 'register');
    const register = await writer(folder);
    expect(register.size).toBe(0);
    expect(register.origin).toMatch(/^unforgotten\.local\/[a-z2-7]{8}$/);
    expect(register.verifierKey).toMatch(new RegExp(`^${register.origin}\\+[0-9a-f]{8}\\+.{44}$`));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const file of ['register.sqlite', join('keys', 'signing-key')]) {
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    }
  });

  it('keeps what it was told, and says the same when it is opened again', async () => {
    const folder = temporaryFolder();
    const register = await writer(folder);
    expect(await register.addReport(release)).toEqual({ number: 0, claims: [1, 2], already: false });
    expect(await register.decide('Alena', [{ decision: 'accept', claim: 1, reason: 'read it' }])).toEqual([3]);
    const said = {
      entries: register.entries(),
      lines: register.lines(),
      root: register.root(),
      state: register.state(),
    };
    await register.close();
    const again = await openRegister({ folder, mode: 'read' }, effects);
    expect(again.entries()).toEqual(said.entries);
    expect(again.lines()).toEqual(said.lines);
    expect(again.root()).toBe(said.root);
    expect(plain(again.state())).toEqual(plain(said.state));
    expect(plain(again.state())).toEqual(plain(rebuild(again.entries())));
    expect(again.sealed(3).line).toBe(said.lines[3]);
    expect(await again.report(0)).toEqual(release.report);
    expect(Buffer.from(await again.original(0)).equals(release.bytes)).toBe(true);
    expect(again.verifierKey).toBe(register.verifierKey);
    await again.close();
  });

  it('signs with its key, and anybody who has the public one can check it', async () => {
    const register = await writer(temporaryFolder());
    const text = checkpointText({ origin: register.origin, size: 0, root: Buffer.from(register.root(), 'base64') });
    expect(openCheckpoint(register.sign(text), register.verifierKey)).toMatchObject({ size: 0 });
  });

  it('records an edition', async () => {
    const register = await writer(temporaryFolder());
    const edition = { on: '2025-12-20', size: 0, root: register.root(), pages: 1, pagesRoot: register.root() };
    await register.recordEdition(edition);
    expect(register.state().editions).toEqual([{ number: 0, entered: clock.instant, edition }]);
  });

  it('never lets time go backwards, whatever the clock does', async () => {
    const register = await writer(temporaryFolder());
    const at = clock.instant;
    await register.addReport(release);
    clock.instant = '2025-12-01T00:00:00Z';
    await register.decide('Alena', [{ decision: 'accept', claim: 1, reason: 'read it' }]);
    clock.instant = at;
    expect(register.entries().map(({ entered }) => entered)).toEqual([at, at, at, at]);
  });
});

describe('adding a report', () => {
  it('a second time adds nothing and says where it is', async () => {
    const register = await writer(temporaryFolder());
    await register.addReport(release);
    const again = await register.addReport({
      ...release,
      address: 'the same under another name.html',
      author: 'Maryna',
    });
    expect(again).toEqual({ number: 0, claims: [1, 2], already: true });
    expect(register.size).toBe(3);
  });

  it('of a file with several tells them apart by their addresses', async () => {
    const register = await writer(temporaryFolder());
    const first = { ...release, part: true, address: 'feed.xml#1' };
    const second = { ...release, part: true, address: 'feed.xml#2' };
    expect(await register.addReport(first)).toMatchObject({ number: 0, already: false });
    expect(await register.addReport(second)).toMatchObject({ number: 3, already: false });
    expect(await register.addReport(first)).toEqual({ number: 0, claims: [1, 2], already: true });
  });

  it('whose claim is not borne out by its words adds nothing at all', async () => {
    const folder = temporaryFolder();
    const register = await writer(folder);
    const [claim] = release.claims;
    const forged = {
      ...release,
      claims: [...release.claims, { ...claim, passage: { start: 0, end: 4, text: 'free' } }],
    };
    await expect(register.addReport(forged as typeof release)).rejects.toThrow(
      /^report\.txt cannot be added: the passage of this released claim does not stand at 0–4/,
    );
    await expect(register.addReport({ ...release, author: ' ' })).rejects.toThrow('needs its author');
    expect(register.size).toBe(0);
    await register.close();
    const file = new SQLite(join(folder, 'register.sqlite'));
    expect(file.prepare('select count(*) as n from original').get()).toEqual({ n: 0 });
    file.close();
  });

  it('many at once enters each of them once', async () => {
    const register = await writer(temporaryFolder());
    const numbers = Array.from({ length: 40 }, (_, n) => n % 30);
    const reports = numbers.map((n) => reportOf([`Паведамленне ${n}`], []));
    const added = await Promise.all(reports.map((report) => register.addReport(report)));
    expect(added.map(({ number }) => number)).toEqual(numbers);
    expect(register.size).toBe(30);
  });
});

describe('decisions', () => {
  it('are entered all or none', async () => {
    const register = await writer(temporaryFolder());
    await register.addReport(release);
    const late = register.decide('Alena', [
      { decision: 'accept', claim: 1, reason: 'read it' },
      { decision: 'refuse', claim: 77, reason: 'no such claim' },
    ]);
    await expect(late).rejects.toThrow('There is no claim 77');
    expect(register.size).toBe(3);
  });

  it('are checked on what the ones before them made of the register', async () => {
    const register = await writer(temporaryFolder());
    await register.addReport(release);
    const twice = { decision: 'accept', claim: 1, reason: 'read it' } as const;
    await expect(register.decide('Alena', [twice, twice])).rejects.toThrow('accepted already');
    const both = await Promise.allSettled([register.decide('Alena', [twice]), register.decide('Maryna', [twice])]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('amend a claim to what its report says, and to nothing else', async () => {
    const register = await writer(temporaryFolder());
    await register.addReport(release);
    const claim = register.state().claims.get(2)?.claim;
    if (!claim) throw new Error('no claim');
    const amended = { ...claim, count: 1_222, subset: 'women' };
    await register.decide('Alena', [{ decision: 'amend', claim: 2, amended, reason: 'it is of women' }]);
    const invented = { ...amended, passage: { start: 0, end: 3, text: 'all' } };
    await expect(
      register.decide('Alena', [{ decision: 'amend', claim: 2, amended: invented, reason: 'I know it' }]),
    ).rejects.toThrow('The amendment of claim 2 cannot be made');
    expect(register.state().claims.get(2)?.claim.subset).toBe('women');
  });

  it('amend the names of a claim and link the new one, together', async () => {
    const register = await writer(temporaryFolder());
    await register.addReport(release);
    const claim = register.state().claims.get(1)?.claim;
    if (!claim) throw new Error('no claim');
    const amend = {
      decision: 'amend',
      claim: 1,
      amended: { ...claim, persons: ['Калеснікава Марыя'] },
      reason: 'her own order',
    } as const;
    const link = {
      decision: 'link',
      claim: 1,
      person: 'aaaaaaaaaaaaaaaa',
      verdict: 'same',
      reason: 'it is her',
    } as const;
    await expect(register.decide('Alena', [amend, { ...link, name: 'Марыя Калеснікава' }])).rejects.toThrow(
      'Claim 1 does not name Марыя Калеснікава: it names Калеснікава Марыя',
    );
    await register.decide('Alena', [amend, { ...link, name: 'Калеснікава Марыя' }]);
    expect([...register.state().persons.keys()]).toEqual(['aaaaaaaaaaaaaaaa']);
  });

  it('of an earlier day are answered as they stood then', async () => {
    const register = await writer(temporaryFolder());
    const at = clock.instant;
    await register.addReport(release);
    clock.instant = '2025-12-18T10:00:00Z';
    await register.decide('Alena', [{ decision: 'accept', claim: 1, reason: 'read it' }]);
    clock.instant = at;
    expect(register.stateKnownOn('2025-12-17').claims.get(1)?.status).toBe('waiting');
    expect(register.stateKnownOn('2025-12-18').claims.get(1)?.status).toBe('accepted');
    expect(register.stateKnownOn('2025-12-01').claims.size).toBe(0);
    await register.decide('Maryna', [{ decision: 'refuse', claim: 1, reason: 'a namesake' }]);
    expect(register.stateKnownOn('2025-12-18').claims.get(1)?.status).toBe('refused');
  });
});

describe('a register that cannot be opened is told in one sentence:', () => {
  const told = async (folder: string, mode: 'read' | 'write'): Promise<string> => {
    const opened = openRegister({ folder, mode }, effects);
    const error = await opened.then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Refused);
    expect((error as Refused).message).toMatch(/^[A-Z/].*[^.]\.$/s);
    return (error as Refused).message;
  };
  const filled = async (): Promise<string> => {
    const folder = temporaryFolder();
    const register = await writer(folder);
    await register.addReport(release);
    await register.close();
    return folder;
  };

  it('a folder without one', async () => {
    const folder = join(temporaryFolder(), 'nothing');
    expect(await told(folder, 'read')).toBe(
      `There is no register in ${folder}: start one with unforgotten add FILE, or name another with --register.`,
    );
    expect(existsSync(folder)).toBe(false);
  });

  it('a folder where a file is in the way', async () => {
    const folder = join(temporaryFolder(), 'file');
    writeFileSync(folder, 'a letter');
    expect(await told(folder, 'write')).toContain('a file is in the way');
    expect(await told(join(folder, 'below'), 'write')).toContain('a file is in the way');
  });

  it.skipIf(process.platform !== 'linux')('a place where no folder can be made', async () => {
    expect(await told('/proc/register', 'write')).toContain('No folder can be made at /proc/register');
  });

  it('a file that is no database', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'register.sqlite'), 'a letter to my mother '.repeat(500));
    for (const mode of ['read', 'write'] as const) {
      expect(await told(folder, mode)).toContain('is no register: restore it from a backup');
    }
  });

  it('a database of something else', async () => {
    const folder = temporaryFolder();
    const other = new SQLite(join(folder, 'register.sqlite'));
    other.exec('create table entry (guest text)');
    other.close();
    expect(await told(folder, 'read')).toContain('There is no register');
    expect(await told(folder, 'write')).toContain('holds tables of something else');
  });

  it('one of a newer version', async () => {
    const folder = await filled();
    change(folder, "insert into migration values (99, 'wings')");
    expect(await told(folder, 'read')).toContain('written by a newer version of unforgotten (format 99');
    expect(await told(folder, 'write')).toContain('install that version');
  });

  it.each([
    ['a line was changed', `update entry set line = replace(line, '"v":1', '"v":2') where number = 1`],
    ['content was changed', "update disclosure set text = 'WyJzYWx0Il0' where number = 1 and place = 2"],
    ['content was taken away', 'delete from disclosure where number = 2 and place = 0'],
    ['the last entry was cut off', 'delete from disclosure where number = 2; delete from entry where number = 2'],
  ])('one in which %s', async (_, sql) => {
    const folder = await filled();
    change(folder, sql);
    expect(await told(folder, 'read')).toMatch(/restore (it|the register) from a backup/);
    expect(await told(folder, 'write')).toMatch(/restore (it|the register) from a backup/);
  });

  it('one whose key is that of another', async () => {
    const [folder, other] = [await filled(), await filled()];
    const key = join('keys', 'signing-key');
    writeFileSync(join(folder, key), readFileSync(join(other, key)));
    expect(await told(folder, 'write')).toContain('is that of another register');
    writeFileSync(join(folder, key), 'gone');
    expect(await told(folder, 'write')).toContain('The key of the register is damaged');
  });

  it('one whose key is lost opens, and signs nothing', async () => {
    const folder = await filled();
    rmSync(join(folder, 'keys'), { recursive: true });
    const register = await writer(folder);
    expect(() => register.sign('text\n')).toThrow(
      /^The register's signing key is not in .*: put it back from a backup/,
    );
    expect(readdirSync(folder)).not.toContain('keys');
  });

  it('one that belongs to somebody else', async () => {
    const folder = await filled();
    const messages = await unprivileged(folder, 0o000, async () => [
      await told(folder, 'read'),
      await told(folder, 'write'),
    ]);
    for (const message of messages) expect(message).toContain('may not be opened by you');
  });

  it('one on a disk that is read-only, for who wants to write', async () => {
    const folder = await filled();
    const message = await unprivileged(folder, 0o555, () => told(folder, 'write'));
    expect(message).toMatch(/may not be opened by you|is read-only/);
  });
});

test('a register on a disk that is read-only is read all the same', async () => {
  const folder = temporaryFolder();
  const register = await writer(folder);
  await register.addReport(release);
  await register.close();
  const read = await unprivileged(folder, 0o555, async () => {
    const reader = await openRegister({ folder, mode: 'read' }, effects);
    const report = await reader.report(0);
    await reader.close();
    return report;
  });
  expect(read).toEqual(release.report);
});

test('a reading that was changed is found when it is read back', async () => {
  const folder = temporaryFolder();
  const register = await writer(folder);
  await register.addReport(release);
  await register.close();
  change(folder, "update original set bytes = replace(cast(bytes as text), '1,222', '9,222')");
  const again = await writer(folder);
  await expect(again.report(0)).rejects.toThrow(/is not as it was kept .*: restore the register from a backup\.$/);
  await expect(again.original(0)).rejects.toThrow('is not as it was kept');
  await expect(again.report(1)).rejects.toThrow('There is no report 1 in the register');
});

test('a claim whose words do not stand in its report is found when the report is read', async () => {
  const folder = temporaryFolder();
  const register = await writer(folder);
  await register.addReport(release);
  await register.close();
  // Entered past the register, as by somebody who has the file: sealed as it should be, but not borne out.
  const database = openSqlite(join(folder, 'register.sqlite'), 'write', folder);
  const body = { report: 0, kind: 'released', passage: { start: 0, end: 8, text: 'everyone' } } as const;
  const entry: Entry = { number: 3, entered: clock.instant, author: 'Alena', kind: 'claim', body };
  await entryShelf(database).append([seal(entry, { salt: () => 's'.repeat(43) })], 3);
  await database.close();
  const again = await writer(folder);
  await expect(again.report(0)).rejects.toThrow(/^Claim 3 is damaged, the passage .* does not stand .*: restore the/);
});

test.each([
  [{ UNFORGOTTEN_HOME: '/srv/register', XDG_DATA_HOME: '/x' }, 'linux', '/srv/register'],
  [{ HOME: '/home/alena' }, 'linux', '/home/alena/.local/share/unforgotten'],
  [{ HOME: '/home/alena', XDG_DATA_HOME: '/data' }, 'linux', '/data/unforgotten'],
  [{ HOME: '/home/alena', XDG_DATA_HOME: 'data' }, 'linux', '/home/alena/.local/share/unforgotten'],
  [{ HOME: '/Users/alena' }, 'darwin', '/Users/alena/Library/Application Support/unforgotten'],
  [{ APPDATA: '/c/alena/Roaming' }, 'win32', '/c/alena/Roaming/unforgotten'],
] as const)('where nobody says, %o on %s keeps the register in %s', (env, platform, folder) => {
  expect(defaultFolder(env, platform)).toBe(folder);
});

test.each([
  // RFC 4648, section 10, in lower case and without padding.
  ['', ''],
  ['f', 'my'],
  ['fo', 'mzxq'],
  ['foo', 'mzxw6'],
  ['foob', 'mzxw6yq'],
  ['fooba', 'mzxw6ytb'],
  ['foobar', 'mzxw6ytboi'],
])('base 32 of "%s" is "%s"', (text, encoded) => {
  expect(base32(new TextEncoder().encode(text))).toBe(encoded);
});

function change(folder: string, sql: string): void {
  const file = new SQLite(join(folder, 'register.sqlite'));
  file.exec(sql);
  file.close();
}

// Root may do everything anywhere, so the work is done as nobody.
async function unprivileged<T>(folder: string, mode: number, work: () => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0;
  chmodSync(folder, mode);
  if (mode !== 0) chmodSync(join(folder, 'register.sqlite'), mode);
  if (isRoot) process.seteuid?.('nobody');
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o700);
  }
}
