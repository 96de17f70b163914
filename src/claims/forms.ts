// Case endings of names and adjectives in Russian, Belarusian and Ukrainian. Two words are forms of one name where
// what is left after their common beginning is an ending in both.
const ENDINGS = new Set(
  (
    ' а я у ю е и і ы о ї й ь ь ў ом ем ём ам ям ой ей ою ею ай яй аю яю ий ый ій им ым ім ая яя ую юю ої ої ого его ому ему ' +
    'ага яга аму яму ых іх их ыми ими ымі імі ові еві єві ем єм ою єю ою ня ны ел ла лу лом лем иса'
  ).split(' '),
);
const SHORTEST_STEM = 3;

/** True where two words in small letters can be case forms of one name; always true where they are equal. */
export function sameName(one: string, other: string): boolean {
  if (one === other) return true;
  // Belarusian -еў is -ева in the other cases.
  const left = one.replace(/ў$/u, 'в');
  const right = other.replace(/ў$/u, 'в');
  let common = 0;
  const shorter = Math.min(left.length, right.length);
  while (common < shorter && left.charCodeAt(common) === right.charCodeAt(common)) common += 1;
  if (common < Math.min(SHORTEST_STEM, shorter)) return false;
  return (
    /^[\u0400-\u04ff]/.test(left) && common >= 2 && ENDINGS.has(left.slice(common)) && ENDINGS.has(right.slice(common))
  );
}

/**
 * How likely a written name stands in the nominative: 2 it looks so, 1 it may, 0 it does not. Consonants, -й and the
 * -ий/-ый/-і of adjectives end men's names, -а and -я women's; but -а and -я also end a man's genitive, so a form
 * that ends in them gives way to one that does not.
 */
export function nominative(words: readonly string[]): 0 | 1 | 2 {
  const ends = words.map((word) => {
    if (!/^[\u0400-\u04ff]/.test(word)) return 'firm';
    if (/(?:[рдсгфнл]ей|[лмбт]ай)$/u.test(word)) return 'firm';
    if (
      /(?:[бвгґджзклмнпрстфхцчшщйў]|[сцз]ь|[кн]о|[сц]кі)$/u.test(word) &&
      !/(?:ой|ей|ай|ого|его|ему|ому)$/u.test(word.slice(3))
    ) {
      return 'firm';
    }
    return /[ая]$/u.test(word) ? 'soft' : 'other';
  });
  if (ends.includes('other')) return 0;
  return ends.includes('soft') ? 1 : 2;
}
