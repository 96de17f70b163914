import { describe, expect, it } from 'vitest';
import { z as zod } from 'zod';
import { z } from './shapes-brought.ts';

// What the shape of a vocabulary makes of what stands in its file, written once for both.
const SHAPES = [
  [
    'a list of rows with fields left out',
    (s: typeof z) => s.array(s.object({ be: s.string(), ru: s.string().default('') })),
    [{ be: 'Алесь' }, { be: 'Марыя', ru: 'Мария' }],
  ],
  [
    'a table of tables',
    (s: typeof z) => s.record(s.string(), s.record(s.string(), s.string())),
    { Cyrl: { ж: 'Z', г: 'g/h' }, Latn: {} },
  ],
  [
    'a field that may be absent',
    (s: typeof z) => s.object({ id: s.string(), source: s.string().optional() }),
    { id: 'be', source: undefined },
  ],
  ['fields that nobody asked for', (s: typeof z) => s.object({ id: s.string() }), { id: 'be', other: 1 }],
  [
    'a table with another in place of one left out',
    (s: typeof z) => s.object({ open: s.record(s.string(), s.string()).default({}) }),
    {},
  ],
  [
    'numbers, switches, anything',
    (s: typeof z) => s.object({ a: s.number(), b: s.boolean(), c: s.unknown() }),
    { a: 1, b: false, c: [1, { d: null }] },
  ],
] as const;

describe('the shapes of words in a browser', () => {
  it.each(SHAPES)('make of %s what zod makes of it', (_, shape, words) => {
    expect(shape(z).parse(words)).toEqual(shape(zod as unknown as typeof z).parse(words));
  });
});
