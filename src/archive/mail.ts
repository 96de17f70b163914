import type { Address, Email } from 'postal-mime';
import PostalMime from 'postal-mime';
import { Refused } from '../text/refusal.ts';
import { FILE_MAX, PAGE_MAX } from './bounds.ts';
import { statedDay } from './front-matter.ts';
import { readHtml } from './html.ts';
import type { Page, Piece, Stated } from './piece.ts';
import { readPlain } from './plain.ts';

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const REDACTED = '[…]';
// Nested parts deeper than this are no newsletter; inline messages are letters of other people.
const DEPTH_MAX = 20;

/**
 * Takes a message apart: its HTML part where it has one, else its text. Whoever received it stays out of it: every
 * address but the sender's is replaced by `[…]` wherever it stands, and the recipients' names as the headers give them.
 *
 * @throws Refused, naming the file, where it is broken or has no text.
 */
export async function readMail(bytes: Uint8Array, address: string): Promise<Page> {
  if (bytes.length > FILE_MAX) throw new Refused(`${address} is larger than 16 MB: save its text and read that.`);
  const mail = await parsed(bytes, address);
  const { html = '', text = '' } = mail;
  if (html.length > PAGE_MAX || text.length > PAGE_MAX) {
    throw new Refused(`${address} is larger than any message: save its text and read that.`);
  }
  if (!/\S/.test(html) && !/\S/.test(text))
    throw new Refused(`${address} is a message without text: there is nothing to read.`);
  const page = /\S/.test(html) ? readHtml(html, address) : readPlain(text);
  const hidden = recipientsOf(mail);
  const pieces = page.pieces.map((piece): Piece => ({ ...piece, text: withheld(piece.text, hidden) }));
  return {
    ...page,
    pieces,
    stated: { ...statedOf(mail, hidden), ...(page.stated.language && { language: page.stated.language }) },
  };
}

async function parsed(bytes: Uint8Array, address: string): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: DEPTH_MAX,
      maxRfc822NestingDepth: 0,
      forceRfc822Attachments: true,
    });
  } catch (error) {
    throw new Refused(`${address} is no message that can be read: save it once more, whole.`, { cause: error });
  }
}

function statedOf(mail: Email, hidden: Hidden): Stated {
  const title = mail.subject && withheld(mail.subject, hidden);
  const written = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  const published = statedDay(/\d{1,2} \p{L}{3,9} \d{4}/u.exec(written)?.[0]);
  const publisher = mail.from?.name;
  return { ...(title && { title }), ...(published && { published }), ...(publisher && { publisher }) };
}

interface Hidden {
  /** The one address that may stand: the sender's, which is published with the letter. */
  readonly sender: string;
  readonly names: readonly string[];
}

function recipientsOf(mail: Email): Hidden {
  const boxes = [...(mail.to ?? []), ...(mail.cc ?? []), ...(mail.bcc ?? [])].flatMap(
    (one: Address) => one.group ?? [one],
  );
  const names = boxes.map(({ name }) => name.trim()).filter((name) => name.length > 2 && name !== mail.from?.name);
  return { sender: (mail.from?.address ?? '').toLowerCase(), names };
}

function withheld(text: string, { sender, names }: Hidden): string {
  const without = text.replace(ADDRESS, (address) => (address.toLowerCase() === sender ? address : REDACTED));
  // A name counts only in a greeting: the same name in the story may be somebody else's.
  return names.reduce((line, name) => (greets(line, name) ? line.replace(name, REDACTED) : line), without);
}

/** True for `Dear Jo Sample,`: a short line that is a greeting and the name. */
function greets(line: string, name: string): boolean {
  const at = line.length < 200 ? line.indexOf(name) : -1;
  return (
    at > 0 && /^[\s,!.:]*$/.test(line.slice(at + name.length)) && line.slice(0, at).trim().split(/\s+/).length <= 3
  );
}
