import { z } from 'zod';
import { CLAIM_KINDS, MEASURES } from '../claims/claim.ts';
import { Refused } from '../text/refusal.ts';
import { isDay } from '../time/day.ts';
import { isEdtf } from '../time/edtf.ts';
import { LONGEST_REASON } from './form-fields.ts';

// What the API takes and gives. The same shapes check what comes in and are written out as /api/openapi.json.

const Day = z
  .string()
  .refine(isDay, 'write a day as in 2025-12-20')
  .meta({ format: 'date', description: 'A calendar day.', examples: ['2025-12-20'] });
const Edtf = z
  .string()
  .refine(isEdtf, 'write a date as in 2021, 2021-09, 2021-09-06 or 2020-08/2020-12')
  .meta({ description: 'A date as far as it is known (EDTF, ISO 8601-2).', examples: ['2021-09'] });
const Words = z.string().trim().min(1, 'is empty').max(500, 'has more than 500 characters');
const Lines = z.array(Words).max(5000);
const Whole = z.int().nonnegative().max(999_999_999);

/** A number in an address: of a claim or of a report. */
export const NumberInPath = z.strictObject({
  number: z
    .string()
    .regex(/^\d{1,9}$/, 'write a number')
    .meta({ description: 'Number in the register.', examples: ['12'] }),
});

export const ClaimsQuery = z.strictObject({
  status: z
    .enum(['waiting', 'waiting for a second', 'accepted', 'refused', 'all'])
    .default('waiting')
    .meta({ description: '“waiting” takes in those that wait for a second person.' }),
  from: z
    .string()
    .regex(/^\d{1,9}$/, 'write a number')
    .default('0')
    .meta({ description: 'How many to pass over.' }),
});

export const CountQuery = z.strictObject({
  on: Day.meta({ description: 'The day asked about.' }),
  known: Day.exactOptional().meta({ description: 'The day of knowledge; absent for everything entered until now.' }),
  of: z.enum(['women', 'men']).exactOptional(),
  by: Words.exactOptional().meta({ description: 'Only those whom this organisation had recognised by that day.' }),
});

export const PersonsQuery = z.strictObject({
  name: Words.meta({ description: 'A name in any script or spelling.', examples: ['Мария Колесникова'] }),
});

const decided = {
  author: z
    .string()
    .max(200)
    .meta({ description: 'Who decides.', examples: ['Alena'] }),
  reason: z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(LONGEST_REASON)
    .meta({ examples: ['read the page, the wording is clear'] }),
};

export const AcceptBody = z.strictObject({
  ...decided,
  who: z.record(Words, Words).default({}).meta({
    description:
      'Name as the claim writes it → id of the person meant, or “new”. A name left out is linked as the register proposes, or left open where more than one person may be meant.',
  }),
});

export const RefuseBody = z.strictObject(decided);

export const AmendBody = z.strictObject({
  ...decided,
  amended: z
    .strictObject({
      persons: Lines.nullable().exactOptional(),
      count: Whole.nullable().exactOptional(),
      derived: Words.nullable().exactOptional(),
      date: Edtf.nullable().exactOptional(),
      termMonths: Whole.nullable().exactOptional(),
      charges: Lines.nullable().exactOptional(),
      place: Words.nullable().exactOptional(),
    })
    .meta({ description: 'What changes; null takes a property away. What was read stays beside it.' }),
});

export const LinkBody = z.strictObject({
  ...decided,
  name: Words.meta({ description: 'The name as the claim writes it.' }),
  person: Words.meta({ description: 'Id of the person, or “new” with the verdict “same”.' }),
  verdict: z.enum(['same', 'different', 'unsure']).default('same'),
});

const Passage = z.object({ start: z.int(), end: z.int(), text: z.string() });

