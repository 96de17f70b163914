const ALL_LATIN = /^[\p{Script=Latin}\p{M}\p{P}\p{Z}]+$/u;
const LATIN = /\p{Script=Latin}/u;
const LETTERS: readonly (readonly [script: string, letters: RegExp])[] = [
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Latn', /\p{Script=Latin}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Hang', /\p{Script=Hangul}/gu],
  ['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Armn', /\p{Script=Armenian}/gu],
  ['Geor', /\p{Script=Georgian}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Beng', /\p{Script=Bengali}/gu],
  ['Taml', /\p{Script=Tamil}/gu],
  ['Telu', /\p{Script=Telugu}/gu],
  ['Gujr', /\p{Script=Gujarati}/gu],
  ['Knda', /\p{Script=Kannada}/gu],
  ['Mlym', /\p{Script=Malayalam}/gu],
  ['Guru', /\p{Script=Gurmukhi}/gu],
  ['Sinh', /\p{Script=Sinhala}/gu],
  ['Mymr', /\p{Script=Myanmar}/gu],
  ['Khmr', /\p{Script=Khmer}/gu],
  ['Thai', /\p{Script=Thai}/gu],
];

/**
 * The script most letters of a text are written in, as its ISO 15924 code: `Cyrl`, `Latn`, `Arab` … Kana decides for
 * Japanese whatever Han stands beside it. `Zyyy` (undetermined) where the text has no letter of a script we know.
 */
export function scriptOf(text: string): string {
  // Most names are all Latin; no need to count then.
  if (ALL_LATIN.test(text) && LATIN.test(text)) return 'Latn';
  let best = 'Zyyy';
  let most = 0;
  for (const [script, letters] of LETTERS) {
    const count = text.match(letters)?.length ?? 0;
    if (script === 'Jpan' && count > 0) return 'Jpan';
    if (count > most) {
      best = script;
      most = count;
    }
  }
  return best;
}
