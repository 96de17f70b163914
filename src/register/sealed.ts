import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as z from 'zod';
import { Refused } from '../text/refusal.ts';
import type { Entry, EntryKind } from './entry.ts';
import { BODY_SHAPES } from './shapes.ts';
import type { SealedEntry } from './shelf.ts';

/**
 * Where salts come from: 256 random bits in base64url for every call. Tests state their own.
 *
 * @example
 * const salts: Salts = { salt: () => randomBytes(32).toString('base64url') };
 */
export interface Salts {
  salt(): string;
}

const BYTES_OF_A_SALT = 32;

const LINE = z.strictObject({
  _sd: z.array(z.string()),
  _sd_alg: z.literal('sha-256'),
  kind: z.enum(Object.keys(BODY_SHAPES) as EntryKind[]),
  v: z.literal(1),
});

const DISCLOSURE = z.tuple([z.string(), z.string(), z.unknown()]);

/**
 * Seals an entry: the line commits to every top-level property of the body, to `entered` and to `author`, by the
 * digest of a salted disclosure each (RFC 9901, section 4.2; the line is canonical JSON, RFC 8785). The digests are
 * sorted, so their order says nothing. A property that is undefined is not disclosed.
 *
 * @throws RangeError where the entry has no content or a salt has fewer than 256 bits: faults of ours.
 */
export function seal(entry: Entry, salts: Salts): SealedEntry {
  if (entry.body === null) throw new RangeError(`entry ${entry.number} has no content to seal`);
  const properties = Object.entries({ ...entry.body, entered: entry.entered, author: entry.author });
  const disclosures = properties
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => disclosureOf(freshSalt(salts), name, value));
  const line = canonicalize({ _sd: disclosures.map(digestOf).sort(), _sd_alg: 'sha-256', kind: entry.kind, v: 1 });
  if (line === undefined) throw new RangeError(`entry ${entry.number} has content that JSON cannot write`);
  return { number: entry.number, line, disclosures };
}

/**
 * Opens an entry: checks that every disclosure belongs to the line, none is missing, and the content has the shape
 * its kind asks for. An entry whose disclosures were all shredded opens with body null and `entered` and `author`
 * empty: nothing is left of it but its kind and its place.
 *
 * @throws Refused where the line or a disclosure is not what was sealed.
 */
export function openEntry(sealed: SealedEntry): Entry {
  const line = lineOf(sealed);
  const { number } = sealed;
  if (sealed.disclosures.length === 0) return { number, entered: '', author: '', kind: line.kind, body: null };
  const { entered, author, ...body } = propertiesOf(sealed, line._sd);
  const content = BODY_SHAPES[line.kind].safeParse(body);
  if (typeof entered !== 'string' || typeof author !== 'string' || !content.success) {
    const issue = content.error?.issues[0];
    const what = issue ? `${issue.path.join('.') || 'content'}: ${issue.message}` : 'no day or author';
    throw damaged(number, `is no ${line.kind} as this version knows it (${what})`);
  }
  // The kind picked the shape, so the pair fits; the compiler cannot follow that through the table.
  return { number, entered, author, kind: line.kind, body: content.data } as Entry;
}

/** The disclosure of a property: base64url of the JSON `[salt, name, value]` (RFC 9901, section 4.2.1). */
export function disclosureOf(salt: string, name: string, value: unknown): string {
  const json = canonicalize([salt, name, value]);
  if (json === undefined) throw new RangeError(`${name} cannot be written as JSON`);
  return Buffer.from(json, 'utf8').toString('base64url');
}

/** The digest of a disclosure: base64url of SHA-256 over its ASCII (RFC 9901, section 4.2.3). */
export function digestOf(disclosure: string): string {
  return createHash('sha256').update(disclosure, 'ascii').digest('base64url');
}

function freshSalt(salts: Salts): string {
  const salt = salts.salt();
  if (Buffer.from(salt, 'base64url').length < BYTES_OF_A_SALT) throw new RangeError('a salt has fewer than 256 bits');
  return salt;
}

function lineOf(sealed: SealedEntry): z.infer<typeof LINE> {
  const json = parsed(sealed.line);
  const line = LINE.safeParse(json);
  if (!line.success || canonicalize(json) !== sealed.line) throw damaged(sealed.number, 'has a line that is not ours');
  return line.data;
}

function propertiesOf(sealed: SealedEntry, digests: readonly string[]): Record<string, unknown> {
  const left = new Set(digests);
  const properties = new Map<string, unknown>();
  for (const disclosure of sealed.disclosures) {
    if (!left.delete(digestOf(disclosure)))
      throw damaged(sealed.number, 'has content that its line does not vouch for');
    const parts = DISCLOSURE.safeParse(parsed(Buffer.from(disclosure, 'base64url').toString('utf8')));
    if (!parts.success || properties.has(parts.data[1])) throw damaged(sealed.number, 'has content nobody can read');
    properties.set(parts.data[1], parts.data[2]);
  }
  if (left.size > 0) throw damaged(sealed.number, `lacks ${left.size} of its ${digests.length} properties`);
  return Object.fromEntries(properties);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function damaged(number: number, how: string): Refused {
  return new Refused(`Entry ${number} of the register ${how}: restore the register from a backup.`);
}
