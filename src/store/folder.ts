import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { plain } from './trouble.ts';

/** Where a register is when nobody says: `UNFORGOTTEN_HOME`, or the folder where this system keeps a person's data. */
export function defaultFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string {
  if (env.UNFORGOTTEN_HOME) return env.UNFORGOTTEN_HOME;
  const home = env.HOME || homedir();
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'unforgotten');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'unforgotten');
  // A relative path in this variable is to be ignored (XDG Base Directory Specification).
  const data = env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : join(home, '.local', 'share');
  return join(data, 'unforgotten');
}

/** Makes a folder that nobody but its owner may look into; one that is there already stays as it is. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw plain(folder, error);
  }
}
