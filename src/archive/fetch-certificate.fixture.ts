import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A key with the certificate that vouches for it. */
export interface Certified {
  readonly key: KeyObject;
  /** PEM. */
  readonly certificate: string;
  readonly name: string;
}

/** What a certificate says. */
export interface Said {
  readonly name: string;
  /** The hosts it is for; none for an authority. */
  readonly hosts?: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
  /** Who vouches for it; itself where nobody does. */
  readonly by?: Certified;
}

const YEAR_MS = 365 * 24 * 3600 * 1000;

/**
 * Makes a key (ECDSA on P-256) and a certificate for it: X.509 version 3 as RFC 5280 has it, written in DER by hand, so
 * that tests need no other program.
 */
export function certified({ name, hosts = [], from, to, by }: Said): Certified {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const now = Date.now();
  const body = sequence(
    context(0, integer(2)),
    tlv(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    nameOf(by?.name ?? name),
    sequence(time(from ?? new Date(now - YEAR_MS)), time(to ?? new Date(now + YEAR_MS))),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    context(3, sequence(hosts.length > 0 ? alternativeNames(hosts) : AUTHORITY)),
  );
  const signature = sign('sha256', body, by?.key ?? privateKey);
  const der = sequence(body, ECDSA_WITH_SHA256, tlv(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  const certificate = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
  return { key: createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' })), certificate, name };
}

/** Tag, length and value (X.690). */
function tlv(tag: number, value: Uint8Array): Buffer {
  const { length } = value;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), value]);
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return tlv(0x30, Buffer.concat(parts));
}

function context(number: number, value: Uint8Array): Buffer {
  return tlv(0xa0 + number, value);
}

function integer(value: number): Buffer {
  return tlv(0x02, Buffer.from([value]));
}

/** An object identifier of parts below 128 but for those given as two septets. */
function identifier(...bytes: readonly number[]): Buffer {
  return tlv(0x06, Buffer.from(bytes));
}

// 1.2.840.10045.4.3.2
const ECDSA_WITH_SHA256 = sequence(identifier(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));
// basicConstraints (2.5.29.19), critical: this is an authority.
const AUTHORITY = sequence(
  identifier(0x55, 0x1d, 0x13),
  tlv(0x01, Buffer.from([0xff])),
  tlv(0x04, sequence(tlv(0x01, Buffer.from([0xff])))),
);

/** subjectAltName (2.5.29.17) with names of hosts. */
function alternativeNames(hosts: readonly string[]): Buffer {
  const names = sequence(...hosts.map((host) => tlv(0x82, Buffer.from(host, 'latin1'))));
  return sequence(identifier(0x55, 0x1d, 0x11), tlv(0x04, names));
}

/** A distinguished name of a common name (2.5.4.3) alone. */
function nameOf(name: string): Buffer {
  return sequence(tlv(0x31, sequence(identifier(0x55, 0x04, 0x03), tlv(0x0c, Buffer.from(name, 'utf8')))));
}

/** UTCTime: to the second, in UTC. */
function time(date: Date): Buffer {
  return tlv(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`, 'latin1'));
}
