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
const CASES =
  /^(.{2,}?)(ами|ями|амі|ямі|ого|ому|аго|ага|аму|ові|еві|єві|ою|ею|аю|яю|ам|ом|ем|ём|ым|им|ім|ой|ей|ай|ый|ий|ій|ых|их|ью|ья|ію|ия|ія|ії|ии|ю|у|а|я|ы|и|і|ї|е|є|о|ь|й)$/u;
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

function cyrillicStem(word: string): Stem | undefined {
  const ski = SKI.exec(word);
  if (ski) return withSex(ski[1], sexOfSki(ski[2] ?? ''));
  const ov = OV.exec(word);
  // Калеснікава is she, or he in the genitive: only the bare form tells.
  if (ov) return withSex(`${ov[1]}в`, ov[2] === '' ? 'male' : undefined);
  const inn = IN.exec(word);
  if (inn) return withSex(inn[1], undefined);
  const other = CASES.exec(word);
  return other ? withSex(other[1], undefined) : undefined;
}

function latinStem(word: string): Stem | undefined {
  const ski = LATIN_SKI.exec(word);
  if (ski) return withSex(ski[1], /^a/u.test(ski[2] ?? '') ? 'female' : 'male');
  const ov = LATIN_OV.exec(word);
  if (ov) return withSex(`${ov[1]}v`, ov[2] === 'a' ? 'female' : undefined);
  const inn = LATIN_IN.exec(word);
  if (inn) return withSex(inn[1], undefined);
  return withSex(LATIN_US.exec(word)?.[1], undefined);
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

/** The father's name in a folded patronymic of be, ru or uk in either script, with the bearer's sex; undefined where it is none. */
export function fatherOf(word: string): { readonly father: string; readonly sex: FormSex } | undefined {
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
