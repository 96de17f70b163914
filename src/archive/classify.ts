import { dayOfLine } from './named-day.ts';
import type { Page, Piece } from './piece.ts';
import { playersOf } from './players.ts';
import type { Block, Mark, Medium, StoryBlock } from './report.ts';
import type { Residue } from './residue.ts';
import { bare, residueOf } from './residue.ts';
import { doubled, endsAsSentence, essence, looksLikeHeading, looksLikeHeadline, wordCount } from './shape.ts';

/**
 * A page sorted into what belongs to its story and what does not, in the order of the page, before the story is joined
 * into one text.
 *
 * @example
 * { blocks: [{ kind: 'headline', text: 'Liberty, Caged' }], marks: ['updated'], media: [], said: [] }
 */
export interface Sorted {
  readonly blocks: readonly { readonly kind: Block['kind']; readonly text: string }[];
  readonly marks: readonly Mark[];
  readonly media: readonly Medium[];
  /** What single lines say of publisher, author and days, in the order of the page. */
  readonly said: readonly Pick<Residue, 'publisher' | 'byline' | 'published' | 'modified'>[];
}

type Kind = Block['kind'];
type Kinds = (Kind | null)[];
interface Draft {
  readonly pieces: readonly Piece[];
  readonly residues: readonly (Residue | null)[];
  readonly kinds: Kinds;
  readonly title: string;
  readonly said: { publisher?: string; byline?: string }[];
}

const STORY: ReadonlySet<Kind> = new Set<StoryBlock['kind']>([
  'headline',
  'standfirst',
  'heading',
  'dateline',
  'caption',
  'body',
  'quotation',
]);
const REGIONS: Readonly<Record<string, Kind>> = {
  navigation: 'navigation',
  related: 'related',
  comment: 'comment',
  furniture: 'residue',
  player: 'residue',
  byline: 'byline',
};
const REPEAT_WORDS_MIN = 3;
const NAME_WORDS_MAX = 7;
const PUBLISHER_WORDS_MAX = 3;
const LIST_MIN = 3;
const STORY_MIN = 3;
// Above each update of a live page stands when it came.
const CLOCK = /^\d{1,2}[:.]\d{2}$/;
const ECHO_WORDS_MIN = 5;
const TEASER_WITHIN = 4;
// So many lines that a page sets apart are looked for in its story.
const ECHOES_MAX = 200;

/**
 * Sorts the pieces of a page, whatever its format: by what lines say (words/archive/residue.yml), where they stand, how
 * long they are, how they end and whether they are said twice. In doubt a piece is of the story: losing a sentence is
 * worse than keeping a label.
 */
export function classify({ pieces, stated, media = [] }: Page): Sorted {
  const residues = behindTheStory(pieces, pieces.map(residueIn));
  const players = playersOf(pieces, residues);
  const kinds: Kinds = pieces.map((piece, at) => {
    if (residues[at]) return residues[at].kind;
    if (players.captions.has(at)) return 'residue';
    if (piece.hint === 'byline' && !looksLikeHeading(piece.text)) return 'notice';
    if (stated.live && CLOCK.test(piece.text)) return 'dateline';
    return REGIONS[piece.hint ?? ''] ?? null;
  });
  const bylines = pieces.filter((_, at) => !residues[at] && kinds[at] === 'byline');
  const said = bylines.map(({ text }) => ({ byline: text }));
  const draft: Draft = { pieces, residues, kinds, title: stated.title ?? '', said };
  sortRepeats(draft);
  sortEchoes(draft);
  sortRelated(draft);
  sortComments(draft);
  sortAuthorBox(draft);
  sortClosing(draft);
  sortTop(draft);
  sortBody(draft);
  const marks = new Set(residues.flatMap((residue) => residue?.mark ?? []));
  if (stated.live) marks.add('live');
  const lines = residues.filter((residue) => residue !== null);
  return {
    blocks: joined(draft),
    marks: [...marks],
    media: together(players.media, media),
    said: [...lines, ...draft.said],
  };
}

/** What the format names besides what the words tell of: a player has both, and is listed once. */
function together(told: readonly Medium[], shown: readonly Medium[]): Medium[] {
  const left = { audio: 0, video: 0, picture: 0 };
  for (const { kind } of told) left[kind]++;
  return [...told, ...shown.filter(({ kind }) => left[kind]-- <= 0)];
}

function residueIn({ text, hint }: Piece): Residue | null {
  const residue = residueOf(text);
  // A cell of a table that says "Comment" heads a column, and no comments.
  return residue?.kind === 'comment' && hint === 'item' ? null : residue;
}

