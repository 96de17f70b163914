import { languageOf } from '../text/language.ts';
import { Refused } from '../text/refusal.ts';
import { repaired } from './mojibake.ts';

// First bytes of files that are no text, and what to do about each.
const FORMATS: readonly (readonly [number[], string])[] = [
  [[0x25, 0x50, 0x44, 0x46], 'is a PDF and no page: give it as a file of its own'],
  [[0x50, 0x4b, 0x03, 0x04], 'is a zip archive or an office document: save its text as a .txt file and read that'],
  [[0x89, 0x50, 0x4e, 0x47], 'is a picture (PNG): read the page it comes from'],
  [[0xff, 0xd8, 0xff], 'is a picture (JPEG): read the page it comes from'],
  [[0x47, 0x49, 0x46, 0x38], 'is a picture (GIF): read the page it comes from'],
  [[0x52, 0x49, 0x46, 0x46], 'is a picture or a recording (RIFF): read the page it comes from'],
  [[0x1f, 0x8b], 'is compressed (gzip): unpack it first'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'is an old office document: save its text as a .txt file and read that'],
  [[0x7f, 0x45, 0x4c, 0x46], 'is a program: give a page or a text'],
];

// A page declares its encoding at its beginning, or not at all.
const DECLARED_WITHIN = 2048;
// A damaged page of UTF-8 is still one; this share of its characters may be lost.
const DAMAGE_MAX = 0.002;
const CHANCE_MAX = 8;

/**
 * The characters of a page, whatever encoding it was saved in: a byte order mark tells first, then the declared type,
 * then the page itself (`<meta charset>`), then UTF-8 where the bytes are that, then windows-1251 or windows-1252 where
 * they read as a language in it. Bytes that are UTF-8 beyond chance are read as that whatever is declared, and lines
 * that somebody decoded wrongly before are mended where that is certain.
 *
 * @param type the media type the page came with: `text/html; charset=windows-1251`.
 * @throws Refused, naming the address, for bytes that are no text or an encoding that cannot be told.
 */
export function decodePage(bytes: Uint8Array, address: string, type?: string): string {
  for (const [magic, sentence] of FORMATS) {
    if (magic.every((byte, at) => bytes[at] === byte)) throw new Refused(`${address} ${sentence}.`);
  }
  const text = decoded(bytes, address, type).replace(/^\ufeff/, '');
  if (!isText(text)) throw new Refused(`${address} holds bytes that are no text: give a page saved as HTML or text.`);
  return repaired(text);
}

function decoded(bytes: Uint8Array, address: string, type: string | undefined): string {
  const marked = encodingOfMark(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const declared = charsetIn(type ?? '') ?? charsetOfPage(bytes);
  const decoder = declared === undefined ? null : decoderOf(declared);
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = text.split('\ufffd').length - 1;
  // Letters beyond ASCII make valid UTF-8 by chance alone where they are few: then the page's own word counts.
  const sure = lost === 0 && bytes.length - text.length >= CHANCE_MAX;
  if (decoder && decoder.encoding !== 'utf-8' && !sure) return decoder.decode(bytes);
  if (lost === 0 || lost <= text.length * DAMAGE_MAX) return text;
  for (const encoding of ['windows-1251', 'windows-1252']) {
    const guess = new TextDecoder(encoding).decode(bytes);
    if (languageOf(guess) !== 'und') return guess;
  }
  if (decoder) return text;
  throw new Refused(`${address} is in an encoding that it does not name: save it as UTF-8.`);
}

function encodingOfMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function charsetOfPage(bytes: Uint8Array): string | undefined {
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN));
  const tag = /<meta\b[^>]{0,200}|<\?xml\b[^>]{0,200}/gi;
  for (const [declaration] of beginning.matchAll(tag)) {
    const charset = charsetIn(declaration);
    if (charset !== undefined) return charset;
  }
  return undefined;
}

function charsetIn(declaration: string): string | undefined {
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w-]{2,30})/i.exec(declaration)?.[1];
}

/** Null for a name that no encoding has: the page is then read as if it had declared none. */
function decoderOf(name: string): InstanceType<typeof TextDecoder> | null {
  try {
    return new TextDecoder(name);
  } catch {
    return null;
  }
}

function isText(text: string): boolean {
  let control = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0) return false;
    if (unit < 32 && (unit < 9 || unit > 13)) control++;
  }
  return control <= text.length * 0.01;
}
