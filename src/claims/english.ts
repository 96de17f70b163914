import type { Grammar } from './grammar.ts';
import type { Found, Line, Party } from './line.ts';
import { listAround, listed, partyAt } from './line.ts';
import type { Token } from './tokens.ts';

/** English: word order and prepositions tell whom something happens to. */
export const english: Grammar = { patients, sayerOverAside: (line, verb) => subjectBefore(line, verb - 1) };

// Before it in the passive ("X was arrested", "X, arrested in May"), after it in the active ("the court sentenced X"),
// on either side of a noun ("X's arrest", "the release of X").
function patients(line: Line, found: Found, earlier: readonly Party[]): Party[] {
  const own = line.parties.find((party) => party.from >= found.from && party.to <= found.to);
  if (own?.is === 'pronoun' && found.to - found.from > 1) return [own];
  // "69 jailed students were freed": said in passing of those who are counted.
  if (found.trigger.frame === 'verb' && partyAt(line, found.from)?.is === 'group') return [];
  const parties = befallen(line, found, earlier);
  return found.trigger.frame === 'verb' || found.trigger.frame === 'before' ? withMore(line, found, parties) : parties;
}

const FURTHEST_MORE = 14;

// "hundreds were arrested, including the editor", "was detained along with two colleagues": more of the same behind the verb.
function withMore(line: Line, found: Found, parties: Party[]): Party[] {
  const one = parties.length === 1 && parties[0]?.is !== 'group';
  for (let at = found.to; at < found.to + FURTHEST_MORE; at += 1) {
    const token = line.tokens[at];
    if (!token || /^[;.]$/.test(token.text) || token.tags.has('who')) return parties;
    if (line.triggers.some((other) => other.from === at && other.trigger.frame !== 'noun')) return parties;
    const beside = token.tags.has('beside') || (token.tags.has('joint') && line.tokens[at - 1]?.tags.has('together'));
    const including = token.tags.has('moreof') && !one && line.tokens[at - 1]?.text === ',';
    if (!beside && !including) continue;
    return [...parties, ...listed(line, at + 1).filter((party) => !parties.includes(party))];
  }
  return parties;
}

function befallen(line: Line, found: Found, earlier: readonly Party[]): Party[] {
  const { frame } = found.trigger;
  if (frame === 'list') return listed(line, found.to);
  if (frame === 'noun') return ofNoun(line, found, earlier);
  if (frame === 'after') return objectOrListed(line, found.to);
  if (frame === 'before') return before(line, found.from - 1, earlier, found);
  return ofVerb(line, found, earlier);
}

function ofNoun(line: Line, found: Found, earlier: readonly Party[]): Party[] {
  const before = line.tokens[skipAdverbs(line.tokens, found.from - 1)];
  // "to release five prisoners": the same word as a verb.
  if (before?.tags.has('to') || before?.tags.has('modal')) return objectOrListed(line, found.to);
  // "Police arrest the blogger Ales Novik": and in headlines the word is a verb behind whoever has the power.
  if (before?.tags.has('authority') && line.tokens[found.to]?.tags.has('of') !== true) {
    const object = objectAfter(line, found.to);
    if (object) return around(line, object);
  }
  // "The court sentences Ales Novik": a verb again where the name follows at once.
  const party = ownerBefore(line, found.from) ?? ownedAfter(line, found.to) ?? partyAt(line, found.to);
  if (party) return around(line, party);
  // "was released from a 10-year sentence": whose it is has just been said.
  if (found.trigger.term === 'needed') return [...earlier];
  // "the release of all political prisoners, including Ales Novik"
  return line.tokens[found.to]?.tags.has('of') ? objectOrListed(line, found.to + 1) : [];
}

// "releasing all hostages, including the filmmaker Vera Lis"
function objectOrListed(line: Line, from: number): Party[] {
  const object = objectAfter(line, from);
  if (object) return around(line, object);
  for (let at = from; at < from + FURTHEST_OBJECT; at += 1) {
    const token = line.tokens[at];
    if (!token || token.text === ';' || token.text === '.' || token.tags.has('who')) return [];
    if (token.tags.has('joint')) return listed(line, at + 1);
  }
  return [];
}

