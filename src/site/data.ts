import canonicalize from 'canonicalize';
import { ownName } from '../people/display.ts';
import { receiptPath } from './receipt.ts';
import { sourcesOf } from './told-by.ts';
import { standingShown, type View } from './view.ts';

/** The downloads of an edition, by path: what the pages say, for machines. Nothing in them that is not on a page. */
export function dataFiles(view: View): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { all, women } of view.days.values()) {
    for (const receipt of [all, women]) files.set(receiptPath(receipt.question), json(receipt));
  }
  files.set('data/counts.json', json(countsOf(view)));
  files.set('data/persons.json', json(personsOf(view)));
  return files;
}

function countsOf(view: View): unknown {
  const { days, input, figures } = view;
  return {
    on: input.on,
    knownOn: input.knownOn,
    register: { origin: input.origin, size: input.size, root: input.root },
    days: [...days.values()].map(({ day, all, women }) => ({
      day,
      certain: all.certain.number,
      possible: all.possible.number,
      women: { certain: women.certain.number, possible: women.possible.number },
      receipts: { all: receiptPath(all.question), women: receiptPath(women.question) },
    })),
    figures: figures.map(({ source, measure, on, count, countIs, parts, claims }) => ({
      source,
      measure,
      on,
      count,
      countIs,
      parts: parts.map((part) => ({ subset: part.subset, count: part.count })),
      sources: reportsOf(view, claims),
    })),
  };
}

function personsOf(view: View): unknown {
  return [...view.shown.persons.values()]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((person) => ({
      id: person.id,
      name: ownName(person),
      names: person.names.map(({ text, script, language }) => ({ text, script, language })),
      sex: person.sex,
      recognitions: person.recognitions.filter(({ by }) => !view.shown.guard.names(by)),
      standing: { on: view.input.on, held: standingShown(view, person.id) },
      claims: person.claims.filter((number) => view.shown.claims.has(number)),
      sources: reportsOf(view, person.claims),
    }));
}

// A list of reports for each source: those that print one text stand together.
function reportsOf(view: View, claims: readonly number[]): readonly (readonly number[])[] {
  return sourcesOf(view, claims).map((reports) => reports.map(({ number }) => number));
}

// Keys in the order of RFC 8785, so that a build never depends on the order in which they were set.
function json(value: unknown): string {
  return `${canonicalize(value)}\n`;
}
