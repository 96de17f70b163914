import { z } from 'zod';
import { readWords } from '../text/words.ts';
import { once } from './once.ts';

/**
 * A published way to write a language in Latin letters; `words/names/romanisation.yml` holds them all.
 *
 * @example
 * { id: 'be-instruction-2007', language: 'be', source: 'Instruction on transliteration …', letters: { а: 'a' }, open: { е: 'je' }, start: {} }
 */
export interface RomanisationTable {
  readonly id: string;
  /** `be`, `ru` or `uk`. */
  readonly language: string;
  readonly source: string;
  readonly letters: Readonly<Record<string, string>>;
  /** What a letter becomes where nothing before it softens: after a vowel, a sign, or at the start. */
  readonly open: Readonly<Record<string, string>>;
  /** What a letter becomes at the start of a word only. */
  readonly start: Readonly<Record<string, string>>;
}

const lettersShape = z.record(z.string(), z.string());
const fileShape = z.record(
  z.string(),
  z.object({
    language: z.string(),
    source: z.string(),
    letters: lettersShape,
    open: lettersShape.default({}),
    start: lettersShape.default({}),
  }),
);

/** Every table, in the order of the file. */
export const romanisationTables: () => readonly RomanisationTable[] = once(() =>
  Object.entries(readWords('names/romanisation', fileShape)).map(([id, table]) => ({ id, ...table })),
);

const LONGEST_GROUP = 3;
const OPENS_THE_NEXT = /[аеёиіїйоуўыьъэюяєʼ’']/u;
const LETTER = /[\p{L}\p{M}]/u;

/**
 * Writes a Cyrillic name in Latin letters by a table: `Калеснікава` becomes `Kaliesnikava` by the Belarusian
 * instruction of 2007 and `Kalyesnikava` by BGN/PCGN. Letters the table does not know stay as they are; capitals are kept.
 */
export function romaniseBy(table: RomanisationTable, text: string): string {
  const source = text.normalize('NFC');
  const lower = source.toLowerCase();
  // A letter whose lower case has another length (İ) would shift every place after it.
  if (lower.length !== source.length) return source;
  let written = '';
  for (let at = 0; at < source.length; ) {
    const { length, becomes } = nextGroup(table, lower, at);
    written += withCase(becomes ?? source.slice(at, at + length), source, at, length, becomes !== undefined);
    at += length;
  }
  return written;
}

function nextGroup(table: RomanisationTable, lower: string, at: number): { length: number; becomes?: string } {
  const before = lower[at - 1] ?? ' ';
  const starts = !LETTER.test(before) && !/['’ʼ]/u.test(before);
  const opens = starts || OPENS_THE_NEXT.test(before);
  for (let length = LONGEST_GROUP; length > 0; length--) {
    const group = lower.slice(at, at + length);
    if (group.length < length) continue;
    const becomes =
      (starts ? table.start[group] : undefined) ?? (opens ? table.open[group] : undefined) ?? table.letters[group];
    if (becomes !== undefined) return { length, becomes };
  }
  return { length: 1 };
}

function withCase(text: string, source: string, at: number, length: number, changed: boolean): string {
  const first = source.charAt(at);
  if (!changed || first === first.toLowerCase()) return text;
  const neighbour = source.charAt(at + length) || source.charAt(at - 1);
  const inCapitals = LETTER.test(neighbour) && neighbour !== neighbour.toLowerCase();
  return inCapitals ? text.toUpperCase() : text.charAt(0).toUpperCase() + text.slice(1);
}
