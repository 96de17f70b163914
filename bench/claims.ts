import { readReport } from '../src/archive/read.ts';
import { claimsOf } from '../src/claims/extract.ts';
import type { Row } from './measure.ts';
import { beside, timesASecond } from './measure.ts';
import { pageOf, wordsIn } from './reading.ts';

/** Words a second from report to claims, beside the engine's bare sentence segmentation of the same text. */
export async function claimsRows(): Promise<readonly Row[]> {
  const report = readReport(pageOf(20), { address: 'page.html' });
  const words = wordsIn(report.text);
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  const bare = words * timesASecond(() => Array.from(segmenter.segment(report.text)).length);
  const ours = words * timesASecond(() => claimsOf(report));
  return [
    beside(
      { area: 'claims', name: `report to claims, English, ${words} words`, value: ours, unit: 'words/s' },
      'Intl.Segmenter into words',
      bare,
    ),
  ];
}
