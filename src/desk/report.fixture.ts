import type { Block, Report } from '../archive/report.ts';
import type { Claim } from '../claims/claim.ts';
import type { Passage } from '../text/passage.ts';
import { passageAt } from '../text/passage.ts';

const PARAGRAPHS: readonly (readonly [Block['kind'], string])[] = [
  ['headline', 'Coaches Cross The Border'],
  ['mark', 'Updated'],
  ['caption', 'A coach near the border on December 13, 2025.'],
  ['residue', 'No media source currently available'],
  ['body', 'Among those freed was Maria Kolesnikova.'],
  ['heading', 'Years Behind Bars'],
  ['body', 'Kolesnikova was sentenced to 11 years in prison in September 2021. Babariko was sentenced to 14 years.'],
  ['body', 'Viktor Babariko was recognised as a political prisoner by Viasna on June 18, 2020.'],
  ['body', 'Viasna says that as of November 30, 1,222 people were held, including 199 women.'],
  ['quotation', '"We will not rest," said Robin Muster.'],
  ['notice', 'You could face a fine for sharing this.'],
];

/** A report made of blocks: those that belong to the story stand in its text, the others beside it. */
export function reportOf(
  paragraphs: readonly (readonly [Block['kind'], string])[],
  about: Partial<Report> = {},
): Report {
  const outside = new Set<Block['kind']>(['residue', 'mark', 'notice', 'navigation', 'related', 'byline']);
  let text = '';
  const blocks = paragraphs.map(([kind, words]): Block => {
    if (outside.has(kind)) return { kind, text: words } as Block;
    const start = text === '' ? 0 : text.length + 2;
    text = text === '' ? words : `${text}\n\n${words}`;
    return { kind, text: words, start, end: start + words.length } as Block;
  });
  const title = paragraphs[0]?.[1] ?? '';
  return {
    title,
    language: 'en',
    published: '2025-12-14',
    publisher: 'Sample Courier',
    marks: [],
    media: [],
    text,
    blocks,
    ...about,
  };
}

/** The passage of a report with these words. */
export function passageIn(report: Report, words: string): Passage {
  const start = report.text.indexOf(words);
  return passageAt(report.text, start, start + words.length);
}

/** The report that most tests read. */
export const REPORT: Report = reportOf(PARAGRAPHS);

/** Its claims, in the order they are put up: numbers 1 to 6 of a fresh register. */
export const CLAIMS: readonly Claim[] = [
  {
    kind: 'released',
    persons: ['Maria Kolesnikova'],
    date: '2025-12-13',
    passage: passageIn(REPORT, 'Among those freed was Maria Kolesnikova.'),
    resolved: [{ property: 'date', passage: passageIn(REPORT, 'December 13, 2025') }],
  },
  {
    kind: 'sentenced',
    persons: ['Maria Kolesnikova'],
    date: '2021-09',
    termMonths: 132,
    passage: passageIn(REPORT, 'Kolesnikova was sentenced to 11 years in prison in September 2021.'),
    resolved: [{ property: 'persons', passage: passageIn(REPORT, 'Maria Kolesnikova') }],
  },
  {
    kind: 'sentenced',
    persons: ['Viktor Babariko'],
    termMonths: 168,
    passage: passageIn(REPORT, 'Babariko was sentenced to 14 years.'),
  },
  {
    kind: 'recognised',
    persons: ['Viktor Babariko'],
    by: 'Viasna',
    date: '2020-06-18',
    passage: passageIn(REPORT, 'Viktor Babariko was recognised as a political prisoner by Viasna on June 18, 2020.'),
  },
  {
    kind: 'figure',
    count: 1222,
    measure: 'held',
    date: '2025-11-30',
    accordingTo: 'Viasna',
    chain: ['Viasna'],
    passage: passageIn(REPORT, 'Viasna says that as of November 30, 1,222 people were held'),
  },
  {
    kind: 'statement',
    speaker: 'Robin Muster',
    quote: 'We will not rest,',
    passage: passageIn(REPORT, '"We will not rest," said Robin Muster.'),
  },
];
