import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PLANTED, plantedMail, traceOf } from './mail.fixture.ts';
import { isMailCopy } from './mail.ts';
import { withheldFrom } from './mail-recipients.ts';
import { readReports } from './reports.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (bytes: Uint8Array, address = 'letter.eml') => readReports(bytes, { address });
const STORY =
  'A court in Hrodna has sentenced a teacher to four years, her lawyer said on Sunday.\n\nShe will appeal, he said.';
const HEAD =
  'From: Sample Letter <letter@example.org>\r\nDate: Sun, 14 Dec 2025 01:00:00 +0300\r\nMIME-Version: 1.0\r\n';
const LIST = 'List-Id: <letter.example.org>\r\n';

async function textOf(head: string, body: string): Promise<string> {
  const [only] = await read(utf8(`${HEAD}${head}\r\n${body}\r\n`));
  return only?.report.text ?? '';
}

describe('a message that was received', () => {
  test.each([
    ['as it is', (mail: Uint8Array) => mail],
    ['packed with gzip', (mail: Uint8Array) => gzipSync(mail)],
  ])('%s: nothing in its report or in what is kept tells by whom', async (_, made) => {
    const [only] = await read(made(plantedMail()), 'for-jo.sample@home.example.eml');
    expect(only).toMatchObject({ type: 'message/rfc822', report: { title: 'Week 47', publisher: 'Sample Letter' } });
    expect(traceOf(JSON.stringify(only))).toEqual([]);
    expect(traceOf(Buffer.from(only?.original ?? []).toString('utf8'))).toEqual([]);
    expect(only?.report.text).toContain('sentenced a teacher to four years');
  });

  test('is kept as a message of the same words that others can open, the same for everybody who received it', async () => {
    const [first] = await read(plantedMail());
    const [second] = await read(plantedMail({ to: 'Ann Other <ann@other.example>', greeting: 'Dear Ann,' }));
    const kept = Buffer.from(first?.original ?? []);
    expect(Buffer.from(second?.original ?? []).equals(kept)).toBe(true);
    expect(isMailCopy(kept)).toBe(true);
    const [again] = await read(kept);
    expect(again?.report).toMatchObject({ title: 'Week 47', published: '2025-11-22', language: 'en' });
    expect(again?.report.text).toContain('sentenced a teacher to four years');
  });

  test('has a copy only where this program made it', () => {
    expect(isMailCopy(plantedMail())).toBe(false);
    expect(
      isMailCopy(utf8('From: a\r\nTo: b@example.net\r\nComments: Kept without those who received it\r\n\r\n')),
    ).toBe(false);
  });

  test.each([
    ['Dear Jo Sample,', 'Dear […],'],
    ['Hello Jo!', 'Hello […]!'],
    ['Jo,', '[…],'],
    ['https://news.example.org/story/8f3a?u=jo%40home.example', 'https://news.example.org/[…]'],
    ['See www.example.org/u/8f3a for more.', 'See www.example.org/[…] for more.'],
    ['Sent to jo.sample+list@home.example by us.', 'Sent to […] by us.'],
    ['jo%40home.example', '[…]'],
    ['> To: Jo Sample <jo@home.example>', '> To: […]'],
    ['On Sunday Ann Other <ann@other.example> wrote:', '[…]'],
  ])('says %j without the recipient', (line, expected) => {
    const recipients = { sender: 'letter@example.org', names: ['Jo Sample', 'Sample', 'Jo'] };
    expect(withheldFrom(line, recipients)).toBe(expected);
  });

  test.each([
    ['the address of the list, which is published with it', LIST, 'Write to letter@example.org.'],
    ['a name of the story that a recipient happens to share', LIST, 'Jo Sample was released on Sunday, his wife said.'],
    ['the host of a link', LIST, 'https://news.example.org'],
    ['a label and what it says', LIST, 'To: everybody who waits'],
  ])('keeps %s', async (_, head, line) => {
    expect(await textOf(`${head}To: Jo Sample <jo@home.example>\r\n`, `${STORY}\n\n${line}`)).toContain(line);
  });

  test('of somebody who is no mailing list loses the address of the sender too', async () => {
    expect(await textOf('To: jo@home.example\r\n', `${STORY}\n\nWrite to letter@example.org.`)).toContain(
      'Write to […].',
    );
  });

  test.each([
    ['by its subject', 'Subject: Fwd: Week 47\r\n', STORY],
    ['by its subject, in Russian', 'Subject: =?utf-8?B?0J/QtdGA0LXRgdC7OiDQndC10LTQtdC70Y8=?=\r\n', STORY],
    ['by a line', 'Subject: Look\r\n', `Look at this.\n\n---------- Forwarded message ---------\n\n${STORY}`],
    ['by a line, in Ukrainian', 'Subject: a\r\n', `-------- Переслане повідомлення --------\n\n${STORY}`],
  ])('and passed on (%s) is refused: it names who did', async (_, head, body) => {
    await expect(
      read(utf8(`${HEAD}Content-Type: text/plain; charset=utf-8\r\n${head}\r\n${body}\r\n`)),
    ).rejects.toThrow(/^letter\.eml was passed on by somebody, whom it names: .*\.$/);
  });

  test('made to keep the reader busy is refused', async () => {
    await expect(read(utf8(`${HEAD}\r\n${STORY}\n${'>\n'.repeat(40_000)}`))).rejects.toThrow(
      /has more lines than any message/,
    );
  });

  test('loses every planted address, wherever in it that stands', async () => {
    const place = fc.constantFrom('head', 'greeting', 'body', 'link', 'quoted');
    const address = fc.constantFrom(...PLANTED.filter((one) => one.includes('@')));
    await fc.assert(
      fc.asyncProperty(place, address, async (where, planted) => {
        const head = where === 'head' ? `X-Whatever: <${planted}>\r\n` : '';
        const lines: Record<string, string> = {
          greeting: `Dear ${planted},`,
          body: `This was sent to ${planted}.`,
          link: `https://a.example/u?${encodeURIComponent(planted)}`,
          quoted: `> ${planted} wrote:`,
        };
        const [only] = await read(utf8(`${HEAD}${LIST}${head}\r\n${lines[where] ?? ''}\n\n${STORY}\r\n`));
        expect(`${JSON.stringify(only?.report)}${Buffer.from(only?.original ?? [])}`).not.toContain(planted);
        expect(`${JSON.stringify(only?.report)}`).not.toContain(encodeURIComponent(planted));
      }),
      { numRuns: 60 },
    );
  });
});
