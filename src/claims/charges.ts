import type { Found, Line, Page } from './line.ts';
import { partyAt } from './line.ts';

/**
 * Charges as worded, and the tokens they stand in.
 *
 * @example
 * { from: 40, to: 52, charges: ['creating an extremist organization', 'posing a threat to national security'] }
 */
export interface ChargeWords {
  readonly from: number;
  readonly to: number;
  readonly charges: readonly string[];
}

const FURTHEST = 14;
const LONGEST = 60;

/**
 * The charges named after a trigger: behind "for", "on charges of", "with" until the clause ends. Quoted charges are
 * taken one by one without their marks; others are parted at commas and "and" where each part can stand alone.
 *
 * @param until index of the token where the next trigger begins, or the number of tokens.
 */
export function chargesAfter(line: Line, found: Found, until: number, page: Page): ChargeWords | null {
  if (found.trigger.kind === 'charged') {
    const from = accusedOf(line, found, until, page);
    if (from !== null) return chargesFrom(line, from, until, page);
    const before = statuteBefore(line, found);
    return before === null ? null : chargesFrom(line, before, found.from, page);
  }
  for (let at = found.to; at < until && at < found.to + FURTHEST + 12; at += 1) {
    const token = line.tokens[at];
    if (!token || token.text === '.' || token.text === ';') return null;
    const open = page.wording.chargeOpen.at(line.tokens, at);
    if (!open) continue;
    if (line.terms.some((term) => term.from >= at && term.from <= open.to && term.as !== 'age')) continue;
    if (leadsToPerson(line, open.to) || namesCourt(line, open.to)) continue;
    return chargesFrom(line, open.to, until, page);
  }
  return null;
}

// "charged with libel" has its charge right behind; "charged the blogger Ales Novik with libel" behind the name.
function accusedOf(line: Line, found: Found, until: number, page: Page): number | null {
  const opened = (at: number) => page.wording.chargeOpen.at(line.tokens, at)?.to ?? at + 1;
  if (line.dates.some((date) => date.from === found.to)) return null;
  // "tried in absentia" says how, not for what.
  const absent = (at: number) => line.tokens[at]?.tags.has('absent') === true;
  if (line.tokens[found.to - 1]?.tags.has('chargefor') && !absent(found.to)) return opened(found.to - 1);
  for (let at = found.to; at < until && at < found.to + FURTHEST; at += 1) {
    if (line.tokens[at]?.text === '.' || line.tokens[at]?.text === ';') return null;
    if (line.dates.some((date) => date.from === at || date.from === at + 1)) continue;
    if (absent(at + 1)) continue;
    if (line.tokens[at]?.tags.has('chargefor') && partyAt(line, at) === null && !belongs(line, at + 1))
      return opened(at);
  }
  return null;
}

// «уголовное дело по статье 318 УК завели на X»: the article may stand before the trigger.
function statuteBefore({ tokens }: Line, found: Found): number | null {
  for (let at = found.from - 1; at > 0 && found.from - at < FURTHEST; at -= 1) {
    if (/^[,;.]$/.test(tokens[at]?.text ?? '') && tokens[at - 1]?.tags.has('statute') !== true) return null;
    if (tokens[at]?.tags.has('statute') && tokens[at - 1]?.tags.has('chargefor')) return at + 1;
  }
  return null;
}

// «condenado por un tribunal» tells who did it, not for what.
function namesCourt({ tokens }: Line, from: number): boolean {
  if (!tokens[from - 1]?.tags.has('by')) return false;
  const noun = tokens[from]?.tags.has('article') ? from + 1 : from;
  return ['authority', 'body', 'people'].some((tag) => tokens[noun]?.tags.has(tag));
}

// «acusó al alcalde de Minsk, Ales Novik, de espionaje»: "of" before a place, a body or a name charges nothing.
function belongs(line: Line, from: number): boolean {
  const noun = line.tokens[from]?.tags.has('article') ? from + 1 : from;
  return line.runs.some((run) => run.from === noun && run.is !== 'unknown') || leadsToPerson(line, from);
}

// "a sentence for the blogger Ales Novik"
function leadsToPerson(line: Line, from: number): boolean {
  for (let at = from; at < from + 6; at += 1) {
    const token = line.tokens[at];
    if (partyAt(line, at)) return true;
    if (token?.shape !== 'word' || !['article', 'role', 'demonym'].some((tag) => token.tags.has(tag))) return false;
  }
  return false;
}

function chargesFrom(line: Line, opened: number, until: number, page: Page): ChargeWords | null {
  // «по статье 361»: the word for an article belongs to the charge.
  const from = line.tokens[opened - 1]?.tags.has('statute') ? opened - 1 : opened;
  const quoted = quotedCharges(line, from, page.text);
  if (quoted) return quoted;
  const to = withoutAnd(line, from, clauseEnd(line, from, until, page));
  const charges = parted(line, from, to, page.text);
  return charges.length > 0 ? { from, to, charges } : null;
}

