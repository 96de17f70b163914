import type { OpenRegister } from '../store/open.ts';

/**
 * What the last removal took away of originals, in sentences: those of reports that named the person, and those that
 * held the name beside a report that does not.
 */
export function removalInWords(register: OpenRegister): readonly string[] {
  const removal = register.entries().findLast((entry) => entry.kind === 'removal')?.body;
  const originals = new Set(removal?.originals);
  const black = new Set((removal?.instead ?? []).map(({ entry }) => entry));
  const numbers = (isBlack: boolean): readonly number[] =>
    [...register.state().reports.values()]
      .filter(({ number, report }) => originals.has(report.original) && black.has(number) === isBlack)
      .map(({ number }) => number);
  const [named, others] = [numbers(true), numbers(false)];
  const sentences: string[] = [];
  if (named.length > 0) {
    const what = named.length === 1 ? 'what it says' : 'what they say';
    sentences.push(`The ${takenAway(named)}: ${what} is kept without the name.`);
  }
  if (others.length > 0) {
    const what = others.length === 1 ? 'what this report says' : 'what these reports say';
    sentences.push(
      `The ${takenAway(others)} as well, because the name stood elsewhere in the same file: ${what} is kept as it was read.`,
    );
  }
  return sentences;
}

function takenAway(numbers: readonly number[]): string {
  const list = numbers.join(', ');
  return numbers.length === 1
    ? `original of report ${list} was taken away`
    : `originals of reports ${list} were taken away`;
}
