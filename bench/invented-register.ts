import type { Entry } from '../src/register/entry.ts';
import { addDays } from '../src/time/day.ts';

/** An invented life: detained on a day, and perhaps freed. */
export interface Invented {
  readonly id: string;
  readonly detained: string;
  readonly released: string | null;
  readonly sex: 'female' | 'male';
  readonly occupation: string;
  readonly region: string;
}

const OCCUPATIONS = ['journalist', 'teacher', 'worker', 'student', 'doctor', 'programmer', 'musician', 'lawyer'];
const REGIONS = ['Minsk', 'Homel', 'Brest', 'Hrodna', 'Vitsebsk', 'Mahilou'];

/** Lives over the years 2020 to 2026; two of three were freed again. The same every time. */
export function inventedLives(persons: number): Invented[] {
  let seed = 2025;
  const random = (below: number) => {
    // Numerical Recipes' generator, whose high bits are good enough for a bench.
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  return Array.from({ length: persons }, (_, n) => {
    const detained = addDays('2020-01-01', random(2000));
    return {
      id: `p${n}`,
      detained,
      released: random(3) === 0 ? null : addDays(detained, 1 + random(1500)),
      sex: random(6) === 0 ? 'female' : 'male',
      occupation: OCCUPATIONS[random(OCCUPATIONS.length)] ?? '',
      region: REGIONS[random(REGIONS.length)] ?? '',
    };
  });
}

/** The entries of a register that says so. */
export function registerOf(lives: readonly Invented[]): Entry[] {
  const entries: Entry[] = [];
  const enter = (entry: Pick<Entry, 'kind' | 'body'>): number => {
    const number = entries.length;
    entries.push({ number, entered: '2027-01-01T00:00:00Z', author: 'bench', ...entry } as Entry);
    return number;
  };
  const decide = (body: object) =>
    enter({ kind: 'decision', body: { ...body, reason: 'bench' } as Entry['body'] } as Entry);
  const hash = '0'.repeat(64);
  const about = { address: 'a', type: 'text/plain', title: 'A', language: 'en', published: '2026-12-31' };
  const report = enter({ kind: 'report', body: { original: hash, reading: hash, ...about } });
  for (const { id, detained, released, sex, occupation, region } of lives) {
    const name = `Name ${id}`;
    for (const [kind, date] of [
      ['detained', detained],
      ['released', released],
    ] as const) {
      if (date === null) continue;
      const claim = enter({ kind: 'claim', body: { report, persons: [name], passage: PASSAGE, kind, date } });
      decide({ decision: 'accept', claim });
      decide({ decision: 'link', claim, name, person: id, verdict: 'same' });
    }
    decide({ decision: 'describe', person: id, sex, occupation, region });
  }
  return entries;
}

const PASSAGE = { start: 0, end: 5, text: 'words' };