function ofVerb(line: Line, found: Found, earlier: readonly Party[]): Party[] {
  const auxiliary = auxiliaryBefore(line.tokens, found.from);
  if (auxiliary !== null) {
    // "called for X to be pardoned"
    const named = line.tokens[auxiliary]?.tags.has('to') ? partyAt(line, auxiliary - 1) : null;
    return named ? around(line, named) : before(line, auxiliary - 1, earlier);
  }
  const object = objectAfter(line, found.to);
  // "released jailed leader Ales Novik and 13 others": an adjective tells of the next one alone.
  if (object && isAdjective(line.tokens[found.from - 1], line, found)) return object.is === 'group' ? [] : [object];
  if (object) return around(line, object);
  if (found.from === 0) return opening(line, found.to);
  // "Ales Novik released his first film" is not about Ales Novik.
  if (takesObject(line, found.to)) return [];
  const last = skipAdverbs(line.tokens, found.from - 1);
  const comma = line.tokens[last]?.text === ',' || line.tokens[last]?.text === '(' ? last - 1 : last;
  const noun = partyAt(line, comma);
  // What is named behind the participle is not meant by it: "A, arrested in May, and B".
  // "whom the president Ales Novik accused"
  let whom = noun ? noun.from - 1 : -1;
  while (line.tokens[whom]?.tags.has('role')) whom -= 1;
  if (line.tokens[whom]?.low === 'whom') return [];
  if (noun && noun.to === comma + 1 && noun.is !== 'pronoun')
    return around(line, noun).filter((one) => one.to <= found.from);
  if (!isJoint(line.tokens[last]) && line.tokens[last]?.text !== ',') return [];
  // "was found guilty of treason and sentenced": of whoever the sentence began with.
  return earlier.length > 0 ? [...earlier] : isJoint(line.tokens[last]) ? firstPerson(line, last) : [];
}

// An object that is no person stands behind the verb: "released his film", "arrested attention".
function takesObject(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (token?.shape !== 'word' || line.dates.some((date) => date.from === at)) return false;
  // "arrested that day"
  if (/^(?:day|night|week|weekend|month|year|morning|evening|afternoon|time)$/.test(line.tokens[at + 1]?.low ?? ''))
    return false;
  if (token.tags.has('definite') || token.tags.has('article') || token.tags.has('owner')) return true;
  if (token.tags.has('vague') && line.tokens[at + 1]?.tags.has('of')) return true;
  return (
    token.tags.size === 0 &&
    !token.upper &&
    !/(?:ing|ly|wards?)$/.test(token.low) &&
    line.tokens[at - 1]?.low === 'released'
  );
}

function isAdjective(before: Token | undefined, line: Line, found: Found): boolean {
  if (!before) return true;
  if (line.triggers.some((other) => other.to === found.from)) return true;
  return ['article', 'verb', 'prep', 'owner'].some((tag) => before.tags.has(tag)) || before.text === "'s";
}

// "Arrested in May 2021, Ales Novik was convicted": whoever stands behind the comma.
function opening(line: Line, from: number): Party[] {
  for (let at = from; at < from + FURTHEST_OBJECT; at += 1) {
    if (line.tokens[at]?.text === ',') return around(line, objectAfter(line, at + 1));
  }
  return [];
}

// "Vera Lis, a lawyer serving a 38-year sentence"
function participle(line: Line, found: Found | null): Party | null {
  return found && line.tokens[found.from]?.low.endsWith('ing') ? antecedent(line, found.from - 1) : null;
}

function before(line: Line, from: number, earlier: readonly Party[], found: Found | null = null): Party[] {
  let at = skipAdverbs(line.tokens, from);
  while (isHelper(line.tokens[at])) at = skipAdverbs(line.tokens, at - 1);
  if (isJoint(line.tokens[at]) && earlier.length > 0) return [...earlier];
  const subject = subjectBefore(line, at) ?? participle(line, found);
  if (subject) return around(line, subject);
  const last = line.tokens[at];
  // "is in custody after being abducted", "was arrested and is in custody"
  return isJoint(last) || last?.tags.has('after') || at < 0
    ? [...(earlier.length > 0 ? earlier : firstPerson(line, at))]
    : [];
}

