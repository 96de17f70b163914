import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReport } from './read.ts';
import type { Block } from './report.ts';
import { isStory } from './report.ts';

// Real pages are not ours to publish; where they stand beside the repository the reader is held to them.
const CORPUS = '../shared/corpus';
const bytesOf = (id: string) => readFileSync(`${CORPUS}/${id}.txt`);
const read = (id: string) => readReport(bytesOf(id), { address: `${id}.txt` });
const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();
const kinds = (blocks: readonly Block[], kind: Block['kind']) =>
  blocks.filter((block) => block.kind === kind).map(({ text }) => text);

describe.skipIf(!existsSync(CORPUS))('the page that the register grew from', () => {
  test('says what it is', () => {
    const { text: _, blocks: __, ...rest } = read('000');
    expect(rest).toEqual({
      title: 'No Regrets: Freed Belarusian Prisoners Say Challenging Lukashenko Right Decision',
      language: 'en',
      published: '2025-12-14',
      publishedFrom: 'latest day named',
      publisher: 'RFE/RL',
      byline: "RFE/RL's Belarus Service",
      marks: ['breaking', 'updated', 'ai-generated'],
      media: [
        { kind: 'audio', seconds: 420, machineMade: true },
        {
          kind: 'video',
          seconds: 125,
          missing: true,
          caption: "Freed Belarusian Political Prisoners Say 'No Regrets' Over Opposition Movement",
        },
      ],
    });
  });

  test('has its story in order, whole, and nothing else', () => {
    const { blocks, text } = read('000');
    expect(kinds(blocks, 'heading')).toEqual(['Disputed 2020 Election', 'Conversation With Trump']);
    expect(kinds(blocks, 'caption')).toHaveLength(1);
    expect(kinds(blocks, 'repeat')).toEqual(kinds(blocks, 'caption'));
    expect(kinds(blocks, 'body')).toHaveLength(25);
    expect(kinds(blocks, 'notice')).toHaveLength(4);
    expect(text).not.toMatch(
      /please wait|0:00|16x9|Accessibility|Listen|undesirable|click here|\bXS\b|leading providers/,
    );
  });
});

describe.skipIf(!existsSync(CORPUS))('every page of the corpus', () => {
  const rows = existsSync(CORPUS)
    ? readFileSync(`${CORPUS}/index.tsv`, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split('\t'))
    : [];

  test.each(rows)('%s: no passage that people chose is lost, nothing is added', (id = '', language = '') => {
    const report = read(id);
    const page = bytesOf(id).toString('utf8');
    expect(report.language).toBe(language);
    for (const { text } of report.blocks) expect(page).toContain(text);
    const gold = JSON.parse(readFileSync(`${CORPUS}/${id}.gold.json`, 'utf8')) as { claims: { passage: string }[] };
    const story = collapse(report.text);
    const lines = gold.claims.flatMap(({ passage }) => passage.split('\n').map(collapse));
    expect(lines.filter((line) => !story.includes(line))).toEqual([]);
  });

  test('what is left out of the stories is what a person would leave out', () => {
    const out = rows
      .filter(([id]) => id !== '000')
      .flatMap(([id = '']) => read(id).blocks.filter((block) => !isStory(block)))
      .map(({ text }) => text)
      .filter((text) => /[\p{L}]/u.test(text))
      .map((text) => text.slice(0, 24));
    expect(out).toEqual([
      'Published :`2024-07-22 2',
      'Source:Â Al Jazeera and ',
      '**Baku, Azerbaijan** – I',
      '![Australian Federation ',
      'MEDIA RELEASE',
      'Liberty, Caged',
      '*Fuentes: [www.bbc.com](',
      '*Artículo educativo gene',
    ]);
  });
});
