import { languageOf } from '../text/language.ts';

const ONE_BYTE = Array.from({ length: 256 }, (_, byte) => byte);
const SURE = 4;
const SHARE = 0.8;
// Nobody reads a page of this length to the end, and looking through it takes its time.
const LENGTH_MAX = 1_000_000;

/** The bytes that characters stand for in an encoding of one byte a character. */
function bytesIn(encoding: string): Map<string, number> {
  const characters = new TextDecoder(encoding).decode(Uint8Array.from(ONE_BYTE));
  return new Map([...characters].map((character, byte) => [character, byte]));
}

const CYRILLIC = bytesIn('windows-1251');
const LATIN = bytesIn('windows-1252');
const windows1251 = new TextDecoder('windows-1251');

/**
 * Undoes a wrong decoding where another is certain, line by line: UTF-8 that was read as windows-1251 (`РњРёРЅСЃРє`) or
 * as windows-1252 (`ÐœÑ–Ð½ÑÐº`), and windows-1251 that was read as windows-1252 (`Ìèíñê`). It is certain where a line has
 * at least four such sequences, nearly all of its letters beyond ASCII are in them, and they give letters of a script.
 * Any other line stays as it is.
 */
export function repaired(text: string): string {
  if (text.length > LENGTH_MAX || !/[РСÐÑÃâ][^\s\w]|[À-ÿ]{3}/.test(text)) return text;
  return text
    .split('\n')
    .map((line) => undone(line, CYRILLIC, /[РС]/) ?? undone(line, LATIN, /[ÐÑÃâ]/) ?? cyrillicAsLatin(line) ?? line)
    .join('\n');
}

/** A line that was UTF-8 until it was read in another encoding, or null where that is not certain. */
function undone(line: string, bytes: ReadonlyMap<string, number>, lead: RegExp): string | null {
  if (!lead.test(line)) return null;
  let out = '';
  let sequences = 0;
  let beyond = 0;
  let inside = 0;
  const characters = [...line];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    const first = bytes.get(character) ?? 0;
    if (character > '\u007f') beyond++;
    const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : 0;
    const sequence = length > 0 ? decodedFrom(characters.slice(at, at + length), length, bytes) : null;
    out += sequence ?? character;
    if (sequence === null) continue;
    sequences++;
    beyond += length - 1;
    inside += length;
    at += length - 1;
  }
  return sequences >= SURE && inside >= beyond * SHARE ? out : null;
}

function decodedFrom(characters: string[], length: number, bytes: ReadonlyMap<string, number>): string | null {
  // Programs turn the no-break space of a sequence into a common one.
  const values = characters.map((character, at) => (at > 0 && character === ' ' ? 0xa0 : (bytes.get(character) ?? 0)));
  if (values.length < length || values.slice(1).some((byte) => byte < 0x80 || byte > 0xbf)) return null;
  const [first = 0, second = 0, third = 0] = values;
  const code =
    length === 2
      ? (first & 0x1f) * 64 + (second & 0x3f)
      : (first & 0x0f) * 4096 + (second & 0x3f) * 64 + (third & 0x3f);
  // Fewer bytes would have done, or half of a pair: no program writes either.
  return (length === 3 && code < 0x800) || (code >= 0xd800 && code <= 0xdfff) ? null : String.fromCodePoint(code);
}

/** No language of Latin letters has nothing but accented ones. */
function cyrillicAsLatin(line: string): string | null {
  const letters = line.match(/\p{L}/gu) ?? [];
  const accented = letters.filter((letter) => letter >= 'À' && letter <= 'ÿ').length;
  if (accented < SURE * 2 || accented < letters.length * SHARE) return null;
  const values = [...line].map((character) => LATIN.get(character));
  if (values.some((byte) => byte === undefined)) return null;
  const guess = windows1251.decode(Uint8Array.from(values.map((byte) => byte ?? 0)));
  return ['be', 'ru', 'uk'].includes(languageOf(guess)) ? guess : null;
}
