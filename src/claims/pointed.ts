import type { Pointing } from './answer.ts';
import type { ClaimKind } from './claim.ts';
import { chainOf, credit } from './credits.ts';
import type { Draft, Story } from './draft.ts';
import { rest } from './draft.ts';
import type { Line, Party } from './line.ts';
import { isHypothetical } from './mood.ts';
import type { FullName } from './names.ts';
import { tokensOf } from './tokens.ts';

/**
 * Why nothing is made of a place that a second extractor points at.
 *
 * @example
 * 'words that do not stand there'
 */
export type Dropped = (typeof DROPPED)[number];

const DROPPED = [
  'another shape than asked for',
  'no such passage',
  'words that do not stand there',
  'no name there',
  'no number there',
  'no date there',
  'no term there',
  'no quotation there',
  'a property of another kind',
  'nobody and nothing claimed',
  'said twice',
  'more than a report says',
] as const;

const OF_EVENTS = ['persons', 'count', 'date', 'hypothetical'] as const;
const MAY_HAVE: { readonly [K in ClaimKind]: readonly (keyof Pointing)[] } = {
  detained: [...OF_EVENTS, 'place'],
  charged: [...OF_EVENTS, 'charges'],
  sentenced: [...OF_EVENTS, 'term', 'charges', 'place'],
  released: [...OF_EVENTS, 'place'],
  pardoned: OF_EVENTS,
  recognised: [...OF_EVENTS, 'by'],
  transferred: [...OF_EVENTS, 'place'],
  died: OF_EVENTS,
  figure: ['count', 'date', 'measure', 'subset'],
  statement: ['speaker', 'quote'],
  sanction: [...OF_EVENTS, 'by', 'action', 'object'],
};

/** The tokens of a line that words stand in. */
interface Place {
  readonly line: Line;
  readonly from: number;
  readonly to: number;
}

/**
 * The claim that a second extractor points at: its passage and every property are read anew, from the words pointed at
 * and by the rules of the first extractor. One property that is not borne out drops the whole: who is wrong about the
 * date may be wrong about the rest.
 */
export function pointedAt(story: Story, pointing: Pointing): Draft | Dropped {
  try {
    return draftOf(story, pointing);
  } catch (error) {
    if (error instanceof NotBorneOut) return error.why;
    throw error;
  }
}

class NotBorneOut extends Error {
  readonly why: Dropped;
  constructor(why: Dropped) {
    super(why);
    this.why = why;
  }
}

function draftOf(story: Story, pointing: Pointing): Draft {
  const { kind, passage, hypothetical, ...told } = pointing;
  const line = story.lines[passage - 1];
  if (!line) throw new NotBorneOut('no such passage');
  const allowed = MAY_HAVE[kind];
  if (Object.keys(told).some((property) => !allowed.some((one) => one === property))) {
    throw new NotBorneOut('a property of another kind');
  }
  const draft: Draft = { kind, passage: line.passage };
  if (told.persons) name(draft, story, line, told.persons);
  if (told.count !== undefined) number(draft, placeOf(story, line, told.count));
  if (told.date !== undefined) date(draft, placeOf(story, line, told.date));
  if (told.term !== undefined) term(draft, placeOf(story, line, told.term));
  if (told.charges) draft.charges = told.charges.map((words) => wordsAt(story, placeOf(story, line, words)));
  if (told.place !== undefined) draft.place = wordsAt(story, placeOf(story, line, told.place));
  if (told.object !== undefined) draft.object = wordsAt(story, placeOf(story, line, told.object));
  if (told.by !== undefined) draft.by = runAt(story, placeOf(story, line, told.by)).text;
  // Nobody recognises or sanctions themselves.
  if (draft.by !== undefined && draft.persons?.includes(draft.by)) throw new NotBorneOut('no name there');
  if (told.subset !== undefined) draft.subset = subsetAt(story, placeOf(story, line, told.subset));
  if (told.measure) draft.measure = told.measure;
  if (told.action) draft.action = told.action;
  if (told.quote !== undefined && told.speaker !== undefined) say(draft, story, line, told.quote, told.speaker);
  const ownMood = line.triggers.some((found) => found.trigger.kind === kind && isHypothetical(line, found));
  if (kind !== 'figure' && kind !== 'statement' && (hypothetical || ownMood)) draft.hypothetical = true;
  if (!isWhole(draft)) throw new NotBorneOut('nobody and nothing claimed');
  const heading = line.block.kind === 'headline' || line.block.kind === 'heading';
  // Who says it is no matter of pointing: the passage's own words tell, as they do to the first extractor.
  if (!heading && kind !== 'statement') credit(draft, chainOf(story, line));
  return draft;
}

// A claim needs a name or a number; a statement its speaker and words; a sanction what is done.
function isWhole({ kind, persons, count, measure, by, speaker, quote, action }: Draft): boolean {
  if (kind === 'statement') return speaker !== undefined && quote !== undefined;
  if (kind === 'sanction') return action !== undefined;
  if (kind === 'figure') return count !== undefined && measure !== undefined;
  return (persons !== undefined || count !== undefined) && (kind !== 'recognised' || by !== undefined);
}

