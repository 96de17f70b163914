import canonicalize from 'canonicalize';
import { isWebAddress } from '../archive/fetch-address.ts';
import { isMailCopy } from '../archive/mail.ts';
import type { Report } from '../archive/report.ts';
import type { OriginalShelf } from '../archive/shelf.ts';
import { containerOf } from '../archive/sniff.ts';
import type { Claim } from '../claims/claim.ts';
import { faultIn } from '../claims/evidence.ts';
import type { Entry, Fetched, ReportBody } from '../register/entry.ts';
import { secondAuthor, secondNamed } from '../register/reader.ts';
import type { FiledClaim, RegisterState } from '../register/state.ts';
import { Refused } from '../text/refusal.ts';
import { BLACK } from './blackout.ts';
import type { Draft, Step } from './journal.ts';
import { hashOf, keepOriginal } from './originals.ts';
import { spelledOut } from './strip.ts';

/** A report to add, as it was read. */
export interface ReportToAdd {
  /** As they came. */
  readonly bytes: Uint8Array;
  /** File name or web address. */
  readonly address: string;
  /** Media type. */
  readonly type: string;
  /** True where the bytes hold several reports: then the address tells which one it is. */
  readonly part?: boolean;
  readonly report: Report;
  readonly claims: readonly Claim[];
  /** What a second extractor points at beside them, and its name. */
  readonly second?: { readonly name: string; readonly claims: readonly Claim[] };
  /** How the bytes were fetched, where they were. */
  readonly fetched?: Fetched;
  /** False where the bytes hold what may not be kept: then only their hash is. Default: true. */
  readonly keepsOriginal?: boolean;
  /** Who adds it. */
  readonly author: string;
}

/** What came of adding a report: its number, those of its claims, and whether it was in the register before. */
export interface Added {
  readonly number: number;
  readonly claims: readonly number[];
  readonly already: boolean;
}

// Who puts up what a machine read; who had it read is told by the report's own entry.
const READER = 'reader';

/**
 * Where in the register a report is, or null where it is not: by its bytes (and its address, where they hold several), or
 * by its web address and what was read there, since the bytes of many pages differ at every visit.
 */
export function addedBefore(entries: readonly Entry[], toAdd: ReportToAdd): Added | null {
  const { bytes, address, part = false } = toAdd;
  const original = hashOf(bytes);
  const reading = isWebAddress(address) ? hashOf(writtenOut(toAdd.report)) : null;
  const report = entries.find(
    (entry) =>
      entry.kind === 'report' &&
      ((entry.body?.original === original && (!part || isAddress(entry.body.address, address))) ||
        (entry.body?.reading === reading && entry.body.address === address)),
  );
  if (!report) return null;
  const claims = entries.filter((entry) => entry.kind === 'claim' && entry.body?.report === report.number);
  return { number: report.number, claims: claims.map(({ number }) => number), already: true };
}

/**
 * The append that adds a report after these entries: its original and its reading are kept with it or not at all.
 *
 * @param inCommon what its entry says of the reports before it.
 * @throws Refused where a claim is not borne out by the report's text (law 1), or no person adds it.
 */
export function addition(toAdd: ReportToAdd, entries: readonly Entry[], inCommon: Partial<ReportBody> = {}): Step {
  const { bytes, author, report, claims, second, address, type, fetched } = toAdd;
  const number = entries.length;
  if (author.trim() === '') throw new Refused('Adding a report needs its author: say who adds it.');
  if (secondNamed(author) !== null) {
    throw new Refused(`${author.trim()} is a machine: say which person adds the report.`);
  }
  // A message names those who received it: whoever adds one gives the copy that its reading made (decisions/0007).
  if ((type === 'message/rfc822' || containerOf(bytes) === 'mail') && !isMailCopy(bytes)) {
    throw new Refused(`${address} is a message as it was received, with those who received it: add it by its file.`);
  }
  for (const claim of [...claims, ...(second?.claims ?? [])]) {
    const fault = faultIn(claim, report.text);
    if (fault !== null) throw new Refused(`${address} cannot be added: ${fault}.`);
  }
  const reading = writtenOut(report);
  const earlier = lastOf(entries, address);
  const body: ReportBody = {
    original: hashOf(bytes),
    reading: hashOf(reading),
    address,
    type,
    title: report.title,
    language: report.language,
    ...(report.published !== undefined && { published: report.published }),
    ...(report.modified !== undefined && { modified: report.modified }),
    ...(report.publisher !== undefined && { publisher: report.publisher }),
    ...(report.marks.length > 0 && { marks: report.marks }),
    ...(report.media.length > 0 && { media: report.media }),
    ...(fetched && { fetched }),
    ...(earlier !== undefined && { again: earlier }),
    ...inCommon,
  };
  const putUp = (by: string) => (claim: Claim) =>
    ({ author: by, kind: 'claim', body: { ...claim, report: number } }) satisfies Draft;
  return {
    drafts: [
      { author, kind: 'report', body },
      ...claims.map(putUp(READER)),
      ...(second ? second.claims.map(putUp(secondAuthor(second.name))) : []),
    ],
    also: async (db) => {
      if (toAdd.keepsOriginal !== false) await keepOriginal(db, bytes);
      await keepOriginal(db, reading);
    },
  };
}

/** The number of the last report of a web address; a name that files happen to share says nothing. */
export function lastOf(entries: readonly Entry[], address: string): number | undefined {
  if (!isWebAddress(address)) return undefined;
  const isOfIt = (entry: Entry): boolean => entry.kind === 'report' && isAddress(entry.body?.address ?? '', address);
  return entries.findLast(isOfIt)?.number;
}

/** True where an address is the one that was kept, from which a removal may have taken the letters of a name. */
export function isAddress(kept: string, given: string): boolean {
  if (!kept.includes(BLACK)) return kept === given;
  const written = spelledOut(given);
  return written.length === kept.length && [...kept].every((one, at) => one === BLACK || one === written.charAt(at));
}

/** A reading as it is kept: canonical JSON (RFC 8785). */
export function writtenOut(report: Report): Uint8Array {
  const json = canonicalize(report);
  if (json === undefined) throw new RangeError('a report that JSON cannot write');
  return new TextEncoder().encode(json);
}

/** The reading of a report. Throws `Refused` where there is no such report, or its reading is lost. */
export async function readingOf(state: RegisterState, number: number, shelf: OriginalShelf): Promise<Report> {
  const bytes = await shelf.get(reportIn(state, number).reading);
  if (!bytes) throw new Refused(`The reading of report ${number} is lost: restore the register from a backup.`);
  // The hash vouches for the shape: these are the very bytes that were written out.
  return JSON.parse(new TextDecoder().decode(bytes)) as Report;
}

/** What the register says of a report. Throws `Refused` where there is none of that number. */
export function reportIn(state: RegisterState, number: number): ReportBody {
  const filed = state.reports.get(number);
  if (filed) return filed.report;
  throw new Refused(`There is no report ${number} in the register: unforgotten review lists the reports.`);
}

/** Checks the claims of a report against its text (law 1, on reading back), as read and as amended. */
export function checkClaims(claims: readonly FiledClaim[], report: Report): void {
  for (const { number, read, claim } of claims) {
    const fault = faultIn(read, report.text) ?? faultIn(claim, report.text);
    if (fault !== null) throw new Refused(`Claim ${number} is damaged, ${fault}: restore the register from a backup.`);
  }
}
