import { compareNames, type NameComparison } from '../src/names/compare.ts';
import { buildNameIndex } from '../src/names/filed.ts';
import { searchNames } from '../src/names/search.ts';
import {
  precisionAt,
  type RealPair,
  realDeclined,
  realPairs,
  realPeople,
  realQueries,
  thresholdOf,
} from './names-quality.ts';

// What docs/names.md says of how good comparing and searching are, and what they miss: made here, copied there, and held there
// by tests/names-page.test.ts.

/** Groups of fewer pairs or queries tell nothing. */
const LEAST = 15;
const EASTERN_SLAVIC = /(?:^|-)(?:be|ru|uk)(?:-|$)/u;

interface Compared extends RealPair {
  readonly score: number;
  readonly verdict: NameComparison['verdict'];
}

/** Every table, as the page carries them, under a line that tells one from the other. */
export function missedTables(): string {
  const pairs = realPairs().map((pair): Compared => ({ ...pair, ...compareNames(...pair.names) }));
  const threshold = thresholdOf(pairs, (pair) => pair.score);
  return [
    qualityTable(pairs, threshold),
    scriptTable(pairs, threshold),
    kindTable(pairs, threshold),
    verdictTable(pairs),
    searchTable(),
    declinedTable(),
  ].join('\n\n');
}

function qualityTable(pairs: readonly Compared[], threshold: number): string {
  const groups: readonly (readonly [string, (pair: Compared) => boolean])[] = [
    ['all', () => true],
    ['Belarusian, Russian or Ukrainian with Latin', (pair) => isEasternSlavic(pair) && pair.scripts.includes('Latn')],
    ['Belarusian with any', (pair) => hasCyrillic(pair) && /(?:^|-)be(?:-|$)/u.test(pair.languages)],
    ['Cyrillic with Cyrillic', ({ scripts }) => scripts.every((script) => script === 'Cyrl')],
    ['Latin with Latin', ({ scripts }) => scripts.every((script) => script === 'Latn')],
  ];
  const rows = groups.map(([name, isIn]) => {
    const { recall, precision } = precisionAt(pairs.filter(isIn), (pair) => pair.score >= threshold);
    return [name, ...[recall, precision, (2 * precision * recall) / (precision + recall || 1)].map(percent)];
  });
  return table(['pairs', 'recall', 'precision', 'F1'], rows);
}

function scriptTable(pairs: readonly Compared[], threshold: number): string {
  return missedBy('scripts', pairs, threshold, ({ scripts }) => scripts.map(inWords).sort().join(' and '));
}

function kindTable(pairs: readonly Compared[], threshold: number): string {
  return missedBy('kind of pair', pairs, threshold, ({ kind }) => kind.replaceAll('-', ' '));
}

function missedBy(what: string, pairs: readonly Compared[], threshold: number, by: (pair: Compared) => string): string {
  const rows = [...Map.groupBy(pairs, by)]
    .filter(([, some]) => some.length >= LEAST)
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name, some]) => {
      const [same, other] = [some.filter((pair) => pair.same), some.filter((pair) => !pair.same)];
      const missed = same.filter(({ score }) => score < threshold).length;
      const taken = other.filter(({ score }) => score >= threshold).length;
      return [name, same.length, share(missed, same.length), other.length, share(taken, other.length)];
    });
  return table([what, 'of one person', 'missed', 'of two', 'taken for one'], rows);
}

function verdictTable(pairs: readonly Compared[]): string {
  const rows = [
    ['of one person, with a Belarusian, Russian or Ukrainian name', true, true],
    ['of one person, all others', true, false],
    ['of two people, with a Belarusian, Russian or Ukrainian name', false, true],
    ['of two people, all others', false, false],
  ] as const;
  return table(
    ['pairs', 'how many', 'same', 'unsure', 'different'],
    rows.map(([name, same, slavic]) => {
      const some = pairs.filter((pair) => pair.same === same && isEasternSlavic(pair) === slavic);
      const count = (verdict: Compared['verdict']) => some.filter((pair) => pair.verdict === verdict).length;
      return [name, some.length, count('same'), count('unsure'), count('different')];
    }),
  );
}

function searchTable(): string {
  const index = buildNameIndex(realPeople());
  const asked = realQueries().map((query) => ({
    ...query,
    rank: searchNames(index, query.query).findIndex(({ id }) => id === query.expected),
  }));
  const slavic = asked.filter(({ language }) => ['be', 'be-tarask', 'be-x-old', 'ru', 'uk'].includes(language));
  const byScript = [...Map.groupBy(asked, ({ script }) => `${inWords(script)} query`)].filter(
    ([, some]) => some.length >= LEAST,
  );
  const groups = [['all', asked] as const, ['Belarusian, Russian or Ukrainian query', slavic] as const, ...byScript];
  const rows = groups.map(([name, some]) => {
    const count = (most: number) => some.filter(({ rank }) => rank >= 0 && rank < most).length;
    return [name, some.length, share(count(1), some.length), share(count(10), some.length)];
  });
  return table(['search', 'how many', 'first', 'among ten'], rows);
}

function declinedTable(): string {
  const verdicts = realDeclined().map(([written, form]) => compareNames(written, form).verdict);
  const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
  return table(
    ['names declined in running text', 'how many', 'same', 'unsure', 'different'],
    [['with their dictionary form', verdicts.length, count('same'), count('unsure'), count('different')]],
  );
}

function hasCyrillic({ scripts }: RealPair): boolean {
  return scripts.includes('Cyrl');
}

function isEasternSlavic(pair: RealPair): boolean {
  return hasCyrillic(pair) && EASTERN_SLAVIC.test(pair.languages);
}

const SCRIPTS = new Intl.DisplayNames('en', { type: 'script' });

function inWords(script: string): string {
  return SCRIPTS.of(script)?.replace(/^Han$/u, 'Chinese') ?? script;
}

function share(count: number, of: number): string {
  return of === 0 ? '–' : percent(count / of);
}

function percent(value: number): string {
  return Number.isNaN(value) ? '–' : `${(value * 100).toFixed(1)} %`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en-GB') : cell)).join(' | ')} |`;
  return [line(head), `|${head.map((_, at) => (at === 0 ? '---|' : '--:|')).join('')}`, ...rows.map(line)].join('\n');
}

if (import.meta.main) process.stdout.write(`${missedTables()}\n`);
