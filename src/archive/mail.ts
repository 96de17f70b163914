import type { Email } from 'postal-mime';
import PostalMime from 'postal-mime';
import { Refused } from '../text/refusal.ts';
import type { Day } from '../time/day.ts';
import { FILE_MAX, PAGE_MAX } from './bounds.ts';
import { statedDay } from './front-matter.ts';
import { readHtml } from './html.ts';
import { recipientsOf, type Withheld, withheldFrom } from './mail-recipients.ts';
import type { Page, Piece } from './piece.ts';
import { readPlain } from './plain.ts';

// Nested parts deeper than this are no newsletter; inline messages are letters of other people.
const DEPTH_MAX = 20;
// The way a letter took is told in a few thousand bytes.
const HEADERS_MAX = 256_000;
// Lines of text cost the parser time; those of an attachment are longer.
const TEXT_LINES_MAX = 30_000;
const TEXT_LINE = 60;
const PASSED_ON = /^\s*(?:fwd?|fw|wg|пер|перасл|переслано|пересл)\s*:/i;
const PASSED_ON_BELOW =
  /^[ \t>]*(?:begin forwarded message:|-{3,}\s*(?:forwarded message|original message|пересылаемое сообщение|пересланное сообщение|исходное сообщение|переслане повідомлення|пераслан\S* (?:паведамленне|ліст)))/imu;

/**
 * A message taken apart, and what may be kept of it.
 *
 * @example
 * { page: { stated: { title: 'Week 47', publisher: 'Sample Letter' }, pieces: [ … ] }, copy: bytes }
 */
export interface ReadMail {
  readonly page: Page;
  /**
   * A message with the same words, for the archive: its sender, subject, day and text, and nothing that tells who received
   * it. The same message gives the same bytes, whoever received it.
   */
  readonly copy: Uint8Array;
}

/**
 * Takes a message apart: its HTML part where it has one, else its text. Whoever received it stays out of it, and out of
 * the copy: see `withheldFrom`. The message itself must not be kept (decisions/0007).
 *
 * @throws Refused, naming the file, where it is broken, has no text, or was passed on by somebody, who would be named.
 */
export async function readMail(bytes: Uint8Array, address: string): Promise<ReadMail> {
  if (bytes.length > FILE_MAX) throw new Refused(`${address} is larger than 16 MB: save its text and read that.`);
  if (textLines(bytes) > TEXT_LINES_MAX) {
    throw new Refused(`${address} has more lines than any message: save its text and read that.`);
  }
  const mail = await parsed(bytes, address);
  const { html = '', text = '', subject = '' } = mail;
  if (html.length > PAGE_MAX || text.length > PAGE_MAX) {
    throw new Refused(`${address} is larger than any message: save its text and read that.`);
  }
  if (!/\S/.test(html) && !/\S/.test(text))
    throw new Refused(`${address} is a message without text: there is nothing to read.`);
  const page = /\S/.test(html) ? readHtml(html, address) : readPlain(text);
  if (PASSED_ON.test(subject) || page.pieces.some((piece) => PASSED_ON_BELOW.test(piece.text))) {
    throw new Refused(
      `${address} was passed on by somebody, whom it names: save the message that they received, or its text alone.`,
    );
  }
  return withoutRecipients(mail, page);
}

function textLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let from = 0, at = bytes.indexOf(0x0a); at >= 0; from = at + 1, at = bytes.indexOf(0x0a, from)) {
    if (at - from < TEXT_LINE) lines++;
  }
  return lines;
}

function withoutRecipients(mail: Email, page: Page): ReadMail {
  const recipients = recipientsOf(mail);
  const withheld: Withheld = (text) => withheldFrom(text, recipients);
  const pieces = page.pieces.map((piece): Piece => ({ ...piece, text: withheld(piece.text) }));
  const media = page.media?.map((one) => ({
    ...one,
    ...(one.caption !== undefined && { caption: withheld(one.caption) }),
  }));
  const title = mail.subject && withheldFrom(mail.subject, recipients, 'title');
  const published = dayOf(mail);
  const publisher = mail.from?.name ? withheld(mail.from.name) : undefined;
  const { language } = page.stated;
  const stated = {
    ...(title && { title }),
    ...(published && { published }),
    ...(publisher && { publisher }),
    ...(language && { language }),
  };
  const from = recipients.sender === '' ? '' : ` <${recipients.sender}>`;
  const copy = copyOf({ from: `${publisher ?? ''}${from}`, title: title ?? '', published, pieces });
  return { page: { ...page, pieces, ...(media && { media }), stated }, copy };
}

async function parsed(bytes: Uint8Array, address: string): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      maxNestingDepth: DEPTH_MAX,
      maxHeadersSize: HEADERS_MAX,
      maxRfc822NestingDepth: 0,
      forceRfc822Attachments: true,
    });
  } catch (error) {
    throw new Refused(`${address} is no message that can be read: save it once more, whole.`, { cause: error });
  }
}

function dayOf(mail: Email): Day | undefined {
  const written = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  return statedDay(/\d{1,2} \p{L}{3,9} \d{4}/u.exec(written)?.[0]);
}

const KEPT_BY = 'Kept without those who received it, by Unforgotten.';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const COPIED = ['From', 'Date', 'Subject', 'Comments', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'];

/** True for the copy that `readMail` makes, false for any other message: nothing else may go into an archive. */
export function isMailCopy(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 4096)).split('\r\n\r\n')[0] ?? '';
  const names = head.split('\r\n').map((line) => line.slice(0, line.indexOf(':')));
  return head.includes(`\r\nComments: ${KEPT_BY}\r\n`) && names.every((name, at) => name === COPIED[at]);
}

function copyOf(mail: {
  readonly from: string;
  readonly title: string;
  readonly published: Day | undefined;
  readonly pieces: readonly Piece[];
}): Uint8Array {
  // The hour may be the recipient's own: a list sends one message for an hour or more.
  const [year = '', month = '', day = ''] = mail.published?.split('-') ?? [];
  const date = mail.published === undefined ? '' : `${Number(day)} ${MONTHS[Number(month) - 1]} ${year} 00:00:00 +0000`;
  const values = [mail.from, date, mail.title, KEPT_BY, '1.0', 'text/plain; charset=utf-8', '8bit'];
  const head = COPIED.map((name, at) => `${name}: ${(values[at] ?? '').replace(/\s+/g, ' ').slice(0, 500)}\r\n`);
  const text = mail.pieces.map((piece) => piece.text.replace(/\r?\n/g, '\r\n')).join('\r\n\r\n');
  return new TextEncoder().encode(`${head.join('')}\r\n${text}\r\n`);
}
