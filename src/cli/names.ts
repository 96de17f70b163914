import { compareNames } from '../names/compare.ts';
import { buildNameIndex } from '../names/filed.ts';
import { searchNames } from '../names/search.ts';
import { Refused } from '../text/refusal.ts';
import type { Command, Given } from './command.ts';
import { SHARED } from './command.ts';
import type { World } from './world.ts';
import { bytesOf } from './world.ts';

export const namesCommand: Command = {
  name: 'names',
  help: `Usage: unforgotten names compare < PAIRS
       unforgotten names search --in FILE.tsv [--scores] < QUERIES

compare: a pair a line, left<TAB>right; prints one score a line, 0 to 1, in the same order.
search:  FILE has a header line, then id<TAB>name<TAB>other names joined by |; a query a line; prints up to ten ids
         a line, tab-separated, best first, an empty line where there is none; --scores adds :score to each.

Example: printf 'Марыя Калеснікава\\tMaria Kolesnikova\\n' | unforgotten names compare`,
  most: 1,
  options: { ...SHARED, in: { type: 'string' }, scores: { type: 'boolean' } },

  async run(given, world) {
    const [verb] = given.words;
    if (verb === 'compare') return compare(world);
    if (verb === 'search') return search(given, world);
    throw new Refused(
      'Say what to do with names: unforgotten names compare, or unforgotten names search --in FILE.tsv.',
    );
  },
};

async function compare(world: World): Promise<void> {
  const scores: string[] = [];
  for (const [index, line] of linesOf(await world.input()).entries()) {
    const [left, right] = line.split('\t');
    if (left === undefined || right === undefined) {
      throw new Refused(`Line ${index + 1} of the input has no tab: write each pair as left<TAB>right.`);
    }
    scores.push(String(compareNames(left, right).score));
  }
  if (scores.length > 0) world.print(scores.join('\n'));
}

async function search(given: Given, world: World): Promise<void> {
  const file = given.required('in', 'name the list to search, FILE.tsv');
  const list = new TextDecoder().decode(await bytesOf(file));
  const entries = linesOf(list)
    .slice(1)
    .map((line, index) => {
      const [id, name, others = ''] = line.split('\t');
      if (!id || !name) throw new Refused(`Line ${index + 2} of ${file} is not id<TAB>name: mend it and search again.`);
      return { id, names: [name, ...others.split('|').filter(Boolean)] };
    });
  const index = buildNameIndex(entries);
  const answers = linesOf(await world.input()).map((query) =>
    searchNames(index, query)
      .map(({ id, score }) => (given.has('scores') ? `${id}:${score}` : id))
      .join('\t'),
  );
  if (answers.length > 0) world.print(answers.join('\n'));
}

/** The lines of a text; an empty line stays, the end of the last does not make one. */
function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