function firstPerson(line: Line, at: number): Party[] {
  const first = line.parties.find(
    (party) => party.to <= at && (party.is === 'person' || party.from === 0) && prepositionBefore(line, party) === null,
  );
  return first ? listAround(line, first) : [];
}

/** A party with all that is named in one breath with it, and the one it is said of in "X was one of 123 prisoners". */
function around(line: Line, party: Party | null): Party[] {
  if (!party) return [];
  const list = listAround(line, party);
  const first = list[0];
  // "The lawyer of Ales Novik, Vera Lis, was": Vera Lis alone.
  const hangs = first && list.length === 2 && first.to + 1 === party.from ? prepositionBefore(line, first) : null;
  const aside = line.tokens[party.from - 1]?.text === ',' && line.tokens[party.to]?.text === ',';
  if (aside && hangs !== null && line.tokens[hangs]?.tags.has('of')) return [party];
  const copula = first && party.is === 'group' ? copulaBefore(line.tokens, first.from) : null;
  const said = copula === null ? null : subjectBefore(line, copula - 1);
  return said ? [...listAround(line, said), ...list] : list;
}

// The "was" of "was one of 123 prisoners", the "were" of "were among 16 people".
function copulaBefore(tokens: readonly Token[], start: number): number | null {
  const from = tokens[start - 1]?.tags.has('definite') ? start - 1 : start;
  const among = tokens[from - 1]?.tags.has('among') ? from - 2 : null;
  const oneOf = tokens[from - 1]?.tags.has('of') && tokens[from - 2]?.tags.has('one') ? from - 3 : null;
  const copula = among ?? oneOf;
  return copula !== null && tokens[copula]?.tags.has('be') ? copula : null;
}

function auxiliaryBefore(tokens: readonly Token[], from: number): number | null {
  let at = skipAdverbs(tokens, from - 1);
  while (tokens[at]?.tags.has('be') || tokens[at]?.tags.has('have') || tokens[at]?.tags.has('modal')) {
    const passive = tokens[at]?.tags.has('be');
    let first = at;
    for (let back = skipAdverbs(tokens, at - 1); isHelper(tokens[back]); back = skipAdverbs(tokens, back - 1))
      first = back;
    if (passive) return first;
    at = -1;
  }
  return null;
}

const isHelper = (token: Token | undefined) =>
  token !== undefined && ['be', 'have', 'modal', 'not', 'to'].some((tag) => token.tags.has(tag));

function skipAdverbs(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isAdverb(tokens[at]) || '“”"‘’'.includes(tokens[at]?.text ?? ' ')) at -= 1;
  return at;
}

const isAdverb = (token: Token | undefined) =>
  token !== undefined &&
  (token.tags.has('adverb') || token.tags.has('not') || (!token.upper && /..ly$/.test(token.low)));

const isJoint = (token: Token | undefined) => token?.tags.has('and');

const FURTHEST_SUBJECT = 45;

// The subject of a verb: the noun before it, over asides, phrases with a preposition, and "who".
function subjectBefore(line: Line, from: number): Party | null {
  const { tokens } = line;
  let at = from;
  for (let steps = 0; at >= 0 && from - at < FURTHEST_SUBJECT && steps < FURTHEST_SUBJECT; steps += 1) {
    at = skipAdverbs(tokens, at);
    const token = tokens[at];
    if (!token) return null;
    const party = partyAt(line, at);
    if (party) {
      const preposition = prepositionBefore(line, party);
      // "a man who killed 51 people was sentenced"
      const clause = preposition === null ? clauseAround(line, party) : null;
      if (clause !== null) return antecedent(line, clause - 1);
      if (preposition === null) return party;
      at = preposition - 1;
    } else if (token.tags.has('who')) return antecedent(line, at - 1);
    else if (token.text === ')') at = backTo(tokens, at, '(') - 1;
    else if (token.text === '—' || token.text === '–') at = backTo(tokens, at, token.text) - 1;
    else if (token.text === ',') {
      const aside = asideBefore(line, at);
      const apposed = aside === null ? partyAt(line, at - 1) : null;
      // "The lawyer of A, B, was": B stands in an aside of its own.
      if (apposed?.is === 'person' && tokens[apposed.from - 1]?.text === ',') return apposed;
      if (aside === null) return null;
      at = aside;
    } else {
      const dated = line.dates.find((date) => date.from <= at && at < date.to);
      const relative = relativeBefore(line, at);
      if (relative !== null) return antecedent(line, relative - 1);
      const preposition = dated ? dated.from - 1 : prepositionWithin(line, at);
      if (preposition === null || !tokens[preposition]?.tags.has('prep')) return null;
      at = preposition - 1;
    }
  }
  return null;
}

