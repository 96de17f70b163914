import type { NoteKey } from '../register/note.ts';
import { Refused } from '../text/refusal.ts';
import { base32 } from './base32.ts';
import type { Database } from './database.ts';
import { keyFile, keyIn, makeKey } from './keys.ts';

/** Who a register is to those who check it: its name and its public key. */
export interface Identity {
  readonly origin: string;
  readonly verifierKey: string;
}

const BYTES_OF_A_SEED = 32;
const BYTES_OF_A_NAME = 5;

/** The identity of a register, or null where it has none yet. */
export async function identityOf(database: Database): Promise<Identity | null> {
  const settings = await database.read((db) => db.selectFrom('setting').selectAll().execute());
  const value = (name: string) => settings.find((one) => one.name === name)?.value;
  const [origin, verifierKey] = [value('origin'), value('verifier key')];
  return origin === undefined || verifierKey === undefined ? null : { origin, verifierKey };
}

/** Gives a new register its name and its key. A key that a crash left in the folder is taken up, with its name. */
export async function establish(
  database: Database,
  folder: string,
  random: (bytes: number) => Uint8Array,
): Promise<Identity> {
  const name = `unforgotten.local/${base32(random(BYTES_OF_A_NAME))}`;
  const { name: origin, verifierKey } = keyIn(folder) ?? makeKey(folder, name, random(BYTES_OF_A_SEED));
  const rows = [
    { name: 'origin', value: origin },
    { name: 'verifier key', value: verifierKey },
  ];
  await database.change(async (db) => {
    await db.insertInto('setting').values(rows).execute();
  });
  return { origin, verifierKey };
}

/**
 * The register's secret key, or null where it is not in the folder: a copy of the register may do without. Throws
 * `Refused` where the key there is another's.
 */
export function secretKey({ verifierKey }: Identity, folder: string): NoteKey | null {
  const key = keyIn(folder);
  if (!key || key.verifierKey === verifierKey) return key;
  throw new Refused(
    `The key in ${keyFile(folder)} is that of another register: put this register's own key back from a backup.`,
  );
}

/** The key to sign with. Throws `Refused` where it is not in the folder. */
export function signingKey(identity: Identity, folder: string): NoteKey {
  const key = secretKey(identity, folder);
  if (key) return key;
  throw new Refused(
    `The register's signing key is not in ${keyFile(folder)}: put it back from a backup; nothing can be signed without it.`,
  );
}
