import type { Block, Report, StoryBlock } from '../archive/report.ts';
import { isStory } from '../archive/report.ts';
import type { Claim, Resolved } from '../claims/claim.ts';
import type { Html } from '../site/markup.ts';
import { html } from '../site/markup.ts';
import { standsIn } from '../text/passage.ts';
import type { DeskWords } from './words.ts';

/** Words of a report that a screen marks. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  readonly kind: 'passage' | 'rests';
  /** What the place is called in an address: `passage`, `rests-0`. */
  readonly anchor: string;
}

/** A stretch of text over which the same highlights lie. */
export interface Run {
  readonly text: string;
  readonly over: readonly Highlight[];
  /** The highlights that begin here. */
  readonly begins: readonly Highlight[];
}

/** What a screen marks for a claim: its passage, and the words elsewhere that its properties rest on. */
export function highlightsOf(claim: Claim, text: string): readonly Highlight[] {
  const rests = (claim.resolved ?? []).map(({ passage }, i) => ({
    passage,
    kind: 'rests' as const,
    anchor: restsAnchor(i),
  }));
  return [{ passage: claim.passage, kind: 'passage' as const, anchor: 'passage' }, ...rests].flatMap(
    ({ passage, kind, anchor }) =>
      standsIn(text, passage) ? [{ start: passage.start, end: passage.end, kind, anchor }] : [],
  );
}

/** The anchor of the words that the `i`th resolved property rests on. */
function restsAnchor(i: number): string {
  return `rests-${i}`;
}

/** Properties of a claim by the place among `resolved` of the words they rest on. */
export function restsOf(
  claim: Claim,
  property: Resolved['property'],
): readonly { readonly anchor: string; readonly text: string }[] {
  return (claim.resolved ?? []).flatMap((resolved, i) =>
    resolved.property === property ? [{ anchor: restsAnchor(i), text: resolved.passage.text }] : [],
  );
}

/** Cuts a text from `start` to `end` where highlights begin and end, so that each piece can be marked as a whole. */
export function runsOf(text: string, start: number, end: number, highlights: readonly Highlight[]): readonly Run[] {
  const inside = highlights.filter((highlight) => highlight.start < end && highlight.end > start);
  const cuts = new Set([start, end]);
  for (const { start: from, end: to } of inside) {
    cuts.add(Math.max(from, start));
    cuts.add(Math.min(to, end));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((from, i) => {
    const to = places[i + 1] ?? end;
    return {
      text: text.slice(from, to),
      over: inside.filter((highlight) => highlight.start <= from && highlight.end >= to),
      begins: inside.filter((highlight) => highlight.start === from),
    };
  });
}

/** A report as text alone, its blocks by kind, the claim's words marked, and what is no part of the story folded away. */
export function reportView(report: Report, claim: Claim | null, words: DeskWords): Html {
  const highlights = claim ? highlightsOf(claim, report.text) : [];
  const story = report.blocks.filter(isStory);
  const others = report.blocks.filter((block) => !isStory(block));
  return html`<article class="report" lang="${report.language}" dir="auto">
${story.map((block) => storyBlock(block, report.text, highlights))}
${others.length === 0 ? null : residue(others, words)}
</article>`;
}

function storyBlock(block: StoryBlock, text: string, highlights: readonly Highlight[]): Html {
  const inner = runsOf(text, block.start, block.end, highlights).map(marked);
  if (block.kind === 'headline') return html`<h2 class="headline">${inner}</h2>`;
  if (block.kind === 'heading') return html`<h3>${inner}</h3>`;
  if (block.kind === 'quotation') return html`<blockquote>${inner}</blockquote>`;
  return html`<p class="${block.kind}">${inner}</p>`;
}

function marked({ text, over, begins }: Run): Html {
  const anchors = begins.map(({ anchor }) => html`<span id="${anchor}" class="place"></span>`);
  if (over.length === 0) return html`${anchors}${text}`;
  const kinds = [...new Set(over.map(({ kind }) => kind))].sort();
  return html`${anchors}<mark class="${kinds.join(' ')}">${text}</mark>`;
}

function residue(blocks: readonly Block[], words: DeskWords): Html {
  return html`<details class="residue"><summary lang="${words.language}" dir="ltr">${words.say('claim.residue', { n: blocks.length })}</summary>
<ul>${blocks.map((block) => html`<li>${block.text}</li>`)}</ul></details>`;
}
