import type { Found, Line, Party } from './line.ts';
import { partyAt } from './line.ts';
import { agreementAt, canBeSubject } from './slavic-forms.ts';
import { hangs } from './slavic-links.ts';
import type { Token } from './tokens.ts';

/**
 * Where the subject is left out («В 1933 году был арестован»), a party that stands for whoever is spoken of; empty
 * where the clause may have a subject that is not named («мужчина был арестован»).
 */
export function dropped(line: Line, found: Found): Party[] {
  const { frame, agent } = found.trigger;
  if (agent === 'authority') return [];
  if (frame !== 'before' && frame !== 'verb') return [];
  const agreement = agreementAt(line, found);
  if (agreement === 'any' || (frame === 'verb' && agreement !== 'many')) return [];
  if (frame === 'before' && agreement === 'many') return [];
  if (!bareBefore(line, found) || !bareAfter(line, found.to)) return [];
  const opening = line.parties[0];
  if (frame === 'before' && opening?.is === 'person' && opening.from <= FIRST_WORDS && opening.to < found.from) {
    return canBeSubject(line, opening, agreement) && !hangs(line, opening) ? [opening] : [];
  }
  const stands = frame === 'verb' || agreement === 'many' ? 'any' : agreement;
  return [{ from: found.from, to: found.from, is: 'pronoun', stands, joined: false }];
}

const FIRST_WORDS = 4;
// Tokens; in a longer clause a subject would have been named.
const LONGEST = 24;

// From the beginning of the clause to the trigger nothing that could be a subject: dates, adverbs and what hangs on a
// preposition.
function bareBefore(line: Line, found: Found): boolean {
  let hanging = false;
  const start = clauseStart(line, found.from);
  if (found.from - start > LONGEST) return false;
  for (let at = start; at < found.from; at += 1) {
    const token = line.tokens[at];
    if (!token || partyAt(line, at)) return false;
    const dated = line.dates.find(({ from, to }) => from <= at && at < to);
    if (dated) {
      at = dated.to - 1;
      hanging = false;
    } else if (token.tags.has('prep')) hanging = true;
    else if (SKIPPED.some((tag) => token.tags.has(tag)) || token.shape === 'number') continue;
    else if (token.shape === 'mark') return false;
    else if (!hanging || (couldBeSubject(token) && !OBLIQUE.test(token.low))) return false;
  }
  return true;
}

// What a preposition governs is no subject: «за ўдзел у арганізацыі настаўніцкага з'езда».
const OBLIQUE = /(?:ага|ога|ого|его|аў|оў|ов|ів|ам|ом|ем|ах|ях|ых|іх|их|ей|ой|у|ю|ами|ями|амі|ямі)$/u;

const SKIPPED = ['adverb', 'be', 'and', 'where', 'prep', 'plus', 'absent'] as const;
const PEOPLE = ['people', 'role', 'vague', 'kin', 'thing', 'who', 'pronoun', 'verb', 'say'] as const;

const couldBeSubject = (token: Token) => PEOPLE.some((tag) => token.tags.has(tag));

function clauseStart(line: Line, from: number): number {
  for (let at = from - 1; at >= 0 && from - at <= LONGEST; at -= 1) {
    if (/^[,;:–—(]$/.test(line.tokens[at]?.text ?? '')) return at + 1;
  }
  return from <= LONGEST ? 0 : from - LONGEST - 1;
}

// Behind the trigger a preposition, a date, a term or the end; not «задержан мужчина».
function bareAfter(line: Line, from: number): boolean {
  const token = line.tokens[from];
  if (!token || token.shape === 'mark' || numbered(line, from)) return true;
  // «арестован чекистами»: in the instrumental they are who did it.
  if (/(?:ами|ями|амі|ямі)$/u.test(token.low)) return true;
  return (
    ['prep', 'and', 'by', 'authority', 'until', 'adverb'].some((tag) => token.tags.has(tag)) && !couldBeSubject(token)
  );
}

function numbered(line: Line, at: number): boolean {
  return line.dates.some(({ from }) => from === at) || line.terms.some(({ from }) => from === at);
}
