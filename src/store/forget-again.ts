import { sameText } from '../archive/duplicate.ts';
import type { Report } from '../archive/report.ts';
import type { OriginalShelf } from '../archive/shelf.ts';
import type { Entry } from '../register/entry.ts';
import type { RegisterState } from '../register/state.ts';
import { BLACK } from './blackout.ts';
import { isAddress, readingOf } from './reports.ts';

// A page that was rewritten by half is still compared: the black letters themselves are no words of either.
const LIKE = 0.5;
// Words around a gap that must stand there again, on both sides together.
const AROUND = 24;
const FEWEST_AROUND = 12;

/**
 * The report from which a removal took a name that this one says again, or null where that cannot be told. Nothing of a
 * removed name is kept, so it can be known again by one thing only: the same page, or another print of its text, has
 * letters where the reading that was kept is black, as many of them, between the same words.
 */
export async function removedFrom(
  newcomer: { readonly address: string; readonly report: Report },
  entries: readonly Entry[],
  state: RegisterState,
  shelf: OriginalShelf,
): Promise<number | null> {
  for (const number of blackened(entries)) {
    const kept = state.reports.get(number)?.report;
    if (!kept) continue;
    const { text } = await readingOf(state, number, shelf);
    const isSame = isAddress(kept.address, newcomer.address) || sameText(text, newcomer.report.text) >= LIKE;
    if (isSame && saysAgain(text, newcomer.report.text)) return number;
  }
  return null;
}

/** The sentence that says so. */
export function namesAgain(address: string, number: number): string {
  return `${address} was not added, because it names somebody again who was removed from the register, as report ${number} did: add a copy of its text without the name.`;
}

/** The reports that are read without a name since a removal. */
function blackened(entries: readonly Entry[]): readonly number[] {
  const instead = entries.flatMap((entry) => (entry.kind === 'removal' ? (entry.body?.instead ?? []) : []));
  return [...new Set(instead.map(({ entry }) => entry))].filter((number) => entries[number]?.kind === 'report');
}

/** True where a text has letters in place of what is black in another, between the same words. */
function saysAgain(before: string, after: string): boolean {
  const words = (text: string) => text.replace(/\s+/g, ' ');
  const [old, now] = [words(before), words(after)];
  const gap = new RegExp(`${BLACK}+(?:[ -]${BLACK}+)*`, 'g');
  return [...old.matchAll(gap)].some(({ 0: black, index }) => {
    const left =
      old
        .slice(Math.max(0, index - AROUND), index)
        .split(BLACK)
        .at(-1) ?? '';
    const right = old.slice(index + black.length, index + black.length + AROUND).split(BLACK)[0] ?? '';
    if (left.length + right.length < FEWEST_AROUND) return false;
    const letters = black.replaceAll(BLACK, "[\\p{L}\\p{M}'’ʼ]");
    return new RegExp(`${escaped(left)}${letters}${escaped(right)}`, 'u').test(now);
  });
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
