import type { Found, Line } from './line.ts';
import { listAround, listed, partyAt } from './line.ts';
import type { Party } from './parties.ts';

const REACH = 16;

/**
 * Finds whom a trigger of Russian, Belarusian or Ukrainian happens to. The order of words is free, so the nearest
 * name or number that hangs on no preposition is taken: before a participle ("X был приговорён") and else after it,
 * after an active verb ("задержали X") and else before it.
 *
 * @param earlier whom the trigger before this one in the same line happened to.
 */
export function slavicPatients(line: Line, found: Found, earlier: readonly Party[]): Party[] {
  const { frame } = found.trigger;
  if (frame === 'list') return listed(line, found.to);
  const party =
    frame === 'noun' || frame === 'after'
      ? after(line, found.to)
      : frame === 'before'
        ? (backwards(line, found.from - 1) ?? after(line, found.to))
        : (after(line, found.to) ?? backwards(line, found.from - 1));
  if (party) return listAround(line, party);
  return line.tokens[found.from - 1]?.tags.has('and') ? [...earlier] : [];
}

function after(line: Line, from: number): Party | null {
  for (let at = from; at < from + REACH; at += 1) {
    const token = line.tokens[at];
    if (!token || ',;.:!?)'.includes(token.text) || token.tags.has('who') || token.tags.has('vague')) return null;
    if (at > from && line.triggers.some((found) => found.from === at)) return null;
    const party = partyAt(line, at);
    if (party && !hangs(line, party)) return party;
  }
  return null;
}

function backwards(line: Line, from: number): Party | null {
  let commas = 0;
  for (let at = from; at >= 0 && from - at < REACH + 8; at -= 1) {
    const token = line.tokens[at];
    if (!token || ';:'.includes(token.text) || token.tags.has('vague')) return null;
    if (token.text === ',') commas += 1;
    if (at < from && line.triggers.some((found) => found.to === at + 1)) return null;
    const party = partyAt(line, at);
    if (!party) continue;
    if (!hangs(line, party)) return party;
    // "судья по делу X, которого …": behind "who" the nearest name is meant, also after a preposition.
    if (commas > 0 && line.tokens[party.to + 1]?.tags.has('who')) return party;
  }
  return null;
}

function hangs(line: Line, party: Party): boolean {
  for (let at = party.from - 1; at >= 0 && party.from - at < 4; at -= 1) {
    const token = line.tokens[at];
    if (!token || token.shape === 'mark' || partyAt(line, at)) return false;
    if (token.tags.has('prep')) return true;
    if (!token.tags.has('role') && !token.tags.has('demonym')) return false;
  }
  return false;
}
