import { expect, it } from 'vitest';
import { progressOn } from './progress.ts';

function shown(isTTY: boolean, total: number): string {
  let text = '';
  const progress = progressOn({ isTTY, write: (part: string) => (text += part) });
  for (let done = 0; done <= total; done += 1) progress(done, total, done < total ? `page-${done}.html` : '');
  return text;
}

it('is one line on a terminal, written over at each step and gone at the end', () => {
  expect(shown(true, 2).split('\r\x1b[K')).toEqual(['', '1 of 2: page-0.html', '2 of 2: page-1.html', '']);
});

it('is not shown where nobody watches, nor for a single step', () => {
  expect(shown(false, 2)).toBe('');
  expect(shown(true, 1)).toBe('');
});
