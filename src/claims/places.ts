import type { Story } from './draft.ts';
import type { Found, Line } from './line.ts';
import { partyAt } from './line.ts';

const REACH = 12;

/**
 * The place of detention, or the destination of a transfer or release. Where someone was arrested or tried is no
 * such place, so for custody only a prison, colony or centre counts, and for a transfer what stands behind "to".
 */
export function placeOf(story: Story, line: Line, found: Found, next: number): string | null {
  if (found.trigger.kind === 'transferred') return destination(story, line, found, next);
  if (found.trigger.kind === 'detained' || found.trigger.kind === 'sentenced') return prison(story, line, found, next);
  return null;
}

function destination(story: Story, line: Line, found: Found, next: number): string | null {
  // The last word of the trigger may itself be the "to" of the destination.
  for (let at = found.to - 1; at < Math.min(next, found.to + REACH); at += 1) {
    const token = line.tokens[at];
    if (!token || token.text === ';' || token.text === '.' || token.tags.has('say')) return null;
    if (!token.tags.has('toward')) continue;
    const run = line.runs.find((one) => one.from > at && one.from <= at + 4 && !partyAt(line, one.from));
    if (!run) {
      const plain = prisonAt(story, line, at + 1, true);
      if (plain) return plain;
      continue;
    }
    const name = story.page.names.fullNameOf(run, line.tokens);
    if (name) return name.text;
  }
  return null;
}

function prison(story: Story, line: Line, found: Found, next: number): string | null {
  for (let at = found.from; at < Math.min(next, found.to + REACH); at += 1) {
    const token = line.tokens[at];
    if (!token || token.text === ';' || token.text === '.') return null;
    if (!token.tags.has('within')) continue;
    const place = prisonAt(story, line, at + 1);
    if (place) return place;
  }
  return null;
}

// "Volodarskogo prison", "a pre-trial detention centre", «колонии усиленного режима»: up to the word for the place,
// with the adjectives around it; a bare "prison" names no place.
function prisonAt(story: Story, line: Line, from: number, unnamed = false): string | null {
  for (let at = from; at < from + 5; at += 1) {
    const token = line.tokens[at];
    if (!token || token.tags.has('prep') || token.tags.has('and') || token.shape === 'number') return null;
    if (!token.tags.has('prison') && !(unnamed && token.tags.has('hospital'))) continue;
    let first = from;
    while (first < at && line.tokens[first]?.tags.has('article')) first += 1;
    let last = at;
    while (last < at + 3 && line.tokens[last + 1]?.tags.has('regime')) last += 1;
    last = numberedEnd(line, last);
    const start = line.tokens[first]?.start;
    const end = line.tokens[last]?.end;
    const named = line.tokens
      .slice(first, last + 1)
      .some((one) => one.upper || one.shape === 'number' || one.tags.has('regime'));
    return (unnamed || (named && last > first)) && start !== undefined && end !== undefined
      ? story.page.text.slice(start, end).replace(/\s+/g, ' ')
      : null;
  }
  return null;
}

// «колония № 17», «СИЗО-1», «СИЗО «Матросская тишина»»: the number or the name in marks belongs to the place.
function numberedEnd({ tokens }: Line, last: number): number {
  const next = tokens[last + 1]?.text;
  if ((next === '№' || next === '-') && tokens[last + 2]?.shape === 'number') return last + 2;
  if (next !== '«') return last;
  for (let at = last + 2; at < last + 7; at += 1) if (tokens[at]?.text === '»') return at;
  return last;
}
