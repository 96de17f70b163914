import type { ZodType } from 'zod';
import * as z from 'zod';
import { CLAIM_KINDS, type Claim, MEASURES } from '../claims/claim.ts';
import type { Passage } from '../text/passage.ts';
import { isDay } from '../time/day.ts';
import { isEdtf } from '../time/edtf.ts';
import type {
  ClaimBody,
  Decision,
  EditionBody,
  EntryBodies,
  EntryKind,
  RemovalBody,
  ReportBody,
  StandIn,
} from './entry.ts';

// Every property an entry may have, checked when it is read back: a disclosure proves that we wrote the words, not
// that this version of the program still understands them.

const number = z.int().nonnegative();
const words = z.string().min(1);
const day = z.string().refine(isDay, 'no such day');
const edtf = z.string().refine(isEdtf, 'no date of EDTF');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'no SHA-256 in hex');

const passage: ZodType<Passage> = z.strictObject({ start: number, end: number, text: words });

const claimProperties = {
  kind: z.enum(CLAIM_KINDS),
  persons: z.array(words).exactOptional(),
  count: number.exactOptional(),
  countIs: z.enum(['at least', 'at most', 'about']).exactOptional(),
  derived: words.exactOptional(),
  date: edtf.exactOptional(),
  termMonths: z.number().nonnegative().exactOptional(),
  charges: z.array(words).exactOptional(),
  place: words.exactOptional(),
  measure: z.enum(MEASURES).exactOptional(),
  subset: words.exactOptional(),
  by: words.exactOptional(),
  action: z.enum(['imposed', 'eased', 'lifted']).exactOptional(),
  object: words.exactOptional(),
  deal: z.strictObject({ broker: words.exactOptional(), concession: words.exactOptional() }).exactOptional(),
  accordingTo: words.exactOptional(),
  chain: z.array(words).exactOptional(),
  speaker: words.exactOptional(),
  quote: words.exactOptional(),
  passage,
  hypothetical: z.boolean().exactOptional(),
  inAbsentia: z.boolean().exactOptional(),
};

const resolvable = Object.keys(claimProperties).filter((name) => name !== 'passage' && name !== 'kind');
type Resolvable = Exclude<keyof typeof claimProperties, 'passage' | 'kind'>;
const resolved = z.array(z.strictObject({ property: z.enum(resolvable as Resolvable[]), passage })).exactOptional();

const claim: ZodType<Claim> = z.strictObject({ ...claimProperties, resolved });
const claimBody: ZodType<ClaimBody> = z.strictObject({ ...claimProperties, resolved, report: number });

const MARKS = ['breaking', 'updated', 'live', 'ai-generated', 'opinion', 'correction'] as const;
const medium = z.strictObject({
  kind: z.enum(['audio', 'video', 'picture']),
  seconds: z.number().nonnegative().exactOptional(),
  machineMade: z.boolean().exactOptional(),
  missing: z.boolean().exactOptional(),
  caption: z.string().exactOptional(),
});

const report: ZodType<ReportBody> = z.strictObject({
  original: sha256,
  reading: sha256,
  address: words,
  type: words,
  title: z.string(),
  language: words,
  published: day.exactOptional(),
  modified: day.exactOptional(),
  publisher: words.exactOptional(),
  marks: z.array(z.enum(MARKS)).exactOptional(),
  media: z.array(medium).exactOptional(),
  fetched: z
    .strictObject({
      at: words,
      status: number,
      headers: z.record(z.string(), z.string()),
      from: words.exactOptional(),
      asked: words.exactOptional(),
    })
    .exactOptional(),
  again: number.exactOptional(),
  changes: z.strictObject({ changed: number, added: number, gone: number }).exactOptional(),
  sameText: z.array(number).exactOptional(),
});

const reason = words;
const decision: ZodType<Decision> = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.enum(['accept', 'refuse']), claim: number, reason }),
  z.strictObject({ decision: z.literal('amend'), claim: number, amended: claim, reason }),
  z.strictObject({
    decision: z.literal('link'),
    claim: number,
    name: words,
    person: words,
    verdict: z.enum(['same', 'different', 'unsure']),
    reason,
  }),
  z.strictObject({ decision: z.literal('unlink'), claim: number, name: words, person: words, reason }),
  z.strictObject({
    decision: z.enum(['recognise', 'withdraw recognition']),
    person: words,
    by: words,
    date: edtf,
    reason,
  }),
  z
    .strictObject({
      decision: z.literal('describe'),
      person: words,
      sex: z.enum(['female', 'male']).exactOptional(),
      born: edtf.exactOptional(),
      occupation: words.exactOptional(),
      region: words.exactOptional(),
      reason,
    })
    .refine(({ sex, born, occupation, region }) => sex ?? born ?? occupation ?? region, 'nothing described'),
  z.strictObject({ decision: z.enum(['withhold', 'show again', 'remove']), person: words, reason }),
]);

const edition: ZodType<EditionBody> = z.strictObject({
  on: day,
  size: number,
  root: words,
  pages: number,
  pagesRoot: words,
});

const removal: ZodType<RemovalBody> = z.strictObject({
  entries: z.array(number),
  instead: z.array(z.lazy(() => standIn)).exactOptional(),
  originals: z.array(sha256).exactOptional(),
});

const standIn: ZodType<StandIn> = z.strictObject({
  entry: number,
  entered: words,
  author: words,
  body: z.union([report, claimBody, decision, removal]),
});

/** The shape of the content of each kind of entry, for `safeParse`. Unknown properties do not pass. */
export const BODY_SHAPES: { readonly [K in EntryKind]: ZodType<EntryBodies[K]> } = {
  report,
  claim: claimBody,
  decision,
  edition,
  removal,
};
