import type { Address, Email } from 'postal-mime';

// From the beginning of a run alone, or a long one is gone through once for each of its letters.
const ADDRESS = /(?<![\p{L}\p{N}._%+=-])[\p{L}\p{N}._%+=-]+(?:@|%40)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
// Behind the name of a host a link of a newsletter says who follows it: `/u/8f3a`, `?u=jo`.
const LINK = /\b((?:https?:\/\/|www\.)[^\s/<>"'()[\]]+)\/[^\s<>"'()[\]]+/giu;
// What a letter that is answered or passed on leaves of its head, and the line above its words.
const HEAD_LINE =
  /^([\s>*]*(?:to|cc|bcc|from|reply-to|sent to|кому|копия|копія|каму|копія|от|від|ад)\s*:)(?=.*[@…<]).*$/iu;
const WROTE_LINE = /^.*(?:@|…|<).*(?:wrote|пишет|писала?|писал\(а\)|написал[аи]?|пише|піша|напісаў|напісала)\s*:\s*$/iu;
const REDACTED = '[…]';
const GREETING_WORDS_MAX = 3;
const LINE_LENGTH_MAX = 200;
const LONGEST_ENDING = 2;
const SHORTEST_STEM = 3;
const LISTED = new Set(['list-id', 'list-unsubscribe', 'list-post', 'list-help']);

/**
 * Takes what tells of a message's recipients out of a text.
 *
 * @example
 * const withheld: Withheld = (text) => withheldFrom(text, recipientsOf(mail));
 */
export type Withheld = (text: string) => string;

/**
 * Who received a message, as far as its head tells, and whether its sender may stand.
 *
 * @example
 * { sender: 'letter@example.org', names: ['Jo Sample', 'Sample', 'Jo'] }
 */
export interface Recipients {
  /** The one address that may stand: that of a mailing list, which is published with the letter. Else empty. */
  readonly sender: string;
  /** Their names, whole and word by word, longest first. */
  readonly names: readonly string[];
}

/** Who received a message. A sender that is no mailing list is somebody who wrote to them, and stays out as they do. */
export function recipientsOf(mail: Email): Recipients {
  const boxes = [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].flatMap(
    (one: Address) => one.group ?? [one],
  );
  const written = boxes.flatMap(({ name, address }) => [name.trim(), ...wordsOf(localPart(address))]);
  const delivered = mail.deliveredTo === undefined ? [] : wordsOf(localPart(mail.deliveredTo));
  const all = new Set([...written, ...delivered, ...written.flatMap(wordsOf)]);
  const names = [...all].filter((name) => name.length > 1 && name !== mail.from?.name);
  const isList = mail.headers.some(
    ({ key, value }) => LISTED.has(key) || (key === 'precedence' && /^\s*(?:bulk|list)\b/i.test(value)),
  );
  const sender = isList ? (mail.from?.address ?? '').toLowerCase() : '';
  return { sender, names: names.sort((a, b) => b.length - a.length) };
}

/**
 * A text of a message without its recipients: every address but the list's own is `[…]`, also where it is written in
 * percent signs; of every link the host alone is left; the lines in which an answered letter names its people are gone;
 * and so are recipients' names in a greeting. Elsewhere a name stands: it may be somebody else's.
 *
 * @param where a title may call the recipient at its beginning: `Jo, nine were freed`.
 */
export function withheldFrom(text: string, recipients: Recipients, where: 'title' | 'body' = 'body'): string {
  const { sender, names } = recipients;
  return text
    .split('\n')
    .map((line) => withoutGreeted(withoutHead(line), names, where))
    .join('\n')
    .replace(LINK, `$1/${REDACTED}`)
    .replace(ADDRESS, (address) => (address.toLowerCase() === sender ? address : REDACTED));
}

function withoutHead(line: string): string {
  if (line.length > LINE_LENGTH_MAX) return line;
  return WROTE_LINE.test(line) ? REDACTED : line.replace(HEAD_LINE, `$1 ${REDACTED}`);
}

/** `Dear Jo Sample,` without the name: a short line that is a greeting and the name, or the name alone and a comma. */
function withoutGreeted(line: string, names: readonly string[], where: 'title' | 'body'): string {
  if (line.length > LINE_LENGTH_MAX || names.length === 0) return line;
  const words = [...line.matchAll(/[\p{L}\p{M}\p{N}'’-]+/gu)];
  const first = words.findIndex(([word]) => names.some((name) => isFormOf(word, name)));
  const from = words[first];
  if (!from || first > GREETING_WORDS_MAX) return line;
  let last = first;
  while (names.some((name) => isFormOf(words[last + 1]?.[0] ?? '', name))) last++;
  const end = (words[last]?.index ?? 0) + (words[last]?.[0].length ?? 0);
  const rest = line.slice(end);
  const isGreeting = /^[\s,!.:…]*$/.test(rest) && (first > 0 || /^\s*[,!]/.test(rest));
  const isCalled = where === 'title' && first === 0 && /^\s*[,!:]/.test(rest);
  return isGreeting || isCalled ? `${line.slice(0, from.index)}${REDACTED}${rest}` : line;
}

// A language may call by another ending: Ярина, Ярино.
function isFormOf(word: string, name: string): boolean {
  const [said, known] = [word.toLowerCase(), name.toLowerCase()];
  if (said === known) return true;
  const stem = known.slice(0, Math.max(SHORTEST_STEM, known.length - LONGEST_ENDING));
  return (
    known.length > SHORTEST_STEM && said.startsWith(stem) && Math.abs(said.length - known.length) <= LONGEST_ENDING
  );
}

function localPart(address: string | undefined): string {
  return address?.split('@')[0] ?? '';
}

function wordsOf(name: string): string[] {
  return name.match(/\p{L}[\p{L}\p{M}'’-]+/gu) ?? [];
}
