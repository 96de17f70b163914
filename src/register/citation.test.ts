import { expect, test } from 'vitest';
import { citationOf, citationText } from './citation.ts';

const cited = citationOf({ heldOn: '2025-12-20', of: 'women', by: 'Viasna' }, '2026-01-02', 57, 'q83v');

test('a citation says what was asked, what was known, and of which register', () => {
  expect(citationText(cited)).toBe(
    `Held on 2025-12-20 (women, recognised by Viasna), as known on 2026-01-02; register of 57 entries, root q83v; ${cited.id}`,
  );
});

test('a citation names the conditions as they are typed', () => {
  const question = { heldOn: '2025-12-20', where: { all: [{ charge: '130' }, { age: { to: 17 } }] } } as const;
  expect(citationText(citationOf(question, '2026-01-02', 57, 'q83v'))).toMatch(
    /^Held on 2025-12-20 \(charge=130 and age=-17\), as known on/,
  );
});

test('the same question to the same register has the same name, in whatever order it is put', () => {
  const again = citationOf({ by: 'Viasna', of: 'women', heldOn: '2025-12-20' }, '2026-01-02', 57, 'q83v');
  expect(again.id).toBe(cited.id);
  expect(cited.id).toMatch(/^[\w-]{16}$/);
});

test.each([
  citationOf({ heldOn: '2025-12-21', of: 'women', by: 'Viasna' }, '2026-01-02', 57, 'q83v'),
  citationOf({ heldOn: '2025-12-20', by: 'Viasna' }, '2026-01-02', 57, 'q83v'),
  citationOf({ heldOn: '2025-12-20', of: 'women', by: 'Viasna' }, '2026-01-03', 57, 'q83v'),
  citationOf({ heldOn: '2025-12-20', of: 'women', by: 'Viasna' }, '2026-01-02', 58, 'q83v'),
  citationOf({ heldOn: '2025-12-20', of: 'women', by: 'Viasna' }, '2026-01-02', 57, 'Zm9v'),
])('another question, day or register has another: %#', (other) => {
  expect(other.id).not.toBe(cited.id);
});
