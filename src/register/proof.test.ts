import { describe, expect, test } from 'vitest';
import { signCheckpoint } from './checkpoint.ts';
import { newKey } from './note.ts';
import { proofText, verifyProof } from './proof.ts';
import { HashTree, leafHash } from './tree.ts';

const key = newKey('unforgotten.example/register', Buffer.alloc(32, 7));
const lines = Array.from({ length: 21 }, (_, i) => `entry ${i}`);
const tree = new HashTree(lines.map(leafHash));
const signed = signCheckpoint({ origin: key.name, size: tree.size, root: tree.root() }, key);
const proof = proofText(13, tree.inclusionProof(13), signed);

test('is three parts: number, hashes, checkpoint', () => {
  expect(proof).toMatch(/^c2sp\.org\/tlog-proof@v1\nindex 13\n(\S{44}\n){5}\nunforgotten\.example\/register\n21\n/);
});

test.each(lines.map((line, index) => ({ line, index })))('$line is shown to be number $index', ({ line, index }) => {
  expect(verifyProof(proofText(index, tree.inclusionProof(index), signed), line, key.verifierKey)).toBe(index);
});

test('of the only entry of a log needs no hash', () => {
  const single = new HashTree([leafHash('alone')]);
  const head = signCheckpoint({ origin: key.name, size: 1, root: single.root() }, key);
  expect(verifyProof(proofText(0, [], head), 'alone', key.verifierKey)).toBe(0);
});

test('may carry extra data', () => {
  expect(verifyProof(proof.replace('index', 'extra aGk=\nindex'), 'entry 13', key.verifierKey)).toBe(13);
});

describe('refused', () => {
  const stranger = newKey('stranger.example/log', Buffer.alloc(32, 9));
  test.each([
    ['another entry', proof, 'entry 14', key.verifierKey, 'does not lead'],
    ['another number', proof.replace('index 13', 'index 12'), 'entry 13', key.verifierKey, 'does not lead'],
    ['a hash left out', proof.replace(/(index 13\n)\S+\n/, '$1'), 'entry 13', key.verifierKey, 'does not lead'],
    ['another key', proof, 'entry 13', stranger.verifierKey, 'not signed by a key that is known'],
    ['a changed checkpoint', proof.replace('\n21\n', '\n22\n'), 'entry 13', key.verifierKey, 'does not hold'],
    ['a leading zero', proof.replace('index 13', 'index 013'), 'entry 13', key.verifierKey, 'no proof'],
    ['another format', proof.replace('@v1', '@v2'), 'entry 13', key.verifierKey, 'no proof'],
    ['nothing', '', 'entry 13', key.verifierKey, 'no proof'],
  ])('%s', (_, text, line, verifierKey, sentence) => {
    expect(() => verifyProof(text, line, verifierKey)).toThrow(sentence);
  });
});
