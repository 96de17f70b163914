import type { Timer } from './bounds.ts';
import { FILE_MAX, Work } from './bounds.ts';
import { decodePage } from './decode.ts';
import { beginningOf, gunzipped, inPieces, whole } from './gunzip.ts';
import { readPdf } from './pdf.ts';
import { containerOf } from './sniff.ts';
import { pagesInWacz } from './wacz.ts';
import type { KeptPage } from './warc.ts';
import { pagesInWarc } from './warc.ts';

/**
 * Every text that a file holds, whether or not a report was read from it: a page with its mark-up, links and comments,
 * a feed with the entries that were passed over, the pages of a web archive with their addresses. Each comes as it is
 * written, and with its escapes (`&#1052;`, `%D0%9C`, `\u041c`) resolved and its tags taken out, so that words can be
 * looked for in it. Answers of a web archive that are no pages, and pictures, are not looked into.
 *
 * @throws Refused, naming the file, where it cannot be unpacked or decoded.
 */
export async function* textsIn(
  bytes: Uint8Array,
  address: string,
  timer: Timer = () => performance.now(),
): AsyncGenerator<string> {
  const work = new Work(address, bytes.length, timer);
  switch (containerOf(bytes)) {
    case 'pdf':
      return yield* wordsOfPdf(bytes, work);
    case 'zip':
      return yield* textsOfPages(pagesInWacz(bytes, work), work);
    case 'warc':
      return yield* textsOfPages(pagesInWarc(inPieces(bytes), work), work);
    case 'gzip':
      if (containerOf(beginningOf(bytes, address)) === 'warc') {
        return yield* textsOfPages(pagesInWarc(gunzipped(inPieces(bytes), work), work), work);
      }
      return yield* textsOfFile(await whole(gunzipped(inPieces(bytes), work), FILE_MAX, address), work, address);
    default:
      return yield* textsOfFile(bytes, work, address);
  }
}

async function* textsOfPages(pages: AsyncIterable<KeptPage>, work: Work): AsyncGenerator<string> {
  for await (const page of pages) {
    yield* readable(page.address);
    yield* textsOfFile(page.bytes, work, page.address, page.type);
    work.goOn();
  }
}

async function* textsOfFile(bytes: Uint8Array, work: Work, address: string, type?: string): AsyncGenerator<string> {
  if (containerOf(bytes) === 'pdf') yield* wordsOfPdf(bytes, work);
  else yield* readable(decodePage(bytes, address, type));
}

async function* wordsOfPdf(bytes: Uint8Array, work: Work): AsyncGenerator<string> {
  const { pieces, stated } = await readPdf(bytes, work);
  yield [...Object.values(stated), ...pieces.map(({ text }) => text)].join('\n');
}

function* readable(source: string): Generator<string> {
  const plain = source
    .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, digits?: string) =>
      characterOf(whole, hex === undefined ? Number(digits) : Number.parseInt(hex, 16)),
    )
    .replace(/(?:%[0-9a-f]{2})+/gi, spelledOut)
    .replace(/&nbsp;/gi, ' ');
  yield plain.replace(/\s+/g, ' ');
  if (!plain.includes('<')) return;
  // A name may be divided by a tag within a word, or stand on both sides of one.
  yield plain.replace(/<[^<>]*>/g, '').replace(/\s+/g, ' ');
  yield plain.replace(/<[^<>]*>/g, ' ').replace(/\s+/g, ' ');
}

function characterOf(written: string, code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

function spelledOut(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}
