import { describe, expect, it } from 'vitest';
import { Refused } from '../text/refusal.ts';
import { openNames } from './in-browser.ts';
import { sliceNames } from './slices.ts';

const files = sliceNames([
  { id: 'kalesnikava', names: ['Марыя Калеснікава'] },
  { id: 'bialiatski', names: ['Ales Bialiatski'] },
]);

describe('openNames', () => {
  it('fetches the vocabulary first, and how Chinese characters are read when the first name has some', async () => {
    const fetched: string[] = [];
    const names = await openNames(async (file) => {
      fetched.push(file);
      return files.get(file) ?? new Uint8Array();
    });
    expect(fetched).toEqual(['names-vocabulary', 'names']);
    expect((await names.search('Мария Колесникова')).found[0]?.id).toBe('kalesnikava');
    expect(fetched).toEqual(['names-vocabulary', 'names', 'names-0']);
    expect((await names.search('刘晓波')).found).toEqual([]);
    expect((await names.search('艾未未')).found).toEqual([]);
    expect(fetched).toEqual(['names-vocabulary', 'names', 'names-0', 'names-vocabulary-han']);
  });

  it('refuses a vocabulary that is none', async () => {
    await expect(openNames(async () => new TextEncoder().encode('not found'))).rejects.toThrow(Refused);
  });
});