/** Drops what counts only behind the story (a warning, a source) where the story still goes on after it. */
function behindTheStory(pieces: readonly Piece[], residues: readonly (Residue | null)[]): (Residue | null)[] {
  const last = residues.findLastIndex((residue, at) => residue === null && isBody(pieces[at]));
  return residues.map((residue, at) => (residue?.endOnly && at < last ? null : residue));
}

function isBody(piece: Piece | undefined): boolean {
  return (
    piece !== undefined &&
    REGIONS[piece.hint ?? ''] === undefined &&
    piece.hint !== 'aside' &&
    piece.hint !== 'caption' &&
    /\p{L}/u.test(piece.text) &&
    !looksLikeHeading(piece.text)
  );
}

/** Of words said twice the first stay; two neighbours that say the same are the caption of a picture. */
function sortRepeats({ pieces, kinds, title }: Draft): void {
  const seen = new Map<string, number>();
  const head = essence(pieces.find(({ hint }) => hint === 'headline')?.text ?? title);
  pieces.forEach((piece, at) => {
    const key = essence(piece.text);
    // Two rows of a list may say the same of two people.
    const row = piece.hint === 'item' && looksLikeHeading(piece.text);
    if (kinds[at] || row || (wordCount(piece.text) < REPEAT_WORDS_MIN && key !== head)) return;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, at);
      return;
    }
    // A headline that markup sets outranks the same words before it.
    if (piece.hint === 'headline' && pieces[first]?.hint !== 'headline') {
      kinds[first] = 'repeat';
      seen.set(key, at);
      return;
    }
    kinds[at] = 'repeat';
    if (first === at - 1 && pieces[first]?.hint === undefined) kinds[first] = 'caption';
  });
}

/** A teaser, a pull quote or a caption whose words stand in a paragraph of the story as well says nothing of its own. */
function sortEchoes({ pieces, kinds }: Draft): void {
  const open = pieces.flatMap((_, at) => (kinds[at] === null ? [at] : []));
  const teasers = new Set(open.slice(0, TEASER_WITHIN));
  let story: string[] | null = null;
  let looked = 0;
  for (const at of open) {
    const piece = pieces[at];
    const hint = piece?.hint;
    const said =
      hint === 'quotation' ||
      hint === 'caption' ||
      hint === 'aside' ||
      (hint === undefined && teasers.has(at) && endsAsSentence(piece?.text ?? ''));
    if (!piece || !said || wordCount(piece.text) < ECHO_WORDS_MIN || ++looked > ECHOES_MAX) continue;
    // Only paragraphs that say more can hold it; they are of the story whatever stands around them.
    story ??= open.map((each) =>
      pieces[each]?.hint === undefined || pieces[each]?.hint === 'item' ? essence(pieces[each]?.text ?? '') : '',
    );
    const key = essence(piece.text);
    if (story.some((words) => words.length > key.length && words.includes(key))) kinds[at] = 'repeat';
  }
}

/** Behind "Read also" short lines are titles of other pages, up to the next sentence. */
function sortRelated({ pieces, residues, kinds }: Draft): void {
  let related = false;
  pieces.forEach((piece, at) => {
    if (residues[at]?.kind === 'related') related = /[\p{L}:]$/u.test(bare(piece.text)) && wordCount(piece.text) <= 4;
    else if (kinds[at] === null && related) {
      related = looksLikeHeading(piece.text) && piece.hint !== 'heading';
      if (related) kinds[at] = 'related';
    }
  });
}

/** Behind the heading of the readers' comments, where a story stands before it, nothing is the story's any more. */
function sortComments({ pieces, residues, kinds }: Draft): void {
  let sentences = 0;
  let comments = false;
  pieces.forEach((piece, at) => {
    if (residues[at]?.kind === 'comment') comments ||= sentences >= STORY_MIN;
    else if (kinds[at] === null && comments) kinds[at] = 'comment';
    else if (kinds[at] === null && isBody(piece)) sentences++;
  });
}

/** A name followed by a paragraph about whoever bears it ("Sample Desk" / "Sample Desk is one of …") is the author. */
function sortAuthorBox(draft: Draft): void {
  const { pieces, kinds } = draft;
  pieces.forEach((piece, at) => {
    const next = pieces[at + 1];
    if (kinds[at] || kinds[at + 1] || !next || wordCount(piece.text) > NAME_WORDS_MAX) return;
    if (!looksLikeHeading(piece.text) || !next.text.startsWith(`${piece.text} `)) return;
    // It stands behind the story; a heading in its middle may be explained in the same way.
    if (at < kinds.lastIndexOf(null) / 2 || pieces.slice(0, at).every((_, before) => kinds[before] !== null)) return;
    kinds[at] = 'byline';
    kinds[at + 1] = 'notice';
    draft.said.push({ byline: piece.text });
  });
}

