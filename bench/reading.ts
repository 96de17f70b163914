import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { readReport } from '../src/archive/read.ts';
import type { Row } from './measure.ts';
import { beside, timesASecond } from './measure.ts';

const SAMPLES = join(import.meta.dirname, '..', 'samples');

/** Words a second from bytes to report, beside @mozilla/readability alone on the same page. */
export async function readingRows(): Promise<readonly Row[]> {
  const page = pageOf(20);
  const plain = readFileSync(join(SAMPLES, '3-december-figures.txt'));
  const words = wordsIn(readReport(page, { address: 'page.html' }).text);
  const plainWords = wordsIn(readReport(plain, { address: 'page.txt' }).text);
  const html = new TextDecoder().decode(page);
  const ours = words * timesASecond(() => readReport(page, { address: 'page.html' }));
  const theirs = words * timesASecond(() => new Readability(parseHTML(html).document).parse());
  const text = plainWords * timesASecond(() => readReport(plain, { address: 'page.txt' }));
  return [
    beside(
      { area: 'reading', name: `web page to report, ${words} words`, value: ours, unit: 'words/s' },
      '@mozilla/readability alone',
      theirs,
    ),
    beside(
      { area: 'reading', name: `plain text to report, ${plainWords} words`, value: text, unit: 'words/s' },
      '@mozilla/readability on the web page',
      theirs,
    ),
  ];
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
