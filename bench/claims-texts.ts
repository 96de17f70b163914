import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Report, StoryBlock } from '../src/archive/report.ts';

const CASES = join(import.meta.dirname, '..', 'cases', 'claims');
const SHAPE = z.array(z.object({ text: z.string() }));

/** A story in a language, of paragraphs that the cases of `cases/claims` make up, told so often that it has the words. */
export function storyIn(language: string, words: number): string[] {
  const cases = SHAPE.parse(parse(readFileSync(join(CASES, `cases.${language}.yml`), 'utf8')));
  const paragraphs: string[] = [];
  for (let have = 0; have < words; ) {
    const text = cases[paragraphs.length % cases.length]?.text ?? '';
    paragraphs.push(text);
    have += text.split(/\s+/).length;
  }
  return paragraphs;
}

/** The report that paragraphs make. */
export function reportOfParagraphs(language: string, paragraphs: readonly string[]): Report {
  const blocks: StoryBlock[] = [];
  let start = 0;
  for (const text of paragraphs) {
    blocks.push({ kind: 'body', text, start, end: start + text.length });
    start += text.length + 2;
  }
  const text = paragraphs.join('\n\n');
  return { title: '', language, published: '2025-12-14', marks: [], text, blocks, media: [] };
}