/** Behind the story, lines set off as a whole (in italics) speak of the page: where its text is from, who made it. */
function sortClosing({ pieces, kinds }: Draft): void {
  for (let at = pieces.length - 1; at >= 0; at--) {
    if (kinds[at] !== null) continue;
    if (pieces[at]?.hint !== 'aside') return;
    kinds[at] = 'notice';
  }
}

/** Headline, and what stands before it and between it and the first sentence. */
function sortTop(draft: Draft): void {
  const { pieces, kinds, title } = draft;
  const open = pieces.map((_, at) => at).filter((at) => kinds[at] === null);
  const body = open.find((at) => isBody(pieces[at]) && !looksLikeHeadline(pieces[at]?.text ?? '')) ?? pieces.length;
  const headline =
    open.find((at) => pieces[at]?.hint === 'headline') ??
    open.find((at) => title !== '' && essence(pieces[at]?.text ?? '') === essence(title)) ??
    open.find((at) => at < body && title === '' && canHead(pieces[at]) && looksLikeHeadline(pieces[at]?.text ?? ''));
  if (headline !== undefined) kinds[headline] = 'headline';
  let standfirst = false;
  for (const at of open) {
    const piece = pieces[at];
    if (!piece || at >= body || at === headline) continue;
    if (dayOfLine(piece.text) || isNumericDate(piece.text)) kinds[at] = 'dateline';
    else if (headline === undefined || piece.hint === 'caption') continue;
    else if (at < headline) sortAboveHeadline(draft, at);
    else if (!standfirst && canHead(piece) && wordCount(piece.text) >= LIST_MIN) {
      kinds[at] = 'standfirst';
      standfirst = true;
    }
  }
}

function canHead(piece: Piece | undefined): boolean {
  return piece?.hint === undefined;
}

function isNumericDate(line: string): boolean {
  return /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(line.trim());
}

function sortAboveHeadline(draft: Draft, at: number): void {
  const piece = draft.pieces[at];
  if (!piece || !looksLikeHeading(piece.text) || piece.hint === 'quotation' || piece.hint === 'item') return;
  if (wordCount(piece.text) > PUBLISHER_WORDS_MAX) return;
  const named = draft.said.some(({ publisher }) => publisher !== undefined);
  draft.kinds[at] = named || piece.hint !== undefined ? 'residue' : 'publisher';
  if (draft.kinds[at] === 'publisher') draft.said.push({ publisher: piece.text });
}

/** All that is left is the story. */
function sortBody({ pieces, kinds }: Draft): void {
  const alone = (at: number) => pieces[at]?.joint === undefined && pieces[at + 1]?.joint === undefined;
  const short = (at: number) => {
    const piece = pieces[at];
    return kinds[at] === null && piece?.hint === undefined && alone(at) && looksLikeHeading(piece?.text ?? '');
  };
  const followed = kinds.findLastIndex((kind, at) => kind === null && !short(at));
  for (let at = 0; at < pieces.length; at++) {
    const hint = pieces[at]?.hint;
    if (kinds[at] !== null) continue;
    if (hint === 'caption' || hint === 'quotation' || hint === 'heading') kinds[at] = hint;
    else if (doubled(pieces[at]?.text ?? '') !== null) kinds[at] = 'caption';
    else {
      let stop = at;
      while (short(stop)) stop++;
      // Several short lines in a row are a list, such as one of names; one behind the last sentence heads nothing.
      const heading = stop > at && stop - at < LIST_MIN && at < followed;
      for (let each = at; each < Math.max(stop, at + 1); each++) kinds[each] = heading ? 'heading' : 'body';
    }
  }
}

/** Puts paragraphs together whose lines were taken apart, and takes the second half from a line said twice. */
function joined({ pieces, kinds }: Draft): Sorted['blocks'] {
  const blocks: { kind: Kind; text: string }[] = [];
  pieces.forEach((piece, at) => {
    const kind = kinds[at] ?? 'body';
    const last = blocks.at(-1);
    if (last && kind === 'body' && last.kind === 'body' && piece.joint !== undefined) {
      last.text += piece.joint + piece.text;
      return;
    }
    const text = kind === 'caption' ? (doubled(piece.text) ?? piece.text) : piece.text;
    blocks.push({ kind, text });
  });
  return blocks;
}

/** True for a kind of block that stands in the text of a report. */
export function isStoryKind(kind: Kind): kind is StoryBlock['kind'] {
  return STORY.has(kind);
}

/** True where a page holds more than a headline and labels: a sentence, or a line too long for either. */
export function hasStory(sorted: Sorted): boolean {
  return sorted.blocks.some(
    ({ kind, text }) => isStoryKind(kind) && kind !== 'headline' && (endsAsSentence(text) || !looksLikeHeading(text)),
  );
}
