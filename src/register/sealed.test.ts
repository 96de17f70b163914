import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry } from './entry.ts';
import { digestOf, disclosureOf, openEntry, seal } from './sealed.ts';
import type { SealedEntry } from './shelf.ts';

let drawn = 0;
const salts = { salt: () => Buffer.alloc(32, `salt ${drawn++}`).toString('base64url') };

const accept: Entry = {
  number: 12,
  entered: '2025-12-15T09:30:00Z',
  author: 'Alena',
  kind: 'decision',
  body: { decision: 'accept', claim: 3, reason: 'read the page, the wording is clear' },
};

const claim: Entry = {
  number: 3,
  entered: '2025-12-15T09:00:00Z',
  author: 'reader',
  kind: 'claim',
  body: {
    report: 2,
    kind: 'released',
    count: 123,
    date: '2025-12-13',
    passage: { start: 0, end: 8, text: 'released' },
  },
};

describe('digests are those of RFC 9901', () => {
  // Section 4.2.3 (object property and array element) and section 5.1, as published.
  test.each([
    [
      'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0',
      'X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0',
    ],
    ['WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0', 'w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs'],
    ['WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd', 'jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4'],
  ])('%s', (disclosure, digest) => {
    expect(digestOf(disclosure)).toBe(digest);
  });

  test('a disclosure is the base64url of salt, name and value', () => {
    const disclosure = disclosureOf('_26bc4LT-ac6q2KI6cBW5es', 'family_name', 'Möbius');
    expect(JSON.parse(Buffer.from(disclosure, 'base64url').toString())).toEqual([
      '_26bc4LT-ac6q2KI6cBW5es',
      'family_name',
      'Möbius',
    ]);
  });
});

describe('a sealed entry', () => {
  test.each([accept, claim])('opens as it was: $kind', (entry) => {
    expect(openEntry(seal(entry, salts))).toEqual(entry);
  });

  test('has a line that says its kind and nothing else', () => {
    const { line, disclosures } = seal(claim, salts);
    expect(Object.keys(JSON.parse(line))).toEqual(['_sd', '_sd_alg', 'kind', 'v']);
    expect(JSON.parse(line)._sd).toEqual(disclosures.map(digestOf).sort());
    for (const word of ['released', '123', '2025', 'reader']) expect(line).not.toContain(word);
  });

  test('sealed twice has two different lines: no dictionary of names finds it', () => {
    expect(seal(claim, salts).line).not.toBe(seal(claim, salts).line);
  });

  test('shredded opens as nothing but its kind and place', () => {
    const { number, line } = seal(claim, salts);
    expect(openEntry({ number, line, disclosures: [] })).toEqual({
      number: 3,
      entered: '',
      author: '',
      kind: 'claim',
      body: null,
    });
  });

  test('leaves out what is undefined', () => {
    const body = { ...claim.body, count: undefined } as unknown as NonNullable<typeof claim.body>;
    expect(openEntry(seal({ ...claim, body } as Entry, salts)).body).not.toHaveProperty('count');
  });

  test('with a short salt is not made', () => {
    expect(() => seal(claim, { salt: () => 'abc' })).toThrow('256 bits');
  });
});

describe('openEntry refuses', () => {
  const sealed = seal(accept, salts);
  const without = (index: number) => sealed.disclosures.filter((_, i) => i !== index);
  const cases: [string, SealedEntry][] = [
    ['a missing disclosure', { ...sealed, disclosures: without(0) }],
    ['a disclosure told twice', { ...sealed, disclosures: [...sealed.disclosures, sealed.disclosures[0] as string] }],
    ['a forged one', { ...sealed, disclosures: [...without(0), disclosureOf(salts.salt(), 'reason', 'forged')] }],
    ['a disclosure of another entry', { ...sealed, disclosures: seal(accept, salts).disclosures }],
    ['a line that is not canonical', { ...sealed, line: sealed.line.replace(':', ': ') }],
    ['a line with more in it', { ...sealed, line: sealed.line.replace('"v":1', '"v":1,"x":1') }],
    ['a line that is no JSON', { ...sealed, line: 'hello' }],
    ['a kind nobody knows', { ...sealed, line: sealed.line.replace('"decision"', '"rumour"') }],
    ['the content of another kind', { ...sealed, line: sealed.line.replace('"decision"', '"removal"') }],
  ];
  test.each(cases)('%s', (_, broken) => {
    expect(() => openEntry(broken)).toThrow(/^Entry 12 of the register .*: restore the register from a backup\.$/);
  });

  test('a body no version of ours wrote', () => {
    const strange = { ...accept, body: { decision: 'accept', claim: -1, reason: '' } } as Entry;
    expect(() => openEntry(seal(strange, salts))).toThrow('no decision as this version knows it');
  });
});

test('any change of any disclosure is found', () => {
  const sealed = seal(claim, salts);
  fc.assert(
    fc.property(
      fc.nat(sealed.disclosures.length - 1),
      fc.nat(),
      fc.integer({ min: 33, max: 126 }),
      (which, where, code) => {
        const disclosures = [...sealed.disclosures];
        const old = disclosures[which] ?? '';
        const at = where % old.length;
        const changed = old.slice(0, at) + String.fromCharCode(code) + old.slice(at + 1);
        fc.pre(changed !== old);
        disclosures[which] = changed;
        expect(() => openEntry({ ...sealed, disclosures })).toThrow();
      },
    ),
  );
});
