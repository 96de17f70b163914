import type { StoryBlock } from '../archive/report.ts';
import type { Passage } from '../text/passage.ts';
import type { Day } from '../time/day.ts';
import type { DateWords } from './dates.ts';
import type { FullName, NameBook, NameRun } from './names.ts';
import type { TermWords } from './terms.ts';
import type { Token } from './tokens.ts';
import type { Trigger, Wording } from './wording.ts';

/**
 * Who or how many stand in a place of a passage: a named person, a number of people, or a word that stands for one.
 *
 * @example
 * { from: 3, to: 6, is: 'group', count: 123, exactly: true } // "123 political prisoners"
 */
export interface Party {
  readonly from: number;
  readonly to: number;
  readonly is: 'person' | 'group' | 'pronoun' | 'rest';
  readonly name?: FullName;
  /** False where the words of the passage are already the fullest form. */
  readonly elsewhere?: boolean;
  readonly count?: number;
  readonly bound?: 'at least' | 'at most' | 'about';
  /** The noun that says who is counted, in small letters. */
  readonly noun?: string;
  /** For a subject that is left out: what its verb says of whom it means. */
  readonly stands?: 'man' | 'woman' | 'any';
  /** True where the party and the one before it are named in one breath: "A, a lawyer, and B". */
  joined: boolean;
}

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

/**
 * A passage cut into tokens, with its names, before the names of the whole page are known.
 *
 * @example
 * const raw: RawLine = { index: 0, passage, block, blockIndex: 0, tokens, runs };
 */
export type RawLine = Pick<Line, 'index' | 'passage' | 'block' | 'blockIndex' | 'tokens' | 'runs'>;

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
