import type { Found, Line, Party } from './line.ts';
import type { Token } from './tokens.ts';

/**
 * What the ending of a verb or participle says of its subject.
 *
 * @example
 * const agreement: Agreement = 'woman'; // «задержана»
 */
export type Agreement = 'man' | 'woman' | 'many' | 'any';

// Endings of the past tense and of participles in Russian, Belarusian and Ukrainian. -ны and -ты are many in Russian
// and one man in Belarusian, so they say nothing.
const AGREEMENTS: readonly (readonly [RegExp, Agreement])[] = [
  [/(?:л[иі](?:ся|сь)?|ные|тые|шие|ныя|тыя|шыя|ні|ті)$/u, 'many'],
  [/(?:ла(?:ся|сь)?|[нт]а|ая|шая)$/u, 'woman'],
  [/(?:[аеиыяуо]л(?:ся)?|[аеіыу]ў(?:ся)?|[аиеія]в(?:ся)?|[ея]н|взят|[зр]ан|жан|ован|ван|ян|нут|ый|ий|шел)$/u, 'man'],
];

function agreementOf(word: string): Agreement {
  return AGREEMENTS.find(([ending]) => ending.test(word))?.[1] ?? 'any';
}

/** What a trigger says of its subject, by its own ending or that of "was" before it; `any` where neither says anything. */
export function agreementAt(line: Line, found: Found): Agreement {
  const own = agreementOf(line.tokens[found.from]?.low ?? '');
  if (own !== 'any') return own;
  const before = [1, 2].map((back) => line.tokens[found.from - back]).find((token) => token?.tags.has('be'));
  return before ? agreementOf(before.low) : 'any';
}

// Men's names that end like women's.
const MEN =
  /^(?:никит|микит|мікіт|иль|ілл|ілл|данил|даніл|лук|микол|мікол|кузьм|савв|фом|хом|мустаф|мус|абдулл|юр)[аяі]/u;
const FIRM = /(?:[бвгґджзклмнпрстфхцчшщйў]|[бвгджзлмнпрстфхцчшщк]ь|[бвгджзклмнпрстфхцчшщ]о|[сц]кі)$/u;

/** How the first word of a name ends: `firm` like a man's nominative, `soft` in -а or -я, `other` in another case. */
function endOf(word: string): 'firm' | 'soft' | 'other' {
  if (/(?:[рдсгфнлтм]ей|[лмбтр]ай|сой|цой|вой)$/u.test(word) && word.length < 8) return 'firm';
  if (/[ая]$/u.test(word)) return 'soft';
  return FIRM.test(word) && !/(?:ой|ей|ай|ого|его|ому|ему|ам|ом|ем|ым|им|ім|ых|их|іх|єм)$/u.test(word.slice(2))
    ? 'firm'
    : 'other';
}

// Initials say nothing of the case.
function namedWords(line: Line, party: Party): string[] {
  return line.tokens
    .slice(party.from, party.to)
    .filter((token) => token.shape === 'word' && token.text.length > 2)
    .map((token) => token.low);
}

/**
 * True where a party can stand in the nominative and agrees with its verb: «Алесь Новик», «Вера Лис», not «Алеся
 * Новика», «Веру Лис», «Иваном Новиком». Numbers of people can always.
 */
export function canBeSubject(line: Line, party: Party, agreement: Agreement): boolean {
  if (party.is === 'pronoun') return subjectPronoun(line.tokens[party.from], agreement);
  if (party.is !== 'person') return agreement !== 'man' && agreement !== 'woman';
  const words = namedWords(line, party);
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  const end = endOf(first);
  if (MEN.test(first) && /[ая]$/u.test(first)) return agreement !== 'woman';
  if (end === 'other') return first.length < 4 || foreign(first);
  if (words.length === 1) return agreement === 'woman' ? true : agreement === 'man' ? end === 'firm' : true;
  if (end === 'firm') return agreement !== 'woman' && endOf(last) !== 'other' ? true : foreign(last);
  return agreement !== 'man';
}

// «Биби», «Хосе»: names that have no cases.
const foreign = (word: string) =>
  /(?:би|бі|ри|рі|ли|лі|се|уэ|ие|ги|гі|ді|ди|зе|ко|ни|ні|чи|чі|ян)$/u.test(word) && word.length < 6;

function subjectPronoun(token: Token | undefined, agreement: Agreement): boolean {
  if (!token?.tags.has('subject')) return false;
  if (agreement === 'many') return token.tags.has('plural');
  if (agreement === 'woman') return token.tags.has('woman');
  return agreement === 'any' || token.tags.has('man');
}

/**
 * True where a party can be what is done to someone: not in a man's nominative («Алесь Новик») nor a woman's that
 * only her surname hides («Вера Лис»).
 */
export function canBeObject(line: Line, party: Party, agreement: Agreement, before: boolean): boolean {
  if (party.is === 'pronoun') return line.tokens[party.from]?.tags.has('subject') !== true;
  if (party.is !== 'person') return true;
  const words = namedWords(line, party);
  const [first, last] = [words[0] ?? '', words.at(-1) ?? ''];
  if (endOf(first) === 'firm') return false;
  if (endOf(first) === 'soft' && words.length > 1 && endOf(last) === 'firm') return false;
  // «Судья Вера Новикова приговорила»: she is the one who did it.
  return !(agreement === 'woman' && endOf(first) === 'soft' && before);
}
