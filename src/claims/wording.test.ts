import { describe, expect, test } from 'vitest';
import { claimsOf } from './extract.ts';
import { reportOf } from './paragraphs.fixture.ts';
import { LANGUAGES, wordingFor } from './wording.ts';

// Every trigger of words/claims carries its own example, and mostly one that must not make its claim.
describe.each(LANGUAGES)('the wording of %s', (language) => {
  const triggers = wordingFor(language)?.data.triggers ?? [];

  test.each(triggers.map(({ kind, say, yes, measure, total }) => [kind, say[0] ?? '', yes, measure ?? total] as const))(
    '%s: "%s" is read in its example',
    (kind, _say, yes, measure) => {
      const found = claimsOf(reportOf(language, '2025-12-14', yes)).filter(
        (claim) =>
          claim.kind === kind || (claim.kind === 'figure' && (claim.measure === measure || claim.measure === kind)),
      );
      expect(found).not.toEqual([]);
    },
  );

  test.each(triggers.flatMap(({ kind, say, no }) => (no ? [[kind, say[0] ?? '', no] as const] : [])))(
    '%s: "%s" is not read where it means something else',
    (kind, _say, no) => {
      expect(claimsOf(reportOf(language, '2025-12-14', no)).filter((claim) => claim.kind === kind)).toEqual([]);
    },
  );
});

test('a language without wording has none', () => {
  expect(wordingFor('sv')).toBeNull();
  expect(claimsOf(reportOf('sv', '2025-12-14', 'Ales Novik greps den 3 maj.'))).toEqual([]);
});
