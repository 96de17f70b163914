import { z } from 'zod';
import { readWords } from '../text/words.ts';
import { once } from './once.ts';
import { type Sounds, soundsOf } from './sounds.ts';

type Readings = ReadonlyMap<string, string>;

// By language, in the order of the file: Mandarin comes first and stands in where another language has no reading.
const languages = once((): readonly Readings[] =>
  Object.values(readWords('names/han', z.record(z.string(), z.record(z.string(), z.string())))).map(byCharacter),
);

function byCharacter(readings: Readonly<Record<string, string>>): Readings {
  return new Map(Object.entries(readings).flatMap(([reading, all]) => [...all].map((one) => [one, reading])));
}

// Foreign names are long and bear a gap; a Chinese or Korean given name is two characters and does not.
const MOST_UNKNOWN = 1 / 3;

/**
 * How a word in Chinese characters may be read, a list of sounds for each language that reads it differently; nobody
 * tells us which language it is. Empty where more than a third of its characters are unknown.
 */
export function hanReadings(word: string): Sounds[] {
  const characters = [...word];
  const [mandarin] = languages();
  const spelled = languages().map((readings) => {
    const read = characters.map((character) => readings.get(character));
    // Hangul is no Latin: it stands alone or not at all.
    if (HANGUL.test(read.join(''))) return read.includes(undefined) ? '' : read.join('');
    const heard = read.map((reading, at) => reading ?? mandarin?.get(characters[at] ?? '') ?? '');
    const unknown = heard.filter((reading) => reading === '').length;
    return unknown > characters.length * MOST_UNKNOWN ? '' : heard.join('');
  });
  return [...new Set(spelled)]
    .filter((reading) => reading !== '')
    .map((reading) => soundsOf(reading, HANGUL.test(reading) ? 'Hang' : 'Latn'));
}

const HANGUL = /\p{Script=Hangul}/u;