const OPEN = /^["“«„‘']$/;
const CLOSE = /^["”»“’']$/;

function quotedCharges(line: Line, from: number, text: string): ChargeWords | null {
  const { tokens } = line;
  const first = firstQuote(line, from);
  if (first === null) return null;
  const charges: string[] = [];
  let to = first;
  for (let at = first; at < tokens.length && at < first + LONGEST * 2; at += 1) {
    if (!OPEN.test(tokens[at]?.text ?? '')) {
      const joins =
        /^[,;]$/.test(tokens[at]?.text ?? '') || tokens[at]?.tags.has('and') || tokens[at]?.tags.has('article');
      if (joins) continue;
      break;
    }
    const close = closeAfter(line, at);
    if (close === null) break;
    const start = tokens[at + 1]?.start;
    const end = tokens[close - 1]?.end;
    if (start !== undefined && end !== undefined && end > start) charges.push(tidy(text.slice(start, end)));
    to = close + 1;
    at = close;
  }
  return charges.length > 0 ? { from, to, charges } : null;
}

// A quotation mark right behind the opening words, or behind "including" in "charged under six articles, including".
function firstQuote(line: Line, from: number): number | null {
  for (let at = from; at < from + 22; at += 1) {
    const token = line.tokens[at];
    if (!token || token.text === '.' || token.text === ';') return null;
    if (OPEN.test(token.text)) return at <= from + 2 || line.tokens[at - 1]?.tags.has('joint') ? at : null;
  }
  return null;
}

function closeAfter(line: Line, from: number): number | null {
  for (let at = from + 1; at < from + LONGEST; at += 1) if (CLOSE.test(line.tokens[at]?.text ?? '')) return at;
  return null;
}

// «обвинили в клевете и отправили в колонию»: what joins the next clause is no part of the charge.
function withoutAnd({ tokens }: Line, from: number, end: number): number {
  let to = end;
  while (
    to > from &&
    (tokens[to - 1]?.text === ',' || ['and', 'be', 'prep'].some((tag) => tokens[to - 1]?.tags.has(tag)))
  )
    to -= 1;
  return to;
}

// The clause ends at a full stop, at "that", "which", "after", "among other", at a date, or at a comma that no
// further charge follows.
function clauseEnd(line: Line, from: number, until: number, page: Page): number {
  const { tokens } = line;
  let at = from;
  for (; at < until && at < from + LONGEST; at += 1) {
    const token = tokens[at];
    if (!token || (/^[.;:()—–!?]$/.test(token.text) && !abbreviates(tokens, at))) break;
    if (at > from && page.wording.chargeEnd.at(tokens, at)) break;
    const leads = token.tags.has('prep');
    if (at > from && line.dates.some((date) => date.from === at || (leads && date.from === at + 1))) break;
    if (at > from && line.terms.some((term) => term.from === at && term.as === 'custody')) break;
    if (token.text === ',' && !goesOn(line, at, until, page)) break;
  }
  return at;
}

// «ч. 1 ст. 361 УК», "art. 361"
function abbreviates(tokens: Line['tokens'], at: number): boolean {
  return tokens[at]?.text === '.' && /^(?:ч|ст|п|арт|art)$/u.test(tokens[at - 1]?.low ?? '') && at + 1 < tokens.length;
}

// After a comma the list goes on where "and" comes before the clause ends: "smuggling, fraud, and tax evasion".
function goesOn(line: Line, comma: number, until: number, page: Page): boolean {
  for (let at = comma + 1; at < until && at < comma + 9; at += 1) {
    const token = line.tokens[at];
    if (!token || (token.shape === 'mark' && token.text !== ',' && token.text !== '-')) return false;
    if (token.tags.has('and')) return at < comma + 8 && !startsClause(line, at + 1);
    if (page.wording.chargeEnd.at(line.tokens, at) || token.tags.has('say') || token.tags.has('be')) return false;
  }
  return false;
}

function startsClause(line: Line, at: number): boolean {
  const token = line.tokens[at];
  return token === undefined || ['pronoun', 'be', 'have', 'modal', 'adverb'].some((tag) => token.tags.has(tag));
}

function parted(line: Line, from: number, to: number, text: string): string[] {
  const charges: string[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    const token = line.tokens[at];
    const parts = at === to || token?.text === ',' || (token?.tags.has('and') && aloneAfter(line, at + 1, to));
    if (!parts) continue;
    const open = line.tokens[start];
    const close = line.tokens[at - 1];
    if (open && close && close.end > open.start) charges.push(tidy(text.slice(open.start, close.end)));
    start = at + 1;
    while (start < to && (line.tokens[start]?.tags.has('and') || line.tokens[start]?.tags.has('chargefor'))) start += 1;
    at = Math.max(at, start - 1);
  }
  return charges.filter((charge) => /\p{L}{3}/u.test(charge) && !/^т[оы]му?$/u.test(charge));
}

// "organising and leading riots" is one charge; "fraud and tax evasion", "creating … and posing …" are two.
function aloneAfter(line: Line, at: number, to: number): boolean {
  const both = line.tokens[at - 2]?.low.endsWith('ing') && line.tokens[at]?.low.endsWith('ing');
  return at < to && !both;
}

function tidy(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replace(/[\s,;.]+$/, '');
  const whole = (plain.match(/["“”«»„]/g)?.length ?? 0) % 2 === 0;
  return whole ? plain : plain.replace(/^["“«„]|["”»]$/g, '');
}
