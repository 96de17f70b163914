import { describe, expect, test } from 'vitest';
import { entriesOf, tilePath, tilesOf } from './tiles.ts';
import { HashTree, leafHash, rootOf } from './tree.ts';

const lines = (count: number) => Array.from({ length: count }, (_, i) => `entry ${i}`);

describe('paths', () => {
  test.each([
    [0, 0, 256, 'tile/0/000'],
    [0, 273, 112, 'tile/0/273.p/112'],
    [1, 1234067, 256, 'tile/1/x001/x234/067'],
    [2, 1000, 1, 'tile/2/x001/000.p/1'],
    ['entries', 999, 256, 'tile/entries/999'],
  ] as const)('level %s, tile %i, width %i is %s', (level, n, width, path) => {
    expect(tilePath(level, n, width)).toBe(path);
  });
});

describe('a log of', () => {
  // Widths after the rule of C2SP tlog-tiles: floor(size / 256 ** level) mod 256, never an empty tile.
  test.each([
    [0, []],
    [1, ['tile/0/000.p/1', 'tile/entries/000.p/1']],
    [256, ['tile/0/000', 'tile/1/000.p/1', 'tile/entries/000']],
    [
      600,
      [
        'tile/0/000',
        'tile/0/001',
        'tile/0/002.p/88',
        'tile/1/000.p/2',
        'tile/entries/000',
        'tile/entries/001',
        'tile/entries/002.p/88',
      ],
    ],
  ])('%i entries has the tiles %j', (size, paths) => {
    expect([...tilesOf(lines(size)).keys()].sort()).toEqual(paths);
  });

  test('70,000 entries has the tiles that the specification lists', () => {
    const paths = [...tilesOf(lines(70_000)).keys()].filter((path) => !path.startsWith('tile/entries'));
    expect(paths).toHaveLength(273 + 1 + 1 + 1 + 1);
    for (const path of ['tile/0/272', 'tile/0/273.p/112', 'tile/1/000', 'tile/1/001.p/17', 'tile/2/000.p/1']) {
      expect(paths).toContain(path);
    }
  });
});

test('a tile one level up holds the roots of full tiles below', () => {
  const tiles = tilesOf(lines(600));
  const hashes = lines(600).map(leafHash);
  expect(tiles.get('tile/0/001')).toEqual(Buffer.concat(hashes.slice(256, 512)));
  expect(tiles.get('tile/1/000.p/2')).toEqual(
    Buffer.concat([rootOf(hashes.slice(0, 256)), rootOf(hashes.slice(256, 512))]),
  );
});

describe('entry bundles', () => {
  test('give the entries back', () => {
    const bundle = tilesOf(['адзін', '', 'three']).get('tile/entries/000.p/3') ?? new Uint8Array();
    expect([...bundle.subarray(0, 2)]).toEqual([0, 10]);
    expect(entriesOf(bundle).map((bytes) => Buffer.from(bytes).toString())).toEqual(['адзін', '', 'three']);
  });

  test('that are cut off are refused, wherever', () => {
    const bundle = tilesOf(['one', 'two']).get('tile/entries/000.p/2') ?? new Uint8Array();
    for (const end of [1, 2, 4, 6, 9]) expect(() => entriesOf(bundle.subarray(0, end))).toThrow('is cut off');
  });

  test('do not take an entry whose length two bytes cannot say', () => {
    expect(() => tilesOf(['x'.repeat(65_535)])).not.toThrow();
    expect(() => tilesOf(['x'.repeat(65_536)])).toThrow('longer than 65,535 bytes');
  });
});

test('the root can be computed from the bundles alone', () => {
  const entries = [...tilesOf(lines(300))]
    .filter(([path]) => path.includes('entries'))
    .flatMap(([, bundle]) => entriesOf(bundle));
  expect(rootOf(entries.map(leafHash))).toEqual(new HashTree(lines(300).map(leafHash)).root());
});
