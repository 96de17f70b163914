import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hash } from './tree.ts';
import { EMPTY_ROOT, HashTree, leafHash, rootOf, verifyConsistency, verifyInclusion } from './tree.ts';

// The eight entries and the roots over the first n of them that implementations of RFC 6962 share.
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = ENTRIES.map((hex) => leafHash(Buffer.from(hex, 'hex')));
const hex = (hash: Hash) => Buffer.from(hash).toString('hex');

describe('the root', () => {
  test.each(ROOTS.map((root, size) => ({ size, root })))(
    'over $size entries is the published one',
    ({ size, root }) => {
      expect(hex(rootOf(leaves.slice(0, size)))).toBe(root);
      expect(hex(new HashTree(leaves).root(size))).toBe(root);
    },
  );

  test('of a size the tree never had is refused', () => {
    const tree = new HashTree(leaves);
    for (const size of [9, -1, 1.5]) expect(() => tree.root(size)).toThrow(RangeError);
    expect(() => tree.inclusionProof(8)).toThrow(RangeError);
    expect(() => tree.consistencyProof(9)).toThrow(RangeError);
  });
});

// The definition of RFC 6962, section 2.1, word for word: the oracle for everything the tree computes faster.
function slowRoot(hashes: readonly Hash[]): Hash {
  const [first] = hashes;
  if (first === undefined) return EMPTY_ROOT;
  if (hashes.length === 1) return first;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  const children = [slowRoot(hashes.slice(0, split)), slowRoot(hashes.slice(split))];
  return createHash('sha256')
    .update(Buffer.concat([Uint8Array.of(1), ...children]))
    .digest();
}

const log = Array.from({ length: 70 }, (_, i) => leafHash(`entry ${i}`));
const tree = new HashTree(log);

test('a tree appended to leaf by leaf has the root of the definition at every size', () => {
  for (let size = 0; size <= log.length; size++) expect(hex(tree.root(size))).toBe(hex(slowRoot(log.slice(0, size))));
});

describe('proofs', () => {
  test('of every entry at every size hold, and for no other entry, place or size', () => {
    for (let size = 1; size <= 34; size++) {
      for (let index = 0; index < size; index++) {
        const proof = tree.inclusionProof(index, size);
        const [leaf, root] = [log[index] as Hash, tree.root(size)];
        expect(verifyInclusion(index, size, leaf, proof, root)).toBe(true);
        expect(verifyInclusion(index, size, log[index + 1] as Hash, proof, root)).toBe(false);
        expect(verifyInclusion(index + 1, size, leaf, proof, root)).toBe(false);
        expect(verifyInclusion(index, size, leaf, proof, tree.root(size - 1))).toBe(false);
        expect(verifyInclusion(index, size, leaf, [...proof, root], root)).toBe(false);
        if (size > 1) expect(verifyInclusion(index, size, leaf, proof.slice(1), root)).toBe(false);
      }
    }
  });

  test('of every earlier size hold, and for no other', () => {
    for (let to = 1; to <= 34; to++) {
      for (let from = 0; from <= to; from++) {
        const proof = tree.consistencyProof(from, to);
        const [older, newer] = [tree.root(from), tree.root(to)];
        expect(verifyConsistency(from, to, older, newer, proof)).toBe(true);
        expect(verifyConsistency(from, to, tree.root(from + 1), newer, proof)).toBe(false);
        if (from > 0) expect(verifyConsistency(from, to, older, tree.root(to + 1), proof)).toBe(false);
        expect(verifyConsistency(from, to, older, newer, [...proof, newer])).toBe(false);
        if (proof.length > 0) expect(verifyConsistency(from, to, older, newer, proof.slice(1))).toBe(false);
      }
    }
  });

  test('with any hash changed do not hold', () => {
    const pair = fc
      .integer({ min: 2, max: log.length })
      .chain((to) => fc.tuple(fc.integer({ min: 1, max: to - 1 }), fc.constant(to)));
    fc.assert(
      fc.property(pair, fc.nat(), fc.nat(31), (sizes, which, byte) => {
        const [from, to] = sizes;
        const spoil = (proof: Hash[]) =>
          proof.map((hash, i) => (i === which % proof.length ? hash.map((b, j) => (j === byte ? b ^ 1 : b)) : hash));
        const [older, newer] = [tree.root(from), tree.root(to)];
        expect(verifyConsistency(from, to, older, newer, spoil(tree.consistencyProof(from, to)))).toBe(false);
        expect(verifyInclusion(from, to, log[from] as Hash, spoil(tree.inclusionProof(from, to)), newer)).toBe(false);
      }),
    );
  });
});

describe('the corners where textbook verifiers go wrong', () => {
  const nothing = new Uint8Array();
  const one = leaves[0] as Hash;
  test.each([
    ['an empty leaf and an empty root', verifyInclusion(0, 1, nothing, [], nothing), false],
    ['the root of nothing as the root of one entry', verifyInclusion(0, 1, one, [], EMPTY_ROOT), false],
    ['one entry', verifyInclusion(0, 1, one, [], one), true],
    ['one entry at number 1', verifyInclusion(1, 1, one, [], one), false],
    ['an entry of an empty tree', verifyInclusion(0, 0, one, [], EMPTY_ROOT), false],
    ['a negative number', verifyInclusion(-1, 1, one, [], one), false],
    ['two empty trees', verifyConsistency(0, 0, EMPTY_ROOT, EMPTY_ROOT, []), true],
    ['two empty trees with another root', verifyConsistency(0, 0, one, one, []), false],
    ['the same tree', verifyConsistency(1, 1, one, one, []), true],
    ['the same tree with a needless proof', verifyConsistency(1, 1, one, one, [one]), false],
    ['a shrinking tree', verifyConsistency(2, 1, one, one, []), false],
    ['from the empty tree to something that is no hash', verifyConsistency(0, 1, EMPTY_ROOT, nothing, []), false],
  ])('%s', (_, verdict, expected) => {
    expect(verdict).toBe(expected);
  });
});
