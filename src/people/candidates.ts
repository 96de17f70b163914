import { compareReadNames, type NameComparison } from '../names/compare.ts';
import { buildNameIndex } from '../names/filed.ts';
import type { ReadName } from '../names/part.ts';
import type { NameIndex } from '../names/postings.ts';
import { readName } from '../names/read.ts';
import { searchNames } from '../names/search.ts';
import type { Person, PersonId, Verdict } from './person.ts';

/**
 * A person whom a name may mean.
 *
 * @example
 * { person: 'k3vq9h2mxa7tw5bn', verdict: 'same', score: 0.93, reasons: ['Марыя and Maria are forms of one given name', …] }
 */
export interface Candidate {
  readonly person: PersonId;
  readonly verdict: Verdict;
  /** 0 … 1, as of the form that fits best. */
  readonly score: number;
  readonly reasons: readonly string[];
  /** True where another candidate fits nearly as well: whoever decides is warned. */
  readonly namesake?: true;
}

const MOST = 10;
// Scores this close do not tell two persons apart.
const CLOSE = 0.2;

/**
 * The persons whom a name may mean, best first, at most ten, those it contradicts last and only where they come near. A
 * person is judged by the form that fits best; a form of the same person that contradicts the name turns *same* into
 * *unsure*, for that form may be all that tells a namesake.
 */
export function candidatesFor(name: string, persons: readonly Person[]): Candidate[] {
  const byId = new Map(persons.map((person) => [person.id, person]));
  const asked = readName(name);
  const found = searchNames(indexOf(persons), name, MOST).flatMap(({ id }) => {
    const person = byId.get(id);
    return person === undefined ? [] : [judge(asked, person)];
  });
  found.sort((a, b) => b.score - a.score || (a.person < b.person ? -1 : 1));
  return withNamesakes(found);
}

// The same persons are asked about once for every name that waits; their index is made once.
const indexes = new WeakMap<readonly Person[], NameIndex>();

function indexOf(persons: readonly Person[]): NameIndex {
  const known = indexes.get(persons);
  if (known !== undefined) return known;
  const index = buildNameIndex(persons.map(({ id, names }) => ({ id, names: names.map(({ text }) => text) })));
  indexes.set(persons, index);
  return index;
}

function judge(asked: ReadName, person: Person): Candidate {
  const compared = person.names.map(({ text }) => ({ text, ...compareReadNames(asked, readName(text)) }));
  const best = compared.reduce((most, one) => (one.score > most.score ? one : most), NOTHING);
  const against = compared.find((one) => one.verdict === 'different');
  if (best.verdict === 'different' || best.score === 1 || against === undefined) {
    return { person: person.id, verdict: best.verdict, score: best.score, reasons: best.reasons };
  }
  const doubt = `but of the same person’s form ${against.text}: ${against.reasons[0] ?? 'it is another name'}`;
  return { person: person.id, verdict: 'unsure', score: best.score, reasons: [...best.reasons, doubt] };
}

const NOTHING: NameComparison & { readonly text: string } = { text: '', score: 0, verdict: 'unsure', reasons: [] };

function withNamesakes(found: readonly Candidate[]): Candidate[] {
  const best = found[0]?.score ?? 0;
  const close = (one: Candidate) => one.verdict !== 'different' && one.score >= best - CLOSE;
  const several = found.filter(close).length > 1;
  return found.map((one) => (several && close(one) ? { ...one, namesake: true } : one));
}
