import type { BlockChange } from '../archive/changes.ts';
import { changesOf } from '../archive/changes.ts';
import { isStory } from '../archive/report.ts';
import type { Fetched } from '../register/entry.ts';
import { namesAgain } from '../store/forget-again.ts';
import type { OpenRegister } from '../store/open.ts';
import type { ReportToAdd } from '../store/reports.ts';
import { addedBefore } from '../store/reports.ts';
import type { Given } from './command.ts';
import type { ReadFile } from './read.ts';
import type { SecondExtractor } from './second-extractor.ts';
import { secondInBrief, secondInJson } from './second-wording.ts';
import { withheldIn } from './withheld-names.ts';
import { excerpt } from './wording.ts';
import type { World } from './world.ts';

const LINES_MAX = 6;

/** What reports are added with. */
interface Entering {
  readonly author: string;
  readonly given: Given;
  readonly world: World;
  /** Null where no second extractor is asked. */
  readonly second: SecondExtractor | null;
}

/**
 * Adds the reports of a file or page to the register and says what came of each.
 *
 * @returns a sentence for each report that was left out, because it says a name again which was removed.
 */
export async function enter(
  register: OpenRegister,
  file: ReadFile & { readonly name: string },
  { author, given, world, second }: Entering,
): Promise<readonly string[]> {
  const { name } = file;
  const { kept, left } = await withoutRemoved(register, file, author);
  for (const { toAdd, part, original } of kept) {
    const { report, claims, address } = toAdd;
    const reading =
      second && !addedBefore(register.entries(), toAdd)
        ? await second.read(report, claims, withheldIn(register.state()))
        : null;
    const pointed = second && reading ? { second: { name: second.name, claims: reading.claims } } : {};
    const added = await register.addReport({ ...toAdd, ...pointed });
    const entered = added.already ? undefined : register.state().reports.get(added.number)?.report;
    const { again, sameText: same = [] } = entered ?? {};
    if (given.has('json')) {
      const more = {
        ...(second && reading && secondInJson(second.name, reading)),
        ...(again !== undefined && { again }),
        ...(same.length > 0 && { sameText: same }),
      };
      world.print(JSON.stringify({ file: name, ...(part && { address }), ...added, ...more }));
      continue;
    }
    if (added.already) {
      world.print(`${part ? `${name}: ${address}` : name} is in the register already, as report ${added.number}.`);
      continue;
    }
    world.print(`Report ${added.number}: ${report.title} (${added.claims.length} claims wait for decision)`);
    if (second && reading) world.print(`  ${secondInBrief(second.name, reading)}`);
    if (original)
      world.print('  kept as a copy without those who received it; the message itself stays with you alone');
    if (same.length > 0) world.print(`  the same text as report ${same.join(', ')}: they count as one source`);
    if (again === undefined) continue;
    const before = (await register.report(again)).blocks.filter(isStory);
    for (const line of changesInWords(changesOf(before, report.blocks.filter(isStory)), again)) world.print(line);
  }
  return left;
}

/** A report as it is added, and whether it stands in its file with others, or is a copy of it. */
interface Kept {
  readonly toAdd: ReportToAdd;
  readonly part: boolean;
  readonly original: Uint8Array | undefined;
}

/** The reports of a file without those that say a removed name again; then the file itself is not kept either. */
async function withoutRemoved(
  register: OpenRegister,
  { bytes, fetched, reports }: ReadFile,
  author: string,
): Promise<{ readonly kept: readonly Kept[]; readonly left: readonly string[] }> {
  const kept: Kept[] = [];
  const left: string[] = [];
  for (const { address, type, part, report, claims, original } of reports) {
    const visit = fetched && visitOf(fetched, address);
    const about = { address, type, part, report, claims, author, ...(visit && { fetched: visit }) };
    const toAdd = { ...about, bytes: original ?? bytes };
    const removed = addedBefore(register.entries(), toAdd) ? null : await register.namesRemoved(toAdd);
    if (removed === null) kept.push({ toAdd, part, original });
    else left.push(namesAgain(address, removed));
  }
  if (left.length === 0) return { kept, left };
  return { kept: kept.map((one) => ({ ...one, toAdd: { ...one.toAdd, keepsOriginal: false } })), left };
}

/** What changed on a page since an earlier report of it, in a few lines. */
function changesInWords(changes: readonly BlockChange[], again: number): readonly string[] {
  const told = changes.flatMap((one) => {
    if (one.change === 'kept') return [];
    if (one.change === 'added') return [`  + ${excerpt(one.after.text, 100)}`];
    if (one.change === 'gone') return [`  - ${excerpt(one.before.text, 100)}`];
    return [`  - ${excerpt(one.before.text, 100)}`, `  + ${excerpt(one.after.text, 100)}`];
  });
  const count = (change: BlockChange['change']) => changes.filter((one) => one.change === change).length;
  const head = `  the page has changed since report ${again}: ${count('changed')} changed, ${count('added')} added, ${count('gone')} gone`;
  const rest = told.length > LINES_MAX ? [`  and ${told.length - LINES_MAX} lines more`] : [];
  return [head, ...told.slice(0, LINES_MAX), ...rest];
}

/** A visit as the entry of a report keeps it: where the bytes were is said where that is not the report's own address. */
function visitOf({ from, ...visit }: Fetched, address: string): Fetched {
  return from === undefined || from === address ? visit : { ...visit, from };
}
