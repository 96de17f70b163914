import type { Entry, ZipFile } from 'yauzl';
import { fromBuffer } from 'yauzl';
import { Refused } from '../text/refusal.ts';
import type { Work } from './bounds.ts';
import { gunzipped } from './gunzip.ts';
import type { KeptPage } from './warc.ts';
import { pagesInWarc } from './warc.ts';

const ARCHIVE = /^archive\/[^/]+\.warc(?:\.gz)?$/i;

/**
 * The pages in a WACZ (a zip with WARCs in its folder `archive`). Nothing else in it is opened.
 *
 * @throws Refused, naming the file, for a zip without WARCs, one that is damaged or locked, or asks for too much work.
 */
export async function* pagesInWacz(bytes: Uint8Array, work: Work): AsyncGenerator<KeptPage> {
  const zip = await opened(bytes, work);
  let archives = 0;
  for (let entry = await next(zip, work); entry; entry = await next(zip, work)) {
    work.entry();
    if (!ARCHIVE.test(entry.fileName)) continue;
    archives++;
    if (entry.isEncrypted()) throw new Refused(`${work.address} is locked with a password: unpack it first.`);
    const inside = unpacked(await streamOf(zip, entry, work), work);
    yield* pagesInWarc(/\.gz$/i.test(entry.fileName) ? gunzipped(inside, work) : inside, work);
  }
  if (archives > 0) return;
  throw new Refused(
    `${work.address} is a zip archive or an office document without a web archive in it: save its text as a .txt file and read that.`,
  );
}

function opened(bytes: Uint8Array, work: Work): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(damaged(work, error));
      else resolve(zip);
    });
  });
}

function next(zip: ZipFile, work: Work): Promise<Entry | null> {
  return new Promise((resolve, reject) => {
    const end = (finish: () => void) => () => {
      zip.removeAllListeners();
      finish();
    };
    zip.once('entry', (entry: Entry) => end(() => resolve(entry))());
    zip.once(
      'end',
      end(() => resolve(null)),
    );
    zip.once('error', (error: Error) => end(() => reject(damaged(work, error)))());
    zip.readEntry();
  });
}

function streamOf(zip: ZipFile, entry: Entry, work: Work): Promise<AsyncIterable<Uint8Array>> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(damaged(work, error)) : resolve(stream)));
  });
}

async function* unpacked(stream: AsyncIterable<Uint8Array>, work: Work): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream) {
      work.decompressed(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof Refused ? error : damaged(work, error);
  }
}

function damaged(work: Work, cause: unknown): Refused {
  return new Refused(`${work.address} is cut off or damaged (zip): get it once more.`, { cause });
}
