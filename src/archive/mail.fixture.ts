/** What of a recipient is planted in `plantedMail`, and must be found nowhere. */
export const PLANTED = [
  'jo.sample@home.example',
  'jo@inner.example',
  'cc-reader@third.example',
  'hidden-reader@fourth.example',
  'jo.sample=home.example',
  'jo.sample%40home.example',
  'Jo Sample',
  'Cc Reader',
  '8f3a77-token',
  '203.0.113.77',
  'phone.of.jo',
] as const;

/** A newsletter as a mail server delivered it, with its recipients in every place where programs leave them. */
export function plantedMail({
  to = 'Jo Sample <jo.sample@home.example>',
  greeting = 'Dear Jo,',
}: {
  readonly to?: string;
  readonly greeting?: string;
} = {}): Uint8Array {
  const html = `<html><body><p>${greeting}</p><h1>Week 47</h1>
<p>A court in Hrodna has sentenced a teacher to four years, her lawyer said on Sunday. She will appeal, he said.</p>
<p>Nine others were released in Minsk on the same day and driven to the border, their families told us.</p>
<p><a href="https://track.example.org/c/8f3a77-token?u=jo.sample%40home.example">Read more</a>
<img src="https://track.example.org/o/8f3a77-token.gif" alt="Cc Reader, this was sent to jo.sample@home.example"></p>
<p>This letter was sent to jo.sample@home.example. <a href="mailto:leave@example.org?subject=jo.sample@home.example">Leave</a>
https://example.org/leave/8f3a77-token</p></body></html>`;
  const lines = [
    'Return-Path: <bounce+jo.sample=home.example@example.org>',
    'Delivered-To: jo@inner.example',
    'X-Original-To: jo.sample@home.example',
    'Received: from phone.of.jo ([203.0.113.77]) by mx.home.example for <jo.sample@home.example>; Sat, 22 Nov 2025 06:00:03 +0000',
    'Authentication-Results: mx.home.example; smtp.rcptto=jo.sample@home.example',
    'From: Sample Letter <letter@example.org>',
    `To: ${to}`,
    'Cc: Cc Reader <cc-reader@third.example>',
    'Bcc: hidden-reader@fourth.example',
    'Subject: Week 47',
    'Date: Sat, 22 Nov 2025 08:00:00 +0200',
    'Message-ID: <8f3a77-token@example.org>',
    'List-Id: <letter.example.org>',
    'List-Unsubscribe: <https://example.org/leave/8f3a77-token>, <mailto:leave-8f3a77-token@example.org>',
    'Feedback-ID: 8f3a77-token',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b"',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--b',
    'Content-Type: message/rfc822',
    '',
    'From: Jo Sample <jo.sample@home.example>\r\nTo: Cc Reader <cc-reader@third.example>\r\nSubject: private\r\n\r\nLook at this.',
    '--b--',
    '',
  ];
  return new TextEncoder().encode(lines.join('\r\n'));
}

/** Which of what was planted stands in some bytes, plainly, in base 64 at any of its three places, or in UTF-16. */
export function traceOf(found: string | Buffer): readonly string[] {
  const bytes = typeof found === 'string' ? Buffer.from(found) : found;
  return PLANTED.filter((planted) => {
    const plain = Buffer.from(planted);
    const encoded = [0, 1, 2].flatMap((shift) =>
      (['base64', 'base64url'] as const).map((how) => {
        const text = Buffer.concat([Buffer.alloc(shift), plain]).toString(how);
        return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + plain.length) * 8) / 6));
      }),
    );
    return [plain, Buffer.from(planted, 'utf16le'), ...encoded].some((one) => bytes.includes(one));
  });
}
