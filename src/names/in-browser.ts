import { bringWords } from '../text/words-brought.ts';
import { readSliceFile } from './slice-file.ts';
import { openSlices, type SlicedNames, type SliceLoader } from './sliced-search.ts';

const CHINESE = /\p{Script=Han}/u;

/**
 * Opens an index in slices where there is no disk: fetches the vocabulary first, then as `openSlices`. How Chinese characters
 * are read is fetched when the first name has some. The one thing that the script of `namesScript` exports.
 */
export async function openNames(load: SliceLoader): Promise<SlicedNames> {
  await bringFrom(load, 'names-vocabulary');
  let han: Promise<void> | undefined;
  return openSlices(load, async (names) => {
    if (!names.some((name) => CHINESE.test(name))) return;
    han ??= bringFrom(load, 'names-vocabulary-han');
    await han;
  });
}

async function bringFrom(load: SliceLoader, file: string): Promise<void> {
  const { text } = await readSliceFile(await load(file));
  bringWords(JSON.parse(text) as Record<string, unknown>);
}
