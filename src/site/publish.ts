import canonicalize from 'canonicalize';
import { checkpointText } from '../register/checkpoint.ts';
import type { EditionBody } from '../register/entry.ts';
import { openEntry } from '../register/sealed.ts';
import { tilesOf } from '../register/tiles.ts';
import { leafHash, rootOf } from '../register/tree.ts';
import { Refused } from '../text/refusal.ts';
import { dayOf } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import { isDay } from '../time/day.ts';
import { buildEdition } from './build.ts';
import type {
  EditionFiles,
  EditionInput,
  PublishedEdition,
  PublishOptions,
  SiteEffects,
  StoryFile,
} from './edition.ts';
import { CHECKPOINT, hashesOf, KEY, OPENED, pagesRootOf, SUMS, sumsOf } from './manifest.ts';
import type { EditionSource } from './source.ts';
import { LANGUAGES, type Language } from './wording.ts';

/**
 * Publishes an edition: builds its pages, records it in the register, and puts pages and log in the place of the old
 * edition in one step. Where the register has the very same edition already, nothing is appended and the same bytes
 * come out.
 *
 * @throws Refused where the day is none, the register is empty, a story cannot be bound, or the folder cannot be
 *   written; the old edition then stays as it was.
 */
export async function publish(
  source: EditionSource,
  options: PublishOptions,
  effects: SiteEffects,
): Promise<PublishedEdition> {
  const input = inputFrom(source, options.on, options.stories, options.languages);
  const pages = buildEdition(input);
  const edition: EditionBody = {
    on: input.on,
    size: input.size,
    root: input.root,
    pages: pages.size,
    pagesRoot: pagesRootOf(hashesOf(pages)),
  };
  const stage = await effects.stage(options.out);
  try {
    await stage.write(pages);
    const { entry, recorded } = await recordOnce(source, edition);
    const log = logFiles(source, entry, pages);
    await stage.write(log);
    await stage.commit();
    return { edition, entry, files: pages.size + log.size, recorded };
  } catch (fault) {
    await stage.discard();
    throw fault;
  }
}

/**
 * The pages an edition would have, without recording one: what the desk shows as a preview. Throws Refused as
 * `publish` does, and touches nothing.
 */
export function previewFiles(
  source: EditionSource,
  on: Day,
  stories: readonly StoryFile[] = [],
  languages: readonly Language[] = LANGUAGES,
): EditionFiles {
  return buildEdition(inputFrom(source, on, stories, languages));
}

// An edition is made from the register up to its last entry that is no edition: editions say nothing of persons, and
// so publishing again with nothing new gives the same pages.
function inputFrom(
  source: EditionSource,
  on: Day,
  stories: readonly StoryFile[] = [],
  languages: readonly Language[] = LANGUAGES,
): EditionInput {
  if (!isDay(on)) throw new Refused(`"${on}" is no day: write it as 2025-12-20.`);
  if (languages.length === 0) throw new Refused('An edition needs a language: name one of en, be.');
  const lines = source.lines();
  const size = lines.findLastIndex((line) => kindOf(line) !== 'edition') + 1;
  if (size === 0) throw new Refused('The register is empty: add a report and decide on its claims, then publish.');
  return {
    state: source.state(),
    on,
    knownOn: lastDay(source, size, on),
    size,
    root: Buffer.from(rootOf(lines.slice(0, size).map(leafHash))).toString('base64'),
    origin: source.origin,
    verifierKey: source.verifierKey,
    stories,
    languages,
  };
}

// The day of the last entry that still has one: an entry that was shredded has lost it.
function lastDay(source: EditionSource, size: number, on: Day): Day {
  for (let number = size - 1; number >= 0; number -= 1) {
    const { entered } = openEntry(source.sealed(number));
    if (entered !== '') return dayOf(entered);
  }
  return on;
}

async function recordOnce(source: EditionSource, edition: EditionBody): Promise<{ entry: number; recorded: boolean }> {
  const known = numberOf(source, edition);
  if (known !== undefined) return { entry: known, recorded: false };
  await source.recordEdition(edition);
  const entry = numberOf(source, edition);
  if (entry === undefined) throw new Error('the register took an edition and does not have it');
  return { entry, recorded: true };
}

function numberOf(source: EditionSource, edition: EditionBody): number | undefined {
  const wanted = canonicalize(edition);
  return source.state().editions.findLast((filed) => canonicalize(filed.edition) === wanted)?.number;
}

function logFiles(source: EditionSource, entry: number, pages: EditionFiles): EditionFiles {
  const lines = source.lines();
  const root = rootOf(lines.map(leafHash));
  const { number, disclosures } = source.sealed(entry);
  const texts: readonly (readonly [string, string])[] = [
    [CHECKPOINT, source.sign(checkpointText({ origin: source.origin, size: lines.length, root }))],
    [KEY, `${source.verifierKey}\n`],
    [OPENED, `${canonicalize({ number, disclosures })}\n`],
  ];
  const files = new Map<string, Uint8Array>(tilesOf(lines));
  for (const [path, text] of texts) files.set(path, Buffer.from(text, 'utf8'));
  files.set(SUMS, Buffer.from(sumsOf(new Map([...hashesOf(pages), ...hashesOf(files)])), 'utf8'));
  return files;
}

function kindOf(line: string): unknown {
  const parsed: unknown = JSON.parse(line);
  return typeof parsed === 'object' && parsed !== null && 'kind' in parsed ? parsed.kind : undefined;
}
