import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { corpusIsHere, countBlocks, tableOf } from '../../bench/blocks.ts';

describe.skipIf(!corpusIsHere)('the pages that the reading is measured with', () => {
  test('lose no sentence, leave no residue in a story, and are counted as docs/reading.md says', () => {
    const counts = countBlocks();
    expect(counts.residueInStories).toEqual([]);
    expect(counts.lost).toEqual([]);
    expect(readFileSync('docs/reading.md', 'utf8')).toContain(tableOf(counts));
  });
});
