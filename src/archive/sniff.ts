/**
 * What kind of file bytes are, told from the bytes and not from a name.
 *
 * @example
 * containerOf(new TextEncoder().encode('WARC/1.1\r\n')) // 'warc'
 */
export type Container = 'pdf' | 'zip' | 'gzip' | 'warc' | 'mail' | 'text';

const HEAD = 16_384;
const MAIL_SIGNS = new Set(['date', 'subject', 'mime-version', 'message-id', 'received', 'return-path']);
const MAIL_SIGNS_MIN = 2;

/** The kind of file that bytes are; `text` for everything that has to be decoded to be told. */
export function containerOf(bytes: Uint8Array): Container {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'zip';
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return 'gzip';
  if (/^WARC\/\d\.\d\r?\n/.test(head)) return 'warc';
  return isMail(head) ? 'mail' : 'text';
}

/** True for a beginning of header lines among which are From and two more that only messages have. */
function isMail(head: string): boolean {
  const names = new Set<string>();
  for (const line of head.split(/\r?\n/)) {
    if (/^[ \t]/.test(line) && names.size > 0) continue;
    const name = /^([!-9;-~]{1,60}):(?:[ \t]|$)/.exec(line)?.[1];
    if (name === undefined) break;
    names.add(name.toLowerCase());
  }
  return names.has('from') && [...names].filter((name) => MAIL_SIGNS.has(name)).length >= MAIL_SIGNS_MIN;
}

/**
 * What kind of text it is that holds several reports, or null for a single page.
 *
 * @example
 * severalIn('<?xml version="1.0"?><rss version="2.0">') // 'feed'
 */
export function severalIn(text: string): 'feed' | 'telegram-json' | 'telegram-html' | null {
  const beginning = text.slice(0, 4000).trimStart();
  if (/^(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*|<!doctype\s+(?!html)[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b/i.test(beginning)) {
    return 'feed';
  }
  if (/^\{[\s\S]{0,200}"version"\s*:\s*"https?:\/\/jsonfeed\.org\/version\//.test(beginning)) return 'feed';
  if (beginning.startsWith('{') && /"(?:messages|chats)"\s*:/.test(text.slice(0, HEAD))) return 'telegram-json';
  if (!beginning.startsWith('<')) return null;
  if (/class="[^"]*\btgme_widget_message\b/.test(text)) return 'telegram-html';
  return /class="history"/.test(text) && /class="message [^"]*" id="message-?\d/.test(text) ? 'telegram-html' : null;
}