// Words stand in a line where their tokens follow each other there: whole words, letter for letter, whatever the space.
function placeOf(story: Story, line: Line, words: string): Place {
  const wanted = tokensOf(words, 0, words.length, story.page.wording.tagsOf).map(({ text }) => text);
  const last = line.tokens.length - wanted.length;
  for (let from = 0; wanted.length > 0 && from <= last; from += 1) {
    if (wanted.every((text, offset) => line.tokens[from + offset]?.text === text)) {
      return { line, from, to: from + wanted.length };
    }
  }
  throw new NotBorneOut('words that do not stand there');
}

function spanAt({ line, from, to }: Place): { start: number; end: number } {
  return { start: line.tokens[from]?.start ?? 0, end: line.tokens[to - 1]?.end ?? 0 };
}

function wordsAt(story: Story, place: Place): string {
  const { start, end } = spanAt(place);
  const words = story.page.text.slice(start, end).replace(/\s+/g, ' ');
  // Charges and places are shown as they stand: without letters, or with characters that nobody sees, they are none.
  if (!/\p{L}{2}/u.test(words) || /[\p{Cf}\p{Cc}\p{Co}]/u.test(words)) {
    throw new NotBorneOut('words that do not stand there');
  }
  return words;
}

const REACH = 4;

function name(draft: Draft, story: Story, line: Line, told: NonNullable<Pointing['persons']>): void {
  const persons: string[] = [];
  for (const one of told) {
    const full = nameOf(story, line, one);
    if (!persons.includes(full.text)) persons.push(full.text);
    restOn(draft, 'persons', full);
  }
  draft.persons = persons;
}

function restOn(draft: Draft, property: 'persons' | 'speaker', { text, passage }: FullName): void {
  const here = passage.start >= draft.passage.start && passage.end <= draft.passage.end;
  if (!here && !draft.passage.text.includes(text)) rest(draft, { property, passage });
}

type Told = NonNullable<Pointing['persons']>[number];

// Where a passage speaks of somebody without the name, the name may be pointed at a few passages before.
function nameOf(story: Story, line: Line, told: Told): FullName {
  const words = typeof told === 'string' ? told : told.words;
  const at = typeof told === 'string' ? line.index : told.passage - 1;
  const other = story.lines[at];
  if (!other) throw new NotBorneOut('no such passage');
  const near = at === line.index || (at < line.index && line.index - at <= REACH);
  if (!near || (other !== line && !line.parties.some(({ is }) => is === 'pronoun'))) {
    throw new NotBorneOut('no name there');
  }
  const place = placeOf(story, other, words);
  const named = partiesAt(place).filter(({ is }) => is === 'person');
  const [party] = named;
  if (!party?.name || named.length > 1) throw new NotBorneOut('no name there');
  return party.name;
}

// The parties of which the last word, a surname or what is counted, was pointed at.
function partiesAt({ line, from, to }: Place): Party[] {
  return line.parties.filter((party) => party.to > from && party.to <= to);
}

// A number counts people where the rules of the first extractor read it so: not in "Colony No. 3" or "15 months".
function number(draft: Draft, { line, from, to }: Place): void {
  const [group, another] = line.parties.filter((party) => party.is === 'group' && party.from < to && party.to > from);
  if (group?.count === undefined || another) throw new NotBorneOut('no number there');
  draft.count = group.count;
  if (group.bound) draft.countIs = group.bound;
}

// A date whose year nobody can tell is left out; the claim stands without it.
function date(draft: Draft, { line, from, to }: Place): void {
  const [found, another] = line.dates.filter((one) => one.from < to && one.to > from);
  if (!found || another) throw new NotBorneOut('no date there');
  if (found.edtf !== null) draft.date = found.edtf;
}

function term(draft: Draft, { line, from, to }: Place): void {
  const [found, another] = line.terms.filter((one) => one.as !== 'age' && one.from < to && one.to > from);
  if (!found || another) throw new NotBorneOut('no term there');
  if (found.months !== undefined && found.bound !== 'at most') draft.termMonths = found.months;
}

function subsetAt(story: Story, { line, from, to }: Place): string {
  const known = line.tokens.slice(from, to).map(({ low }) => story.page.wording.data.subsets[low]);
  const subset = known.find((one) => one !== undefined);
  if (subset === undefined) throw new NotBorneOut('no number there');
  return subset;
}

// A name of a person, body or place, whole.
function runAt(story: Story, { line, from, to }: Place): FullName {
  const [run, another] = line.runs.filter((one) => one.from < to && one.to > from);
  const full = run && !another && run.to <= to ? story.page.names.fullNameOf(run, line.tokens) : null;
  if (!full) throw new NotBorneOut('no name there');
  return full;
}

function say(draft: Draft, story: Story, line: Line, quoted: string, told: Told): void {
  const { start, end } = spanAt(placeOf(story, line, quoted));
  if (!story.quotes.some((quote) => quote.start <= start && end <= quote.end)) {
    throw new NotBorneOut('no quotation there');
  }
  draft.quote = story.page.text.slice(start, end);
  const speaker =
    typeof told === 'string' && !partiesAt(placeOf(story, line, told)).some(({ is }) => is === 'person')
      ? runAt(story, placeOf(story, line, told))
      : nameOf(story, line, told);
  draft.speaker = speaker.text;
  restOn(draft, 'speaker', speaker);
}
