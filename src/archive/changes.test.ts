import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOf } from './changes.ts';
import type { Block } from './report.ts';

// A page in a few letters: `h` a headline, `b` a paragraph, `n` a notice; then its words.
const page = (...lines: readonly string[]): Block[] =>
  lines.map((line): Block => {
    const text = line.slice(2);
    if (line.startsWith('n ')) return { kind: 'notice', text };
    return { kind: line.startsWith('h ') ? 'headline' : 'body', text, start: 0, end: text.length };
  });

const told = (before: readonly Block[], after: readonly Block[]) =>
  changesOf(before, after).map((one) =>
    one.change === 'changed'
      ? `${one.before.text} → ${one.after.text}`
      : `${{ kept: '=', added: '+', gone: '-' }[one.change]} ${one.change === 'gone' ? one.before.text : one.after.text}`,
  );

const FIRST = page(
  'h Nine freed',
  'b Nine people were let go on Sunday.',
  'b Their names are not known.',
  'b More follows.',
);

describe('a page read again', () => {
  it.each([
    [
      'the same',
      FIRST,
      ['= Nine freed', '= Nine people were let go on Sunday.', '= Their names are not known.', '= More follows.'],
    ],
    [
      'with another number',
      page(
        'h Eleven freed',
        'b Eleven people were let go on Sunday.',
        'b Their names are not known.',
        'b More follows.',
      ),
      [
        'Nine freed → Eleven freed',
        'Nine people were let go on Sunday. → Eleven people were let go on Sunday.',
        '= Their names are not known.',
        '= More follows.',
      ],
    ],
    [
      'with a paragraph more, one less and a notice',
      page(
        'h Nine freed',
        'n Updated',
        'b Nine people were let go on Sunday.',
        'b The foreign minister spoke of a gesture of good will.',
        'b More follows.',
      ),
      [
        '= Nine freed',
        '+ Updated',
        '= Nine people were let go on Sunday.',
        '- Their names are not known.',
        '+ The foreign minister spoke of a gesture of good will.',
        '= More follows.',
      ],
    ],
    [
      'that was emptied',
      [],
      ['- Nine freed', '- Nine people were let go on Sunday.', '- Their names are not known.', '- More follows.'],
    ],
    [
      'with other white space only',
      page(
        'h Nine  freed',
        'b Nine people were\nlet go on Sunday.',
        'b Their names are not known. ',
        'b More follows.',
      ),
      ['= Nine  freed', '= Nine people were\nlet go on Sunday.', '= Their names are not known. ', '= More follows.'],
    ],
  ])('%s', (_, after, expected) => {
    expect(told(FIRST, after)).toEqual(expected);
  });

  it('with two paragraphs in another order keeps one of them', () => {
    const after = page(
      'h Nine freed',
      'b Their names are not known.',
      'b Nine people were let go on Sunday.',
      'b More follows.',
    );
    expect(told(FIRST, after).filter((line) => line.startsWith('='))).toHaveLength(3);
  });

  it('of thousands of blocks is compared too', () => {
    const many = Array.from({ length: 5000 }, (_, at) => `b Paragraph number ${at}`);
    const after = page('b quite something else', ...many.slice(1, -1), 'b and at the end too');
    expect(told(page(...many), after).filter((line) => line.startsWith('='))).toHaveLength(4998);
  });
});

describe('the changes', () => {
  const blocks = fc.array(
    fc.constantFrom('h one two', 'h three', 'b one two three', 'b one two four', 'b five', 'n six'),
    {
      maxLength: 12,
    },
  );

  it('hold every block of either reading once, in order: nothing of the earlier one is lost', () => {
    fc.assert(
      fc.property(blocks, blocks, (left, right) => {
        const [before, after] = [page(...left), page(...right)];
        const changes = changesOf(before, after);
        expect(changes.flatMap((one) => (one.change === 'added' ? [] : [one.before]))).toEqual(before);
        expect(changes.flatMap((one) => (one.change === 'gone' ? [] : [one.after]))).toEqual(after);
      }),
    );
  });

  it('of a page and itself are none', () => {
    fc.assert(
      fc.property(blocks, (lines) => {
        expect(changesOf(page(...lines), page(...lines)).every(({ change }) => change === 'kept')).toBe(true);
      }),
    );
  });
});
