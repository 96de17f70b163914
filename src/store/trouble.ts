import { Refused } from '../text/refusal.ts';

// What disks and servers say, and what we make of it. The codes of PostgreSQL are those of its manual, appendix A.
const SENTENCES: readonly (readonly [RegExp, (place: string, code: string) => string])[] = [
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG|53100)$/,
    (place) => `The disk that holds ${place} is full: free some space and do it again; nothing was changed.`,
  ],
  [
    /^SQLITE_IOERR/,
    (place, code) =>
      `The disk that holds ${place} cannot be read or written (${code}): see whether it is full or failing, then do it again; nothing was changed.`,
  ],
  [
    /^(SQLITE_READONLY.*|EROFS|25006)$/,
    (place) => `${place} is read-only: make it writable or work on a copy; nothing was changed.`,
  ],
  [
    /^(SQLITE_CANTOPEN.*|EACCES|EPERM|42501)$/,
    (place) => `${place} may not be opened by you: change its permissions or name another place.`,
  ],
  [
    /^(ENOTDIR|EEXIST|EISDIR)$/,
    (place) => `${place} cannot be a register's folder, a file is in the way: name another with --register.`,
  ],
  [/^ENOENT$/, (place) => `No folder can be made at ${place}: name another with --register.`],
  [/^SQLITE_NOTADB$/, (place) => `The file register.sqlite in ${place} is no register: restore it from a backup.`],
  [/^(SQLITE_CORRUPT.*|XX00[12])$/, (place) => `The register in ${place} is damaged: restore it from a backup.`],
  [
    /^(SQLITE_BUSY.*|SQLITE_LOCKED.*|55P03|40P01)$/,
    (place) => `The register in ${place} is busy in another process: try again in a moment; nothing was changed.`,
  ],
  [
    /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|57P0[123]|08\w{3})$/,
    (place, code) =>
      `The database at ${place} does not answer (${code}): see whether the server runs and DATABASE_URL is right.`,
  ],
  [
    /^(28P01|28000)$/,
    (place) => `The database at ${place} does not let you in: check the name and password in DATABASE_URL.`,
  ],
  [/^3D000$/, (place) => `There is no database at ${place}: create it on the server or correct DATABASE_URL.`],
  [/^53300$/, (place) => `The database at ${place} has no connection left: try again in a moment.`],
  [/^42P07$/, (place) => `${place} holds tables of something else: give the register a database of its own.`],
];

/** Does some work; where the disk or the server fails it, throws `Refused` in one sentence about that place. */
export async function toldPlainly<T>(place: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw plain(place, error);
  }
}

/** The error as a person should hear of it: `Refused` where it is trouble of disk or server, else as it was. */
export function plain(place: string, error: unknown): unknown {
  const code = codeOf(error);
  const sentence = SENTENCES.find(([pattern]) => pattern.test(code))?.[1];
  return sentence ? new Refused(sentence(place, code), { cause: error }) : error;
}

function codeOf(error: unknown): string {
  // A host with several addresses fails with an AggregateError, whose own code is empty in some versions of Node.
  const inner = error instanceof AggregateError ? error.errors[0] : error;
  if (!(inner instanceof Error)) return '';
  // pg rejects with a bare Error where the server goes away in the middle of a query, or was gone before it.
  if (/^Connection terminated|is not queryable$/.test(inner.message)) return 'ECONNRESET';
  // SQLite has one code for every fault of a statement; PostgreSQL has this one of its own.
  if (/^table \S+ already exists$/.test(inner.message)) return '42P07';
  return 'code' in inner ? String(inner.code) : '';
}
