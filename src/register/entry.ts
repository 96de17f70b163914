import type { Mark, Medium } from '../archive/report.ts';
import type { Claim } from '../claims/claim.ts';
import type { Description, PersonId, Verdict } from '../people/person.ts';
import type { Instant } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';

/**
 * One line of the register: dated, authored, never changed. `number` is its place in the log, from 0, and the number
 * by which people call a claim or a report.
 *
 * @example
 * { number: 12, entered: '2025-12-15T09:30:00Z', author: 'Alena', kind: 'decision',
 *   body: { decision: 'accept', claim: 3, reason: 'read the page, the wording is clear' } }
 */
export type Entry = { [K in EntryKind]: EntryOf<K> }[EntryKind];

/**
 * An entry of one kind.
 *
 * @example
 * const entry: EntryOf<'claim'> = { number: 3, entered: '…', author: 'reader', kind: 'claim', body: { report: 2, … } };
 */
export interface EntryOf<K extends EntryKind> {
  readonly number: number;
  readonly entered: Instant;
  readonly author: string;
  readonly kind: K;
  /** Null where a removal took the content away; the log still verifies (law 7). */
  readonly body: EntryBodies[K] | null;
}

/**
 * What an entry may hold.
 *
 * @example
 * 'decision'
 */
export type EntryKind = keyof EntryBodies;

/**
 * The content of each kind of entry.
 *
 * @example
 * const body: EntryBodies['claim'] = { report: 2, kind: 'released', count: 123, passage: { … } };
 */
export interface EntryBodies {
  readonly report: ReportBody;
  readonly claim: ClaimBody;
  readonly decision: Decision;
  readonly edition: EditionBody;
  readonly removal: RemovalBody;
}

/**
 * A report that was added: where its bytes and its reading are kept, and what it says of itself.
 *
 * @example
 * { original: '9f86d0…', reading: '60303a…', address: 'release.txt', type: 'text/plain',
 *   title: 'No Regrets: …', language: 'en', published: '2025-12-14', publisher: 'RFE/RL' }
 */
export interface ReportBody {
  /** SHA-256 of the bytes as they came, in hex. */
  readonly original: string;
  /** SHA-256 of the reading (the report as canonical JSON), in hex. */
  readonly reading: string;
  /** File name or web address it came from. */
  readonly address: string;
  /** Media type of the original. */
  readonly type: string;
  readonly title: string;
  readonly language: string;
  readonly published?: Day;
  readonly modified?: Day;
  readonly publisher?: string;
  /** What it says about itself; absent where it says nothing. */
  readonly marks?: readonly Mark[];
  /** The recordings and pictures that belong to it. */
  readonly media?: readonly Medium[];
  /** How it was fetched, where it was. */
  readonly fetched?: Fetched;
  /** The earlier report of the same web address, which read otherwise. */
  readonly again?: number;
  /** How many blocks of its story are other than in that earlier report. */
  readonly changes?: BlocksChanged;
  /** Earlier reports that print the same text: they count as one source with it. */
  readonly sameText?: readonly number[];
}

/**
 * How much of a story has changed between two readings of its page, in blocks.
 *
 * @example
 * { changed: 2, added: 1, gone: 0 }
 */
export interface BlocksChanged {
  readonly changed: number;
  readonly added: number;
  readonly gone: number;
}

/**
 * The visit that brought a report's original.
 *
 * @example
 * { at: '2025-12-15T09:30:00Z', status: 200, headers: { 'content-type': 'text/html' }, asked: 'http://example.org/1' }
 */
export interface Fetched {
  readonly at: Instant;
  readonly status: number;
  /** The headers that tell of the page: content-type, last-modified, etag, date. */
  readonly headers: Readonly<Record<string, string>>;
  /** Where the bytes were, where the report has an address of its own: the feed of an item. */
  readonly from?: string;
  /** The address that was asked for, where redirects led on from it. */
  readonly asked?: string;
}

/**
 * A claim as the machine, or a documenter, put it up.
 *
 * @example
 * { report: 2, kind: 'released', count: 123, date: '2025-12-13', passage: { start: 2031, end: 2195, text: '…' } }
 */
export interface ClaimBody extends Claim {
  /** Number of the entry of its report. */
  readonly report: number;
}

/**
 * What a documenter decided, and why. Never overwritten: a later decision on the same thing stands beside it.
 *
 * @example
 * { decision: 'refuse', claim: 7, reason: 'the nine years are what the prosecutor asked for' }
 */
export type Decision =
  | { readonly decision: 'accept'; readonly claim: number; readonly reason: string }
  | { readonly decision: 'refuse'; readonly claim: number; readonly reason: string }
  | { readonly decision: 'amend'; readonly claim: number; readonly amended: Claim; readonly reason: string }
  | {
      readonly decision: 'link';
      readonly claim: number;
      readonly name: string;
      readonly person: PersonId;
      readonly verdict: Verdict;
      readonly reason: string;
    }
  | {
      readonly decision: 'unlink';
      readonly claim: number;
      readonly name: string;
      readonly person: PersonId;
      readonly reason: string;
    }
  | {
      readonly decision: 'recognise' | 'withdraw recognition';
      readonly person: PersonId;
      readonly by: string;
      readonly date: Edtf;
      readonly reason: string;
    }
  | ({ readonly decision: 'describe'; readonly person: PersonId; readonly reason: string } & Description)
  | {
      readonly decision: 'withhold' | 'show again' | 'remove';
      readonly person: PersonId;
      readonly reason: string;
    };

/**
 * One published state of everything: the register it was made from and the pages it consists of.
 *
 * @example
 * { on: '2025-12-20', size: 57, root: 'q83v…', pages: 14, pagesRoot: 'Zm9v…' }
 */
export interface EditionBody {
  /** The day the edition speaks of as today. */
  readonly on: Day;
  /** How many entries the register had. */
  readonly size: number;
  /** Root of the log at that size, in base64. */
  readonly root: string;
  /** How many files the edition has, and the root of the tree over them. */
  readonly pages: number;
  readonly pagesRoot: string;
}

/**
 * What a removal took away: the entries whose content is gone, what is read in place of those that spoke of others
 * too, and which originals held the name. It names nobody who was removed.
 *
 * @example
 * { entries: [3, 4, 12], instead: [{ entry: 5, entered: '2025-12-15T09:30:00Z', author: 'reader', body: { … } }],
 *   originals: ['9f86d0…'] }
 */
export interface RemovalBody {
  readonly entries: readonly number[];
  readonly instead?: readonly StandIn[];
  /** SHA-256 of the originals whose bytes went with it. */
  readonly originals?: readonly string[];
}

/**
 * What is read in place of an entry after a removal: the same without the person, its letters blackened one for one so
 * that every passage keeps its place. It is of the entry's own kind.
 *
 * @example
 * { entry: 5, entered: '2025-12-15T09:30:00Z', author: 'reader',
 *   body: { report: 2, kind: 'released', persons: ['Viktar Babaryka'], passage: { start: 0, end: 40, text: '██████ …' } } }
 */
export interface StandIn {
  readonly entry: number;
  readonly entered: Instant;
  readonly author: string;
  readonly body: ReportBody | ClaimBody | Decision | RemovalBody;
}
