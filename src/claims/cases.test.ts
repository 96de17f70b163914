import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { claimsOf } from './extract.ts';
import { reportOf } from './paragraphs.fixture.ts';
import { LANGUAGES } from './wording.ts';

const CASES = join(import.meta.dirname, '..', '..', 'cases', 'claims');
const SHAPE = z.array(z.strictObject({ text: z.string(), claims: z.array(z.record(z.string(), z.unknown())) }));
const casesOf = (language: string) => SHAPE.parse(parse(readFileSync(join(CASES, `cases.${language}.yml`), 'utf8')));

describe.each(LANGUAGES)('passages in %s', (language) => {
  const cases = casesOf(language);

  test.each(cases.map(({ text, claims }) => [text, claims] as const))('%s', (text, wanted) => {
    const found = claimsOf(reportOf(language, '2025-12-14', text));
    expect(found.map(({ kind }) => kind)).toEqual(wanted.map(({ kind }) => kind));
    expect(found).toMatchObject(wanted);
    for (const [index, claim] of found.entries()) {
      expect(claim.hypothetical ?? false).toBe(wanted[index]?.hypothetical ?? false);
      expect(claim.termMonths).toBe(wanted[index]?.termMonths);
      expect(claim.inAbsentia ?? false).toBe(wanted[index]?.inAbsentia ?? false);
    }
  });

  test('a good part of them are refusals or merely hypothetical', () => {
    const doubtful = cases.filter(({ claims }) => claims.length === 0 || claims.some((claim) => claim.hypothetical));
    expect(doubtful.length / cases.length).toBeGreaterThan(0.4);
  });
});
