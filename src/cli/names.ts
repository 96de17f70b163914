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
  help: `Usage: unforgotten names compare [--json] < PAIRS
       unforgotten names search --in FILE.tsv [--scores] [--json] < QUERIES

compare: a pair a line, left<TAB>right; prints one score a line, 0 to 1, in the same order.
search:  FILE has a header line, then id<TAB>name<TAB>other names joined by |; a query a line; prints up to ten ids
         a line, tab-separated, best first, an empty line where there is none; --scores adds :score to each.
--json:  an object a line instead, with the names, the score, the verdict of a pair, and the reasons part by part.

Example: printf 'Марыя Калеснікава\\tMaria Kolesnikova\\n' | unforgotten names compare`,
  most: 1,
  options: { ...SHARED, in: { type: 'string' }, scores: { type: 'boolean' } },

  async run(given, world) {
    const [verb] = given.words;
    if (verb === 'compare') return compare(given, world);
    if (verb === 'search') return search(given, world);
    throw new Refused(
      'Say what to do with names: unforgotten names compare, or unforgotten names search --in FILE.tsv.',
    );
  },
};

async function compare(given: Given, world: World): Promise<void> {
  const lines = textLines(await world.input(), 'The input');
  while (lines.at(-1) === '') lines.pop();
  const answers = lines.map((line, index) => {
    const [left, right, ...more] = line.split('\t');
    const where = `Line ${index + 1} of the input`;
    if (left === undefined || right === undefined) {
      throw new Refused(`${where} ${line === '' ? 'is empty' : 'has no tab'}: write each pair as left<TAB>right.`);
    }
    if (more.some((field) => field !== '')) {
      throw new Refused(`${where} has ${more.length + 2} columns: write each pair as left<TAB>right.`);
    }
    const compared = compareNames(left, right);
    return given.has('json') ? JSON.stringify({ left, right, ...compared }) : String(compared.score);
  });
  if (answers.length > 0) world.print(answers.join('\n'));
}

async function search(given: Given, world: World): Promise<void> {
  const file = given.required('in', 'name the list to search, FILE.tsv');
  const index = buildNameIndex(entriesIn(textLines(utf8(await bytesOf(file), file), file), file));
  const answers = textLines(await world.input(), 'The input').map((query) => {
    const found = searchNames(index, query);
    if (given.has('json')) return JSON.stringify({ query, found });
    return found.map(({ id, score }) => (given.has('scores') ? `${id}:${score}` : id)).join('\t');
  });
  if (answers.length > 0) world.print(answers.join('\n'));
}

// Who has several lines is one entry, wherever they stand: an id is answered once.
function entriesIn(lines: string[], file: string): { id: string; names: string[] }[] {
  while (lines.at(-1) === '') lines.pop();
  if (lines.length === 0) throw new Refused(`${file} is empty: it needs a header line, then id<TAB>name a line.`);
  const byId = new Map<string, string[]>();
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const [id, name, others = ''] = line.split('\t');
    if (!id || !name) throw new Refused(`Line ${index + 1} of ${file} is not id<TAB>name: mend it and search again.`);
    const names = byId.get(id) ?? [];
    names.push(name, ...others.split('|').filter(Boolean));
    byId.set(id, names);
  }
  return [...byId].map(([id, names]) => ({ id, names }));
}

// A list of another encoding would be searched without a fault, and nobody found.
function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8(file);
  }
}

function notUtf8(what: string): Refused {
  return new Refused(`${what} is not UTF-8: save it as UTF-8 and try again.`);
}

// What UTF-16 looks like once it was taken for UTF-8: no mark of order, or a zero beside every Latin letter.
const UTF_16 = /^\ufffd\ufffd|^[^\n]?\0[^\n]\0/u;

/** The lines of a text; an empty line stays, the end of the last does not make one. */
function textLines(text: string, what: string): string[] {
  if (UTF_16.test(text)) throw notUtf8(what);
  const lines = text.replace(/^\ufeff/u, '').split(/\r?\n/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
