import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readReport } from '../archive/read.ts';
import { claimsOf } from './extract.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CASES = join(ROOT, 'cases', 'claims');
const SHAPE = z.strictObject({ page: z.string(), claims: z.array(z.record(z.string(), z.unknown())) });

// A folder is a case: the page it names, and every claim the page makes, checked by eye. Passages are given by their
// words alone; that they stand in the page is checked wherever a claim is made.
const slugs = readdirSync(CASES, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

test.each(slugs)('%s', (slug) => {
  const { page, claims } = SHAPE.parse(JSON.parse(readFileSync(join(CASES, slug, 'claims.json'), 'utf8')));
  const report = readReport(readFileSync(join(ROOT, page)), { address: page });
  const found = claimsOf(report).map(({ passage, resolved, ...claim }) => ({
    ...{ ...claim, passage: passage.text },
    ...(resolved ? { resolved: resolved.map((one) => `${one.property}: ${one.passage.text}`) } : {}),
  }));
  expect(found).toEqual(claims);
});