function clauseAround({ tokens }: Line, party: Party): number | null {
  for (let at = party.from - 1; at >= 0 && party.from - at < 5; at -= 1) {
    const token = tokens[at];
    if (token?.shape !== 'word') return null;
    if (token.tags.has('relative')) return at < party.from - 1 && /ed$/.test(tokens[at + 1]?.low ?? '') ? at : null;
  }
  return null;
}

// "…, which was founded by X, says": back over the verb of the clause to its "which".
function relativeBefore(line: Line, from: number): number | null {
  for (let at = from; at >= 0 && from - at < 5; at -= 1) {
    const token = line.tokens[at];
    if (!token || token.shape === 'mark' || partyAt(line, at)) return null;
    // "whose brother was arrested", "upon which the minister was sentenced": another one is meant.
    const next = line.tokens[at + 1];
    if (token.tags.has('possessor') || (token.tags.has('who') && next?.tags.has('article'))) return null;
    if (token.tags.has('who') && at > 0) return at;
  }
  return null;
}

function antecedent(line: Line, from: number): Party | null {
  const at = line.tokens[from]?.text === ',' ? from - 1 : from;
  const aside = commaBefore(line, at);
  const named = aside !== null && line.tokens[aside - 1]?.text === ')' ? backTo(line.tokens, aside - 1, '(') : aside;
  const apposed = named === null ? null : partyAt(line, named - 1);
  return (
    partyAt(line, at) ??
    apposed ??
    (line.tokens[at]?.text === ')' ? partyAt(line, backTo(line.tokens, at, '(') - 1) : null)
  );
}

// "Ales Novik, a 23-year-old student who": back over the apposition to its comma.
function commaBefore(line: Line, from: number): number | null {
  for (let at = from; at > 0 && from - at < 10; at -= 1) if (line.tokens[at]?.text === ',') return at;
  return null;
}

function backTo(tokens: readonly Token[], from: number, mark: string): number {
  for (let at = from - 1; at >= 0 && from - at < FURTHEST_SUBJECT; at -= 1) if (tokens[at]?.text === mark) return at;
  return 0;
}

// "X, the editor of Y, was": from the second comma back to the word before the first that ends a name.
function asideBefore(line: Line, comma: number): number | null {
  for (let at = comma - 1; at > 0 && comma - at < FURTHEST_SUBJECT; at -= 1) {
    if (line.tokens[at]?.text !== ',') continue;
    const end = line.tokens[at - 1]?.text === ')' ? backTo(line.tokens, at - 1, '(') - 1 : at - 1;
    const party = partyAt(line, end);
    if (party && party.is !== 'pronoun' && prepositionBefore(line, party) === null) return end;
  }
  // "…, X was": the aside stands before the subject, so there is none here.
  return null;
}

/** Index of the preposition that a party hangs on, or null where it stands free. */
function prepositionBefore(line: Line, party: Party): number | null {
  // "In India Ales Novik was": the preposition belongs to the place.
  const before = line.tokens[party.from - 1];
  if (before?.upper && before.tags.has('place') && party.is === 'person') return null;
  for (let at = party.from - 1; at >= 0 && party.from - at < 7; at -= 1) {
    const token = line.tokens[at];
    if (!token || (token.shape === 'mark' && token.text !== '-')) return null;
    // "a total of 1,500 people" is the people.
    if (token.tags.has('of') && line.tokens[at - 1]?.tags.has('total')) return null;
    if (token.tags.has('prep')) return token.tags.has('joint') ? null : at;
    if (STOPS.some((tag) => token.tags.has(tag)) || partyAt(line, at) || token.tags.has('dateword')) return null;
    if (token.shape === 'number') return null;
  }
  return null;
}

