import { Refused } from '../text/refusal.ts';
import type { Day } from '../time/day.ts';
import type { Timer } from './bounds.ts';
import { FILE_MAX, PAGE_MAX, Work } from './bounds.ts';
import { decodePage } from './decode.ts';
import type { PartPage } from './feed.ts';
import { pagesInFeed } from './feed.ts';
import { isWebAddress } from './fetch-address.ts';
import { beginningOf, gunzipped, inPieces, whole } from './gunzip.ts';
import { readMail } from './mail.ts';
import { readPdf } from './pdf.ts';
import type { About } from './read.ts';
import { looksLikeHtml, readReport, reportOf } from './read.ts';
import type { Report } from './report.ts';
import { containerOf, severalIn } from './sniff.ts';
import { postsInHtml, postsInJson } from './telegram.ts';
import { pagesInWacz } from './wacz.ts';
import type { KeptPage } from './warc.ts';
import { pagesInWarc } from './warc.ts';

/**
 * A report and where in its file it stands.
 *
 * @example
 * { address: 'feed.xml#3', type: 'application/xml', report: { title: 'Two verdicts, one week', … } }
 */
export interface ReadReport {
  /** Its own web address where the file tells it, else that of the file, with a number where it holds several. */
  readonly address: string;
  /** Media type of the file. */
  readonly type: string;
  /** The day in UTC on which a crawler fetched it. */
  readonly fetched?: Day;
  /** True where the file holds other reports too, or could. */
  readonly part: boolean;
  /** What to keep instead of the file, where that names people who received it: a message (decisions/0007). */
  readonly original?: Uint8Array;
  readonly report: Report;
}

/**
 * Reads a file into the reports it holds, in its order: a page (HTML, plain text, Markdown), a PDF, a web archive (WARC,
 * WACZ), a feed (RSS, Atom), the posts of a Telegram channel, a message. What it is, its bytes tell. A part without a
 * story is passed over.
 *
 * @param timer measures the work; the file is refused after 10 s of it.
 * @throws Refused in one sentence that names the address: for what is no report, is damaged, asks for more than it may
 * (256 MB or 100 times its size unpacked, 10,000 entries, 10 s, an archive in an archive), and where no part has a story.
 */
export async function readReports(
  bytes: Uint8Array,
  about: About,
  timer: Timer = () => performance.now(),
): Promise<readonly ReadReport[]> {
  const work = new Work(about.address, bytes.length, timer);
  const container = containerOf(bytes);
  switch (container) {
    case 'pdf':
      return [alone(reportOf(await readPdf(bytes, work), about, true), 'application/pdf', about)];
    case 'mail':
      return [await message(bytes, about)];
    case 'warc':
      return crawled(pagesInWarc(inPieces(bytes), work), 'application/warc', about, work);
    case 'zip':
      return crawled(pagesInWacz(bytes, work), 'application/wacz', about, work);
    case 'gzip':
      return packed(bytes, about, work);
    case 'text':
      return textual(bytes, about, work);
  }
}

/** A web archive, or one page that a program compressed; nothing that is packed again. */
async function packed(bytes: Uint8Array, about: About, work: Work): Promise<readonly ReadReport[]> {
  const inside = containerOf(beginningOf(bytes, about.address));
  if (inside === 'warc') {
    return crawled(pagesInWarc(gunzipped(inPieces(bytes), work), work), 'application/warc', about, work);
  }
  if (inside === 'gzip' || inside === 'zip') {
    throw new Refused(`${about.address} is an archive in an archive: unpack it first.`);
  }
  const page = await whole(gunzipped(inPieces(bytes), work), PAGE_MAX, about.address);
  if (inside === 'pdf') return [alone(reportOf(await readPdf(page, work), about, true), 'application/gzip', about)];
  if (inside === 'mail') return [await message(page, about)];
  return textual(page, about, work);
}

async function textual(bytes: Uint8Array, about: About, work: Work): Promise<readonly ReadReport[]> {
  if (bytes.length > FILE_MAX) {
    throw new Refused(`${about.address} is larger than 16 MB, as no page, feed or export of text is: divide it.`);
  }
  const source = decodePage(bytes, about.address, about.type);
  switch (severalIn(source)) {
    case 'feed':
      return parts(pagesInFeed(source, work), 'application/xml', about, 'entry with text');
    case 'telegram-json':
      return parts(postsInJson(source, work), 'application/json', about, 'post with text');
    case 'telegram-html':
      return parts(postsInHtml(source, work), 'text/html', about, 'post with text');
    case null:
      return [alone(readReport(bytes, about), looksLikeHtml(source, about.type) ? 'text/html' : 'text/plain', about)];
  }
}

/** A message, under the name of its file without anybody's address. */
async function message(bytes: Uint8Array, about: About): Promise<ReadReport> {
  const address = isWebAddress(about.address) ? about.address : about.address.replace(/\S*@\S*(?=\.)|\S*@\S*/g, '[…]');
  const { page, copy } = await readMail(bytes, address);
  return { ...alone(reportOf(page, { ...about, address }, true), 'message/rfc822', { address }), original: copy };
}

function alone(report: Report, type: string, { address }: About): ReadReport {
  return { address, type, part: false, report };
}

function parts(pages: Iterable<PartPage>, type: string, about: About, what: string): readonly ReadReport[] {
  const reports: ReadReport[] = [];
  for (const { address, page } of pages) {
    const report = unlessRefused(() => reportOf(page, { ...about, address }, false));
    if (report) reports.push({ address, type, part: true, report });
  }
  if (reports.length > 0) return reports;
  throw new Refused(`${about.address} holds no ${what}: save the pages themselves.`);
}

async function crawled(
  pages: AsyncIterable<KeptPage>,
  type: string,
  about: About,
  work: Work,
): Promise<readonly ReadReport[]> {
  const reports: ReadReport[] = [];
  // A page fetched twice unchanged is one report.
  const seen = new Set<string>();
  for await (const page of pages) {
    const known: About = { ...about, address: page.address, type: page.type };
    const report = await unlessRefusedLater(async () =>
      containerOf(page.bytes) === 'pdf'
        ? reportOf(await readPdf(page.bytes, work), known, true)
        : readReport(page.bytes, known),
    );
    work.goOn();
    const key = `${page.address}\n${report?.text}`;
    if (!report || seen.has(key)) continue;
    seen.add(key);
    const { address, fetched } = page;
    reports.push({ address, type, part: true, report, ...(fetched && { fetched }) });
  }
  if (reports.length > 0) return reports;
  throw new Refused(`${about.address} holds no page with a story: crawl the pages once more.`);
}

function unlessRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

async function unlessRefusedLater<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}
