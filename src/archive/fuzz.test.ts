import { expect, test } from 'vitest';
import { fuzz } from '../../bench/fuzz.ts';

// A slice of `npm run fuzz`, with another seed every day of the year where CI names one. What is slow or heavy is for that
// run to say: a test does not measure.
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 1_000_000));

test(`files damaged at random (seed ${seed}) are read or refused in one sentence`, { timeout: 120_000 }, async () => {
  const { faults } = await fuzz(150, seed);
  expect(faults.filter(({ kind }) => kind === 'wrong')).toEqual([]);
});
