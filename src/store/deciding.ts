import type { Report } from '../archive/report.ts';
import type { OriginalShelf } from '../archive/shelf.ts';
import type { PersonId } from '../people/person.ts';
import { advance } from '../register/advance.ts';
import { checkDecision } from '../register/decide.ts';
import type { Decision, Entry, RemovalBody } from '../register/entry.ts';
import { rebuild } from '../register/rebuild.ts';
import type { RegisterState } from '../register/state.ts';
import { Refused } from '../text/refusal.ts';
import { shredEntries } from './entries.ts';
import { forgetting } from './forget.ts';
import { originalsNaming } from './forget-originals.ts';
import type { Draft, Step } from './journal.ts';
import { hashOf, keepOriginal, shredOriginal } from './originals.ts';
import { readingOf, writtenOut } from './reports.ts';

/** The setting that says that what was taken away may still lie in the database's files. */
export const SCRUB = 'scrub';

/** Decisions that somebody takes together. */
interface Deciding {
  readonly author: string;
  readonly decisions: readonly Decision[];
  readonly shelf: OriginalShelf;
}

/**
 * The append that enters decisions, each checked on what the ones before it made of the register; with the second
 * decision to remove a person, all that the removal takes away.
 *
 * @throws Refused where one of them may not be taken.
 */
export async function deciding(
  entries: readonly Entry[],
  before: RegisterState,
  { author, decisions, shelf }: Deciding,
): Promise<Step> {
  let state = before;
  const after = [...entries];
  const unread: Entry[] = [];
  const touched = new Set<string>();
  for (const body of decisions) {
    const seen = subjectsOf(body);
    if (unread.length > 0 && (!seen || seen.looksAt.some((one) => touched.has(one)))) {
      state = advance(state, unread) ?? rebuild(after);
      unread.length = 0;
    }
    for (const one of seen?.touches ?? []) touched.add(one);
    checkDecision(state, author, body, await textFor(body, state, shelf));
    if (isConfirmedRemoval(body, state) && decisions.length > 1) {
      throw new Refused('A removal is decided by itself: enter the other decisions apart.');
    }
    const entry: Entry = { number: after.length, entered: '9999', author, kind: 'decision', body };
    after.push(entry);
    unread.push(entry);
  }
  const drafts = decisions.map((body): Draft => ({ author, kind: 'decision', body }));
  const [only] = decisions;
  return only && isConfirmedRemoval(only, state)
    ? removing(state, after, { person: only.person, author, drafts, shelf })
    : { drafts };
}

// What the check of a decision looks at and what the decision changes, or null where that may be anything, as accepting
// a claim can make a person. Decisions on different things need no new state between them.
function subjectsOf(decision: Decision): { looksAt: readonly string[]; touches: readonly string[] } | null {
  const claim = 'claim' in decision ? `${decision.claim}` : '';
  const names = `${claim} names`;
  switch (decision.decision) {
    case 'accept':
    case 'refuse':
      return { looksAt: [claim], touches: [claim] };
    case 'amend':
      return { looksAt: [claim], touches: [claim, names] };
    case 'link': {
      const mention = `${claim} ${decision.name}`;
      return decision.verdict === 'same' ? { looksAt: [names, mention], touches: [mention] } : null;
    }
    default:
      return null;
  }
}

// Only an amendment is checked against the text of its report.
async function textFor(decision: Decision, state: RegisterState, shelf: OriginalShelf): Promise<string | undefined> {
  const claim = decision.decision === 'amend' ? state.claims.get(decision.claim) : undefined;
  return claim && (await readingOf(state, claim.report, shelf)).text;
}

type Removal = Extract<Decision, { decision: 'withhold' | 'show again' | 'remove' }>;

// `checkDecision` has made sure that the proposal it confirms is somebody else's.
function isConfirmedRemoval(decision: Decision, { proposals }: RegisterState): decision is Removal {
  return (
    decision.decision === 'remove' &&
    proposals.some(({ decision: one }) => one.decision === 'remove' && one.person === decision.person)
  );
}

interface Removing {
  readonly person: PersonId;
  readonly author: string;
  readonly drafts: readonly Draft[];
  readonly shelf: OriginalShelf;
}

async function removing(
  state: RegisterState,
  entries: readonly Entry[],
  { person, author, drafts, shelf }: Removing,
): Promise<Step> {
  const readings = new Map<number, Report>();
  for (const number of state.reports.keys()) readings.set(number, await readingOf(state, number, shelf));
  const hash = (reading: Report) => hashOf(writtenOut(reading));
  const { body: taken, readings: blackened, names } = forgetting(state, entries, person, readings, hash);
  const originals = await originalsNaming(state.reports.values(), names, new Set(blackened.keys()), shelf);
  const body: RemovalBody = { ...taken, ...(originals.length > 0 && { originals }) };
  return {
    drafts: [...drafts, { author, kind: 'removal', body }],
    also: async (db) => {
      await shredEntries(db, [...body.entries, ...(body.instead ?? []).map(({ entry }) => entry)]);
      for (const [number, reading] of blackened) {
        const report = state.reports.get(number)?.report;
        if (report) await shredOriginal(db, report.reading);
        await keepOriginal(db, writtenOut(reading));
      }
      for (const original of originals) await shredOriginal(db, original);
      await db
        .insertInto('setting')
        .values({ name: SCRUB, value: 'owed' })
        .onConflict((conflict) => conflict.column('name').doNothing())
        .execute();
    },
    rereads: true,
  };
}
