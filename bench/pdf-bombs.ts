import { deflateSync } from 'node:zlib';

// PDFs of a few thousand bytes that ask for more than any document: made to be refused.

const SPACES = 400_000_000;
const DRAWN = 'BT /F1 12 Tf 72 700 Td (A court has sentenced a teacher.) Tj ET\n';

/** A PDF that does harm, and how. */
export interface Bomb {
  readonly name: string;
  readonly bytes: Buffer;
}

/** PDFs whose streams unpack to hundreds of megabytes, by each way of packing there is, and by several at once. */
export function packedBombs(): Bomb[] {
  const flat = deflateSync(Buffer.alloc(50_000_000, 32));
  const lzw = lzwOf(SPACES);
  const run = runOf(SPACES / 10);
  return [
    bomb('flate', '/FlateDecode', flat),
    bomb('lzw', '/LZWDecode', lzw),
    bomb('run', '/RunLengthDecode', run),
    bomb('ascii85-flate', '[/ASCII85Decode /FlateDecode]', ascii85(flat)),
    bomb('hex-lzw', '[/ASCIIHexDecode /LZWDecode]', Buffer.from(`${lzw.toString('hex')}>`)),
    bomb('flate-lzw', '[/FlateDecode /LZWDecode]', deflateSync(lzw)),
    bomb('flate-run', '[/Fl /RL]', deflateSync(run)),
    bomb('ascii85-flate-lzw', '[/ASCII85Decode /FlateDecode /LZWDecode]', ascii85(deflateSync(lzw))),
    bomb('flate-flate', '[/FlateDecode /FlateDecode]', deflateSync(flat)),
    bomb('called-a-picture', '/FlateDecode /Subtype /Image', flat),
  ];
}

/** A PDF whose page is a list of so many numbers: what it is made of, not what it unpacks to, is too much. */
export function listBomb(numbers: number): Bomb {
  const list = `[${'1 '.repeat(numbers)}] TJ`;
  return bomb('list', '[/ASCII85Decode /FlateDecode]', ascii85(deflateSync(Buffer.from(list))));
}

/** A PDF whose page draws a form that draws a form twice, and so on: 2 to the power of `depth` in all. */
export function endlessPage(depth: number): Buffer {
  const form = (at: number) => {
    const drawn = at === depth ? DRAWN : `/X${at + 1} Do /X${at + 1} Do`;
    const next = at === depth ? '' : `/XObject << /X${at + 1} ${6 + at} 0 R >>`;
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 4 0 R >> ${next} >> /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`;
  };
  const forms = Array.from({ length: depth }, (_, at) => form(at + 1));
  return fileOf(streamOf('', Buffer.from('/X1 Do')), '/XObject << /X1 6 0 R >>', ['<< >>', ...forms]);
}

function bomb(name: string, filter: string, packed: Buffer): Bomb {
  return { name: `${name}.pdf`, bytes: fileOf(streamOf(`/Filter ${filter}`, packed), '', []) };
}

function streamOf(dictionary: string, content: Buffer): string {
  return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream`;
}

/** A file of one page: its contents are object 3, its font is object 4. */
function fileOf(contents: string, resources: string, more: readonly string[]): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count 1 /MediaBox [0 0 595 842] /Kids [${5 + more.length} 0 R] >>`,
    contents,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...more,
    `<< /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> ${resources} >> >>`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(`${file}${table}${trailer}`, 'latin1');
}

/** So many spaces in runs of 128, two bytes each (PDF 32000-1, 7.4.5). */
function runOf(spaces: number): Buffer {
  return Buffer.alloc(Math.ceil(spaces / 128) * 2, Buffer.from([129, 32]));
}

/** So many spaces by LZW (PDF 32000-1, 7.4.4): each code stands for one space more than the one before it. */
function lzwOf(spaces: number): Buffer {
  let bits = '';
  let told = 1;
  const put = (code: number, width: number) => {
    bits += code.toString(2).padStart(width, '0');
  };
  put(32, 9);
  for (let code = 258; code < 4095; code++) {
    put(code, code < 511 ? 9 : code < 1023 ? 10 : code < 2047 ? 11 : 12);
    told += code - 256;
  }
  put(256, 12);
  // Eight rounds end with a whole byte.
  const bytes = bits.repeat(8).match(/.{8}/g) ?? [];
  const rounds = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  return Buffer.alloc(rounds.length * Math.ceil(spaces / told / 8), rounds);
}

function ascii85(bytes: Buffer): Buffer {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const part = Buffer.alloc(4);
    const length = bytes.copy(part, 0, at, at + 4);
    let value = part.readUInt32BE();
    let digits = '';
    for (let digit = 0; digit < 5; digit++) {
      digits = String.fromCharCode(33 + (value % 85)) + digits;
      value = Math.floor(value / 85);
    }
    text += digits.slice(0, length + 1);
  }
  return Buffer.from(`${text}~>`);
}
