import { languageOf } from '../text/language.ts';

const ONE_BYTE = Array.from({ length: 256 }, (_, byte) => byte);
const SURE = 4;
const SHARE = 0.8;
// Nobody reads a page of this length to the end, and looking through it takes its time.
const LENGTH_MAX = 1_000_000;

/** The byte that each character stands for in an encoding of one byte a character; 0 for all others. */
function bytesIn(encoding: string): Uint8Array {
  const characters = new TextDecoder(encoding).decode(Uint8Array.from(ONE_BYTE));
  const bytes = new Uint8Array(0x10000);
  for (let byte = 0; byte < characters.length; byte++) bytes[characters.charCodeAt(byte)] = byte;
  return bytes;
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
function undone(line: string, bytes: Uint8Array, lead: RegExp): string | null {
  if (!lead.test(line)) return null;
  let out = '';
  let kept = 0;
  let sequences = 0;
  let beyond = 0;
  let inside = 0;
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (unit <= 0x7f) continue;
    beyond++;
    const first = bytes[unit] ?? 0;
    const length = first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : 0;
    const code = length > 0 ? codeAt(line, at, length, bytes) : -1;
    if (code < 0) continue;
    out += line.slice(kept, at) + String.fromCharCode(code);
    kept = at + length;
    sequences++;
    beyond += length - 1;
    inside += length;
    at += length - 1;
  }
  return sequences >= SURE && inside >= beyond * SHARE ? out + line.slice(kept) : null;
}

/** The character that a sequence of two or three bytes of UTF-8 gives, or -1 where it is none. */
function codeAt(line: string, at: number, length: number, bytes: Uint8Array): number {
  let code = (bytes[line.charCodeAt(at)] ?? 0) & (length === 2 ? 0x1f : 0x0f);
  for (let each = 1; each < length; each++) {
    const unit = line.charCodeAt(at + each);
    // Programs turn the no-break space of a sequence into a common one.
    const byte = unit === 0x20 ? 0xa0 : (bytes[unit] ?? 0);
    if (byte < 0x80 || byte > 0xbf) return -1;
    code = code * 64 + (byte & 0x3f);
  }
  // Fewer bytes would have done, or half of a pair: no program writes either.
  return (length === 3 && code < 0x800) || (code >= 0xd800 && code <= 0xdfff) ? -1 : code;
}

/** No language of Latin letters has nothing but accented ones. */
function cyrillicAsLatin(line: string): string | null {
  const accented = line.match(/[À-ÖØ-öø-ÿ]/g)?.length ?? 0;
  if (accented < SURE * 2 || accented < (line.match(/\p{L}/gu)?.length ?? 0) * SHARE) return null;
  const values = Uint8Array.from(line, (character) => LATIN[character.charCodeAt(0)] ?? 0);
  // None but NUL stands for the byte 0, and no text that was decoded holds it.
  if (values.includes(0)) return null;
  const guess = windows1251.decode(values);
  return ['be', 'ru', 'uk'].includes(languageOf(guess)) ? guess : null;
}
