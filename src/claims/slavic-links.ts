import type { Found, Line, Party } from './line.ts';
import { partyAt } from './line.ts';

/** True where a party hangs on a preposition: «против Алеся Новика», «по словам Веры Лис». */
export function hangs(line: Line, party: Party, from = 0): boolean {
  for (let at = party.from - 1; at >= from && party.from - at < 5; at -= 1) {
    const token = line.tokens[at];
    if (!token || token.shape === 'mark' || partyAt(line, at)) return false;
    if (token.tags.has('prep') || token.tags.has('relay')) return true;
    if (!token.tags.has('role') && !token.tags.has('demonym') && !token.tags.has('people')) return false;
  }
  return false;
}

/** True where the word before a name says whose it is: «жену Алеся Новика», «сторонников Алеся Новика». */
export function owned(line: Line, party: Party, subject: boolean): boolean {
  if (party.is !== 'person') return false;
  const before = line.tokens[party.from - 1];
  if (before?.tags.has('pow')) return true;
  if (!before?.tags.has('kin')) return false;
  const last = line.tokens[party.to - 1]?.low ?? '';
  // «Брат Алесь Новик задержан»: in the nominative he is the brother himself.
  return !(subject && /[бвгджзклмнпрстфхцчшщйь]$/u.test(last));
}

/** True where a pronoun belongs to the noun behind it: «его брата задержали». */
export function possessive(line: Line, party: Party): boolean {
  const token = line.tokens[party.from];
  const next = line.tokens[party.to];
  if (!token?.tags.has('owner') || next?.shape !== 'word' || next.upper) return false;
  if (line.triggers.some(({ from }) => from === party.to)) return false;
  if (line.dates.some(({ from }) => from === party.to) || line.terms.some(({ from }) => from === party.to))
    return false;
  return !FREE.some((tag) => next.tags.has(tag));
}

const FREE = [
  'prep',
  'and',
  'adverb',
  'be',
  'say',
  'verb',
  'not',
  'that',
  'modal',
  'authority',
  'absent',
  'body',
] as const;

const REACH = 18;

/**
 * Whom a case is opened against: the party behind «против», «на» or «в отношении», after the trigger or before it
 * («На Алеся Новика завели дело»), or null.
 */
export function targeted(line: Line, found: Found): Party | null {
  return (
    aimed(line, found.to, Math.min(line.tokens.length, found.to + REACH)) ??
    aimed(line, Math.max(0, found.from - REACH), found.from)
  );
}

/** Whom a demand is for: «запросил 9 лет для Веры Лис»; null where nobody is named so. */
export function intended(line: Line, found: Found): Party | null {
  const to = Math.min(line.tokens.length, found.to + REACH);
  for (let at = found.to; at < to && line.tokens[at]?.text !== ','; at += 1) {
    if (line.tokens[at]?.tags.has('intended')) return firstParty(line, at + 1);
  }
  return null;
}

function aimed(line: Line, from: number, to: number): Party | null {
  for (let at = from; at < to; at += 1) {
    const token = line.tokens[at];
    if (!token || token.text === ';') return null;
    if (!token.tags.has('target')) continue;
    const party = firstParty(line, at + 1);
    if (party && party.to <= to + 4) return party;
  }
  return null;
}

function firstParty(line: Line, from: number): Party | null {
  for (let at = from; at < from + 7; at += 1) {
    const token = line.tokens[at];
    const party = partyAt(line, at);
    if (party) return party;
    if (!token || token.shape === 'mark' || ENDS.some((tag) => token.tags.has(tag))) return null;
  }
  return null;
}

const ENDS = ['prep', 'and', 'verb', 'be', 'say', 'who', 'thing', 'kin', 'vague'] as const;
