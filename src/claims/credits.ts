import type { Draft, Story } from './draft.ts';
import { rest, spokenAt } from './draft.ts';
import type { Line } from './line.ts';
import type { Speaker } from './speakers.ts';
import { speakerAfter, speakerBefore, speakerLeftOut } from './speakers.ts';

/**
 * Whom a passage credits, the one nearest to the page's publisher first.
 *
 * @example
 * [{ text: 'Ukrinform' }, { text: 'Volodymyr Zelenskyy' }, { text: 'Kyrylo Budanov' }]
 */
export type Chain = readonly Speaker[];

/**
 * The chain of those who told what a passage says: first whom it is "according to", then who says it, then whoever
 * had told that one. Words inside a quotation credit nobody; the page's own publisher is left out.
 */
export function chainOf(story: Story, line: Line): Chain {
  const { tokens } = line;
  const relayed: Speaker[] = [];
  const told: Speaker[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token || spokenAt(story.quotes, token.start)) continue;
    const according = story.page.wording.according.at(tokens, at);
    // «паводле артыкула 361»: an article of the law says nothing.
    if (according && !line.tokens[according.to]?.tags.has('statute')) {
      const speaker = speakerAfter(story, line, according.to);
      if (speaker) relayed.push(speaker);
      at = according.to - 1;
    } else if (isSaid(line, at)) {
      const about = tokens[at + 1]?.tags.has('prep') && !tokens[at + 1]?.tags.has('addressed');
      const after = follows(line, at) && !about ? speakerAfter(story, line, at + 1) : null;
      // "…, said Novik"; but in "Novik, a poet, says his time …" the speaker stands before.
      const inverted = tokens[at - 1] === undefined || tokens[at - 1]?.shape === 'mark';
      const free = story.page.wording.habits.has('subject left out');
      const sure = after && inverted && (free || after.name || /^\p{Lu}/u.test(after.text)) ? after : null;
      const speaker =
        sure ??
        speakerBefore(story, line, at) ??
        after ??
        (told.length === 0 && opensClause(line, at) ? speakerLeftOut(story, line) : null);
      if (speaker && told.length < 2) told.push(speaker);
      const outlet = speaker && outletAfter(story, line, at);
      if (outlet) relayed.push(outlet);
    }
  }
  return unique([...relayed, ...told], story.page.publisher);
}

// «Asimismo, indicó que …»: a verb of saying that "que" follows, with nothing before it that could say it.
function opensClause({ tokens }: Line, at: number): boolean {
  const before = tokens[at - 1];
  const opens = !before || /^[,.;—–]$/.test(before.text) || before.tags.has('adverb') || before.tags.has('and');
  return opens && tokens[at + 1]?.tags.has('that') === true;
}

// «dijo Ales Novik a la agencia EFE»: the report has it from the agency.
function outletAfter({ page }: Story, { tokens }: Line, said: number): Speaker | null {
  for (let at = said + 1; at < said + 12; at += 1) {
    const token = tokens[at];
    if (!token || /^[.;:«“"]$/.test(token.text)) return null;
    const told = token.tags.has('outlet') && tokens.slice(at - 3, at).some((one) => one.tags.has('addressed'));
    if (told) return { text: page.text.slice(token.start, token.end), name: null };
  }
  return null;
}

// A verb of saying that carries the passage: not "who said", not "saying" behind a speaker already found.
function isSaid(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (!token?.tags.has('say')) return false;
  const before = line.tokens[at - 1];
  // "was announced" tells of nobody who announces.
  if (before?.tags.has('be') && !token.low.endsWith('ing')) return false;
  return (
    !before?.tags.has('who') && !before?.tags.has('article') && !before?.tags.has('prep') && !before?.tags.has('owner')
  );
}

// "…, said Novik", «…, сообщает «Вясна»»
function follows(line: Line, at: number): boolean {
  const before = line.tokens[at - 1];
  return before === undefined || before.shape === 'mark' || before.tags.has('adverb') || before.tags.has('who');
}

function unique(speakers: readonly Speaker[], publisher: string | undefined): Speaker[] {
  const seen = new Set<string>(publisher ? [publisher.toLowerCase()] : []);
  return speakers.filter(({ text }) => {
    const key = text.toLowerCase();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Writes a chain into a claim: the nearest to the publisher as `accordingTo`, the whole where there are several. */
export function credit(draft: Draft, told: Chain): void {
  // Nobody is the source of what is said of themselves in passing.
  const chain = draft.kind === 'statement' ? told : told.filter(({ text }) => !draft.persons?.includes(text));
  const first = chain[0];
  if (!first) return;
  draft.accordingTo = first.text;
  draft.chain = chain.map((speaker) => speaker.text);
  for (const { name } of chain) {
    if (!name || draft.passage.text.includes(name.text)) continue;
    rest(draft, { property: name.text === first.text ? 'accordingTo' : 'chain', passage: name.passage });
  }
}
