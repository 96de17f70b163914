import type { Medium } from '../archive/report.ts';
import type { Claim } from '../claims/claim.ts';
import type { Edtf } from '../time/edtf.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A date as people read it: `30 November 2025`, `September 2021`; anything else as it is written. */
export function dateInWords(date: Edtf): string {
  const parts = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date);
  const month = parts && MONTHS[Number(parts[2]) - 1];
  if (!month) return date.replace('/..', ' on').replace('/', ' to ');
  return [parts[3] && String(Number(parts[3])), month, parts[1]].filter(Boolean).join(' ');
}

/** A number with its thousands set apart, as English prints it. */
export function numberInWords(value: number): string {
  return value.toLocaleString('en-GB');
}

/** A prison term: `11 years`, `7 years 6 months`. */
export function termInWords(months: number): string {
  const years = Math.floor(months / 12);
  const rest = months % 12;
  const parts = [
    years > 0 && `${years} ${years === 1 ? 'year' : 'years'}`,
    rest > 0 && `${rest} ${rest === 1 ? 'month' : 'months'}`,
  ];
  return parts.filter(Boolean).join(' ');
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
