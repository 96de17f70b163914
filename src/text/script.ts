// First code unit, last code unit, script. Ranges of Unicode blocks; characters shared by scripts are in none.
const RANGES: readonly (readonly [number, number, string])[] = [
  [0x41, 0x5a, 'Latn'],
  [0x61, 0x7a, 'Latn'],
  [0xc0, 0x24f, 'Latn'],
  [0x370, 0x3ff, 'Grek'],
  [0x400, 0x52f, 'Cyrl'],
  [0x531, 0x58f, 'Armn'],
  [0x591, 0x5f4, 'Hebr'],
  [0x600, 0x6ff, 'Arab'],
  [0x750, 0x77f, 'Arab'],
  [0x900, 0x97f, 'Deva'],
  [0x980, 0x9ff, 'Beng'],
  [0xa00, 0xa7f, 'Guru'],
  [0xa80, 0xaff, 'Gujr'],
  [0xb80, 0xbff, 'Taml'],
  [0xc00, 0xc7f, 'Telu'],
  [0xc80, 0xcff, 'Knda'],
  [0xd00, 0xd7f, 'Mlym'],
  [0xd80, 0xdff, 'Sinh'],
  [0xe01, 0xe5b, 'Thai'],
  [0x1000, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1780, 0x17ff, 'Khmr'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x3041, 0x309f, 'Jpan'],
  [0x30a1, 0x30fa, 'Jpan'],
  [0x3400, 0x4dbf, 'Hani'],
  [0x4e00, 0x9fff, 'Hani'],
  [0xac00, 0xd7af, 'Hang'],
];

/**
 * The script most letters of a text are written in, as ISO 15924 codes it: `Cyrl`, `Latn`, `Grek` … Kana decides for
 * Japanese, whatever Han stands beside it.
 *
 * @returns `Zyyy` where no letter of a script known here stands in the text. Of two with as many letters, the one that
 * comes first in the text.
 */
export function scriptOf(text: string): string {
  const counts = new Map<string, number>();
  for (let i = 0; i < text.length; i++) {
    const script = scriptOfUnit(text.charCodeAt(i));
    if (script === 'Jpan') return script;
    if (script) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  let best = 'Zyyy';
  let most = 0;
  for (const [script, count] of counts) {
    if (count > most) {
      best = script;
      most = count;
    }
  }
  return best;
}

function scriptOfUnit(unit: number): string | undefined {
  if (unit === 0xd7 || unit === 0xf7) return undefined; // × and ÷ lie among the Latin letters
  return RANGES.find(([first, last]) => unit >= first && unit <= last)?.[2];
}
