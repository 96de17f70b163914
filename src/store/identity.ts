import type { NoteKey } from '../register/note.ts';
import { Refused } from '../text/refusal.ts';
import { base32 } from './base32.ts';
import type { Database } from './database.ts';
import { keyFile, keyIn, makeKey } from './keys.ts';

/** Who a register is to those who check it: its name, its public key, and where it is here, the secret one. */
export interface Identity {
  readonly origin: string;
  readonly verifierKey: string;
  readonly key: NoteKey | null;
}

const BYTES_OF_A_SEED = 32;
const BYTES_OF_A_NAME = 5;

/** The identity of a register, or null where it has none yet. Refuses a key file that belongs to another register. */
export async function identityOf(database: Database, folder: string): Promise<Identity | null> {
  const settings = await database.read((db) => db.selectFrom('setting').selectAll().execute());
  const value = (name: string) => settings.find((one) => one.name === name)?.value;
  const origin = value('origin');
  const verifierKey = value('verifier key');
  if (origin === undefined || verifierKey === undefined) return null;
  const key = keyIn(folder);
  if (key && key.verifierKey !== verifierKey) {
    throw new Refused(
      `The key in ${keyFile(folder)} is that of another register: put this register's own key back from a backup.`,
    );
  }
  return { origin, verifierKey, key };
}

/** Gives a new register its name and its key. A key that a crash left in the folder is taken up, with its name. */
export async function establish(
  database: Database,
  folder: string,
  random: (bytes: number) => Uint8Array,
): Promise<Identity> {
  const name = `unforgotten.local/${base32(random(BYTES_OF_A_NAME))}`;
  const key = keyIn(folder) ?? makeKey(folder, name, random(BYTES_OF_A_SEED));
  await database.change(async (db) => {
    const rows = [
      { name: 'origin', value: key.name },
      { name: 'verifier key', value: key.verifierKey },
    ];
    await db.insertInto('setting').values(rows).execute();
  });
  return { origin: key.name, verifierKey: key.verifierKey, key };
}

/** The key to sign with. Throws `Refused` where it is not here. */
export function signingKey({ key }: Identity, folder: string): NoteKey {
  if (key) return key;
  throw new Refused(
    `The register's signing key is not in ${keyFile(folder)}: put it back from a backup; nothing can be signed without it.`,
  );
}
