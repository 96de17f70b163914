import { passageAt } from '../text/passage.ts';
import type { Chain } from './credits.ts';
import { chainOf, credit } from './credits.ts';
import type { Draft, Made, Story } from './draft.ts';
import { rest, spokenAt } from './draft.ts';
import type { Line } from './line.ts';
import type { Quote } from './quotes.ts';
import type { Speaker } from './speakers.ts';
import { speakerAfter, speakerBefore, speakerLeftOut } from './speakers.ts';

const FEWEST_WORDS = 6;

/**
 * The statement that a quotation makes: quoted words of six or more that have a speaker, who stands behind the
 * quotation, before it, elsewhere near it in its block, or in the block before where this one is nothing but the
 * quotation. The passage is the whole block, or all the blocks a quotation runs over.
 *
 * @param index of the quotation among those of the story.
 * @param line the line that the quotation begins in.
 */
export function statementOf(story: Story, index: number, line: Line): Made | null {
  const quote = story.quotes[index];
  if (!quote || line.block.kind === 'heading' || line.block.kind === 'headline') return null;
  const words = story.page.text.slice(quote.start, quote.end).match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  if (words < FEWEST_WORDS) return null;
  if (namesCharge(line, quote) || isOffTopic(story, quote)) return null;
  const lines = linesAround(story, quote, line);
  const last = lines.findLast((one) => one.blockIndex <= quote.last) ?? line;
  const speaker = speakerOf(story, index, quote, lines);
  if (!speaker) return null;
  const draft = draftOf(story, quote, line, last, speaker);
  const relay = relayOf(story, quote, lines, speaker);
  credit(draft, relay);
  story.memory.speaker = { text: speaker.text, block: quote.last, line: last.index, name: speaker.name, relay };
  return { draft, line, at: 0 };
}

/**
 * True where a page speaks of prison, courts, repression, release or sanctions so often that whatever is quoted on it
 * may be taken to be about them.
 */
export function isOnTopic(lines: readonly Line[]): boolean {
  const words = lines.flatMap(({ tokens }) => tokens.filter(({ shape }) => shape === 'word'));
  const topical = words.filter(({ tags }) => tags.has('topic')).length;
  return words.length < FEWEST_TO_TELL || topical * WORDS_A_TOPICAL_ONE >= words.length;
}

// A few lines are about whatever they were kept for.
const FEWEST_TO_TELL = 100;

// Measured on annotated pages: one topical word in 13 to 30 where prisoners are the story, one in 40 and more elsewhere.
const WORDS_A_TOPICAL_ONE = 33;

// "Ukraine's sovereignty is not in question", on a page about a summit that mentions one arrest.
function isOffTopic(story: Story, quote: Quote): boolean {
  if (story.onTopic) return false;
  return !story.lines.some(
    ({ blockIndex, tokens }) =>
      blockIndex >= quote.first && blockIndex <= quote.last && tokens.some(({ tags }) => tags.has('topic')),
  );
}

const LINES_BEFORE = 3;

// The lines of the quotation with a few before and one behind it, within its blocks.
function linesAround(story: Story, quote: Quote, line: Line): Line[] {
  const lines: Line[] = [];
  for (let at = Math.max(0, line.index - LINES_BEFORE); at < story.lines.length; at += 1) {
    const one = story.lines[at];
    if (!one || one.blockIndex > quote.last) break;
    if (one.blockIndex < quote.first) continue;
    lines.push(one);
    if (one.passage.start >= quote.to) break;
  }
  return lines;
}

function draftOf(story: Story, quote: Quote, first: Line, last: Line, speaker: Speaker): Draft {
  const { text } = story.page;
  let { start, end } = quote;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  const passage = passageAt(text, first.block.start, last.block.end);
  const draft: Draft = { kind: 'statement', speaker: speaker.text, quote: text.slice(start, end), passage };
  if (speaker.name && !passage.text.includes(speaker.text)) {
    rest(draft, { property: 'speaker', passage: speaker.name.passage });
  }
  return draft;
}

function speakerOf(story: Story, index: number, quote: Quote, lines: readonly Line[]): Speaker | null {
  return (
    behind(story, index, quote, lines) ??
    ahead(story, quote, lines) ??
    sameBlock(story, quote, lines) ??
    blockBefore(story, quote, lines)
  );
}

// `…," said Novik`, `…," she added`, `…," Aleksandr Morozov, a journalist and researcher at …, said in an interview`
function behind(story: Story, index: number, quote: Quote, lines: readonly Line[]): Speaker | null {
  const next = story.quotes[index + 1];
  const until = next && next.end - next.start > 40 ? next.from : Number.POSITIVE_INFINITY;
  const line =
    lines.find((one) => one.passage.start < quote.to && one.passage.end > quote.to) ?? attached(story, quote, lines);
  if (!line) return null;
  let verb = line.tokens.findIndex((token) => token.start >= quote.to);
  const begin = verb;
  for (; verb >= 0 && verb < line.tokens.length && verb - begin < 40; verb += 1) {
    const token = line.tokens[verb];
    if (!token || token.start >= until || token.text === '.') return null;
    if (!token.tags.has('say')) continue;
    const inverted = line.tokens.slice(begin, verb).every((one) => one.shape === 'mark' || one.tags.has('adverb'));
    const speaker = inverted ? speakerAfter(story, line, verb + 1) : speakerBefore(story, line, verb);
    return speaker ?? (inverted ? speakerLeftOut(story, line) : speakerAfter(story, line, verb + 1));
  }
  return null;
}

