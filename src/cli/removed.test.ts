import { describe, expect, it } from 'vitest';
import { fill, MARYIA, remove } from '../store/forget.fixture.ts';
import { reportOf, temporaryFolder, writer } from '../store/register.fixture.ts';
import { removalInWords } from './removed.ts';

const feed = new TextEncoder().encode('Марыя Калеснікава вярнулася. Суд у Гродне вынес прысуд.');
const part = (address: string, ...words: readonly string[]) =>
  reportOf(words, [], { bytes: feed, part: true, address });

describe('what a removal took of originals', () => {
  it('is said of those that named the person, and of those that only shared a file with them', async () => {
    const register = await writer(temporaryFolder());
    await fill(register);
    const hers = await register.addReport(part('feed.xml#1', 'На волі', 'Марыя Калеснікава вярнулася.'));
    const others = await register.addReport(part('feed.xml#2', 'Прысуд', 'Суд у Гродне вынес прысуд.'));
    expect(removalInWords(register)).toEqual([]);
    await remove(register, MARYIA);
    expect(removalInWords(register)).toEqual([
      `The originals of reports 0, 7, ${hers.number} were taken away: what they say is kept without the name.`,
      `The original of report ${others.number} was taken away as well, because the name stood elsewhere in the same file: what this report says is kept as it was read.`,
    ]);
  });
});
