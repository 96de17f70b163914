import type { Report, StoryBlock } from '../archive/report.ts';
import { isStory } from '../archive/report.ts';
import { passageAt } from '../text/passage.ts';
import { segmentsOf } from '../text/segments.ts';
import type { Claim } from './claim.ts';
import type { Chain } from './credits.ts';
import { chainOf } from './credits.ts';
import { custodyIn } from './custody.ts';
import { bindDeals } from './deals.ts';
import type { Made, Story } from './draft.ts';
import { faultIn } from './evidence.ts';
import type { Line, Page, RawLine } from './line.ts';
import { Memory } from './memory.ts';
import { merged } from './merge.ts';
import { NameBook, runsIn } from './names.ts';
import { quotesIn } from './quotes.ts';
import { readLine } from './read-line.ts';
import { sanctionsIn } from './sanctions.ts';
import { isOnTopic, statementOf } from './statements.ts';
import type { Token } from './tokens.ts';
import { folded, tokensOf } from './tokens.ts';
import type { Wording } from './wording.ts';
import { wordingFor } from './wording.ts';

/**
 * Claims what a report says: each claim with the passage that says so, in reading order. Reads the story alone, in
 * one pass whose time grows with its length; a report in a language without wording gives none.
 *
 * @throws Error where a claim is not borne out by its passage (law 1): a fault of ours.
 */
export function claimsOf(report: Report): Claim[] {
  const story = storyOf(report);
  if (!story) return [];
  const claims = merged(claimsIn(story));
  for (const claim of claims) {
    const fault = faultIn(claim, report.text);
    if (fault !== null) throw new Error(fault);
  }
  return claims.sort((left, right) => left.passage.start - right.passage.start);
}

/** The story of a report, cut into passages with what stands in each, or null where its language has no wording. */
export function storyOf(report: Report): Story | null {
  const wording = wordingFor(report.language);
  if (!wording) return null;
  const blocks = report.blocks.filter(isStory);
  const raw = rawLines(report.text, blocks, wording);
  const page: Page = {
    ...{ text: report.text, wording, published: report.published, publisher: report.publisher },
    names: namesOf(
      new NameBook(report.text, wording.habits.has('two surnames')),
      raw,
      blocks,
      wording.habits.has('no articles'),
    ),
  };
  const lines = raw.map((line) => readLine(line, page));
  const says = (word: string): boolean => wording.tagsOf(folded(word)).has('say');
  return { page, lines, quotes: quotesIn(blocks, says), memory: new Memory(), onTopic: isOnTopic(lines) };
}

function rawLines(text: string, blocks: readonly StoryBlock[], wording: Wording): RawLine[] {
  const cut = blocks.flatMap((block, blockIndex) =>
    segmentsOf(block.text, wording.language).flatMap((passage) => {
      const tokens = tokensOf(text, block.start + passage.start, block.start + passage.end, wording.tagsOf);
      return chunked(tokens).map((part) => {
        const whole = part.length === tokens.length;
        const start = whole ? block.start + passage.start : (part[0]?.start ?? 0);
        const end = whole ? block.start + passage.end : (part.at(-1)?.end ?? 0);
        return { passage: passageAt(text, start, end), block, blockIndex, tokens: part };
      });
    }),
  );
  const common = new Set(
    cut.flatMap(({ tokens }) =>
      tokens.filter((token) => token.shape === 'word' && !token.upper).map((token) => token.low),
    ),
  );
  return cut.map((line, index) => ({ ...line, index, runs: runsIn(line.tokens, wording, common) }));
}

// What runs on for longer than any sentence is read in parts, so that the time for a line has a bound.
const LONGEST_LINE = 400;

function chunked(tokens: Token[]): Token[][] {
  if (tokens.length <= LONGEST_LINE) return tokens.length > 0 ? [tokens] : [];
  const parts: Token[][] = [];
  for (let at = 0; at < tokens.length; at += LONGEST_LINE) parts.push(tokens.slice(at, at + LONGEST_LINE));
  return parts;
}

const SMALL_WORDS = 4;

// A headline that capitalises names alone: "Court jails poet Ales Novik for nine years over satirical verse".
function inSmallLetters(tokens: readonly Token[]): boolean {
  return (
    tokens.filter((token) => token.shape === 'word' && !token.upper && token.text.length > 3).length >= SMALL_WORDS
  );
}

// Headlines in capitals would make a name of every two words, so only what else the page names is a name there; but in
// languages that write headings in small letters, one that is a name and nothing else heads a profile.
function namesOf(
  names: NameBook,
  lines: readonly RawLine[],
  blocks: readonly StoryBlock[],
  profiles: boolean,
): NameBook {
  const alone = blocks.length === 1;
  for (const { block, tokens, runs } of lines) {
    const heading = block.kind === 'headline' || block.kind === 'heading';
    const profile = profiles && runs.length === 1 && runs[0]?.from === 0 && runs[0].to === tokens.length;
    if (!alone && heading && !profile && !inSmallLetters(tokens)) continue;
    for (const run of runs) names.add(run, tokens);
  }
  return names;
}

function claimsIn(story: Story): Made[] {
  const made: Made[] = [];
  let next = 0;
  for (const line of story.lines) {
    for (let quote = story.quotes[next]; quote && quote.from < line.passage.end; quote = story.quotes[next]) {
      const statement = statementOf(story, next, line);
      if (statement) made.push(statement);
      next += 1;
    }
    made.push(...eventsIn(story, line, made));
    story.memory.take(line);
  }
  bindDeals(story, made);
  return made;
}

function eventsIn(story: Story, line: Line, before: readonly Made[]): Made[] {
  const counted = line.parties.some((party) => party.is === 'group');
  const worded = line.tokens.some((token) => token.tags.has('say') || token.tags.has('sanctions'));
  // «Алесь Новик — 5 лет колонии»
  const termed = line.terms.some((term) => term.as === 'custody');
  if (line.triggers.length === 0 && !counted && !worded && !termed) return [];
  const heading = line.block.kind === 'headline' || line.block.kind === 'heading';
  const chain = heading ? [] : chainOf(story, line);
  rememberSpeaker(story, line, chain);
  return [...custodyIn(story, line, chain, before), ...sanctionsIn(story, line, chain)];
}

// Who says something stays in mind, for "it added" and "he said"; an organisation also for figures right below that
// credit nobody.
function rememberSpeaker(story: Story, line: Line, chain: Chain): void {
  const person = chain.find((speaker) => speaker.name !== null && !speaker.meant);
  // A quotation in this line has set its speaker already.
  if (person && (story.memory.speaker?.line ?? -1) < line.index) {
    const { text, name } = person;
    story.memory.speaker = { text, name, block: line.blockIndex, line: line.index, relay: [] };
  }
  const body = chain.findLast((speaker) => speaker.name === null && !speaker.meant);
  const at = body ? line.passage.text.indexOf(body.text) : -1;
  if (!body || at < 0) return;
  const start = line.passage.start + at;
  const passage = passageAt(story.page.text, start, start + body.text.length);
  story.memory.body = { text: body.text, line: line.index, passage };
}
