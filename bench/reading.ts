import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readReport } from '../src/archive/read.ts';
import { readReports } from '../src/archive/reports.ts';
import { warcOf } from './fuzz-seeds.ts';
import type { Row } from './measure.ts';
import { beside, timesASecond } from './measure.ts';
import { pdfOf, setOut } from './pdf.ts';

const SAMPLES = join(import.meta.dirname, '..', 'samples');

/**
 * Words and pages a second from bytes to report, beside @mozilla/readability alone on the same page, and how much memory a
 * page takes.
 */
export async function readingRows(): Promise<readonly Row[]> {
  const page = pageOf(20);
  const plain = readFileSync(join(SAMPLES, '3-december-figures.txt'));
  const words = wordsIn(readReport(page, { address: 'page.html' }).text);
  const plainWords = wordsIn(readReport(plain, { address: 'page.txt' }).text);
  const html = new TextDecoder().decode(page);
  const pages = timesASecond(() => readReport(page, { address: 'page.html' }));
  const alone = timesASecond(() => new Readability(parseHTML(html).document).parse());
  const text = plainWords * timesASecond(() => readReport(plain, { address: 'page.txt' }));
  const row = (name: string, value: number, unit: string) => ({ area: 'reading' as const, name, value, unit });
  const peer = '@mozilla/readability alone';
  return [
    beside(row(`web page to report, ${words} words`, words * pages, 'words/s'), peer, words * alone),
    beside(row(`web page to report, ${page.length} bytes`, pages, 'pages/s'), peer, alone),
    beside(
      row(`plain text to report, ${plainWords} words`, text, 'words/s'),
      `${peer}, on the web page`,
      words * alone,
    ),
    ...(await archiveRows(page, alone)),
    row(
      'memory for 200 web pages kept as reports',
      megabytes(() => readReport(page, { address: 'page.html' }), 200),
      'MB',
    ),
  ];
}

async function archiveRows(page: Uint8Array, alone: number): Promise<Row[]> {
  const number = 50;
  const warc = gzipSync(
    warcOf(Array.from({ length: number }, (_, at) => Buffer.concat([page, Buffer.from(`<p>${at}`)]))),
  );
  const sentence =
    'A court in Hrodna has sentenced a teacher to four years in prison for a comment that eleven people read.';
  const pdf = pdfOf(
    setOut(
      Array.from({ length: 150 }, (_, at) => ({ text: `In case ${at}: ${sentence} ${sentence}`, size: 11 })),
      'Sample',
    ),
  );
  const [statement] = await readReports(pdf, { address: 'statement.pdf' });
  const words = wordsIn(statement?.report.text ?? '');
  const archives = await timesASecondAsync(() => readReports(warc, { address: 'crawl.warc.gz' }));
  const statements = await timesASecondAsync(() => readReports(pdf, { address: 'statement.pdf' }));
  const row = (name: string, value: number, unit: string) => ({ area: 'reading' as const, name, value, unit });
  return [
    beside(
      row(`WARC (gzip) to reports, ${number} pages`, number * archives, 'pages/s'),
      '@mozilla/readability alone',
      alone,
    ),
    row(`PDF to report, ${words} words`, words * statements, 'words/s'),
  ];
}

/** The median of five rounds, one piece of work each, after one to warm up. */
async function timesASecondAsync(work: () => Promise<unknown>): Promise<number> {
  const rounds: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const start = performance.now();
    await work();
    if (round > 0) rounds.push(1000 / (performance.now() - start));
  }
  return rounds.sort((a, b) => a - b)[2] ?? 0;
}

/** What keeping the results of so many pieces of work takes, at the most that the process held on the way. */
function megabytes(work: () => unknown, times: number): number {
  const before = process.memoryUsage.rss();
  let most = before;
  const kept: unknown[] = [];
  for (let time = 0; time < times; time += 1) {
    kept.push(work());
    most = Math.max(most, process.memoryUsage.rss());
  }
  return kept.length > 0 ? (most - before) / 1_000_000 : 0;
}

/** The sample page with its story told several times over, so that a page of usual length is read. */
export function pageOf(times: number): Uint8Array {
  const html = readFileSync(join(SAMPLES, '1-release.html'), 'utf8');
  const start = html.indexOf('<h2>Years Behind Bars');
  const end = html.indexOf('</article>');
  const story = html.slice(start, end);
  const told = Array.from({ length: times }, (_, n) =>
    story.replaceAll('123', String(200 + n)).replaceAll('31 ', `${32 + n} `),
  );
  return Buffer.from(html.slice(0, end) + told.join('\n') + html.slice(end));
}

/** How many words a text has, counted between white space. */
export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
