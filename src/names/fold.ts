// Small k, m, t, b and h look Cyrillic only as capitals, but in a Cyrillic word they cannot have been meant as Latin.
const LOOKALIKES_LATIN = 'aceopxyikmtbhABCEHKMOPTXYIïëÏË';
const LOOKALIKES_CYRILLIC = 'асеорхуікмтвнАВСЕНКМОРТХУІїёЇЁ';
const TO_CYRILLIC = new Map([...LOOKALIKES_LATIN].map((letter, i) => [letter, [...LOOKALIKES_CYRILLIC][i] ?? letter]));
const TO_LATIN = new Map([...LOOKALIKES_CYRILLIC].map((letter, i) => [letter, [...LOOKALIKES_LATIN][i] ?? letter]));
const LATIN = /\p{Script=Latin}/gu;
const CYRILLIC = /\p{Script=Cyrillic}/gu;
const MIXABLE = /\p{Script=Latin}/u;
const LATIN_OR_CYRILLIC = /^[aceopxyABCEHKMOPTXYI]+$/u;
const CYRILLIC_ONLY = /[^\P{Script=Cyrillic}асеорхуіАВСЕНКМОРТХУІ]/u;

/**
 * Repairs letters that look right and are not: a Latin i in a Cyrillic word, as official lists are full of, or a
 * Cyrillic а in a Latin one. A word becomes what most of its letters are; a word all of whose letters exist in both
 * scripts becomes what the rest of the name is.
 */
export function repairHomoglyphs(name: string): string {
  if (!MIXABLE.test(name) || !/\p{Script=Cyrillic}/u.test(name)) return name;
  const nameIsCyrillic = CYRILLIC_ONLY.test(name);
  return name.replace(/[\p{L}\p{M}'’ʼ]+/gu, (word) => {
    const latin = word.match(LATIN)?.length ?? 0;
    const cyrillic = word.match(CYRILLIC)?.length ?? 0;
    if (cyrillic > 0 && latin > 0) return spell(word, cyrillic >= latin ? TO_CYRILLIC : TO_LATIN);
    return nameIsCyrillic && LATIN_OR_CYRILLIC.test(word) ? spell(word, TO_CYRILLIC) : word;
  });
}

/** Apostrophes, what tables write for soft and hard signs, and hyphens within a word; there they say nothing. */
export const APOSTROPHES = /[\u2010'’ʼʻ`´‘”ʺ″]/gu;

/** Lower case, marks and apostrophes off, ß and ł and their like spelled plainly: equal where two words differ in these only. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (PLAINLY_WRITTEN.test(lower)) return lower;
  return word
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{Script=Latin}[\u0300-\u036f]+/gu, (letter) => letter.charAt(0))
    .replace(APOSTROPHES, '')
    .normalize('NFC')
    .replace(/[łßøđıæœ]/gu, (letter) => PLAIN[letter] ?? letter);
}

// Small letters that have nothing to take off.
const PLAINLY_WRITTEN = /^[a-z\u0430-\u044f\u0451\u0454-\u0458\u045e]+$/;

const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ß: 'ss', ø: 'o', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe' };

function spell(word: string, letters: ReadonlyMap<string, string>): string {
  return [...word].map((letter) => letters.get(letter) ?? letter).join('');
}
