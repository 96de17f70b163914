import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readReport } from './read.ts';

const read = (text: string) => readReport(new TextEncoder().encode(text), { address: 'page.txt' });
/** Each block as its kind and its words, line breaks drawn as ⏎. */
const blocks = (text: string) => read(text).blocks.map((block) => `${block.kind}: ${block.text.replaceAll('\n', '⏎')}`);

describe('headings', () => {
  test('a short line of its own between paragraphs is one', () => {
    expect(blocks('They are free, all of them.\n\nDisputed 2020 Election\n\nIt was not recognized.')[1]).toBe(
      'heading: Disputed 2020 Election',
    );
  });

  test.each([
    ['a question', 'Why now?'],
    ['an answer', 'No.'],
    ['a line that introduces the next', 'The names are these:'],
    ['a line too long for one', `They ${'are free and '.repeat(12)}well`],
  ])('%s is none', (_, line) => {
    expect(blocks(`They are free, all of them.\n\n${line}\n\nIt was not recognized.`)[1]).toBe(`body: ${line}`);
  });

  test('three in a row are a list, and a line behind the last sentence heads nothing', () => {
    const names = 'Maria Kolesnikova\n\nViktor Babariko\n\nAles Bialiatski';
    const kinds = blocks(`They are free:\n\n${names}\n\nThe list will grow.\n\nAnd so on`).map(
      (each) => each.split(':')[0],
    );
    expect(kinds).toEqual(['body', 'body', 'body', 'body', 'body', 'body']);
  });
});

describe('words said twice', () => {
  test('neighbours that say the same are a caption and its repeat', () => {
    expect(
      blocks('Freed Today In The City Of Minsk\n\nA coach at the border.\nA coach at the border.\n\nThey are free.'),
    ).toEqual([
      'headline: Freed Today In The City Of Minsk',
      'caption: A coach at the border.',
      'repeat: A coach at the border.',
      'body: They are free.',
    ]);
  });

  test('a line that says itself twice above a player is the caption of what is played', () => {
    const report = read(
      'They are free, all of them.\n\nThe Bus Arrives The Bus Arrives\nplease wait\n0:00 0:01:10 0:00\n\nThey went home.',
    );
    expect(report.media).toEqual([{ kind: 'video', seconds: 70, caption: 'The Bus Arrives' }]);
    expect(report.text).toBe('They are free, all of them.\n\nThey went home.');
  });

  test('a paragraph that comes again later is a repeat; two short words may come again', () => {
    const text =
      'They are free, all of them.\n\nNo more.\n\nThey went home.\n\nThey are free, all of them.\n\nNo more.';
    expect(blocks(text).filter((block) => block.startsWith('repeat'))).toEqual(['repeat: They are free, all of them.']);
  });
});

describe('front matter', () => {
  test.each([
    ['YAML', '---\ntitle: Two verdicts\ndate: 2024-11-21T06:00:00+08:00\nauthor: [Jo Sample, Robin Muster]\n---\n'],
    [
      'YAML with Windows line ends',
      '---\r\ntitle: "Two verdicts"\r\ndate: 2024-11-21\r\nauthor: Jo Sample, Robin Muster\r\n---\r\n',
    ],
    ['lines of keys', 'Title: Two verdicts\nDate: 2024-11-21 06:00\nAuthor: Jo Sample, Robin Muster\nSlug: two\n\n'],
  ])('%s is read and is not in the text', (_, matter) => {
    const report = read(`${matter}They are in prison.`);
    expect(report).toMatchObject({
      title: 'Two verdicts',
      published: '2024-11-21',
      publishedFrom: 'page',
      byline: 'Jo Sample, Robin Muster',
      text: 'They are in prison.',
    });
  });

  test.each([
    ['a rule at the beginning', '---\n\nThey are in prison. She: "No."\n\n---\n'],
    ['YAML that never ends', '---\ntitle: Two verdicts\n\nThey are in prison.'],
    ['a quotation with a name before it', 'Judge: four years\nLawyer: too much\n\nThey are in prison.'],
  ])('%s is none', (_, text) => {
    expect(read(text).text).toContain('They are in prison.');
    expect(read(text).title).not.toBe('Two verdicts');
  });
});

describe('paragraphs', () => {
  test('lines that a program wrapped are one block, as stored', () => {
    const text =
      'The United States is taking measures in response to the events of\nMay 23 and the actions of the Lukashenka\nregime.';
    expect(blocks(text)).toEqual([`body: ${text.replaceAll('\n', '⏎')}`]);
  });

  test('a sentence a line is one block; a paragraph a line is a block each', () => {
    expect(blocks('They are free.\nThey went home.\nAll of them.')).toHaveLength(1);
    expect(blocks('They are free. All of them.\nThey went home. At last.\nIt was late. It was cold.')).toHaveLength(3);
  });

  test('an open quotation goes on in the next line of its paragraph', () => {
    expect(blocks('"We won.\nWe did not lose", she said.')).toEqual(['body: "We won.⏎We did not lose", she said.']);
  });
});

test.each(['samples/2-prison-record.txt', 'samples/3-december-figures.txt'])(
  '%s with Windows line ends is the same report',
  (file) => {
    const text = readFileSync(file, 'utf8');
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(read(text));
  },
);
