import type { StoryBlock } from '../archive/report.ts';
import type { Passage } from '../text/passage.ts';
import type { Day } from '../time/day.ts';
import type { DateWords } from './dates.ts';
import { datesIn } from './dates.ts';
import type { NameBook, NameRun } from './names.ts';
import type { Party } from './parties.ts';
import { partiesIn } from './parties.ts';
import type { TermWords } from './terms.ts';
import { termsIn } from './terms.ts';
import type { Token } from './tokens.ts';
import type { Trigger, Wording } from './wording.ts';

/**
 * A passage of a story with everything that is found in it before any claim is made.
 *
 * @example
 * line.tokens[line.parties[0].from] // the first word of the first name or number of people
 */
export interface Line {
  readonly index: number;
  readonly passage: Passage;
  readonly block: StoryBlock;
  /** Index of the block among the story's blocks. */
  readonly blockIndex: number;
  readonly tokens: readonly Token[];
  readonly runs: readonly NameRun[];
  readonly dates: readonly DateWords[];
  readonly terms: readonly TermWords[];
  readonly parties: readonly Party[];
  /** For each token the index of its party, or -1. */
  readonly partyOf: Int32Array;
  readonly triggers: readonly Found[];
}

/**
 * A trigger where it stands.
 *
 * @example
 * { from: 5, to: 6, trigger: { kind: 'detained', frame: 'verb', … } }
 */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly trigger: Trigger;
}

/**
 * What reading a line needs to know of its page.
 *
 * @example
 * { text: report.text, wording, published: '2025-12-14', names }
 */
export interface Page {
  readonly text: string;
  readonly wording: Wording;
  readonly published: Day | undefined;
  readonly publisher: string | undefined;
  readonly names: NameBook;
}

/** A passage cut into tokens, with its names, before the names of the whole page are known. */
export type RawLine = Pick<Line, 'index' | 'passage' | 'block' | 'blockIndex' | 'tokens' | 'runs'>;

/** Finds dates, terms, people and triggers in a passage. */
export function readLine(raw: RawLine, page: Page): Line {
  const dates = datesIn(raw.tokens, page.wording, page.published);
  const terms = termsIn(raw.tokens, page.wording);
  const triggers = triggersIn(raw.tokens, page.wording);
  const parties = partiesIn({ ...raw, dates, terms, triggers }, page);
  const partyOf = new Int32Array(raw.tokens.length).fill(-1);
  parties.forEach(({ from, to }, index) => {
    partyOf.fill(index, from, to);
  });
  return { ...raw, dates, terms, parties, partyOf, triggers };
}

// "Free" in "Free Saudi Liberals" frees nobody.
function partOfTitle(tokens: readonly Token[], at: number): boolean {
  const quoted = /^["“«]$/.test(tokens[at - 1]?.text ?? '');
  return quoted && tokens[at]?.upper === true && tokens[at + 1]?.upper === true;
}

/** The party that a token belongs to. */
export function partyAt(line: Line, at: number): Party | null {
  return line.parties[line.partyOf[at] ?? -1] ?? null;
}

/** All that is named in one breath with a party, itself included, in order. */
export function listAround(line: Line, party: Party): Party[] {
  const index = line.partyOf[party.from] ?? -1;
  let first = index;
  let last = index;
  while (line.parties[first]?.joined) first -= 1;
  while (line.parties[last + 1]?.joined) last += 1;
  return line.parties.slice(first, last + 1);
}

function triggersIn(tokens: readonly Token[], wording: Wording): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const match = wording.triggers.at(tokens, at);
    if (!match || partOfTitle(tokens, at)) continue;
    found.push({ from: at, to: match.to, trigger: match.value });
    at = match.to - 1;
  }
  return found;
}

const FURTHEST_LISTED = 26;

/** The list that follows "those freed were": from its first name on. */
export function listed(line: Line, from: number): Party[] {
  for (let at = from; at < from + FURTHEST_LISTED; at += 1) {
    const token = line.tokens[at];
    if (!token || token.text === ';' || token.tags.has('who')) return [];
    const party = partyAt(line, at);
    if (party && party.is !== 'pronoun') {
      const list = listAround(line, party);
      return list.slice(list.indexOf(party));
    }
  }
  return [];
}
