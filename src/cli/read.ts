import { basename } from 'node:path';
import type { Report } from '../archive/report.ts';
import { isStory } from '../archive/report.ts';
import type { ReadReport } from '../archive/reports.ts';
import { readReports } from '../archive/reports.ts';
import type { Claim } from '../claims/claim.ts';
import { claimsOf } from '../claims/extract.ts';
import { Refused } from '../text/refusal.ts';
import type { Command } from './command.ts';
import { SHARED } from './command.ts';
import { claimInWords, indent, mediumInWords } from './wording.ts';
import { bytesOf } from './world.ts';

export const readCommand: Command = {
  name: 'read',
  help: `Usage: unforgotten read FILE… [--json]

Reads each file and prints what its reports claim, each claim with the passage that says so. Nothing is kept.
A file is a saved web page, plain text, Markdown, a PDF with text, a web archive (WARC, WACZ), a feed (RSS, Atom), the
export of a Telegram channel or a message (.eml); one file may hold several reports.

  --published DAY    the day it was published, where the page does not say (2025-12-14)
  --publisher NAME   who published it, where the page does not say
  --json             one JSON object a line for each report: {"report":{…},"claims":[…]}

Example: unforgotten read samples/1-release.html`,
  options: { ...SHARED, published: { type: 'string' }, publisher: { type: 'string' } },

  async run(given, world) {
    if (given.words.length === 0) throw new Refused('Name at least one file to read: unforgotten read FILE….');
    for (const [index, name] of given.words.entries()) {
      world.progress(index, given.words.length, name);
      const stated = { published: given.value('published'), publisher: given.value('publisher') };
      const { reports } = await readFile(name, stated);
      for (const { address, part, report, claims } of reports) {
        if (given.has('json')) world.print(JSON.stringify({ report, claims }));
        else world.print(inWords(part ? `${name}: ${address}` : name, report, claims));
      }
    }
    world.progress(given.words.length, given.words.length, '');
  },
};

/** What reading a file gives: its bytes, and its reports with their claims. */
export interface ReadFile {
  readonly bytes: Uint8Array;
  readonly reports: readonly (ReadReport & { readonly claims: readonly Claim[] })[];
}

/** Reads a file that a person named. Throws `Refused` in one sentence where it cannot be read. */
export async function readFile(
  name: string,
  stated: { readonly published: string | undefined; readonly publisher: string | undefined },
): Promise<ReadFile> {
  const bytes = await bytesOf(name);
  const reports = await readReports(bytes, {
    address: basename(name),
    ...(stated.published !== undefined && { published: stated.published }),
    ...(stated.publisher !== undefined && { publisher: stated.publisher }),
  });
  return { bytes, reports: reports.map((read) => ({ ...read, claims: claimsOf(read.report) })) };
}

function inWords(name: string, report: Report, claims: readonly Claim[]): string {
  const day =
    report.publishedFrom === 'latest day named' ? `${report.published} (the latest day it names)` : report.published;
  const about = [
    ['File', name],
    ['Language', report.language],
    ['Published', day],
    ['Modified', report.modified],
    ['Publisher', report.publisher],
    ['Byline', report.byline],
    ['Marks', report.marks.join(', ')],
    ['Media', report.media.map(mediumInWords).join('; ')],
    ['Blocks', `${report.blocks.filter(isStory).length} of the story, ${report.blocks.length} on the page`],
  ].flatMap(([label, value]) => (value ? [`  ${`${label}`.padEnd(10)} ${value}`] : []));
  const list = claims.map((claim) => indent(claimInWords(claim), 2));
  return [report.title, ...about, '', `${claims.length} claims`, ...list, ''].join('\n');
}
