import type { Block, Medium, Report } from '../archive/report.ts';
import { isStory } from '../archive/report.ts';
import type { Claim } from '../claims/claim.ts';
import type { ReportBody } from '../register/entry.ts';
import type { Passage } from '../text/passage.ts';
import { passageAt } from '../text/passage.ts';

/** A report that names a person who is removed: its reading as it was and as it will be, and how its words go black. */
export interface Blackened {
  readonly before: Report;
  readonly after: Report;
  readonly blacken: (text: string) => string;
}

/** Blackens a reading. Every letter keeps its place, so every passage of every claim does. */
export function blackenReading(before: Report, blacken: Blackened['blacken']): Blackened {
  const text = blacken(before.text);
  const block = (one: Block): Block =>
    isStory(one) ? { ...one, text: text.slice(one.start, one.end) } : { ...one, text: blacken(one.text) };
  const after: Report = {
    ...before,
    title: blacken(before.title),
    ...(before.publisher !== undefined && { publisher: blacken(before.publisher) }),
    ...(before.byline !== undefined && { byline: blacken(before.byline) }),
    text,
    blocks: before.blocks.map(block),
    media: before.media.map(mediumIn(blacken)),
  };
  return { before, after, blacken };
}

function mediumIn(blacken: Blackened['blacken']): (one: Medium) => Medium {
  return (one) => ({ ...one, ...(one.caption !== undefined && { caption: blacken(one.caption) }) });
}

/** What a report's entry says, without the name. The hash of the original stays, so that it is not added again. */
export function stripReport(body: ReportBody, { blacken }: Blackened, reading: string): ReportBody {
  const address = spelledOut(body.address);
  return {
    ...body,
    // Where a visit began, and what the site sent along, may hold the name too.
    ...(body.fetched && { fetched: { at: body.fetched.at, status: body.fetched.status, headers: {} } }),
    reading,
    title: blacken(body.title),
    address: blacken(address) === address ? body.address : blacken(address),
    ...(body.publisher !== undefined && { publisher: blacken(body.publisher) }),
    ...(body.media && { media: body.media.map(mediumIn(blacken)) }),
  };
}

/**
 * True where a claim is about the person alone, or in the person's own words.
 *
 * @param isTheirs tells of a name as the claim writes it whether it is the person's.
 */
export function saysNothingElse(claim: Claim, isTheirs: (name: string) => boolean): boolean {
  if (claim.speaker !== undefined && isTheirs(claim.speaker)) return true;
  const persons = claim.persons ?? [];
  return persons.length > 0 && persons.every(isTheirs) && claim.count === undefined && claim.kind !== 'statement';
}

/** A claim without the person: not among its persons, and black in its words. */
export function stripClaim(claim: Claim, report: Blackened, isTheirs: (name: string) => boolean): Claim {
  const { blacken, after } = report;
  const { persons, quote, ...rest } = claim;
  const others = persons?.filter((name) => !isTheirs(name)) ?? [];
  const moved = ({ start, end }: Passage): Passage => passageAt(after.text, start, end);
  return {
    ...rest,
    ...Object.fromEntries(FREE_TEXT.flatMap((name) => (name in rest ? [[name, blackenAll(rest[name], blacken)]] : []))),
    ...(others.length > 0 && { persons: others }),
    ...(quote !== undefined && { quote: quoteIn(quote, claim.passage, report) }),
    passage: moved(claim.passage),
    ...(claim.resolved && { resolved: claim.resolved.map((one) => ({ ...one, passage: moved(one.passage) })) }),
  };
}

const FREE_TEXT = ['charges', 'place', 'subset', 'by', 'object', 'deal', 'accordingTo', 'chain'] as const;

// Cut out of the blackened text at its place: a word may be taken for another without its neighbours.
function quoteIn(quote: string, passage: Passage, { before, after }: Blackened): string {
  const start = before.text.indexOf(quote, passage.start);
  return after.text.slice(start, start + quote.length);
}

function blackenAll(value: unknown, blacken: Blackened['blacken']): unknown {
  if (typeof value === 'string') return blacken(value);
  if (Array.isArray(value)) return value.map((one) => blackenAll(one, blacken));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, blackenAll(one, blacken)]));
}

/** A web address without the percent signs in which it writes names of other scripts. */
export function spelledOut(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
