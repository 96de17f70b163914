import nlpOf from 'compromise';
import winkModel from 'wink-eng-lite-web-model';
import winkOf from 'wink-nlp';
import { readReport } from '../src/archive/read.ts';
import { claimsOf } from '../src/claims/extract.ts';
import { LANGUAGES } from '../src/claims/wording.ts';
import { fuzzClaims } from './claims-fuzz.ts';
import { reportOfParagraphs, storyIn } from './claims-texts.ts';
import { weighed } from './heap.ts';
import type { Row } from './measure.ts';
import { beside, timesASecond } from './measure.ts';
import { pageOf, wordsIn } from './reading.ts';

const WORDS = 5000;
const DAMAGED = 10_000;

/** Words a second from report to claims in each language, beside what English pipelines do with the bare words. */
export async function claimsRows(): Promise<readonly Row[]> {
  const page = readReport(pageOf(20), { address: 'page.html' });
  const english = wordsIn(page.text);
  // Sentences and parts of speech alone: nothing that a claim would be made of is looked for yet.
  const wink = winkOf(winkModel, ['sbd', 'pos']);
  const peers = [
    ['wink-nlp, sentences and parts of speech alone', () => wink.readDoc(page.text).sentences().length()],
    ['compromise, sentences and parts of speech alone', () => nlpOf(page.text).sentences().length],
    ['Intl.Segmenter into words alone', () => Array.from(WORDS_OF.segment(page.text)).length],
  ] as const;
  const ours = english * timesASecond(() => claimsOf(page));
  const row = (name: string, value: number, unit = 'words/s'): Row => ({ area: 'claims', name, value, unit });
  const { made: claims, bytes } = await weighed(async () => Array.from({ length: 50 }, () => claimsOf(page)));
  return [
    ...peers.map(([peer, work]) =>
      beside(row(`page to claims, English, ${english} words`, ours), peer, english * timesASecond(work)),
    ),
    ...LANGUAGES.map((language) => casesRow(language, row)),
    row(`memory of the claims of 50 pages, ${claims.flat().length} claims`, bytes / 1_000_000, 'MB'),
    row(`slowest of ${DAMAGED.toLocaleString('en-GB')} damaged stories`, fuzzClaims(DAMAGED, 2026).slowest, 'ms'),
  ];
}

const WORDS_OF = new Intl.Segmenter('en', { granularity: 'word' });

// Every passage of the cases claims something or nearly does: no page is as dense.
function casesRow(language: string, row: (name: string, value: number) => Row): Row {
  const report = reportOfParagraphs(language, storyIn(language, WORDS));
  const words = wordsIn(report.text);
  return row(`cases to claims, ${language}, ${words} words`, words * timesASecond(() => claimsOf(report)));
}
