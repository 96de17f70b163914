import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pdfOf } from '../../bench/pdf.ts';
import { endlessPage, listBomb, packedBombs } from '../../bench/pdf-bombs.ts';
import { Work } from './bounds.ts';
import { readPdf } from './pdf.ts';

const statement = readFileSync(join('cases', 'reports', 'pdf-statement', 'page.pdf'));
const MORE_THAN = /^file\.pdf unpacks to more than a document does: save its text as a \.txt file and read that\.$/;

/** Reads a PDF of which so many milliseconds of its ten seconds are gone already. */
const read = (bytes: Uint8Array, gone = 0) => {
  let began = true;
  const timer = () => {
    const now = performance.now();
    const shown = began ? now - gone : now;
    began = false;
    return shown;
  };
  return readPdf(bytes, new Work('file.pdf', bytes.length, timer));
};
const words = async (bytes: Uint8Array) => (await read(bytes)).pieces.map(({ text }) => text).join('\n');
const line = (text: string, y = 700, size = 11) => ({ text, x: 72, y, size });

describe('a PDF is read', () => {
  test.each([
    [
      'words divided at the end of a line',
      ['sentenced a teach-', 'er to four years.'],
      'sentenced a teacher to four years.',
    ],
    ['a hyphen before a capital letter', ['born in Ust-', 'Kamenogorsk in 1980.'], 'born in Ust-Kamenogorsk in 1980.'],
    ['a name broken over two lines', ['Viktar', 'Babaryka was freed.'], 'Viktar Babaryka was freed.'],
    ['Belarusian', ['Марыя Калеснікава', 'на волі.'], 'Марыя Калеснікава на волі.'],
  ])('%s', async (_, lines, text) => {
    expect(await words(pdfOf([lines.map((each, at) => line(each, 700 - at * 14))]))).toBe(text);
  });

  test('and a picture in it may be of any size: it is not unpacked', async () => {
    const picture = deflateSync(Buffer.alloc(40_000_000, 255));
    const object = `99 0 obj\n<< /Subtype /Image /Filter /FlateDecode /Length ${picture.length} >>\nstream\n`;
    const bytes = Buffer.concat([
      pdfOf([[line('They are free.')]]),
      Buffer.from(object),
      picture,
      Buffer.from('\nendstream\nendobj\n'),
    ]);
    expect(await words(bytes)).toBe('They are free.');
  });

  test('several at a time, each for itself', async () => {
    const texts = ['They are free.', 'They are held.', 'They are gone.'];
    const all = texts.map((text) => words(pdfOf([[line(text)]])));
    expect(await Promise.all(all)).toEqual(texts);
  });
});

describe('a PDF made to do harm is refused in one sentence', () => {
  test.each(packedBombs())('$name', async ({ bytes }) => {
    await expect(read(bytes)).rejects.toThrow(MORE_THAN);
  });

  test('a list of fifteen million numbers', async () => {
    await expect(read(listBomb(15_000_000).bytes)).rejects.toThrow(MORE_THAN);
  });

  test('a page that draws for ever, and the next document is read', async () => {
    await expect(read(endlessPage(30), 9_700)).rejects.toThrow(
      'file.pdf takes longer than 10 s to read: divide it and read the parts.',
    );
    expect((await read(statement)).pieces.length).toBeGreaterThan(10);
  });

  test('a page that draws often is no such page', async () => {
    expect(await words(endlessPage(5))).toMatch(/^(?:A court has sentenced a teacher\.){16}$/);
  });

  test.each([
    ['cut in half', statement.subarray(0, statement.length / 2), /is cut off or damaged \(PDF\)|is a scan/],
    ['nothing but its name', Buffer.from('%PDF-1.7'), /is cut off or damaged \(PDF\)/],
    ['pictures of pages', pdfOf([[]]), /is a scan without text/],
  ])('%s', async (_, bytes, sentence) => {
    await expect(read(bytes)).rejects.toThrow(sentence);
  });
});

describe('no thread outlives its program', () => {
  const program = (bytes: string) => `
    import { readReports } from './src/archive/reports.ts';
    import { endlessPage } from './bench/pdf-bombs.ts';
    import { readFileSync } from 'node:fs';
    setTimeout(() => console.log('reading'), 300);
    const read = await readReports(${bytes}, { address: 'file.pdf' }).catch((error) => [error]);
    console.log(read.length);`;
  const started = (bytes: string) =>
    spawn(process.execPath, ['--input-type=module', '--eval', program(bytes)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  test.each([
    ['a document was read', `readFileSync('cases/reports/pdf-statement/page.pdf')`],
    ['it was refused', `Buffer.from('%PDF-1.7')`],
  ])('it ends where %s', async (_, bytes) => {
    const [code] = await once(started(bytes), 'exit');
    expect(code).toBe(0);
  });

  test('Ctrl-C ends it in the middle of a page without end', async () => {
    const child = started('endlessPage(30)');
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    const [code, signal] = await once(child, 'exit');
    expect({ code, signal }).toEqual({ code: null, signal: 'SIGINT' });
  });
});
