import { languageOf } from '../text/language.ts';
import { Refused } from '../text/refusal.ts';
import { segmentsOf } from '../text/segments.ts';
import type { Day } from '../time/day.ts';
import { PAGE_MAX, PLAIN_MAX } from './bounds.ts';
import type { Sorted } from './classify.ts';
import { classify, hasStory, isStoryKind } from './classify.ts';
import { decodePage } from './decode.ts';
import { readHtml } from './html.ts';
import { dayOfLine, latestNamedDay } from './named-day.ts';
import type { Page, Stated } from './piece.ts';
import { readPlain } from './plain.ts';
import type { Block, Report } from './report.ts';
import { bare } from './residue.ts';

/**
 * What is known of a page besides its bytes.
 *
 * @example
 * { address: 'https://example.org/news/1.html', type: 'text/html; charset=windows-1251', published: '2025-12-14' }
 */
export interface About {
  /** File or URL; every refusal names it. */
  readonly address: string;
  /** Media type the page came with. */
  readonly type?: string;
  /** What the documenter knows; it wins over what the page says. */
  readonly published?: Day;
  readonly publisher?: string;
}

const TITLE_MAX = 120;

/**
 * Reads a page that was saved as HTML, as plain text or in Markdown into a report.
 *
 * @throws Refused in one sentence that names the address, for an empty page, for bytes that are no text (a picture, an
 * archive, a PDF), for an encoding that cannot be told, for more than a page can be, and for a page without a story.
 */
export function readReport(bytes: Uint8Array, about: About): Report {
  if (bytes.length > PAGE_MAX) {
    throw new Refused(`${about.address} is larger than 4 MB, as no page is: save the text of its story and read that.`);
  }
  const source = decodePage(bytes, about.address, about.type);
  if (!/\S/.test(source)) throw new Refused(`${about.address} is empty: save the page again once it has loaded.`);
  const html = looksLikeHtml(source, about.type);
  if (!html && bytes.length > PLAIN_MAX) {
    throw new Refused(`${about.address} is longer than a book: divide it and read the parts.`);
  }
  return reportOf(html ? readHtml(source, about.address) : readPlain(source), about, html);
}

/**
 * The report of a page that the reader of its format took apart: the one classifier for all formats.
 *
 * @param strict true where a headline and labels alone are no story; a post of one line is one.
 * @throws Refused, naming the address, for a page without a story.
 */
export function reportOf(page: Page, about: About, strict: boolean): Report {
  const sorted = classify(page);
  if (strict ? !hasStory(sorted) : !sorted.blocks.some(({ kind }) => isStoryKind(kind))) {
    throw new Refused(`${about.address} holds no story to read: save the page again once it has loaded.`);
  }
  return laidDown(sorted, page.stated, about);
}

/** True for a page in HTML, told by its declared type or its beginning. */
export function looksLikeHtml(source: string, type: string | undefined): boolean {
  if (type && /^text\/(?:plain|markdown)\b/i.test(type)) return false;
  if (type && /\bx?html\b/i.test(type)) return true;
  const beginning = source.slice(0, 4000).trimStart();
  if (/^<\?xml\b/.test(beginning)) return /<html\b/i.test(beginning);
  return /^<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|header|nav|aside|figure|div|p|h[1-6]|ul|ol|table)\b/i.test(
    beginning.replace(/^(?:<!--[\s\S]*?-->\s*)+/, ''),
  );
}

function laidDown(sorted: Sorted, stated: Stated, about: About): Report {
  const { blocks, text } = laidOut(sorted);
  const first = <K extends keyof Sorted['said'][number]>(key: K) => sorted.said.find((line) => line[key])?.[key];
  const told = languageOf(text);
  const language = told === 'und' ? (stated.language ?? told) : told;
  const published = publishedOf(sorted, stated, about, text);
  const modified = stated.modified ?? first('modified');
  const publisher = about.publisher ?? stated.publisher ?? first('publisher');
  const byline = stated.byline ?? first('byline');
  return {
    title: titleOf(sorted, stated, text, language),
    language,
    ...published,
    ...(modified && { modified }),
    ...(publisher && { publisher }),
    ...(byline && { byline }),
    marks: sorted.marks,
    text,
    blocks,
    media: sorted.media,
  };
}

/** Lays the story's blocks out into one text, an empty line between each two. */
function laidOut(sorted: Sorted): { blocks: Block[]; text: string } {
  let text = '';
  const blocks = sorted.blocks.map((block): Block => {
    const { kind } = block;
    if (!isStoryKind(kind)) return { kind, text: block.text };
    const start = text === '' ? 0 : text.length + 2;
    text += text === '' ? block.text : `\n\n${block.text}`;
    return { kind, text: block.text, start, end: text.length };
  });
  return { blocks, text };
}

function titleOf(sorted: Sorted, stated: Stated, text: string, language: string): string {
  const headline = sorted.blocks.find(({ kind }) => kind === 'headline')?.text ?? stated.title;
  if (headline) return headline.replace(/\s+/g, ' ').trim();
  const sentence = bare(segmentsOf(text.slice(0, 2000), language)[0]?.text ?? text).replace(/\*\*|__|`/g, '');
  if (sentence.length <= TITLE_MAX) return sentence;
  const cut = sentence.slice(0, TITLE_MAX);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), TITLE_MAX / 2)).replace(/[\s,;:–—-]+$/, '')}…`;
}

function publishedOf(
  sorted: Sorted,
  stated: Stated,
  about: About,
  text: string,
): Pick<Report, 'published' | 'publishedFrom'> {
  if (about.published) return { published: about.published, publishedFrom: 'documenter' };
  const lines = sorted.blocks.filter(({ kind }) => kind === 'dateline').map((line) => dayOfLine(line.text));
  const said = sorted.said.find(({ published }) => published)?.published;
  const onPage = lines.find((day) => day !== null) ?? said ?? stated.published;
  if (onPage) return { published: onPage, publishedFrom: 'page' };
  const latest = latestNamedDay(text);
  return latest ? { published: latest, publishedFrom: 'latest day named' } : {};
}
