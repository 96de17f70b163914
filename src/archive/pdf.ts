import { Refused } from '../text/refusal.ts';
import type { Work } from './bounds.ts';
import { piecesOf } from './pdf-lines.ts';
import { checkStreams } from './pdf-streams.ts';
import { linesInThread } from './pdf-thread.ts';
import type { Page } from './piece.ts';

const DOCUMENT_MAX = 64_000_000;

/**
 * Takes a PDF with text in it apart: lines put together to paragraphs, words divided at the end of a line joined,
 * headings told by their size, running heads and page numbers kept apart. Nothing in the file runs, and nothing
 * outside it is loaded: neither fonts nor addresses.
 *
 * @throws Refused, naming the file, where it is damaged, locked, too large, has pictures of pages instead of text, or asks
 * for more time or memory than a document does.
 */
export async function readPdf(bytes: Uint8Array, work: Work): Promise<Page> {
  const { address } = work;
  if (bytes.length > DOCUMENT_MAX) throw new Refused(`${address} is larger than 64 MB: divide it and read the parts.`);
  checkStreams(bytes, work);
  const pages = await linesInThread(bytes, work);
  for (const _ of pages) work.entry();
  const pieces = piecesOf(pages);
  if (!pieces.some(({ text }) => /\p{L}/u.test(text))) {
    throw new Refused(`${address} is a scan without text: have its text recognised, check it and read that.`);
  }
  return { stated: {}, pieces };
}
