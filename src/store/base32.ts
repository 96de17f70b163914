const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** Bytes in base 32 (RFC 4648, section 6), in lower case and without padding: 5 bytes are 8 characters. */
export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}
