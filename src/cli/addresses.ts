import { Refused } from '../text/refusal.ts';
import { dayOf } from '../time/clock.ts';
import type { Given } from './command.ts';
import { enter } from './enter.ts';
import { readFile } from './read.ts';
import { withRegister } from './register.ts';
import type { SecondExtractor } from './second-extractor.ts';
import type { World } from './world.ts';

/** What web pages are added with. */
interface Adding {
  readonly author: string;
  readonly given: Given;
  readonly world: World;
  readonly second: SecondExtractor | null;
  readonly stated: { readonly published: string | undefined; readonly publisher: string | undefined };
}

/**
 * Fetches web pages and adds each as soon as it is there, so that a list that was broken off goes on where it stopped:
 * what was fetched on this day is passed over. A page that is refused does not keep the others back.
 *
 * @throws Refused at the end where pages were refused, or at once where the work is ended.
 */
export async function addAddresses(addresses: readonly string[], adding: Adding): Promise<void> {
  const { given, world, stated } = adding;
  if (addresses.length === 0) return;
  const fetched = given.has('again') ? new Set<string>() : await fetchedToday(given, world);
  let refused = 0;
  for (const [index, name] of addresses.entries()) {
    world.progress(index, addresses.length, name);
    if (fetched.has(plain(name))) {
      world.note(`${name} was fetched today already: --again fetches it once more.`);
      continue;
    }
    const file = await readFile(name, stated, world).catch((error: unknown) => {
      if (!(error instanceof Refused) || addresses.length === 1 || world.ending.aborted) throw error;
      world.note(error.message);
      return null;
    });
    const left =
      file &&
      (await withRegister(given, world, 'add', 'make', (register) => enter(register, { name, ...file }, adding)));
    const [why] = left ?? [];
    if (why !== undefined && addresses.length === 1 && file?.reports.length === 1) throw new Refused(why);
    for (const sentence of left ?? []) world.note(sentence);
    if (!left || left.length > 0) refused++;
  }
  world.progress(addresses.length, addresses.length, '');
  if (refused === 0) return;
  throw new Refused(
    `${refused} of ${addresses.length} addresses were not added, or not whole, for the reasons above: call the same again to try them once more.`,
  );
}

/** The addresses from which reports were fetched on this day (UTC), as they were asked for and as they ended. */
async function fetchedToday(given: Given, world: World): Promise<ReadonlySet<string>> {
  const today = dayOf(world.clock.now());
  try {
    return await withRegister(given, world, 'add', 'read', async (register) => {
      const visits = [...register.state().reports.values()].flatMap(({ report: { address, fetched } }) =>
        fetched && dayOf(fetched.at) === today ? [fetched.asked, fetched.from ?? address] : [],
      );
      return new Set(visits.flatMap((address) => address ?? []));
    });
  } catch (error) {
    // No register yet, or one that opening it for writing will tell of.
    if (error instanceof Refused) return new Set();
    throw error;
  }
}

function plain(address: string): string {
  const url = URL.parse(address);
  if (url) url.hash = '';
  return url?.href ?? address;
}
