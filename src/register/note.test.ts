import { describe, expect, test } from 'vitest';
import { keyFrom, newKey, openNote, signNote } from './note.ts';

// The published examples of Go's sumdb/note and of C2SP signed-note: keys, texts and signatures that are not ours.
const NEUMANN = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const NEUMANN_PUBLIC = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const SIGNED = `${TEXT}
— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;
const EXAMPLE_KEY = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const EXAMPLE = `This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

const ours = newKey('unforgotten.example/register', Buffer.alloc(32, 7));
const other = newKey('unforgotten.example/register', Buffer.alloc(32, 8));

describe('keys', () => {
  test('a published secret key gives its published public key', () => {
    expect(keyFrom(NEUMANN).verifierKey).toBe(NEUMANN_PUBLIC);
  });

  test('a key written and read back is the same', () => {
    expect(keyFrom(`${ours.signerKey}\n`)).toEqual(ours);
  });

  test.each(['', 'two words', 'a+b', 'tab\there', 'non\u00a0breaking'])('cannot be called %j', (name) => {
    expect(() => newKey(name, Buffer.alloc(32))).toThrow('cannot name a key');
  });

  test.each([
    NEUMANN.replace('c74f20a3', 'c74f20a4'),
    NEUMANN.replace('PeterNeumann', 'EnochRoot'),
    NEUMANN.slice(0, -4),
    'hello',
  ])('that are damaged are refused without being shown: %#', (signerKey) => {
    expect(() => keyFrom(signerKey)).toThrow(
      'The key of the register is damaged: put the key file back from a backup.',
    );
  });
});

describe('signing', () => {
  test('gives the published signature, byte for byte', () => {
    expect(signNote(TEXT, keyFrom(NEUMANN))).toBe(SIGNED);
  });

  test.each(['no line break', 'a tab\t\n', 'a bell\x07\n', ''])('refuses %j', (text) => {
    expect(() => signNote(text, ours)).toThrow(RangeError);
  });
});

describe('opening', () => {
  test.each([
    [EXAMPLE, EXAMPLE_KEY, 'This is an example message.\n'],
    [SIGNED, NEUMANN_PUBLIC, TEXT],
  ])('a published note: %#', (note, key, text) => {
    expect(openNote(note, key).text).toBe(text);
  });

  test('passes over signatures of keys it does not know, also of the same name', () => {
    const note = signNote('hello\n', other, ours, keyFrom(NEUMANN));
    expect(openNote(note, ours.verifierKey)).toEqual({ text: 'hello\n', signedBy: ours.name });
  });

  test('keeps an empty line inside the text', () => {
    expect(openNote(signNote('one\n\ntwo\n', ours), ours.verifierKey).text).toBe('one\n\ntwo\n');
  });

  test.each([
    ['a changed text', SIGNED.replace('answer', 'Answer'), NEUMANN_PUBLIC, 'does not hold'],
    ['a changed signature', SIGNED.replace('ZJku', 'ZJkv'), NEUMANN_PUBLIC, 'does not hold'],
    ['another key', SIGNED, EXAMPLE_KEY, 'not signed by a key that is known'],
    ['no signature', 'hello\n\n', NEUMANN_PUBLIC, 'no signed note'],
    ['no empty line', 'hello\n', NEUMANN_PUBLIC, 'no signed note'],
    ['a hyphen for the dash', SIGNED.replace('— ', '- '), NEUMANN_PUBLIC, 'no signed note'],
    ['a cut off last line', SIGNED.slice(0, -1), NEUMANN_PUBLIC, 'no signed note'],
    ['a signature too short', SIGNED.replace(/x08.*=/, 'x08g'), NEUMANN_PUBLIC, 'no signed note'],
    ['base64 with loose bits', SIGNED.replace('nAM=', 'nAN='), NEUMANN_PUBLIC, 'no signed note'],
    ['a control character', SIGNED.replace('answer', 'ans\twer'), NEUMANN_PUBLIC, 'no signed note'],
    ['a key with the wrong hash', SIGNED, NEUMANN_PUBLIC.replace('c74f', 'c75f'), 'no Ed25519 key'],
    ['a key cut off', SIGNED, NEUMANN_PUBLIC.slice(0, -4), 'no Ed25519 key'],
  ])('refuses %s', (_, note, key, sentence) => {
    expect(() => openNote(note, key)).toThrow(sentence);
  });

  test('refuses a note one of whose known signatures is spoiled, though another holds', () => {
    const note = signNote('hello\n', ours, other).replace(
      /(— .* .{20})(.)/,
      (_, head, c) => head + (c === 'A' ? 'B' : 'A'),
    );
    expect(() => openNote(note, ours.verifierKey, other.verifierKey)).toThrow('does not hold');
  });
});
