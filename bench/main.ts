import { parseArgs } from 'node:util';
import { claimsRows } from './claims.ts';
import type { Row } from './measure.ts';
import { namesRows } from './names.ts';
import { readingRows } from './reading.ts';
import { registerRows } from './register.ts';
import { siteRows } from './site.ts';

const AREAS: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  reading: readingRows,
  site: siteRows,
  claims: claimsRows,
  names: namesRows,
  register: registerRows,
};

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } });
if (values.only !== undefined && !(values.only in AREAS)) {
  process.stderr.write(`There is no area ${values.only}: it is one of ${Object.keys(AREAS).join(', ')}.\n`);
  process.exit(2);
}
const rows: Row[] = [];
for (const [area, measure] of Object.entries(AREAS)) {
  if (values.only === undefined || values.only === area) rows.push(...(await measure()));
}
if (values.json) process.stdout.write(`${JSON.stringify(rows)}\n`);
else for (const row of rows) process.stdout.write(`${inWords(row)}\n`);

function inWords({ area, name, value, unit, peer, peerValue, ratio }: Row): string {
  const figure = (number: number) => number.toLocaleString('en-GB', { maximumSignificantDigits: 3 });
  const line = `${area.padEnd(9)} ${name.padEnd(58)} ${figure(value).padStart(11)} ${unit.padEnd(12)}`;
  if (peer === undefined || peerValue === undefined || ratio === undefined) return line.trimEnd();
  return `${line} ${figure(ratio).padStart(6)} × ${peer} (${figure(peerValue)})`;
}
