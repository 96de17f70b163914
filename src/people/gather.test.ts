import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Gathered, gatherPersons, type LinkMade, settleLinks } from './gather.ts';
import type { PersonId } from './person.ts';

interface Names {
  readonly claim: number;
  readonly language: string;
  readonly names: readonly string[];
}

function gathered(claims: readonly Names[], links: readonly LinkMade[]): Map<PersonId, Gathered> {
  const meant = settleLinks(links);
  return gatherPersons(
    claims.map(({ claim, language, names }) => ({
      ...{ claim, language },
      mentions: names.map((name) => ({ name, ...meant.get(claim)?.get(name) })),
    })),
  );
}

const MENTIONS: readonly Names[] = [
  { claim: 3, language: 'en', names: ['Maryya Kalesnikava', 'Viktar Babaryka'] },
  { claim: 5, language: 'be', names: ['Марыя Калеснікава'] },
  { claim: 9, language: 'be', names: ['Марыі Калеснікавай'] },
];
const same = (claim: number, name: string, person: string): LinkMade => ({ claim, name, person, verdict: 'same' });
const unlink = (claim: number, name: string, person: string): LinkMade => ({ claim, name, person, unlink: true });

describe('gatherPersons', () => {
  it('adds up linked mentions to a person, the own form first', () => {
    const persons = gathered(MENTIONS, [
      same(9, 'Марыі Калеснікавай', 'k'),
      same(3, 'Maryya Kalesnikava', 'k'),
      same(5, 'Марыя Калеснікава', 'k'),
    ]);
    expect([...persons]).toEqual([
      [
        'k',
        {
          claims: [3, 5, 9],
          names: [
            { text: 'Марыя Калеснікава', script: 'Cyrl', language: 'be', claims: [5] },
            { text: 'Maryya Kalesnikava', script: 'Latn', language: 'en', claims: [3] },
            { text: 'Марыі Калеснікавай', script: 'Cyrl', language: 'be', claims: [9] },
          ],
        },
      ],
    ]);
  });

  it('keeps one form with all its claims', () => {
    const mentions = [3, 4].map((claim) => ({ claim, language: 'en', names: ['Ales Bialiatski'] }));
    const persons = gathered(mentions, [same(3, 'Ales Bialiatski', 'b'), same(4, 'Ales Bialiatski', 'b')]);
    expect(persons.get('b')?.names).toEqual([
      { text: 'Ales Bialiatski', script: 'Latn', language: 'en', claims: [3, 4] },
    ]);
  });

  it.each<[string, LinkMade[], Record<string, number[]>]>([
    ['nobody is anybody without a link', [], {}],
    [
      'a mention that is different from a person is not theirs',
      [{ ...same(5, 'Марыя Калеснікава', 'k'), verdict: 'different' }],
      {},
    ],
    ['an unsure mention is nobody’s', [{ ...same(5, 'Марыя Калеснікава', 'k'), verdict: 'unsure' }], {}],
    ['a link on a name the claim does not have is passed over', [same(5, 'Марыя', 'k')], {}],
    ['a link on a claim that is not accepted is passed over', [same(77, 'Марыя Калеснікава', 'k')], {}],
    [
      'the latest link on a mention and person counts',
      [same(5, 'Марыя Калеснікава', 'k'), { ...same(5, 'Марыя Калеснікава', 'k'), verdict: 'different' }],
      {},
    ],
    [
      'the latest same wins between two persons',
      [same(5, 'Марыя Калеснікава', 'k'), same(5, 'Марыя Калеснікава', 'x')],
      { x: [5] },
    ],
    [
      'an unlink gives the mention back to whom it was before',
      [same(5, 'Марыя Калеснікава', 'k'), same(5, 'Марыя Калеснікава', 'x'), unlink(5, 'Марыя Калеснікава', 'x')],
      { k: [5] },
    ],
    [
      'an unlink of nothing does nothing',
      [unlink(5, 'Марыя Калеснікава', 'k'), same(5, 'Марыя Калеснікава', 'k')],
      { k: [5] },
    ],
    [
      'a mention of another claim keeps its person',
      [same(3, 'Viktar Babaryka', 'b'), same(5, 'Марыя Калеснікава', 'k'), unlink(5, 'Марыя Калеснікава', 'k')],
      { b: [3] },
    ],
  ])('%s', (_, links, expected) => {
    const found = [...gathered(MENTIONS, links)].map(([person, { claims }]) => [person, claims]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});

const place = fc.constantFrom(...MENTIONS.flatMap(({ claim, names }) => names.map((name) => ({ claim, name }))), {
  claim: 9,
  name: 'not there',
});
const person = fc.constantFrom('k', 'b', 'x');
const link: fc.Arbitrary<LinkMade> = fc
  .tuple(place, person, fc.constantFrom('same', 'different', 'unsure', 'unlink'))
  .map(([at, whom, what]) =>
    what === 'unlink'
      ? unlink(at.claim, at.name, whom)
      : { ...at, person: whom, verdict: what as 'same' | 'different' | 'unsure' },
  );
const links = fc.array(link, { maxLength: 30 });

describe('laws of gathering', () => {
  it('does not care in which order different mentions were linked', () => {
    const law = fc.property(links, fc.infiniteStream(fc.nat(1_000)), (made, random) => {
      // Any interleaving that keeps the order within each mention.
      const queues = Map.groupBy(made, (one) => `${one.claim} ${one.name}`);
      const shuffled: LinkMade[] = [];
      while (shuffled.length < made.length) {
        const waiting = [...queues.values()].filter((queue) => queue.length > 0);
        const next = waiting[(random.next().value ?? 0) % waiting.length]?.shift();
        if (next !== undefined) shuffled.push(next);
      }
      expect(gathered(MENTIONS, shuffled)).toEqual(gathered(MENTIONS, made));
    });
    fc.assert(law, { numRuns: 1_000 });
  });

  it('is, after a link and its unlink, as it was before', () => {
    const law = fc.property(
      links,
      place,
      person,
      fc.constantFrom('same', 'different', 'unsure'),
      (made, at, whom, verdict) => {
        const undone: LinkMade[] = [
          ...made,
          { ...at, person: whom, verdict: verdict as 'same' },
          unlink(at.claim, at.name, whom),
        ];
        expect(gathered(MENTIONS, undone)).toEqual(gathered(MENTIONS, made));
        expect(settleLinks(undone)).toEqual(settleLinks(made));
      },
    );
    fc.assert(law, { numRuns: 1_000 });
  });

  it('gives a mention to one person at most', () => {
    const law = fc.property(links, (made) => {
      const given = [...gathered(MENTIONS, made).values()].flatMap(({ names }) => names.map(({ text }) => text));
      expect(new Set(given).size).toBe(given.length);
    });
    fc.assert(law, { numRuns: 500 });
  });
});
