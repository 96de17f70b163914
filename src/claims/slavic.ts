import type { Grammar } from './grammar.ts';
import type { Found, Line, Party } from './line.ts';
import { listAround, listed, partyAt } from './line.ts';
import { dropped } from './slavic-dropped.ts';
import type { Agreement } from './slavic-forms.ts';
import { agreementAt, canBeObject, canBeSubject } from './slavic-forms.ts';
import { hangs, intended, owned, possessive, targeted } from './slavic-links.ts';
import type { Token } from './tokens.ts';

const REACH = 16;

/** Russian, Belarusian and Ukrainian: the order of words is free, and the case tells who does it and whom it befalls. */
export const slavic: Grammar = { patients, sayerOverAside: apposed };

function patients(line: Line, found: Found, earlier: readonly Party[]): Party[] {
  const { frame, kind } = found.trigger;
  if (kind === 'sentenced' && lenient(line, found)) return [];
  if (frame === 'list') return listed(line, found.to);
  const party = partyOf(line, found);
  if (party) return ofParticiple(line, found, party) ?? listFor(line, found, party);
  return inOneBreath(line, found, earlier) ?? dropped(line, found);
}

// «Асуджаны паводле артыкула 342 на тры гады хатняй хіміі»
function lenient({ tokens, terms }: Line, found: Found): boolean {
  const term = terms.find(({ from, as }) => from >= found.from && from - found.to < REACH && as === 'custody');
  return term !== undefined && tokens.slice(term.to, term.to + 4).some((token) => token.tags.has('lenient'));
}

// Each frame looks where its language puts the one it is about.
function partyOf(line: Line, found: Found): Party | null {
  const { frame } = found.trigger;
  if (frame === 'noun') return owner(line, found) ?? ofNoun(line, found.to);
  if (frame === 'after') return after(line, found.to, 'object', 'any') ?? intended(line, found);
  if (frame === 'against') return targeted(line, found);
  if (frame === 'participle') return besideParticiple(line, found);
  // «Под стражу взяты X и Y», «отправил X под стражу»
  if (frame === 'goal') return after(line, found.to, 'any', 'any') ?? backwards(line, found, 'object', 'any');
  const agreement = agreementAt(line, found);
  const who = related(line, found);
  if (who) return who;
  if (frame === 'before')
    return backwards(line, found, 'subject', agreement) ?? after(line, found.to, 'subject', agreement);
  return (
    after(line, found.to, 'object', agreement) ??
    (objectUnnamed(line, found.to) && !toWhom(found) ? null : backwards(line, found, 'object', agreement))
  );
}

// «X был задержан» is X alone, «X и Y были задержаны» and «задержан X и Y» are both.
function listFor(line: Line, found: Found, party: Party): Party[] {
  const agreement = agreementAt(line, found);
  const one = found.trigger.frame === 'before' && party.to <= found.from && party.is === 'person';
  return one && (agreement === 'man' || agreement === 'woman') ? [party] : listAround(line, party);
}

// «X, Y и Z, задержанные в мае» are all of them; «X и Y, задержанная в мае» is only Y, and so is «Y, задержанная в мае, и Z».
function ofParticiple(line: Line, found: Found, party: Party): Party[] | null {
  if (party.to > found.from || line.tokens[found.from - 1]?.text !== ',') return null;
  const many = /(?:ые|ие|ыя|ія|ых|их|іх|ими|ыми|ымі|імі|ы|і)$/u.test(line.tokens[found.from]?.low ?? '');
  return many ? listAround(line, party).filter((one) => one.to <= found.from) : [party];
}

// «X, которую приговорили», «X, якому дали»: the name before "who", where that is not the one who does it.
function related(line: Line, { from, trigger }: Found): Party | null {
  for (let at = from - 1; at > 0 && from - at < 9; at -= 1) {
    const token = line.tokens[at];
    if (!token || token.shape === 'mark') return null;
    if (!token.tags.has('who')) continue;
    const before = line.tokens[at - 1]?.text === ',' ? at - 2 : at - 1;
    const whom = /(?:ого|ога|ому|ую|ых|ым|ага|аму|ю|у|іх|им|ім|их|ой|ей|ой|ій)$/u.test(token.low);
    return whom === (trigger.frame === 'verb') ? partyAt(line, before) : null;
  }
  return null;
}

