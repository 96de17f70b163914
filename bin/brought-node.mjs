// The Node 24 that the package brings as an optional dependency, one package a platform. It is looked up here and
// not through node_modules/.bin: npm 10 takes that link away again when it discards the other platforms' packages.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

/** The path of a Node 24 or later: the one that runs this, or the one the package brings. Null where there is none. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const require = createRequire(import.meta.url);
  const windows = process.platform === 'win32';
  const platform = windows ? 'win' : process.platform;
  for (const name of [`node-${platform}-${process.arch}`, `node-bin-${platform}-${process.arch}`]) {
    try {
      return join(dirname(require.resolve(`${name}/package.json`)), 'bin', windows ? 'node.exe' : 'node');
    } catch {
      // Not brought under this name.
    }
  }
  return null;
}

/** Ends with one sentence where there is no Node 24. */
export function requireNode24() {
  const node = node24();
  if (node !== null) return node;
  process.stderr.write(
    `unforgotten needs Node 24, which its package brings for most platforms, but not for ${process.platform}-${process.arch} here: install it again with optional dependencies, or run it with Node 24.\n`,
  );
  process.exit(1);
}

/** Runs a program in this one's place: its streams, its signals, its exit code. */
export function become(program, args, options = {}) {
  const child = spawn(program, args, { stdio: 'inherit', ...options });
  // A signal sent to this process alone is passed on. Ctrl-C reaches the child by itself, as it is in the same group, so
  // SIGINT is passed on as SIGTERM: a second SIGINT would mean that the person cannot wait.
  process.on('SIGINT', () => child.kill('SIGTERM'));
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`${program} could not be started: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    process.exit(signal === null ? code : 128 + constants.signals[signal]);
  });
}
