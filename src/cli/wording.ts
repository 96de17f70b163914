import type { Medium } from '../archive/report.ts';
import type { Claim } from '../claims/claim.ts';
import { wordingOf } from '../site/wording.ts';
import type { Edtf } from '../time/edtf.ts';

// The command line speaks English, in the same words as the English site.
const english = wordingOf('en');

/** A date as people read it: `30 November 2025`, `September 2021`. */
export const dateInWords = (date: Edtf): string => spaced(english.date(date));

/** A number with its thousands set apart: `1,222`. */
export const numberInWords = (value: number): string => spaced(english.number(value));

/** A prison term: `11 years`, `7 years 6 months`. */
export const termInWords = (months: number): string => spaced(english.term(months));

// What a page keeps together with a no-break space is searched and copied with a plain one in a terminal.
function spaced(words: string): string {
  return words.replace(/[\u00a0\u202f]/g, ' ');
}

/** A recording or picture: `audio, 7 min, made by machine`. */
export function mediumInWords(medium: Medium): string {
  return [
    medium.kind,
    medium.seconds !== undefined && `${Math.round(medium.seconds / 60)} min`,
    medium.machineMade && 'made by machine',
    medium.missing && 'missing from the page',
  ]
    .filter(Boolean)
    .join(', ');
}

/** A claim in a few lines: what, who, when; what it rests on; the passage. */
export function claimInWords(claim: Claim): string {
  return [headOf(claim), ...detailsOf(claim), `“${excerpt(claim.quote ?? claim.passage.text)}”`]
    .map((line, index) => (index === 0 ? line : indent(line, 2)))
    .join('\n');
}

/** The first line of a claim: `sentenced · Maryya Kalesnikava · September 2021 · 11 years`. */
export function headOf(claim: Claim): string {
  const count = claim.count === undefined ? undefined : countInWords(claim);
  return [
    claim.hypothetical ? `${claim.kind}, not said to be done` : claim.kind,
    claim.persons?.join(', '),
    claim.speaker,
    count,
    claim.measure && (claim.subset ? `${claim.measure}, ${claim.subset}` : claim.measure),
    claim.date && dateInWords(claim.date),
    claim.termMonths !== undefined && termInWords(claim.termMonths),
    claim.inAbsentia && 'in absentia',
    claim.place,
    claim.action,
  ]
    .filter(Boolean)
    .join(' · ');
}

function detailsOf(claim: Claim): string[] {
  const { deal } = claim;
  return [
    claim.charges && `charges: ${claim.charges.join('; ')}`,
    claim.by && `by: ${claim.by}`,
    claim.object && `on: ${claim.object}`,
    deal &&
      `deal: ${[deal.broker && `brokered by ${deal.broker}`, deal.concession && `for ${deal.concession}`].filter(Boolean).join(', ')}`,
    claim.chain && claim.chain.length > 0 && `according to: ${claim.chain.join(' ← ')}`,
  ].flatMap((line) => (line ? [line] : []));
}

/** A count with what the source or the calculation says of it: `at least 150`, `114 (123 − 9)`. */
function countInWords(claim: Pick<Claim, 'count' | 'countIs' | 'derived'>): string {
  const number = numberInWords(claim.count ?? 0);
  if (claim.derived) return `${number} (derived: ${claim.derived})`;
  return claim.countIs ? `${claim.countIs} ${number}` : number;
}

/** The beginning of a text on one line. */
export function excerpt(text: string, length = 240): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, length).replace(/\s+\S*$/, '')} …`;
}

/** A text with every line set in by a number of spaces. */
export function indent(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by));
}
