// Writes a PDF in bytes, for a case and for measuring: one font, text in any script by a table of what codes mean.

/** A line of text, its place in points from the lower left corner, and the size of its letters. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** The bytes of a PDF with a page for each list of lines; of no more than 255 different characters. */
export function pdfOf(pages: readonly (readonly PdfLine[])[]): Buffer {
  const characters = [...new Set(pages.flat().flatMap(({ text }) => [...text]))];
  const codes = new Map(characters.map((character, at) => [character, at + 1]));
  const hex = (text: string) => [...text].map((each) => (codes.get(each) ?? 0).toString(16).padStart(2, '0')).join('');
  const contents = pages.map((lines) => {
    const drawn = lines.map(({ text, x, y, size }) => `BT /F1 ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`);
    return stream(drawn.join('\n'));
  });
  const firstPage = 5;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${firstPage + at * 2} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar ${characters.length} /Widths [${characters.map(() => 500).join(' ')}] /Encoding << /Type /Encoding /Differences [1 ${characters.map((each) => `/uni${fourDigits(each)}`).join(' ')}] >> /ToUnicode 4 0 R >>`,
    stream(meanings(characters)),
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + at * 2 + 1} 0 R >>`,
      content,
    ]),
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\n`;
  return Buffer.from(`${file}${end}startxref\n${file.length}\n%%EOF\n`, 'latin1');
}

/** Lines of text set from the top of pages, as a word processor does: words wrapped, a number at the foot. */
export function setOut(
  paragraphs: readonly { readonly text: string; readonly size: number }[],
  head: string,
): PdfLine[][] {
  const pages: PdfLine[][] = [];
  let y = 0;
  for (const { text, size } of paragraphs) {
    for (const line of wrapped(text, Math.floor(900 / size))) {
      if (pages.length === 0 || y < 90) {
        pages.push([{ text: head, x: 72, y: 810, size: 8 }]);
        y = 760;
      }
      pages.at(-1)?.push({ text: line, x: 72, y, size });
      y -= size * 1.3;
    }
    y -= size;
  }
  return pages.map((lines, at) => [...lines, { text: String(at + 1), x: 290, y: 40, size: 8 }]);
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, line];
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function meanings(characters: readonly string[]): string {
  const line = (character: string, at: number) =>
    `<${(at + 1).toString(16).padStart(2, '0')}> <${fourDigits(character)}>`;
  const blocks: string[] = [];
  for (let at = 0; at < characters.length; at += 100) {
    const part = characters.slice(at, at + 100).map((character, each) => line(character, at + each));
    blocks.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`;
}

function fourDigits(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
