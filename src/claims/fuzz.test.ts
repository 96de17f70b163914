import { expect, test } from 'vitest';
import { fuzzClaims } from '../../bench/claims-fuzz.ts';

// A slice of `npm run fuzz:claims`. What is slow is for that run to say: a test does not measure.
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 1_000_000));

test(`stories damaged at random (seed ${seed}) never make the extractor throw`, { timeout: 60_000 }, () => {
  const { faults, claims } = fuzzClaims(200, seed);
  expect(faults).toEqual([]);
  expect(claims).toBeGreaterThan(1000);
});
