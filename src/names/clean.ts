import { repairHomoglyphs } from './fold.ts';

// A text longer than this is no name; what follows says nothing more.
export const LONGEST_NAME = 400;
// BGN/PCGN writes Ukrainian зг as z·h; between other letters the dot parts two words.
const DOT_IN_ZH = /(?<=z)·(?=h)/giu;
// Joiners and marks of direction, which are not seen; presentation forms of Arabic letters, which look right.
const UNSEEN = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const PRESENTATION = /[\ufb50-\ufdff\ufe70-\ufefc]+/gu;

// Servants of God in Arabic names, and names in al-Din and Allah, are one word however they are written: عبد الرحمن, Abd
// al-Rahman, Abdul Rahman, Abdurrahman. And so are East Asian given names of two syllables: Jong-un.
const ARTICLE = '(?:[aeu][lrsnztd]|[au]sh)';
const SERVANT = new RegExp(`(?<!\\p{L})(abd)${ARTICLE}?[\\s-]+(?:${ARTICLE}[\\s-]+)?(?=\\p{L}{3})`, 'giu');
const SERVANT_CYRILLIC =
  /(?<!\p{L})(абд)(?:[аэеу]ль?|[ау][рснзтдш])?[\s-]+(?:(?:[аэеу]ль?|[ау][рснзтдш])[\s-]+)?(?=\p{L}{3})/giu;
const SERVANT_ARABIC = /(?<!\p{L})(عبد)\s+(?=ال)/gu;
const SERVANT_HEBREW = /(?<!\p{L})(עבד)[\s־-]+אל?[\s־-]*(?=\p{L}{3})/gu;
const OF_GOD = /(?<=\p{L}{2})[\s-]+(?:([aeui][ld])[\s-]+)?((?:[aeui]d)?d(?:in|een|ine)|[au]llah)(?!\p{L})/giu;
const OF_GOD_ARABIC = /(?<=\p{L}{2})\s+(?=(?:الدين|الله)(?!\p{L}))/gu;
const TWO_SYLLABLES = /(?<!\p{L})(?!(?:a[lnrstdz]|ash|el|ul|abd)-)(\p{Lu}\p{Ll}{0,5})-(?=\p{Ll}{1,6}(?!\p{L}))/gu;

function compounds(text: string): string {
  if (!MAY_JOIN.test(text)) return text;
  return text
    .replace(SERVANT, '$1')
    .replace(SERVANT_CYRILLIC, '$1')
    .replace(SERVANT_ARABIC, '$1')
    .replace(SERVANT_HEBREW, '$1')
    .replace(OF_GOD, (_, article = '', of: string) => article + of)
    .replace(OF_GOD_ARABIC, '')
    .replace(TWO_SYLLABLES, '$1\u2010');
}

/**
 * A name as it is read: NFC, what is not seen taken out, homoglyphs repaired, words joined that are one name, single
 * spaces; of a long text the beginning.
 */
export function cleanOf(text: string): string {
  const start = text.slice(0, LONGEST_NAME).normalize('NFC').replace(UNSEEN, '');
  const plain = start.replace(PRESENTATION, (letters) => letters.normalize('NFKC'));
  return compounds(repairHomoglyphs(plain)).replace(DOT_IN_ZH, '').replace(/\s+/gu, ' ').trim();
}

// What every name has that the patterns above change.
const MAY_JOIN = /-|abd|абд|عبد|עבד|llah|d(?:in|een|ine)|الدين|الله/iu;

/** True of a word that `cleanOf` may join to the next or to the one before. */
export function mayJoin(word: string): boolean {
  return MAY_JOIN.test(word);
}
