import { getDocumentProxy } from 'unpdf';
import { Refused } from '../text/refusal.ts';
import type { Line } from './pdf-lines.ts';
import { linesOf } from './pdf-lines.ts';

const PAGES_MAX = 500;
const CHARACTERS_MAX = 2_000_000;

/**
 * The lines of a PDF, page by page. It takes the bytes for itself. A document can keep this busy for ever: read it in a
 * thread (`pdf-thread.ts`).
 *
 * @throws Refused, naming the file, where it is damaged, locked or too large.
 */
export async function linesInPdf(bytes: Uint8Array, address: string): Promise<Line[][]> {
  const document = await opened(bytes, address);
  try {
    return await textOf(document, address);
  } catch (error) {
    throw error instanceof Refused ? error : damaged(address, error);
  } finally {
    await document.loadingTask.destroy();
  }
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;

async function opened(bytes: Uint8Array, address: string): Promise<Document> {
  try {
    return await getDocumentProxy(bytes, {
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

async function textOf(document: Document, address: string): Promise<Line[][]> {
  if (document.numPages > PAGES_MAX)
    throw new Refused(`${address} has more than 500 pages: divide it and read the parts.`);
  const pages: Line[][] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number++) {
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
