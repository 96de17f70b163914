import type { Entry, StandIn } from '../register/entry.ts';
import { BODY_SHAPES } from '../register/shapes.ts';
import { Refused } from '../text/refusal.ts';

/**
 * The entries as they may be read after removals: what a removal put in place of an entry that spoke of others too is
 * read instead of it, whether or not the entry has been shredded, and keeps its day and author, so that counts of
 * earlier days stay what they were. A removal may stand in for an earlier one, so the latest is read first.
 *
 * @throws Refused where a removal holds something that cannot stand there.
 */
export function withStandIns(entries: readonly Entry[]): Entry[] {
  const read = [...entries];
  for (let number = read.length - 1; number >= 0; number--) {
    const removal = read[number];
    if (removal?.kind !== 'removal' || removal.body === null) continue;
    for (const standIn of removal.body.instead ?? []) {
      read[standIn.entry] = inPlaceOf(read[standIn.entry], standIn, number);
    }
  }
  return read;
}

function inPlaceOf(entry: Entry | undefined, { entered, author, body }: StandIn, removal: number): Entry {
  const content = entry && entry.number < removal ? BODY_SHAPES[entry.kind].safeParse(body) : undefined;
  if (!entry || !content?.success) {
    throw new Refused(`Entry ${removal} of the register is no removal as this version knows it: restore a backup.`);
  }
  // The entry's kind picked the shape, so the pair fits; the compiler cannot follow that through the table.
  return { number: entry.number, entered, author, kind: entry.kind, body: content.data } as Entry;
}
