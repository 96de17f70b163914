import type { Grammar } from './grammar.ts';
import type { Found, Line, Party } from './line.ts';
import { listAround, listed, partyAt } from './line.ts';

const REACH = 16;

/** Russian, Belarusian and Ukrainian: the order of words is free. */
export const slavic: Grammar = { patients, sayerOverAside: apposed };

// The nearest name or number that hangs on no preposition is taken: before a participle ("X был приговорён") and else
// after it, after an active verb ("задержали X") and else before it.
function patients(line: Line, found: Found, earlier: readonly Party[]): Party[] {
  const { frame } = found.trigger;
  if (frame === 'list') return listed(line, found.to);
  const party =
    related(line, found.from) ??
    (frame === 'noun' || frame === 'after'
      ? (after(line, found.to) ?? owner(line, found))
      : frame === 'before'
        ? (backwards(line, found.from - 1) ?? after(line, found.to))
        : (after(line, found.to) ?? backwards(line, found.from - 1)));
  if (party) return ofParticiple(line, found, party) ?? listAround(line, party);
  return line.tokens[found.from - 1]?.tags.has('and') ? [...earlier] : [];
}

// «X, Y и Z, задержанные в мае» are all of them; «X и Y, задержанная в мае» is only Y, and so is «Y, задержанная в мае, и Z».
function ofParticiple(line: Line, found: Found, party: Party): Party[] | null {
  if (party.to > found.from || line.tokens[found.from - 1]?.text !== ',') return null;
  const many = /(?:ые|ие|ыя|ія|ых|их|ы|і)$/u.test(line.tokens[found.from]?.low ?? '');
  return many ? listAround(line, party).filter((one) => one.to <= found.from) : [party];
}

// «X, которую приговорили»: the name before "who" in the accusative.
function related(line: Line, from: number): Party | null {
  for (let at = from - 1; at > 0 && from - at < 8; at -= 1) {
    const token = line.tokens[at];
    if (!token || token.shape === 'mark' || token.tags.has('and')) return null;
    if (!token.tags.has('who')) continue;
    const before = line.tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
    return /(?:ого|ую|ых|ага|ю|іх|их)$/u.test(token.low) ? partyAt(line, before) : null;
  }
  return null;
}

// «его освобождение»
function owner(line: Line, found: Found): Party | null {
  const party = found.trigger.frame === 'noun' ? partyAt(line, found.from - 1) : null;
  return party?.is === 'pronoun' ? party : null;
}

function after(line: Line, from: number): Party | null {
  for (let at = from; at < from + REACH; at += 1) {
    const token = line.tokens[at];
    if (!token || ',;:!?)'.includes(token.text) || token.tags.has('who') || token.tags.has('vague')) return null;
    if (at > from && line.triggers.some((found) => found.from === at)) return null;
    const party = partyAt(line, at);
    if (party && !hangs(line, party, from)) return party;
  }
  return null;
}

function backwards(line: Line, from: number): Party | null {
  let commas = 0;
  for (let at = from; at >= 0 && from - at < REACH + 8; at -= 1) {
    const token = line.tokens[at];
    if (!token || ';:'.includes(token.text) || token.tags.has('vague')) return null;
    if (token.text === ',') {
      commas += 1;
      const named = beforeAside(line, at);
      if (named) return named;
    }
    if (at < from && line.triggers.some((found) => found.to === at + 1)) return null;
    const party = partyAt(line, at);
    if (!party) continue;
    if (!hangs(line, party)) return party;
    // "судья по делу X, которого …": behind "who" the nearest name is meant, also after a preposition.
    if (commas > 0 && line.tokens[party.to + 1]?.tags.has('who')) return party;
  }
  return null;
}

// «X, осуждённую на 11 лет, освободили»: over an aside that tells another event of the same one.
function beforeAside(line: Line, comma: number): Party | null {
  for (let at = comma - 1; at > 0 && comma - at < REACH; at -= 1) {
    if (line.tokens[at]?.text !== ',') continue;
    const aside = line.triggers.some((found) => found.from > at && found.to <= comma);
    const party = aside ? partyAt(line, at - 1) : null;
    return party && !hangs(line, party) ? party : null;
  }
  return null;
}

// «Алесь Новик, редактор журнала, сообщил»
function apposed(line: Line, verb: number): Party | null {
  return (
    line.parties.findLast(
      (party) => party.to < verb && party.is === 'person' && line.tokens[party.to]?.text === ',' && !hangs(line, party),
    ) ?? null
  );
}

function hangs(line: Line, party: Party, from = 0): boolean {
  for (let at = party.from - 1; at >= from && party.from - at < 4; at -= 1) {
    const token = line.tokens[at];
    if (!token || token.shape === 'mark' || partyAt(line, at)) return false;
    if (token.tags.has('prep')) return true;
    if (!token.tags.has('role') && !token.tags.has('demonym')) return false;
  }
  return false;
}
