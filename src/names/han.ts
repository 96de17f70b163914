import { z } from 'zod';
import { readWords } from '../text/words.ts';
import { once } from './once.ts';
import { type Sounds, soundsOf } from './sounds.ts';

type Readings = ReadonlyMap<string, string>;

// By language, in the order of the file: Mandarin comes first and stands in where another language has no reading.
const languages = once((): readonly Language[] =>
  Object.entries(readWords('names/han', z.record(z.string(), z.record(z.string(), z.string())))).map(
    ([name, readings]) => ({ table: TABLES[name] ?? 'Latn', readings: byCharacter(readings) }),
  ),
);

interface Language {
  /** The table of `words/names/sounds.yml` that tells how its readings sound. */
  readonly table: string;
  readonly readings: Readings;
}

const TABLES: Readonly<Record<string, string>> = { mandarin: 'Pinyin', hangul: 'Hang', jyutping: 'Jyutping' };

function byCharacter(readings: Readonly<Record<string, string>>): Readings {
  return new Map(Object.entries(readings).flatMap(([reading, all]) => [...all].map((one) => [one, reading])));
}

// Of a Chinese or Korean given name of two characters none may be unknown.
const MOST_UNKNOWN = 1 / 3;
// Tables tell by it where a syllable ends; Hangul needs none.
const SYLLABLE_ENDS = '-';

/**
 * How a word in Chinese characters may be read, a list of sounds for each language that reads it differently; nobody
 * tells us which language it is. Empty where more than a third of its characters are unknown.
 */
export function hanReadings(word: string): Sounds[] {
  const characters = [...word];
  const [mandarin] = languages();
  const found = new Map<string, Sounds>();
  for (const { table, readings } of languages()) {
    const own = characters.map((character) => readings.get(character));
    if (own.every((reading) => reading === undefined)) continue;
    // Hangul is no Latin: it stands alone or not at all.
    if (table === 'Hang' && own.includes(undefined)) continue;
    const known = own.filter((reading) => reading !== undefined).length;
    if (known <= characters.length * (1 - MOST_UNKNOWN) && table === 'Pinyin') continue;
    const sounds = own.flatMap((reading, at) =>
      reading === undefined
        ? syllable(mandarin?.readings.get(characters[at] ?? ''), 'Pinyin')
        : syllable(reading, table),
    );
    found.set(sounds.join(' '), sounds);
  }
  return [...found.values()].filter((sounds) => sounds.length > 0);
}

/** How a foreign name in Chinese characters sounds: by Mandarin syllables that come near it (Xinhua's way of spelling). */
export function foreignHanReading(word: string): Sounds {
  const [mandarin] = languages();
  return [...word].flatMap((character) => syllable(mandarin?.readings.get(character), 'Xinhua'));
}

function syllable(reading: string | undefined, table: string): Sounds {
  if (reading === undefined) return [];
  return soundsOf(table === 'Hang' ? reading : reading + SYLLABLE_ENDS, table);
}
