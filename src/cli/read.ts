import { basename } from 'node:path';
import { isWebAddress } from '../archive/fetch-address.ts';
import type { Report } from '../archive/report.ts';
import { isStory } from '../archive/report.ts';
import type { ReadReport } from '../archive/reports.ts';
import { readReports } from '../archive/reports.ts';
import type { Claim } from '../claims/claim.ts';
import { claimsOf } from '../claims/extract.ts';
import type { Fetched } from '../register/entry.ts';
import { Refused } from '../text/refusal.ts';
import type { Command } from './command.ts';
import { REGISTER } from './command.ts';
import { secondGiven } from './second-extractor.ts';
import { secondInJson, secondInWords } from './second-wording.ts';
import { withheldGiven } from './withheld-names.ts';
import { claimInWords, indent, mediumInWords } from './wording.ts';
import type { World } from './world.ts';
import { bytesOf } from './world.ts';

export const readCommand: Command = {
  name: 'read',
  help: `Usage: unforgotten read FILE|URL… [--json] [--second]

Reads each file or web page and prints what its reports claim, each claim with the passage that says so. Nothing is
kept here; docs/fetching.md says what a site keeps of a visit.
A file is a saved web page, plain text, Markdown, a PDF with text, a web archive (WARC, WACZ), a feed (RSS, Atom), the
export of a Telegram channel or a message (.eml); one file may hold several reports.

  --published DAY    the day it was published, where the page does not say (2025-12-14)
  --publisher NAME   who published it, where the page does not say
  --second           also ask the second extractor that is configured: it is sent the text of each report, and what it
                     points at stands apart (docs/second-extractor.md)
  --register DIR     with --second: the register whose withheld persons are never sent
  --json             one JSON object a line for each report: {"report":{…},"claims":[…]}

Example: unforgotten read samples/1-release.html`,
  options: { ...REGISTER, published: { type: 'string' }, publisher: { type: 'string' }, second: { type: 'boolean' } },

  async run(given, world) {
    if (given.words.length === 0) throw new Refused('Name at least one file to read: unforgotten read FILE….');
    const second = secondGiven(given, world);
    const withheld = second ? await withheldGiven(given, world) : [];
    for (const [index, name] of given.words.entries()) {
      world.progress(index, given.words.length, name);
      const stated = { published: given.value('published'), publisher: given.value('publisher') };
      const { reports } = await readFile(name, stated, world);
      for (const { address, part, report, claims } of reports) {
        const reading = second ? await second.read(report, claims, withheld) : null;
        const more = second && reading ? secondInJson(second.name, reading) : {};
        if (given.has('json')) world.print(JSON.stringify({ report, claims, ...more }));
        else world.print(inWords(part ? `${name}: ${address}` : name, report, claims));
        if (second && reading && !given.has('json')) world.print(secondInWords(second.name, reading, claims.length));
      }
    }
    world.progress(given.words.length, given.words.length, '');
  },
};

/** What reading a file or a web page gives: its bytes, how they were fetched, and its reports with their claims. */
export interface ReadFile {
  readonly bytes: Uint8Array;
  readonly fetched?: Fetched;
  readonly reports: readonly (ReadReport & { readonly claims: readonly Claim[] })[];
}

/** Reads a file or web address that a person named. Throws `Refused` in one sentence where it cannot be read. */
export async function readFile(
  name: string,
  stated: { readonly published: string | undefined; readonly publisher: string | undefined },
  world: World,
): Promise<ReadFile> {
  const page = isWebAddress(name) ? await (await world.fetcher()).page(name) : null;
  const bytes = page?.bytes ?? (await bytesOf(name));
  const type = page?.headers['content-type'];
  const reports = await readReports(bytes, {
    address: page?.address ?? basename(name),
    ...(type && { type }),
    ...(stated.published !== undefined && { published: stated.published }),
    ...(stated.publisher !== undefined && { publisher: stated.publisher }),
  });
  const fetched = page && {
    at: page.fetched,
    status: page.status,
    headers: page.headers,
    from: page.address,
    ...(page.redirects[0] !== undefined && { asked: page.redirects[0] }),
  };
  return {
    bytes,
    ...(fetched && { fetched }),
    reports: reports.map((read) => ({ ...read, claims: claimsOf(read.report) })),
  };
}

function inWords(name: string, report: Report, claims: readonly Claim[]): string {
  const day =
    report.publishedFrom === 'latest day named' ? `${report.published} (the latest day it names)` : report.published;
  const about = [
    [isWebAddress(name) ? 'Address' : 'File', name],
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
