import type { KnownLanguage } from './languages.ts';
import { knownLanguages } from './languages.ts';
import { scriptOf } from './script.ts';

// Scripts that one language of our concern is written in.
const LANGUAGE_OF_SCRIPT: Readonly<Record<string, string>> = {
  Grek: 'el',
  Armn: 'hy',
  Hebr: 'he',
  Geor: 'ka',
  Thai: 'th',
  Jpan: 'ja',
  Hani: 'zh',
  Hang: 'ko',
};

// A beginning of this many characters tells as much as the whole.
const READ_MAX = 20_000;
const FUNCTION_WORD = 3;
const OWN_LETTER = 2;
const FOREIGN_LETTER = -2;

/**
 * The language a text is written in, from its letters and its function words.
 *
 * @returns ISO 639-1, or `und` where it cannot be told: no letters, a language not known here, or two that fit alike
 * (a name on its own belongs to no language).
 */
export function languageOf(text: string): string {
  const read = text.slice(0, READ_MAX).toLowerCase();
  const script = scriptOf(read);
  if (script === 'Hani' && /[\u3040-\u30ff]/.test(read)) return 'ja';
  const only = LANGUAGE_OF_SCRIPT[script];
  if (only) return only;
  const candidates = knownLanguages.filter((language) => language.script === script);
  const words = countsOf(read.match(/[\p{L}\p{M}'’]+/gu) ?? []);
  const letters = countsOf(read.match(script === 'Latn' ? /[^\P{L}a-z]|[¿¡]/gu : /\p{L}/gu) ?? []);
  let best = 'und';
  let most = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const language of candidates) {
    const score = scoreOf(language, words, letters);
    if (score > most) {
      if (language.code !== best) second = most;
      most = score;
      best = language.code;
    } else if (score > second && language.code !== best) {
      second = score;
    }
  }
  return most > second ? best : 'und';
}

function scoreOf(language: KnownLanguage, words: Map<string, number>, letters: Map<string, number>): number {
  let score = 0;
  for (const [word, count] of words) if (language.words.has(word)) score += FUNCTION_WORD * count;
  for (const [letter, count] of letters) {
    if (language.own.has(letter)) score += OWN_LETTER * count;
    else if (!language.letters.has(letter) && !sharedLatin(language, letter)) score += FOREIGN_LETTER * count;
  }
  return score;
}

/** Latin letters stand in Cyrillic texts as names of networks and firms; they speak for no language. */
function sharedLatin(language: KnownLanguage, letter: string): boolean {
  return language.script !== 'Latn' && letter <= '\u024f';
}

function countsOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