const STOPS = ['and', 'be', 'have', 'modal', 'say', 'who', 'verb', 'one', 'after'] as const;

function prepositionWithin(line: Line, from: number): number | null {
  for (let at = from; at >= 0 && from - at < 8; at -= 1) {
    const token = line.tokens[at];
    if (!token || (token.shape === 'mark' && token.text !== '-' && token.text !== "'s")) return null;
    if (token.tags.has('prep')) return at;
    if (at < from && (token.tags.has('be') || token.tags.has('say') || token.tags.has('who'))) return null;
  }
  return null;
}

const FURTHEST_OBJECT = 10;

/** The object of a verb or of "of": the first party after it, over articles, titles and adjectives. */
function objectAfter(line: Line, from: number): Party | null {
  const { tokens } = line;
  let owned = false;
  for (let at = from; at < from + FURTHEST_OBJECT; at += 1) {
    const token = tokens[at];
    if (!token) return null;
    const party = partyAt(line, at);
    if (party && /^(?:'s|['’])$/.test(tokens[party.to]?.text ?? '')) {
      // "Machado's campaign chief, Magalli Meda": the chief is meant.
      owned = true;
      at = party.to;
      continue;
    }
    if (party) return party.is === 'pronoun' && belongs(tokens, party) ? null : party;
    const aged = line.terms.find((term) => term.from === at && term.as === 'age');
    if (aged) {
      at = aged.to - 1;
      continue;
    }
    if (token.shape === 'number' && !line.dates.some((date) => date.from === at)) return null;
    if (token.shape === 'mark' && !'-“”"\''.includes(token.text) && !(owned && token.text === ',')) return null;
    if (token.tags.has('vague')) return null;
    if (OBJECT_STOPS.some((tag) => token.tags.has(tag)) && !token.tags.has('of')) return null;
  }
  return null;
}

const OBJECT_STOPS = ['prep', 'be', 'have', 'modal', 'who', 'say', 'and', 'verb'] as const;

// "her husband" is not "her".
function belongs(tokens: readonly Token[], party: Party): boolean {
  const next = tokens[party.to];
  const own = tokens[party.from];
  // "His first film": of the owners only "her" can be an object.
  if (own?.tags.has('owner') && own.low !== 'her') return true;
  return (
    next !== undefined &&
    next.shape === 'word' &&
    !['prep', 'and', 'be', 'adverb', 'dated', 'to'].some((tag) => next.tags.has(tag))
  );
}

// "his release", "Novik's 10-year prison sentence"
function ownerBefore(line: Line, from: number): Party | null {
  const { tokens } = line;
  for (let at = from - 1; at >= 0 && from - at < 10; at -= 1) {
    const term = line.terms.find((one) => one.to === at + 1);
    if (term) at = term.from - 1;
    const token = tokens[at];
    if (token?.tags.has('owner')) return partyAt(line, at);
    // "Ales Novik, whose arrest"
    if (token?.tags.has('possessor')) return antecedent(line, at - 1);
    if (token?.text === "'s" || token?.text === '’' || token?.text === "'") return partyAt(line, at - 1);
    if (token?.shape !== 'word' || token.tags.has('prep') || token.tags.has('article') || from - at > 3) return null;
  }
  return null;
}

function ownedAfter(line: Line, from: number): Party | null {
  const dated = line.dates.find((date) => date.from === from);
  const at = dated ? dated.to : from;
  if (line.tokens[at]?.tags.has('of')) return objectAfter(line, at + 1);
  // "a release last month that saw 31 prisoners leave"
  if (line.tokens[at]?.tags.has('who') && line.tokens[at + 1]?.tags.has('verb')) return objectAfter(line, at + 2);
  // "a 10-year prison sentence and 1,000 lashes for the blogger Ales Novik"
  for (let next = at; next < at + 11; next += 1) {
    const token = line.tokens[next];
    if (!token || /^[,;.]$/.test(token.text) || token.tags.has('be') || token.tags.has('who')) return null;
    const whose = token.tags.has('whose') ? objectAfter(line, next + 1) : null;
    if (whose) return whose;
  }
  return null;
}
