import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readReport } from '../src/archive/read.ts';
import { readReports } from '../src/archive/reports.ts';
import { warcOf } from './fuzz-seeds.ts';
import type { Row } from './measure.ts';
import { beside } from './measure.ts';
import { pdfOf, setOut } from './pdf.ts';

const SAMPLES = join(import.meta.dirname, '..', 'samples');

const PEER = '@mozilla/readability alone';
const ROUNDS = 9;
const ROUND_MS = 200;

/**
 * Words and pages a second from bytes to report, beside @mozilla/readability alone on the same pages, and how much memory a
 * page takes.
 */
export async function readingRows(): Promise<readonly Row[]> {
  const page = pageOf(20);
  const plain = readFileSync(join(SAMPLES, '3-december-figures.txt'));
  const words = wordsIn(readReport(page, { address: 'page.html' }).text);
  const plainWords = wordsIn(readReport(plain, { address: 'page.txt' }).text);
  const pages = casePages();
  const one = await inTurn(
    () => readReport(page, { address: 'page.html' }),
    () => aloneOn(page),
  );
  const many = await inTurn(
    () => pages.map((each) => readReport(each, { address: 'page.html' })),
    () => pages.map(aloneOn),
  );
  const text = await inTurn(
    () => readReport(plain, { address: 'page.txt' }),
    () => aloneOn(page),
  );
  return [
    beside(row(`web page to report, ${words} words`, words * one.ours, 'words/s'), PEER, words * one.theirs),
    beside(row(`web page to report, ${page.length} bytes`, one.ours, 'pages/s'), PEER, one.theirs),
    beside(
      row(`web pages of ${pages.length} outlets to reports`, pages.length * many.ours, 'pages/s'),
      PEER,
      pages.length * many.theirs,
    ),
    beside(
      row(`plain text to report, ${plainWords} words`, plainWords * text.ours, 'words/s'),
      `${PEER}, on the web page`,
      words * text.theirs,
    ),
    ...(await archiveRows(page)),
    row(
      'memory for 200 web pages kept as reports',
      megabytes(() => readReport(page, { address: 'page.html' }), 200),
      'MB',
    ),
  ];
}

function row(name: string, value: number, unit: string): Pick<Row, 'area' | 'name' | 'value' | 'unit'> {
  return { area: 'reading', name, value, unit };
}

function aloneOn(page: Uint8Array): unknown {
  return new Readability(parseHTML(new TextDecoder().decode(page)).document).parse();
}

/** The web pages of `cases/reports`, in the mark-up habits of as many outlets. */
function casePages(): Uint8Array[] {
  const folder = join(import.meta.dirname, '..', 'cases', 'reports');
  return readdirSync(folder).flatMap((slug) => {
    const path = join(folder, slug, 'page.html');
    return existsSync(path) && slug !== 'telegram-channel' ? [readFileSync(path)] : [];
  });
}

async function archiveRows(page: Uint8Array): Promise<Row[]> {
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
  const archives = await inTurn(
    () => readReports(warc, { address: 'crawl.warc.gz' }),
    () => aloneOn(page),
  );
  const statements = await inTurn(
    () => readReports(pdf, { address: 'statement.pdf' }),
    () => aloneOn(page),
  );
  return [
    beside(row(`WARC (gzip) to reports, ${number} pages`, number * archives.ours, 'pages/s'), PEER, archives.theirs),
    row(`PDF to report, ${words} words`, words * statements.ours, 'words/s'),
  ];
}

/**
 * How often a second two pieces of work can be done. They are done in turn, so that whatever else the machine does slows
 * both: the medians of their rounds, after one to warm up.
 */
async function inTurn(ours: () => unknown, theirs: () => unknown): Promise<{ ours: number; theirs: number }> {
  const rounds: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let at = 0; at < ROUNDS; at += 1) {
    const [one, other] = [await rounded(ours), await rounded(theirs)];
    if (at === 0) continue;
    rounds.ours.push(one);
    rounds.theirs.push(other);
  }
  const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  return { ours: median(rounds.ours), theirs: median(rounds.theirs) };
}

async function rounded(work: () => unknown): Promise<number> {
  const start = performance.now();
  let done = 0;
  do {
    await work();
    done += 1;
  } while (performance.now() - start < ROUND_MS);
  return (done * 1000) / (performance.now() - start);
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
