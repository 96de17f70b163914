import { z } from 'zod';
import { type RomanisationTable, romanisationTables, romaniseBy } from '../src/names/romanise.ts';
import { readWords } from '../src/text/words.ts';
import type { Named } from './names-peers.ts';
import type { Query } from './names-quality.ts';

const STARTS =
  'Ба Бя Бра Ва Вя Ві Га Гра Гу Да Дра Ду Жа Жу За Зу Ка Кра Ку Кі Ла Лу Лі Ма Мя Мі На Ня Пра Па Пя Ра Ру Ры Са Ся Сту Та Тра Цы Ха Хва Хмя Ча Ша Шчу Ю Я'.split(
    ' ',
  );
const MIDDLES =
  'бар вал гар даш жук зан кал лас мат нік пат рыг саў тар чар шкар бел дуб куч лаз мір пал рак сем тур хар цюб чэр шум вер гай крот моз пус сол'.split(
    ' ',
  );
const ENDS = 'скі оў еў ін овіч евіч енка ук юк ка ык эй ун аш ец чык'.split(' ');

/**
 * Invents people of Belarusian names, reproducibly: given names and surnames as unevenly spread as in life (a few very
 * common, most rare), a patronymic for half, a romanised form beside the Cyrillic one for half. None of them exists, and
 * their ids say so: `invented-17`.
 */
export function inventPeople(count: number): Named[] {
  const random = drawing(20_201_130);
  const given = givenNames();
  const tables = belarusianTables();
  return Array.from({ length: count }, (_, at) => {
    const first = given[Math.floor(given.length * random() ** 2)] ?? '';
    const father = given[Math.floor(given.length * random() ** 2)] ?? '';
    const name = [first, ...(random() < 0.5 ? [`${father.replace(/[ьйаяы]$/u, '')}авіч`] : []), surname(random)].join(
      ' ',
    );
    const table = tables[at % tables.length];
    const others = table !== undefined && random() < 0.5 ? [romaniseBy(table, name)] : [];
    return { id: `invented-${at}`, names: [name, ...others] };
  });
}

/** Queries for some of them: romanised by any table, half with a letter missing in the surname. */
export function inventQueries(people: readonly Named[], count: number): Query[] {
  const random = drawing(20_251_213);
  const tables = belarusianTables();
  return Array.from({ length: count }, (_, at) => {
    const person = people[Math.floor(people.length * random())] ?? { id: '', names: [''] };
    const table = tables[at % tables.length];
    const written = table === undefined ? (person.names[0] ?? '') : romaniseBy(table, person.names[0] ?? '');
    const cut = written.length - 3;
    return { query: at % 2 === 0 ? written : written.slice(0, cut) + written.slice(cut + 1), expected: person.id };
  });
}

// Cubing makes a tenth of the stems as common as all the others together.
function surname(random: () => number): string {
  const pick = (from: readonly string[], evenness: number) =>
    from[Math.floor(from.length * random() ** evenness)] ?? '';
  const middle = random() < 0.6 ? pick(MIDDLES, 1) : '';
  return pick(STARTS, 1.5) + middle + pick(MIDDLES, 1.5) + pick(ENDS, 1.5);
}

function givenNames(): string[] {
  const rows = readWords('names/given', z.array(z.object({ be: z.string().optional() })));
  return rows.flatMap(({ be }) => be?.split(' ')[0] ?? []);
}

function belarusianTables(): RomanisationTable[] {
  return romanisationTables().filter((table) => table.language === 'be');
}

// Lehmer's generator with the multiplier of Park and Miller (Communications of the ACM, 1988).
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