const Claim = z
  .object({
    kind: z.enum(CLAIM_KINDS),
    persons: z.array(z.string()).optional(),
    count: z.number().optional(),
    countIs: z.enum(['at least', 'at most', 'about']).optional(),
    derived: z.string().optional(),
    date: Edtf.optional(),
    termMonths: z.number().optional(),
    charges: z.array(z.string()).optional(),
    place: z.string().optional(),
    measure: z.enum(MEASURES).optional(),
    subset: z.string().optional(),
    by: z.string().optional(),
    action: z.enum(['imposed', 'eased', 'lifted']).optional(),
    object: z.string().optional(),
    deal: z.object({ broker: z.string().optional(), concession: z.string().optional() }).optional(),
    accordingTo: z.string().optional(),
    chain: z.array(z.string()).optional(),
    speaker: z.string().optional(),
    quote: z.string().optional(),
    passage: Passage,
    hypothetical: z.boolean().optional(),
    inAbsentia: z.boolean().optional(),
    resolved: z.array(z.object({ property: z.string(), passage: Passage })).optional(),
  })
  .meta({ id: 'Claim', description: 'One assertion by one speaker in one report, with the words that make it.' });

export const FiledClaim = z
  .object({
    number: z.int(),
    report: z.int(),
    readBy: z
      .string()
      .optional()
      .meta({ description: 'A second extractor, where one put the claim up.', examples: ['second extractor tiny-7b'] }),
    status: z.enum(['waiting', 'waiting for a second', 'accepted', 'refused']),
    read: Claim,
    claim: Claim,
    decisions: z.array(
      z.object({
        number: z.int(),
        entered: z.string(),
        author: z.string(),
        decision: z.looseObject({ decision: z.string(), reason: z.string() }),
      }),
    ),
    mentions: z.array(
      z.object({ claim: z.int(), name: z.string(), person: z.string().optional(), verdict: z.string().optional() }),
    ),
  })
  .meta({
    id: 'FiledClaim',
    description: 'A claim as it was read, as it stands now, and what people decided about it.',
  });

export const ClaimsAnswer = z.object({ all: z.int(), claims: z.array(FiledClaim) });
export const AcceptAnswer = z.object({
  accepted: z.enum(['accepted', 'waiting for a second']),
  linked: z.array(z.looseObject({ name: z.string(), person: z.string(), isNew: z.boolean() })),
  unsure: z.array(z.looseObject({ name: z.string() })),
});
export const DecidedAnswer = z.object({ claim: FiledClaim });

const Sources = z
  .array(z.array(z.int()))
  .meta({ description: 'Numbers of the reports that tell it, a list for each source: reposts of one text are one.' });
const Counted = z.object({ number: z.int(), persons: z.array(z.string()), withheld: z.int() });
export const CountAnswer = z.object({
  count: z.object({ question: z.looseObject({ heldOn: z.string() }), certain: Counted, possible: Counted }),
  knownOn: z.string(),
  size: z.int(),
  figures: z.array(z.looseObject({ source: z.string(), count: z.number(), sources: Sources })),
  bridges: z.array(z.looseObject({})).meta({ description: 'A bound that has no end is null.' }),
});
export const PersonsAnswer = z.object({
  persons: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      names: z.array(z.string()),
      score: z.number(),
      reasons: z.array(z.string()),
      withheld: z.boolean(),
      sources: Sources,
    }),
  ),
});
export const ReportAnswer = z.object({
  number: z.int(),
  entered: z.string(),
  author: z.string(),
  filed: z.looseObject({ title: z.string(), original: z.string(), address: z.string() }),
  report: z.looseObject({ title: z.string(), language: z.string(), text: z.string() }),
});
export const ErrorAnswer = z
  .object({ error: z.string() })
  .meta({ id: 'Error', description: 'What went wrong, in one sentence.' });

/** What came in, checked. Throws `Refused` naming the first thing that is wrong. */
export function checked<T>(shape: z.ZodType<T>, given: unknown): T {
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.');
  throw new Refused(
    `${where ? `${where} is not right` : 'The request is not right'}: ${issue?.message ?? 'check it'}.`,
  );
}
