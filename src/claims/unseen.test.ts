import { expect, test } from 'vitest';
import { readReport } from '../archive/read.ts';
import { claimsOf } from './extract.ts';

const TEXT = 'A court in Minsk sentenced Maryya Kalesnikava to 11 years in prison on September 6, 2021.';
const claimsIn = (text: string) => claimsOf(readReport(new TextEncoder().encode(text), { address: 'page' }));

test.each([
  ['no-break spaces', TEXT.replace(/ (?=\d|years|prison|Kales)/g, '\u00a0')],
  ['narrow ones', TEXT.replace(/ (?=\d|years)/g, '\u202f')],
  ['soft hyphens', TEXT.replace('Kalesnikava', 'Kales\u00adni\u00adkava').replace('sentenced', 'sen\u00adtenced')],
  ['zero-width spaces', TEXT.replace('Kalesnikava', 'Kales\u200bnikava').replace('sentenced', '\u200bsentenced')],
  ['joiners', TEXT.replace('Kalesnikava', 'Kalesni\u200dkava')],
  ['a byte order mark', TEXT.replace('Maryya', '\ufeffMaryya')],
  ['marks of direction', TEXT.replace('Maryya', '\u202aMaryya').replace('Kalesnikava', 'Kalesnikava\u202c')],
  [
    'those of HTML',
    `<body><p>${TEXT.replace('Kalesnikava', 'Kales&shy;nikava').replace('sentenced', 'sen<wbr>tenced')}</p>`,
  ],
])('a claim is read through %s', (_, text) => {
  expect(claimsIn(text)).toMatchObject([
    { kind: 'sentenced', persons: ['Maryya Kalesnikava'], termMonths: 132, date: '2021-09-06' },
  ]);
});
