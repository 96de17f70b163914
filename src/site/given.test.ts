import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countGiven, shortened } from './given.ts';
import { wordingOf } from './wording.ts';

describe('a count is printed as it was given', () => {
  test.each([
    [{ count: 1222 }, '1,222', '1\u00A0222'],
    [{ count: 150, countIs: 'at least' }, 'at least 150', 'не менш за 150'],
    [{ count: 30, countIs: 'about' }, 'about 30', 'каля 30'],
    [{ count: 20, countIs: 'at most' }, 'at most 20', 'не больш за 20'],
    [{ count: 114, derived: '123 − 9' }, '114 (123 − 9, our calculation)', '114 (123 − 9, наш падлік)'],
  ])('%o', (given, english, belarusian) => {
    expect(countGiven(wordingOf('en'), given)).toBe(english);
    expect(countGiven(wordingOf('be'), given)).toBe(belarusian);
  });
});

describe('a passage', () => {
  const filler = 'Words that go on and on about other things. '.repeat(12).trim();

  test('that is short stands whole, on one line', () => {
    expect(shortened('  Belarus released\n123   prisoners. ')).toBe('Belarus released 123 prisoners.');
  });

  test('that is long is cut at a space, and the cut shown', () => {
    const cut = shortened(filler);
    expect(cut).toMatch(/^Words .* …$/);
    expect(filler.startsWith(cut.slice(0, -2))).toBe(true);
  });

  test.each(['1,222', '1 222', '1222', '1.222'])('keeps the number it is about: %s', (number) => {
    const cut = shortened(`${filler} As of November 30, ${number} were held. ${filler}`, 1222);
    expect(cut).toContain(number);
    expect(cut).toMatch(/^… .* …$/);
  });

  test('keeps a number at its very end', () => {
    expect(shortened(`${filler} They were 123.`, 123)).toMatch(/^… .*They were 123\.$/);
  });

  test('is never longer than it may be, and never says what the report did not', () => {
    const text = fc.array(fc.constantFrom('word', '123', 'палітвязняў', 'a', '1,222,'), {
      minLength: 1,
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, fc.constantFrom(undefined, 123, 1222), (words, count) => {
        const passage = words.join(' ');
        const cut = shortened(passage, count);
        expect(cut.length).toBeLessThanOrEqual(324);
        expect(passage).toContain(cut.replace(/^… /, '').replace(/ …$/, ''));
      }),
    );
  });
});
