import { compareNames } from '../src/names/compare.ts';
import { buildNameIndex } from '../src/names/filed.ts';
import { searchNames } from '../src/names/search.ts';
import type { Row } from './measure.ts';
import { timesASecond } from './measure.ts';

const GIVEN = ['Марыя', 'Віктар', 'Алесь', 'Андрэй', 'Ganna', 'Ihar', 'Sviatlana', 'Мікола', 'Ольга', 'Pavel'];
const STEMS = ['Калес', 'Баба', 'Бял', 'Пачо', 'Zahor', 'Ryba', 'Лук', 'Вярб', 'Кава', 'Hara'];
const ENDS = ['нікава', 'рыка', 'яцкі', 'бут', 'ski', 'kova', 'евіч', 'ынскі', 'лёў', 'shka'];

/** Comparing and searching, on invented names. */
export async function namesRows(): Promise<readonly Row[]> {
  const size = 20_000;
  const name = (n: number) =>
    `${GIVEN[n % 10]} ${STEMS[Math.floor(n / 10) % 10]}${STEMS[Math.floor(n / 1000) % 10]?.toLowerCase()}${ENDS[Math.floor(n / 100) % 10]}`;
  const names = Array.from({ length: size }, (_, n) => name(n));
  let at = 0;
  const pairs = timesASecond(() => {
    at = (at + 7919) % size;
    return compareNames(names[at] ?? '', names[(at * 31) % size] ?? '');
  });
  const started = performance.now();
  const index = buildNameIndex(names.map((text, n) => ({ id: String(n), names: [text] })));
  const built = (size * 1000) / (performance.now() - started);
  const searches = timesASecond(() => {
    at = (at + 7919) % size;
    return searchNames(index, names[at] ?? '');
  });
  return [
    { area: 'names', name: 'comparing pairs', value: pairs, unit: 'pairs/s' },
    { area: 'names', name: `index build, ${size.toLocaleString('en-GB')} persons`, value: built, unit: 'persons/s' },
    {
      area: 'names',
      name: `search, ${size.toLocaleString('en-GB')} persons`,
      value: 1000 / searches,
      unit: 'ms/query',
    },
  ];
}
