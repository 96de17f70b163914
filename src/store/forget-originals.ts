import { textsIn } from '../archive/reports-texts.ts';
import type { OriginalShelf } from '../archive/shelf.ts';
import type { FiledReport } from '../register/state.ts';
import { Refused } from '../text/refusal.ts';
import { mayMention, mentions } from './blackout.ts';

/**
 * The originals that name a person, by their hash: those of the reports that do, and those in which the name stands
 * elsewhere, as in another entry of a feed or a link beside the story. Bytes cannot lose a name and stay what their hash
 * says, so such an original goes as a whole; the readings of the other reports in it stay. One that cannot be searched is
 * taken for one that names the person.
 *
 * @param naming numbers of the reports that name the person.
 */
export async function originalsNaming(
  reports: Iterable<FiledReport>,
  names: readonly string[],
  naming: ReadonlySet<number>,
  shelf: OriginalShelf,
): Promise<readonly string[]> {
  const all = [...reports];
  const gone = new Set(all.filter(({ number }) => naming.has(number)).map(({ report }) => report.original));
  const searched = new Set<string>();
  for (const { report } of all) {
    const { original, address } = report;
    if (gone.has(original) || searched.has(original)) continue;
    searched.add(original);
    const bytes = await shelf.get(original);
    if (bytes && (await isNamedIn(bytes, address, names))) gone.add(original);
  }
  return [...gone];
}

async function isNamedIn(bytes: Uint8Array, address: string, names: readonly string[]): Promise<boolean> {
  try {
    for await (const text of textsIn(bytes, address)) if (mayMention(text, names) && mentions(text, names)) return true;
    return false;
  } catch (error) {
    if (error instanceof Refused) return true;
    throw error;
  }
}
