import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readWords } from '../text/words.ts';
import { CLAIM_KINDS } from './claim.ts';
import { claimsOf } from './extract.ts';
import { reportOf } from './paragraphs.fixture.ts';

const KIND = z.strictObject({
  meaning: z.string().min(20),
  huridocs: z.string().nullable(),
  followthemoney: z.string().nullable(),
  wikidata: z
    .string()
    .regex(/^[PQ]\d+ \(/)
    .nullable(),
  example: z.string(),
});

const { kinds } = readWords('kinds', z.strictObject({ kinds: z.record(z.string(), KIND) }));

describe('the kinds of claim', () => {
  test('every kind, and no other, stands in the vocabulary, in the same order', () => {
    expect(Object.keys(kinds)).toEqual([...CLAIM_KINDS]);
  });

  test.each(CLAIM_KINDS.map((kind) => [kind, kinds[kind]?.example ?? ''] as const))(
    '%s: its example makes it',
    (kind, example) => {
      expect(claimsOf(reportOf('en', '2025-12-14', example)).map((claim) => claim.kind)).toEqual([kind]);
    },
  );
});
