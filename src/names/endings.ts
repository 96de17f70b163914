import type { FormSex } from './part.ts';

/**
 * A word without the ending that case and gender change.
 *
 * @example
 * stemOf('калеснікавай', 'Cyrl') // { stem: 'калеснікав' }
 * stemOf('ціханоўская', 'Cyrl') // { stem: 'ціханоўск', sex: 'female' }
 */
export interface Stem {
  readonly stem: string;
  /** Where the ending belongs to one sex only; an ending that is also a case form of the other says nothing. */
  readonly sex?: FormSex;
}

// Surnames in -ski, -ov and -in with what case and gender make of them, then everything else that is declined.
const SKI = /^(.+[сцз]к)(і|ий|ій|ы|ый|ая|а|ога|ага|ого|ому|аму|ім|им|ой|ай|ую|ою|аю|ае|ом|ої|ія|ие|их|іх|ими|імі)$/u;
const OV = /^(.+[оаеёэыі])[вў](|а|у|ым|им|е|ой|ай|ою|аю|ої|і|ы|ых|ыми|ымі|ові|ом)$/u;
const IN = /^(.{2,}[іыиї]н)(|а|у|ым|им|е|ой|ай|ою|аю|ої|і|ы|ых|ыми|ымі|ові|ом)$/u;
const CASES = new Set(
  `ами ями амі ямі ого ому аго ага аму ові еві єві ою ею аю яю ам ом ем ём ым им ім ой ей ай ый ий ій ых их ью ья ію ия ія ії
  ии ю у а я ы и і ї е є о ь й`.split(/\s+/u),
);
const LONGEST_CASE = 3;
const LEAST_STEM = 2;
const LATIN_SKI = /^(.+[scz]k)(i|y|ii|iy|ij|yi|yj|yy|aya|aia|aja|a|aia|oi|oj)$/u;
const LATIN_OV = /^(.+[oaeё])(?:u|ff?|[vwŭ](a?))$/u;
// Names that were put into Latin, and Lithuanian ones: Rolandus, Iosephus.
const LATIN_US = /^(.{3,}?)i?us$/u;
const LATIN_IN = /^(.{2,}[iy]n)(|a)$/u;

/** The stem of a folded word in Cyrillic or Latin letters, as far as be, ru and uk endings go; undefined where it has no ending. */
export function stemOf(word: string, script: string): Stem | undefined {
  if (script === 'Cyrl') return cyrillicStem(word);
  if (script === 'Latn') return latinStem(word);
  return undefined;
}

// The patterns are tried only where the letter that every word of theirs has stands near the end.
function cyrillicStem(word: string): Stem | undefined {
  const ski = word.lastIndexOf('к') >= word.length - 4 ? SKI.exec(word) : null;
  if (ski) return withSex(ski[1], sexOfSki(ski[2] ?? ''));
  const ov = endsNear(word, 'в', 'ў') ? OV.exec(word) : null;
  // Калеснікава is she, or he in the genitive: only the bare form tells.
  if (ov) return withSex(`${ov[1]}в`, ov[2] === '' ? 'male' : undefined);
  const inn = word.lastIndexOf('н') >= word.length - 4 ? IN.exec(word) : null;
  if (inn) return withSex(inn[1], undefined);
  for (let length = LONGEST_CASE; length > 0; length--) {
    if (word.length - length < LEAST_STEM || !CASES.has(word.slice(-length))) continue;
    return withSex(word.slice(0, -length), undefined);
  }
  return undefined;
}

function endsNear(word: string, one: string, other: string): boolean {
  return Math.max(word.lastIndexOf(one), word.lastIndexOf(other)) >= word.length - 4;
}

function latinStem(word: string): Stem | undefined {
  const ski = word.lastIndexOf('k') >= word.length - 4 ? LATIN_SKI.exec(word) : null;
  if (ski) return withSex(ski[1], /^a/u.test(ski[2] ?? '') ? 'female' : 'male');
  const last = word.charAt(word.length - 1);
  const ov = 'vwufŭa'.includes(last) ? LATIN_OV.exec(word) : null;
  if (ov) return withSex(`${ov[1]}v`, ov[2] === 'a' ? 'female' : undefined);
  const inn = last === 'n' || last === 'a' ? LATIN_IN.exec(word) : null;
  if (inn) return withSex(inn[1], undefined);
  return last === 's' ? withSex(LATIN_US.exec(word)?.[1], undefined) : undefined;
}

function withSex(stem: string | undefined, sex: FormSex | undefined): Stem | undefined {
  if (stem === undefined) return undefined;
  return sex === undefined ? { stem } : { stem, sex };
}

const PATRONYMICS: readonly (readonly [RegExp, FormSex])[] = [
  [/^(.{2,}?)(?:[оеёэ]вн|[аеёоэ]ўн|[иі]нічн|[иі]ничн|ичн|ічн|івн|ївн)(?:а|ы|е|у|ой|ою|ай|аю|і|и)$/u, 'female'],
  [/^(.{2,}?)(?:[оеёаэ]в[иі]ч)(?:|а|у|ем|ам|ом|е|і|у|ові|еві)$/u, 'male'],
  [/^(.{2,}?)(?:[oe]vn|[aeo]un|[aeo]wn|ichn|ivn|yivn|iun|jewn|evn)a$/u, 'female'],
  [/^(.{2,}?)(?:[oeay]vi(?:ch|c|cz|tch|tsch)|[oe]wi(?:cz|tsch|tch)|ovych|ovyc|evych|iovych)$/u, 'male'],
];

const MAY_BE_PATRONYMIC = /[чh](?:.{0,3})$|[нn].{1,2}$|[cz]$/u;

/** The father's name in a folded patronymic of be, ru or uk in either script, with the bearer's sex; undefined where it is none. */
export function fatherOf(word: string): { readonly father: string; readonly sex: FormSex } | undefined {
  if (!MAY_BE_PATRONYMIC.test(word)) return undefined;
  for (const [pattern, sex] of PATRONYMICS) {
    const father = pattern.exec(word)?.[1];
    if (father !== undefined) return { father, sex };
  }
  return undefined;
}

function sexOfSki(ending: string): FormSex | undefined {
  if (/^(?:ая|ай|ой|ую|ою|аю|ої)$/u.test(ending)) return 'female';
  return /^(?:і|ий|ій|ы|ый|ага|ога|ого|аму|ому|ім|им)$/u.test(ending) ? 'male' : undefined;
}
