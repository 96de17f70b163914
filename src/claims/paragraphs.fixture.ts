import type { Report, StoryBlock } from '../archive/report.ts';

/** A report of some paragraphs, for tests that are about the wording and not about a page. */
export function reportOf(language: string, published: string, ...paragraphs: readonly string[]): Report {
  const blocks: StoryBlock[] = [];
  let start = 0;
  for (const text of paragraphs) {
    blocks.push({ kind: 'body', text, start, end: start + text.length });
    start += text.length + 2;
  }
  return { title: '', language, published, marks: [], text: paragraphs.join('\n\n'), blocks, media: [] };
}
