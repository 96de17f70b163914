import { numberAt } from './numbers.ts';
import type { Token } from './tokens.ts';
import type { Wording } from './wording.ts';

/**
 * A length of time, or a life or death sentence, as a report words it.
 *
 * @example
 * { from: 5, to: 8, months: 90 } // "7 years and 6 months"
 */
export interface TermWords {
  readonly from: number;
  readonly to: number;
  /** Absent for life, death, days, and where only a range is given. */
  readonly months?: number;
  /** `at most` for "up to five years". */
  readonly bound?: 'at least' | 'at most' | 'about';
  /** `custody` for years and months, `days` for less than a month, `forever` for life and death, `age` for "38-year-old". */
  readonly as: 'custody' | 'days' | 'forever' | 'age';
}

/** Finds the lengths of time of a passage. */
export function termsIn(tokens: readonly Token[], wording: Wording): TermWords[] {
  const terms: TermWords[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const term = foreverAt(tokens, at, wording) ?? yearlyAt(tokens, at, wording) ?? termAt(tokens, at, wording);
    if (!term) continue;
    const paired = pairedWith(tokens, term, wording);
    if (paired) terms.push(paired);
    const before = terms.at(-1);
    if (before && before.as !== 'age' && ranges(tokens, before, term))
      terms[terms.length - 1] = withoutMonths(before, term.to);
    else terms.push(term);
    at = term.to - 1;
  }
  return terms;
}

// "to 20 and 10 years respectively": two terms, of which the first has its number alone.
function pairedWith(tokens: readonly Token[], term: TermWords, wording: Wording): TermWords | null {
  if (!tokens.slice(term.to, term.to + 5).some((token) => token.tags.has('respectively'))) return null;
  const number = tokens[term.from - 1]?.tags.has('plus') ? numberAt(tokens, term.from - 2, wording) : null;
  const unit = wording.data.units[tokens[term.to - 1]?.low ?? ''];
  if (!number || unit === undefined || number.to !== term.from - 1) return null;
  return { from: term.from - 2, to: term.from - 1, months: Math.round(number.value * unit), as: 'custody' };
}

function foreverAt(tokens: readonly Token[], at: number, wording: Wording): TermWords | null {
  const found = wording.forever.at(tokens, at);
  return found ? { from: at, to: found.to, as: 'forever' } : null;
}

// «семилетний»
function yearlyAt(tokens: readonly Token[], at: number, wording: Wording): TermWords | null {
  const found = wording.yearly.at(tokens, at);
  return found ? { from: at, to: found.to, months: found.value * 12, as: 'custody' } : null;
}

function termAt(tokens: readonly Token[], from: number, wording: Wording): TermWords | null {
  const first = stretchAt(tokens, from, wording);
  if (!first) return null;
  if (tokens[first.to]?.text === '-' && tokens[first.to + 1]?.tags.has('old'))
    return { from, to: first.to + 2, as: 'age' };
  // "Two years ago" tells when.
  if (tokens[first.to]?.tags.has('ago')) return { from, to: first.to + 1, as: 'age' };
  if (tokens[first.to]?.tags.has('old')) return { from, to: first.to + 1, as: 'age' };
  // «38-летний журналист», but «10-летний срок»
  const adjective = tokens[first.to - 1]?.tags.has('old') && tokens[first.to]?.tags.has('penal') !== true;
  if (adjective && tokens[first.to - 2]?.text === '-') return { from, to: first.to, as: 'age' };
  // «четыре года назад»
  if (tokens[first.to]?.tags.has('ago')) return null;
  if (agedAt(tokens, from, first.to)) return { from, to: first.to, as: 'age' };
  const plus = tokens[first.to]?.tags.has('plus') || tokens[first.to]?.text === ',' ? first.to + 1 : first.to;
  const second = first.unit >= 12 ? stretchAt(tokens, plus, wording) : null;
  const both = second && second.unit < first.unit ? second : null;
  const months = first.months + (both?.months ?? 0);
  const to = both?.to ?? first.to;
  const bound = first.bound ? { bound: first.bound } : {};
  if (first.unit < 1) return { from, to, as: 'days' };
  const respective = tokens.slice(to, to + 5).some((token) => token.tags.has('respectively'));
  return !respective && opensRange(tokens, from, wording)
    ? { from, to, as: 'custody' }
    : { from, to, months, as: 'custody', ...bound };
}

// «Ana Lis, de 38 años, …», «un joven de 20 años», «38 años de edad»
function agedAt(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[to + 1]?.tags.has('old') && tokens[to]?.tags.has('of')) return true;
  // «condenado hace tres años a diez de cárcel»
  if (tokens[from - 1]?.tags.has('ago')) return true;
  if (!tokens[from - 1]?.tags.has('ageof') || tokens[to]?.tags.has('of')) return false;
  const before = tokens[from - 2];
  return before !== undefined && (/^[,(]$/.test(before.text) || before.tags.has('people') || before.tags.has('role'));
}

// "between three and seven years", "four to seven years"
function opensRange(tokens: readonly Token[], from: number, wording: Wording): boolean {
  const joint = tokens[from - 1];
  const number = tokens[from - 2];
  if (!joint || !number || !(joint.tags.has('plus') || joint.tags.has('until') || /^[-–—]$/.test(joint.text)))
    return false;
  // "sentenced in July 2021 to 14 years" is no range.
  if (/\d{4}/.test(number.text) || tokens[from - 3]?.tags.has('dateword')) return false;
  return number.shape === 'number' || wording.data.numbers[number.low] !== undefined;
}

const LONGEST = 300;

interface Stretch {
  readonly to: number;
  readonly months: number;
  readonly unit: number;
  readonly bound?: 'at least' | 'at most' | 'about';
}

// A number and its unit: "9 years", "9-year", "eleven-and-a-half years", «3,5 года», «семи с половиной лет».
function stretchAt(tokens: readonly Token[], from: number, wording: Wording): Stretch | null {
  const number = numberAt(tokens, from, wording);
  if (!number) return null;
  const half = halfAt(tokens, number.to);
  let at = half ?? number.to;
  if (tokens[at]?.text === '-') at += 1;
  if (tokens[at]?.tags.has('more')) at += 1;
  const unit = wording.data.units[tokens[at]?.low ?? ''];
  // «в 2010 году» is no term of 2010 years.
  if (unit === undefined || number.value > LONGEST) return null;
  // «cuatro años y medio»
  const halves = tokens[at + 1]?.tags.has('plus') && tokens[at + 2]?.tags.has('half');
  const months = (number.value + (half === null && !halves ? 0 : 0.5)) * unit;
  return {
    to: halves ? at + 3 : at + 1,
    months: Math.round(months),
    unit,
    ...(number.bound ? { bound: number.bound } : {}),
  };
}

// "and a half", "-and-a-half", «с половиной»
function halfAt(tokens: readonly Token[], from: number): number | null {
  for (let at = from; at < from + 7; at += 1) {
    const token = tokens[at];
    if (token?.tags.has('half')) return at + 1;
    if (!token || !(token.text === '-' || token.tags.has('plus') || token.low === 'a' || token.low === 'an'))
      return null;
  }
  return null;
}

// "from two months to 10 years": neither is the term.
function ranges(tokens: readonly Token[], before: TermWords, after: TermWords): boolean {
  const between = tokens.slice(before.to, after.from);
  return between.length === 1 && between[0] !== undefined && between[0].tags.has('until');
}

function withoutMonths(before: TermWords, to: number): TermWords {
  return { from: before.from, to, as: before.as === 'age' ? 'age' : 'custody' };
}
