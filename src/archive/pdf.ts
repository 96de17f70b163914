import { getDocumentProxy } from 'unpdf';
import { Refused } from '../text/refusal.ts';
import type { Work } from './bounds.ts';
import type { Line } from './pdf-lines.ts';
import { linesOf, piecesOf } from './pdf-lines.ts';
import { checkStreams } from './pdf-streams.ts';
import type { Page } from './piece.ts';

const PAGES_MAX = 500;
const CHARACTERS_MAX = 2_000_000;
const DOCUMENT_MAX = 64_000_000;

/**
 * Takes a PDF with text in it apart: lines put together to paragraphs, words divided at the end of a line joined,
 * headings told by their size, running heads and page numbers kept apart. Nothing in the file runs, and nothing
 * outside it is loaded: neither fonts nor addresses.
 *
 * @throws Refused, naming the file, where it is damaged, locked, too large, or has pictures of pages instead of text.
 */
export async function readPdf(bytes: Uint8Array, work: Work): Promise<Page> {
  const { address } = work;
  if (bytes.length > DOCUMENT_MAX) throw new Refused(`${address} is larger than 64 MB: divide it and read the parts.`);
  checkStreams(bytes, work);
  const document = await opened(bytes, address);
  try {
    const pages = await textOf(document, work);
    const pieces = piecesOf(pages);
    if (!pieces.some(({ text }) => /\p{L}/u.test(text))) {
      throw new Refused(`${address} is a scan without text: have its text recognised, check it and read that.`);
    }
    return { stated: {}, pieces };
  } catch (error) {
    throw error instanceof Refused ? error : damaged(address, error);
  } finally {
    await document.loadingTask.destroy();
  }
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

async function opened(bytes: Uint8Array, address: string): Promise<Document> {
  try {
    // It takes the bytes for itself, so it gets its own.
    return await getDocumentProxy(new Uint8Array(bytes), {
      useSystemFonts: false,
      disableFontFace: true,
      useWasm: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 0,
      ...({ standardFontDataUrl: undefined, cMapUrl: undefined } as object),
    });
  } catch (error) {
    if ((error as Error | null)?.name === 'PasswordException') {
      throw new Refused(`${address} is locked with a password: save it without one and read that.`);
    }
    throw damaged(address, error);
  }
}

async function textOf(document: Document, work: Work): Promise<Line[][]> {
  const { address } = work;
  if (document.numPages > PAGES_MAX)
    throw new Refused(`${address} has more than 500 pages: divide it and read the parts.`);
  const pages: Line[][] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
    work.entry();
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const lines = linesOf(items.filter((item) => 'str' in item));
    for (const { text } of lines) characters += text.length;
    if (characters > CHARACTERS_MAX)
      throw new Refused(`${address} has more text than a book: divide it and read the parts.`);
    pages.push(lines);
    page.cleanup();
  }
  return pages;
}

function damaged(address: string, cause: unknown): Refused {
  return new Refused(`${address} is cut off or damaged (PDF): get it once more.`, { cause });
}