// «Задержанный X», «осуждённого на 5 лет журналиста X»; «X, задержанный в мае».
function besideParticiple(line: Line, found: Found): Party | null {
  if (partyAt(line, found.from)) return null;
  let before = found.from - 1;
  while (line.tokens[before]?.tags.has('adverb') || line.tokens[before]?.tags.has('and')) before -= 1;
  if (/^[,(–—]$/.test(line.tokens[before]?.text ?? '') && before > 0) {
    const party = partyAt(line, before - 1);
    if (party?.is === 'person') return party;
  }
  return besideOf(line, found);
}

function besideOf(line: Line, found: Found): Party | null {
  const party = after(line, found.to, 'any', 'any');
  if (!party || party.is === 'pronoun') return null;
  const between = line.tokens.slice(found.to, party.from);
  return between.some((token) => ['verb', 'say', 'be', 'that', 'and', 'not'].some((tag) => token.tags.has(tag)))
    ? null
    : party;
}

// «его освобождение», «вынесение ему приговора»
function owner(line: Line, found: Found): Party | null {
  const near = [1, 2].map((back) => partyAt(line, found.from - back));
  return near.find((party) => party?.is === 'pronoun' && line.tokens[party.from]?.tags.has('subject') !== true) ?? null;
}

// «арест журналиста Алеся Новика»: behind a noun only titles and adjectives may come before the name.
function ofNoun(line: Line, from: number): Party | null {
  for (let at = from; at < from + 8; at += 1) {
    const token = line.tokens[at];
    if (!token || (token.shape === 'mark' && token.text !== '-') || BARS.some((tag) => token.tags.has(tag)))
      return null;
    if (line.triggers.some((found) => found.from === at && found.trigger.frame !== 'participle')) return null;
    const party = partyAt(line, at);
    if (party) return canBeObject(line, party, 'any', false) && !hangs(line, party, from) ? party : null;
  }
  return null;
}

const BARS = [
  'verb',
  'say',
  'be',
  'prep',
  'and',
  'who',
  'that',
  'not',
  'hope',
  'thing',
  'kin',
  'vague',
  'adverb',
] as const;

type Role = 'subject' | 'object' | 'any';

function fits(line: Line, party: Party, role: Role, agreement: Agreement, before: boolean): boolean {
  if (role === 'subject') return canBeSubject(line, party, agreement) && !owned(line, party, true);
  if (role === 'object') return canBeObject(line, party, agreement, before) && !owned(line, party, false);
  return !owned(line, party, false);
}

function after(line: Line, from: number, role: Role, agreement: Agreement): Party | null {
  for (let at = from; at < from + REACH; at += 1) {
    const token = line.tokens[at];
    if (!token || ',;:!?)»”'.includes(token.text) || STOPS.some((tag) => token.tags.has(tag))) return null;
    if (line.triggers.some((found) => found.from === at && ends(found, at > from))) return null;
    const party = partyAt(line, at);
    if (!party) continue;
    if (party.is === 'pronoun' && possessive(line, party)) return null;
    if (!hangs(line, party, from) && fits(line, party, role, agreement, false)) return party;
    at = party.to - 1;
  }
  return null;
}

// Another event ends the search; «осудил арест X» condemns an arrest and convicts nobody.
const ends = ({ trigger }: Found, further: boolean): boolean =>
  trigger.frame === 'noun' || (further && trigger.frame !== 'participle');

const STOPS = ['who', 'vague', 'thing', 'that'] as const;

// «Полиция задержала нападавших»: what stands right behind the verb is its object, though nobody is named.
function objectUnnamed(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (token?.shape !== 'word' || line.dates.some(({ from }) => from === at)) return false;
  return !line.terms.some(({ from }) => from === at) && !AGENTS.some((tag) => token.tags.has(tag));
}

// «X инкриминируют шпионаж»: what stands behind is the charge, and the accused stands before.
const toWhom = ({ trigger }: Found): boolean => trigger.kind === 'charged' && trigger.agent === undefined;

const AGENTS = [
  'prep',
  'adverb',
  'authority',
  'body',
  'people',
  'role',
  'and',
  'that',
  'penal',
  'be',
  'not',
  'place',
  'demonym',
  'absent',
  'until',
] as const;

function backwards(line: Line, found: Found, role: Role, agreement: Agreement): Party | null {
  const from = found.from - 1;
  // «X избили, арестовали»: the comma right before the verb parts two things that befell one.
  const sameBreath = afterComma(line, found.from);
  let commas = 0;
  for (let at = from; at >= 0 && from - at < REACH + 8; at -= 1) {
    const token = line.tokens[at];
    if (!token || ';:'.includes(token.text) || STOPS_BACK.some((tag) => token.tags.has(tag))) return null;
    if (token.text === ',') {
      commas += 1;
      const named = beforeAside(line, at);
      if (named && fits(line, named, role, agreement, true)) return named;
    }
    if (at < from && line.triggers.some((other) => other.to === at + 1 && parts(line, other, found))) return null;
    const party = partyAt(line, at);
    if (!party) continue;
    if (party.is === 'pronoun' && possessive(line, party)) return null;
    at = party.from;
    // "судья по делу X, которого …": behind "who" the nearest name is meant, also after a preposition.
    if (commas > 0 && line.tokens[party.to + 1]?.tags.has('who')) return role === 'subject' ? party : null;
    const apart = commas > (sameBreath ? 1 : 0);
    if (apart && !/^[,(–—]$/.test(line.tokens[party.to]?.text ?? '')) return null;
    if (!hangs(line, party) && fits(line, party, role, agreement, true)) return party;
  }
  return null;
}

function afterComma(line: Line, from: number): boolean {
  let at = from - 1;
  while (['adverb', 'be', 'absent'].some((tag) => line.tokens[at]?.tags.has(tag))) at -= 1;
  return line.tokens[at]?.text === ',';
}

const STOPS_BACK = ['vague', 'thing'] as const;

// Another event on the way ends the search, unless both are one one's in one breath («задержали и осудили»).
function parts(line: Line, other: Found, found: Found): boolean {
  if (other.trigger.frame === 'participle') return false;
  return !line.tokens.slice(other.to, found.from).some((token) => token.tags.has('plus'));
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

// «Задержан и затем обвинён X», «X задержали, а позже осудили»: the events stand in one breath and share whom they befall.
function inOneBreath(line: Line, found: Found, earlier: readonly Party[]): Party[] | null {
  if (found.trigger.frame === 'participle' || found.trigger.frame === 'noun') return null;
  let at = found.from - 1;
  while (line.tokens[at] && isLink(line.tokens[at])) at -= 1;
  const joined = line.tokens.slice(at + 1, found.from).some((token) => token.tags.has('and') || token.text === ',');
  if (joined && earlier.length > 0 && samePhrase(line, found)) return [...earlier];
  const next = line.triggers.find((other) => other.from >= found.to);
  const between = next ? line.tokens.slice(found.to, next.from) : [];
  if (!next || next.trigger.frame !== found.trigger.frame || between.length === 0) return null;
  const links = between.every(isLink) && between.some((token) => token.tags.has('and') || token.text === ',');
  const party = links ? partyOf(line, next) : null;
  return party ? listFor(line, next, party) : null;
}

const isLink = (token: Token | undefined): boolean =>
  token !== undefined && (token.text === ',' || ['and', 'adverb', 'be', 'absent'].some((tag) => token.tags.has(tag)));

function samePhrase(line: Line, found: Found): boolean {
  const before = line.triggers.findLast((other) => other.to <= found.from);
  return before !== undefined && !objectUnnamed(line, found.to);
}

// «Алесь Новик, редактор журнала, сообщил»
function apposed(line: Line, verb: number): Party | null {
  return (
    line.parties.findLast(
      (party) => party.to < verb && party.is === 'person' && line.tokens[party.to]?.text === ',' && !hangs(line, party),
    ) ?? null
  );
}
