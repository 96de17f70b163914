import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { Refused } from '../text/refusal.ts';

/**
 * A key that signs notes, with its public half. `signerKey` is the secret.
 *
 * @example
 * const key = newKey('unforgotten.example/register', randomBytes(32));
 * key.verifierKey // 'unforgotten.example/register+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
 */
export interface NoteKey {
  readonly name: string;
  readonly verifierKey: string;
  /** As Go's sumdb/note writes it: `PRIVATE+KEY+name+hash+base64`. */
  readonly signerKey: string;
}

/**
 * A note whose signature was checked.
 *
 * @example
 * { text: 'unforgotten.example/register\n57\nq83v…\n', signedBy: 'unforgotten.example/register' }
 */
export interface OpenedNote {
  /** What was signed, with its last line break. */
  readonly text: string;
  readonly signedBy: string;
}

// Signed notes after C2SP signed-note; only its Ed25519 signatures (type 0x01).
const ED25519 = 0x01;
const BYTES_OF_A_KEY = 32;
const MOST_SIGNATURES = 100;
// DER of PKCS #8 and SPKI around the 32 bytes of an Ed25519 key (RFC 8410): the form node:crypto takes them in.
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

/** Makes a key from its name and 32 random bytes. Throws Refused where the name may not be a key's. */
export function newKey(name: string, seed: Uint8Array): NoteKey {
  if (!isKeyName(name)) {
    throw new Refused(
      `"${name}" cannot name a key: use an address without spaces and plus signs, example.org/register.`,
    );
  }
  if (seed.length !== BYTES_OF_A_KEY) throw new RangeError(`a seed of ${seed.length} bytes where 32 are needed`);
  const publicKey = publicBytes(privateKeyOf(seed));
  const id = keyId(name, publicKey).toString('hex');
  return {
    name,
    verifierKey: `${name}+${id}+${base64(ED25519, publicKey)}`,
    signerKey: `PRIVATE+KEY+${name}+${id}+${base64(ED25519, seed)}`,
  };
}

/** Reads a key back from its secret half. Throws Refused, without showing it, where it is none. */
export function keyFrom(signerKey: string): NoteKey {
  const parts = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(signerKey.trim());
  const [, name = '', id, encoded = ''] = parts ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const key =
    parts && isKeyName(name) && bytes.length === BYTES_OF_A_KEY + 1 && bytes[0] === ED25519
      ? newKey(name, bytes.subarray(1))
      : null;
  if (!key || key.verifierKey.split('+')[1] !== id) {
    throw new Refused('The key of the register is damaged: put the key file back from a backup.');
  }
  return key;
}

/**
 * Signs a text: the text, an empty line, and a signature line for each key.
 *
 * @param text ends with a line break and holds no other control characters; RangeError otherwise.
 */
export function signNote(text: string, ...keys: readonly NoteKey[]): string {
  if (!isNoteText(text)) throw new RangeError('a note ends with a line break and holds no other control characters');
  const lines = keys.map(({ name, signerKey }) => {
    const privateKey = privateKeyOf(Buffer.from(lastPart(signerKey), 'base64').subarray(1));
    const signature = sign(null, Buffer.from(text), privateKey);
    return `— ${name} ${Buffer.concat([keyId(name, publicBytes(privateKey)), signature]).toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
}

/**
 * Reads a signed note and checks the signatures of the keys given. Signatures of other keys are passed over; one of a
 * known key that does not hold spoils the note.
 *
 * @param verifierKeys as C2SP writes them: `name+hash+base64`.
 * @throws Refused where the note is none, a known key's signature does not hold, or no known key signed.
 */
export function openNote(note: string, ...verifierKeys: readonly string[]): OpenedNote {
  const { text, signatures } = partsOf(note);
  const known = verifierKeys.map(verifierOf);
  const valid = new Set<string>();
  for (const { name, bytes } of signatures) {
    const key = known.find((one) => one.name === name && one.id.equals(bytes.subarray(0, 4)));
    if (!key) continue;
    if (!verify(null, Buffer.from(text), key.publicKey, bytes.subarray(4))) {
      throw new Refused(`The signature of ${name} does not hold: the text was changed after it was signed.`);
    }
    valid.add(name);
  }
  const signedBy = known.find(({ name }) => valid.has(name))?.name;
  if (signedBy === undefined)
    throw new Refused('The note is not signed by a key that is known: ask for the right key.');
  return { text, signedBy };
}

function partsOf(note: string): { text: string; signatures: { name: string; bytes: Buffer }[] } {
  const unreadable = new Refused('This is no signed note: it needs a text, an empty line and signatures.');
  const at = note.lastIndexOf('\n\n');
  if (at < 0) throw unreadable;
  const text = note.slice(0, at + 1);
  const lines = note.slice(at + 2).split('\n');
  if (!isNoteText(text) || lines.pop() !== '' || lines.length === 0 || lines.length > MOST_SIGNATURES) throw unreadable;
  const signatures = lines.map((line) => {
    const [, name = '', encoded = ''] = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u.exec(line) ?? [];
    const bytes = Buffer.from(encoded, 'base64');
    if (!isKeyName(name) || bytes.length < 5 || bytes.toString('base64') !== encoded) throw unreadable;
    return { name, bytes };
  });
  return { text, signatures };
}

function verifierOf(verifierKey: string): { name: string; id: Buffer; publicKey: KeyObject } {
  const [, name = '', hash = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(verifierKey) ?? [];
  const bytes = Buffer.from(encoded, 'base64');
  const id = keyId(name, bytes.subarray(1));
  if (!isKeyName(name) || bytes.length !== BYTES_OF_A_KEY + 1 || bytes[0] !== ED25519 || id.toString('hex') !== hash) {
    throw new Refused(`"${verifierKey}" is no Ed25519 key of the form name+hash+key: copy it again in full.`);
  }
  const der = Buffer.concat([PUBLIC_PREFIX, bytes.subarray(1)]);
  return { name, id, publicKey: createPublicKey({ key: der, format: 'der', type: 'spki' }) };
}

function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\s+\p{Cc}\p{Zs}]+$/u.test(name);
}

function isNoteText(text: string): boolean {
  return text.isWellFormed() && text.endsWith('\n') && !/[\0-\x09\x0b-\x1f]/.test(text);
}

function keyId(name: string, publicKey: Uint8Array): Buffer {
  return createHash('sha256')
    .update(`${name}\n`)
    .update(Uint8Array.of(ED25519))
    .update(publicKey)
    .digest()
    .subarray(0, 4);
}

function privateKeyOf(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PRIVATE_PREFIX, seed]), format: 'der', type: 'pkcs8' });
}

function publicBytes(privateKey: KeyObject): Buffer {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_PREFIX.length);
}

function base64(type: number, key: Uint8Array): string {
  return Buffer.concat([Uint8Array.of(type), key]).toString('base64');
}

// The base64 of a key may hold plus signs itself, so the last part is found by counting from the left.
function lastPart(signerKey: string): string {
  return signerKey.split('+').slice(4).join('+');
}
