import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { frontMatterOf } from '../src/archive/front-matter.ts';
import { readReport } from '../src/archive/read.ts';
import type { Block, Report } from '../src/archive/report.ts';
import { isStory } from '../src/archive/report.ts';
import { segmentsOf } from '../src/text/segments.ts';

// node bench/blocks.ts: counts what the pages of ../shared/corpus are made of, and prints the table of docs/reading.md.

const CORPUS = join(import.meta.dirname, '..', '..', 'shared', 'corpus');
const STORY: readonly Block['kind'][] = [
  'headline',
  'standfirst',
  'heading',
  'dateline',
  'caption',
  'body',
  'quotation',
];
const OTHER: readonly Block['kind'][] = [
  'mark',
  'byline',
  'publisher',
  'residue',
  'navigation',
  'related',
  'notice',
  'comment',
  'repeat',
];
// What players, menus and templates leave behind; none of it is anybody's sentence.
const RESIDUE =
  /please wait|no media source|\d:\d\d \d:\d\d|16x9|accessibility links|skip to (?:main )?content|^(?:listen|xs|sm|md|lg|share|print|embed)$|^!\[|^<!--/im;

/** What was counted on all pages of the corpus. */
export interface BlockCounts {
  readonly pages: number;
  readonly rows: readonly { readonly kind: Block['kind']; readonly blocks: number; readonly pages: number }[];
  /** Lines of the stories that no story says. */
  readonly residueInStories: readonly string[];
  /** Sentences of the pages that no block has, and passages chosen by people that no story has. */
  readonly lost: readonly string[];
  readonly sentences: number;
  readonly passages: number;
}

/** True where the pages stand beside the repository: they are not ours to publish. */
export const corpusIsHere = existsSync(CORPUS);

/** Counts the blocks of every page of the corpus. */
export function countBlocks(): BlockCounts {
  const ids = readdirSync(CORPUS).flatMap((name) => /^(\d+)\.txt$/.exec(name)?.[1] ?? []);
  const read = ids.map((id) => {
    const bytes = readFileSync(join(CORPUS, `${id}.txt`));
    return { id, page: bytes.toString('utf8'), report: readReport(bytes, { address: `${id}.txt` }) };
  });
  const rows = [...STORY, ...OTHER].map((kind) => {
    const of = read.map(({ report }) => report.blocks.filter((block) => block.kind === kind).length);
    return { kind, blocks: of.reduce((all, one) => all + one, 0), pages: of.filter((one) => one > 0).length };
  });
  const sentences = read.flatMap(({ page, report }) => sentencesOf(page, report));
  const passages = read.flatMap(({ id, report }) => passagesOf(id, report));
  return {
    pages: read.length,
    rows,
    residueInStories: read.flatMap(({ report }) => report.text.split('\n').filter((line) => RESIDUE.test(line.trim()))),
    lost: [...sentences, ...passages].filter(({ kept }) => !kept).map(({ text }) => text),
    sentences: sentences.length,
    passages: passages.length,
  };
}

interface Looked {
  readonly text: string;
  readonly kept: boolean;
}

function sentencesOf(page: string, report: Report): Looked[] {
  const blocks = lettersOf(report.blocks.map(({ text }) => text).join('\n'));
  const { end } = frontMatterOf(page);
  return segmentsOf(page.slice(end), report.language)
    .map(({ text }) => text)
    .filter((text) => lettersOf(text).length > 0)
    .map((text) => ({ text, kept: isIn(blocks, text) }));
}

function passagesOf(id: string, report: Report): Looked[] {
  const { claims } = JSON.parse(readFileSync(join(CORPUS, `${id}.gold.json`), 'utf8')) as {
    claims: { passage: string }[];
  };
  const story = report.blocks
    .filter(isStory)
    .map(({ text }) => lettersOf(text))
    .join('');
  return claims.map(({ passage }) => ({ text: passage, kept: isIn(story, passage) }));
}

/** What a sentence says, line by line: markup that sets a heading belongs to no block. */
function isIn(letters: string, text: string): boolean {
  const lines = text.replace(/<\/?(?:strong|b|em|h[1-6])>/g, '').split('\n');
  return lines.every((line) => letters.includes(lettersOf(line)));
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The table as the documentation carries it. */
export function tableOf(counts: BlockCounts): string {
  const line = (kind: Block['kind']) => {
    const row = counts.rows.find((each) => each.kind === kind);
    return `| ${kind} | ${STORY.includes(kind) ? 'yes' : 'no'} | ${row?.blocks ?? 0} | ${row?.pages ?? 0} |`;
  };
  return [
    `| kind of block | in the text | blocks | pages (of ${counts.pages}) |`,
    '|---|---|--:|--:|',
    ...[...STORY, ...OTHER].map(line),
    '',
    `Residue left in stories: ${counts.residueInStories.length} lines. Lost: ${counts.lost.length} of ${counts.sentences} sentences and ${counts.passages} passages.`,
  ].join('\n');
}

if (import.meta.main) {
  if (!corpusIsHere) throw new Error('The pages of ../shared/corpus are not here.');
  const counts = countBlocks();
  process.stdout.write(`${tableOf(counts)}\n`);
  for (const line of [...counts.residueInStories, ...counts.lost]) process.stdout.write(`! ${line.slice(0, 200)}\n`);
}