// Where the sentence was cut behind the quotation ("…!" said Novik), the next line begins right behind its mark.
function attached(story: Story, quote: Quote, lines: readonly Line[]): Line | null {
  const line = lines.find((one) => one.passage.start >= quote.to);
  if (!line) return null;
  const between = story.page.text.slice(quote.to, line.passage.start);
  const first = line.tokens[0];
  const said = line.tokens.slice(0, 8).some((token) => token.tags.has('say'));
  return /^[\s,–—-]*$/.test(between) && first !== undefined && (!first.upper || said) && !/\n\s*\n/.test(between)
    ? line
    : null;
}

// "Zelenskyy told journalists that Budanov had reported that …": the first of them is the one the page heard.
// `Novik said: "…"`, `told reporters that "…"`, `according to Novik, "…"`;
function ahead(story: Story, quote: Quote, lines: readonly Line[]): Speaker | null {
  const line = lines.findLast((one) => one.passage.start < quote.start && one.passage.end > quote.from) ?? null;
  const before = [line, line ? (lines[lines.indexOf(line) - 1] ?? null) : null];
  for (const one of before) {
    if (!one) continue;
    if (one !== line && !/:\s*$/.test(one.passage.text)) break;
    const chain = saidBefore(story, one, quote.from);
    if (chain) return chain;
  }
  return null;
}

function saidBefore(story: Story, line: Line, place: number): Speaker | null {
  let relayed: Speaker | null = null;
  for (let at = 0; at < line.tokens.length; at += 1) {
    const token = line.tokens[at];
    if (!token || token.start >= place) break;
    if (spokenAt(story.quotes, token.start)) continue;
    const according = story.page.wording.according.at(line.tokens, at);
    if (according) relayed ??= speakerAfter(story, line, according.to);
    if (!token.tags.has('say')) continue;
    const speaker = speakerBefore(story, line, at) ?? speakerAfter(story, line, at + 1);
    if (speaker) return speaker;
  }
  return relayed;
}

// Words that name a charge or a verdict are the court's, not someone's statement.
function namesCharge(line: Line, quote: Quote): boolean {
  const next = line.tokens.findIndex((token) => token.start >= quote.from);
  const before = line.tokens.slice(Math.max(0, next - 4), Math.max(0, next));
  const opens = before.some(
    (token) => token.tags.has('chargefor') || token.tags.has('joint') || /^[,“”"]$/.test(token.text),
  );
  return (
    opens &&
    !before.some((token) => token.tags.has('say')) &&
    line.triggers.some(
      ({ from, trigger }) => from < next && (trigger.kind === 'charged' || trigger.kind === 'sentenced'),
    )
  );
}

// Another quotation of the same block has a speaker: "…," she said. "…"
function sameBlock(story: Story, quote: Quote, lines: readonly Line[]): Speaker | null {
  const last = story.memory.speaker;
  if (last?.block === quote.first) return { text: last.text, name: last.name };
  for (const line of lines) {
    for (let at = 0; at < line.tokens.length; at += 1) {
      const token = line.tokens[at];
      if (!token?.tags.has('say') || spokenAt(story.quotes, token.start)) continue;
      const speaker = speakerBefore(story, line, at) ?? speakerAfter(story, line, at + 1);
      if (speaker) return speaker;
    }
  }
  return null;
}

// A block that is nothing but a quotation goes on with the speaker of the block before.
function blockBefore(story: Story, quote: Quote, lines: readonly Line[]): Speaker | null {
  const block = lines[0]?.block;
  const last = story.memory.speaker;
  if (!block || !last || quote.first - last.block > 2) return null;
  const around = block.text.length - (quote.to - quote.from);
  return quote.last > quote.first || around <= 4 ? { text: last.text, name: last.name } : null;
}

// For a quotation the credit is whoever relayed it; the speaker alone is no chain.
function relayOf(story: Story, quote: Quote, lines: readonly Line[], speaker: Speaker): Chain {
  const chain = lines
    .filter((line) => line.passage.start <= quote.to + 2 && line.passage.end >= quote.from - 2)
    .flatMap((line) => chainOf(story, line));
  const relayed = chain.filter((one) => one.text !== speaker.text);
  const last = story.memory.speaker;
  if (relayed.length === 0 && last?.text === speaker.text && continues(story, quote, lines, last)) {
    // What the speaker had been told by others does not belong to these words.
    return last.relay.slice(0, last.relay.findIndex((one) => one.text === speaker.text) + 1 || last.relay.length);
  }
  if (relayed.length === 0 || chain[0]?.text === speaker.text) return [];
  const seen = new Set<string>();
  return chain.filter((one) => !seen.has(one.text) && seen.add(one.text));
}

// The same speaker, in the same block or "was quoted as saying" right below: whoever relayed the one relayed the other.
function continues(story: Story, quote: Quote, lines: readonly Line[], last: { block: number }): boolean {
  const quoted = lines.some((line) =>
    line.tokens.some((token) => token.tags.has('quoted') && !spokenAt(story.quotes, token.start)),
  );
  return last.block === quote.first || (quoted && quote.first - last.block <= 1);
}
