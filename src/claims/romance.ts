import type { Grammar } from './grammar.ts';
import type { Found, Line, Party } from './line.ts';
import { listAround, listed, partyAt } from './line.ts';
import type { Token } from './tokens.ts';

/**
 * Spanish: a person who is an object has "a" before the name ("detuvieron a X"), a subject may stand behind its verb
 * ("fue detenido X"), a pronoun before it ("lo detuvieron") or nowhere ("Fue detenido").
 */
export const romance: Grammar = { patients, sayerOverAside };

// «X, redactor, dijo», «X pidió justicia y dijo»
function sayerOverAside(line: Line, verb: number): Party | null {
  const joined = line.tokens[verb - 1]?.tags.has('and');
  if (!joined) return subjectBefore(line, verb - 1);
  return line.parties.find((one) => one.to < verb && one.is === 'person' && hangsOn(line, one) === null) ?? null;
}

// The frames of the triggers: `verb` is a participle, `after` an active verb with its object, `before` a verb whose
// subject it happens to, `noun` a noun with "de".
function patients(line: Line, found: Found, earlier: readonly Party[]): Party[] {
  // «24 excarcelaciones» are no people.
  return meant(line, found, earlier).filter((party) => !line.tokens[party.to - 1]?.tags.has('acts'));
}

function meant(line: Line, found: Found, earlier: readonly Party[]): Party[] {
  const { frame } = found.trigger;
  if (frame === 'list') return named(line, found);
  if (frame === 'noun') return around(line, owner(line, found) ?? ofNoun(line, found));
  if (frame === 'after') {
    if (found.trigger.kind === 'charged' && !byAuthority(line, found)) return [];
    const whom = around(line, object(line, found));
    return whom.length > 0 ? whom : included(line, found);
  }
  if (frame === 'before') return subject(line, found, earlier);
  const verb = headOf(line.tokens, found.from);
  const helper = line.tokens[lastHelper(line.tokens, found.from)];
  // "ha detenido a X", "mantienen detenido a X" are active; "ha sido detenido", "se mantiene detenido" are not.
  if (helper?.tags.has('have') || (helper?.tags.has('keep') && !line.tokens[verb]?.tags.has('reflexive')))
    return around(line, object(line, found));
  return verb < found.from && helper ? subject(line, found, earlier) : participle(line, found, earlier);
}

// «La Fiscalía acusó a X», «Acusan a X»; but not "la oposición acusó al fiscal X".
function byAuthority({ tokens }: Line, found: Found): boolean {
  const verb = headOf(tokens, found.from);
  if (verb === 0) return true;
  const object = tokens.findIndex((token, at) => at >= found.to && token.tags.has('personal'));
  const until = object < 0 ? found.to : Math.min(object, found.to + NEAR);
  return tokens.slice(Math.max(0, verb - NEAR - 2), until).some((token) => token.tags.has('authority'));
}

const around = (line: Line, party: Party | null) =>
  party?.is === 'pronoun' ? [party] : party ? listAround(line, party) : [];

// «Entre los liberados está X», «hay 851 presos»: the list that begins before another verb and before "varios".
function named(line: Line, found: Found): Party[] {
  const list = listed(line, found.to);
  const first = list[0];
  const between = first ? line.tokens.slice(found.to, first.from) : [];
  return between.some((token) => LIST_ENDS.some((tag) => token.tags.has(tag))) ? [] : list;
}

const LIST_ENDS = ['say', 'vague', 'be', 'who'] as const;

const HELPERS = ['be', 'have', 'keep', 'modal', 'not', 'adverb', 'reflexive'] as const;

// Index of the first word of a verb with its helpers: the "ha" of "ha sido detenido".
function headOf(tokens: readonly Token[], from: number): number {
  let at = from;
  while (HELPERS.some((tag) => tokens[at - 1]?.tags.has(tag))) at -= 1;
  return at;
}

function lastHelper(tokens: readonly Token[], from: number): number {
  let at = from - 1;
  while (tokens[at]?.tags.has('adverb')) at -= 1;
  return ['be', 'have', 'keep'].some((tag) => tokens[at]?.tags.has(tag)) ? at : -1;
}

function subject(line: Line, found: Found, earlier: readonly Party[]): Party[] {
  const verb = headOf(line.tokens, found.from);
  // «851 presos políticos, según Foro Penal»: the words themselves are the number, where nothing else is told of it.
  const counted = partyAt(line, found.from);
  if (counted) return line.triggers.length === 1 ? [counted] : [];
  const before = line.tokens[verb - 1];
  if (before?.tags.has('and') && earlier.length > 0) return [...earlier];
  const party =
    clitic(line, verb) ??
    subjectBefore(line, verb - 1) ??
    (described(line, verb - 1) ? null : subjectBehind(line, found.to));
  if (party) return [...around(line, party), ...together(line, found)];
  const among = included(line, found);
  if (among.length > 0) return among;
  // «Fue condenada a diez años», «Teme que sea condenada»: whoever was spoken of.
  if (opens(line, verb)) return [spokenOf(line.tokens, found)];
  return reported(line.tokens, verb - 1) ? [standIn(found.from)] : [];
}

// «X fue excarcelada el viernes junto a otros 12 presos»
function together(line: Line, found: Found): Party[] {
  for (let at = found.to; at < found.to + NEAR && !ends(line, at, found); at += 1) {
    if (line.tokens[at]?.tags.has('together')) return around(line, nounPhrase(line, at + 2));
  }
  return [];
}

// «Varios presos fueron liberados, entre ellos X»
function included(line: Line, found: Found): Party[] {
  for (let at = found.to; at < found.to + NEAR; at += 1) {
    const token = line.tokens[at];
    if (!token || /^[.;:]$/.test(token.text) || token.tags.has('say') || token.tags.has('be')) return [];
    if (token.tags.has('joint')) return listed(line, at + 1);
  }
  return [];
}

function reported(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]?.tags.has('who') === true && (before?.tags.has('say') || before?.tags.has('hope')) === true;
}

// True where a noun that names nobody is the subject before the verb: «El dirigente del partido fue detenido».
function described({ tokens, dates }: Line, from: number): boolean {
  for (let at = from; at >= 0; at -= 1) {
    const token = tokens[at];
    const date = dates.find((one) => one.from <= at && at < one.to);
    if (!token || token.shape === 'mark' || ['who', 'say', 'and', 'after'].some((tag) => token.tags.has(tag)))
      return false;
    if (date) at = date.from;
    else if (!token.tags.has('adverb') && !token.tags.has('prep')) {
      const preposition = prepositionWithin(tokens, at);
      if (preposition === null) return true;
      at = preposition;
    }
  }
  return false;
}

const standIn = (at: number): Party => ({ from: at, to: at + 1, is: 'pronoun', joined: false });

const sexOf = (token: Token | undefined) =>
  token?.tags.has('woman') ? 'woman' : token?.tags.has('man') ? 'man' : 'any';

// Whoever was spoken of before, one or several, as the participle says.
function spokenOf(tokens: readonly Token[], found: Found): Party {
  const last = found.to - 1;
  const many = tokens[last]?.tags.has('plural');
  return many ? standIn(last) : { ...standIn(last), stands: sexOf(tokens[last]) };
}

// True where a verb begins its passage, or has nothing but a date, an adverb or a short phrase with a comma before it.
function opens(line: Line, verb: number): boolean {
  if (verb === 0) return true;
  const date = line.dates.find(
    (one) => one.to === verb || (one.to === verb - 1 && line.tokens[verb - 1]?.text === ','),
  );
  return date !== undefined && (date.from === 0 || (date.from === 1 && line.tokens[0]?.tags.has('prep') === true));
}

// A participle without a helper: «X, detenido en mayo», «el detenido X», «Detenido X», «24 personas detenidas».
function participle(line: Line, found: Found, earlier: readonly Party[]): Party[] {
  const { tokens } = line;
  const before = tokens[found.from - 1];
  const covering = partyAt(line, found.from);
  const alone = line.triggers.length === 1;
  if (covering) return alone && countsThem(tokens, covering) ? [covering] : [];
  if (before?.tags.has('and') && earlier.length > 0) return [...earlier];
  const many = tokens[found.from]?.low.endsWith('s') === true;
  if (before?.text === ',' || before?.text === '(') {
    const party = partyAt(line, found.from - 2);
    if (party && party.is !== 'pronoun')
      return many ? listAround(line, party).filter((one) => one.to <= found.from) : [party];
  }
  const next = nameBehind(line, found.to);
  if (next && before?.shape === 'word') return many ? listAround(line, next) : [next];
  // «la puesta en libertad de X»
  if (before?.tags.has('article') && tokens[found.to]?.tags.has('of')) return around(line, ofNoun(line, found));
  const last = partyAt(line, found.from - 1);
  if (last && last.to === found.from && last.is !== 'pronoun') return last.is === 'person' || alone ? [last] : [];
  if (before && before.shape === 'word') return [];
  return around(line, subjectBehind(line, found.to) ?? behindComma(line, found.to));
}

// «Hubo 24 detenidos», «24 detenidos en Caracas»; but not "visitó a 24 detenidos".
function countsThem(tokens: readonly Token[], party: Party): boolean {
  const before = tokens[party.from - 1];
  return !before || before.shape === 'mark' || before.tags.has('have') || before.tags.has('be');
}

// «el detenido X», «los excarcelados, los periodistas X y Z»
function nameBehind(line: Line, from: number): Party | null {
  let at = from;
  while (isModifier(line.tokens[at])) at += 1;
  const party = partyAt(line, at);
  return party?.is === 'person' ? party : null;
}

const isModifier = (token: Token | undefined) =>
  token !== undefined && !token.upper && ['role', 'demonym'].some((tag) => token.tags.has(tag));

// «Detenido en mayo de 2021, X fue condenado»
function behindComma(line: Line, from: number): Party | null {
  for (let at = from; at < from + NEAR; at += 1) {
    if (line.tokens[at]?.text === ',') return nounPhrase(line, at + 1);
  }
  return null;
}

const NEAR = 12;
const FAR = 26;

function object(line: Line, found: Found): Party | null {
  const own = line.tokens[found.to - 1]?.tags.has('clitic') ? standIn(found.to - 1) : null;
  const verb = headOf(line.tokens, found.from);
  return own ?? clitic(line, verb) ?? objectBehind(line, found) ?? related(line, verb);
}

// «lo detuvieron»; «A X lo detuvieron»
function clitic(line: Line, verb: number): Party | null {
  const { tokens } = line;
  const at = tokens[verb]?.tags.has('clitic') ? verb : verb - 1;
  if (!tokens[at]?.tags.has('clitic')) return null;
  const party = partyAt(line, at - 1);
  if (party?.is === 'person' && hangsOn(line, party) !== null) return party;
  // «La jueza Ana Lis lo condenó»: not the judge; «Ana Lis salió y la detuvieron»: herself.
  const people = line.parties.filter((one) => one.to <= at && one.is === 'person');
  const acts = people.some((one) => hangsOn(line, one) === null) && !tokens[verb]?.low.endsWith('n');
  if (!acts || tokens[at]?.tags.has('plural')) return standIn(at);
  return people.findLast((one) => hangsOn(line, one) !== null) ?? { ...standIn(at), stands: sexOf(tokens[at]) };
}

// «X, a quien un tribunal condenó»
function related(line: Line, verb: number): Party | null {
  for (let at = verb - 1; at > 0 && verb - at < NEAR; at -= 1) {
    const token = line.tokens[at];
    if (!token || token.shape === 'mark') return null;
    if (token.tags.has('who')) return line.tokens[at - 1]?.tags.has('personal') ? antecedent(line, at - 2) : null;
  }
  return null;
}

// The first noun phrase with "a" behind an active verb, over dates, terms and places: «condenó a diez años de prisión
// en Caracas al periodista X»; a number needs no "a": «liberó 24 presos».
function objectBehind(line: Line, found: Found): Party | null {
  const { tokens } = line;
  const direct = partyAt(line, tokens[found.to]?.tags.has('article') ? found.to + 1 : found.to);
  if (direct?.is === 'group') return direct;
  for (let at = behind(tokens, found); at < found.to + FAR; at += 1) {
    const token = tokens[at];
    if (!token || ends(line, at, found)) return null;
    const over = timeEnd(line, at);
    if (over !== null) at = over - 1;
    else if (token.tags.has('personal') || token.tags.has('whose')) {
      if (opensInfinitive(tokens[at + 1])) return null;
      const party = timeEnd(line, at + 1) === null ? nounPhrase(line, at + 1) : null;
      if (party) return party;
    }
  }
  return null;
}

// Where the search behind a trigger begins: its own last word may be the "a" or "de" that is looked for.
function behind(tokens: readonly Token[], found: Found): number {
  const last = tokens[found.to - 1];
  const opens = found.to - found.from > 1 && ['of', 'personal', 'whose'].some((tag) => last?.tags.has(tag));
  return opens ? found.to - 1 : found.to;
}

// «se detuvo a saludar a X»
function opensInfinitive(token: Token | undefined): boolean {
  return token !== undefined && !token.upper && token.tags.size === 0 && /[aei]r$/.test(token.low);
}

function timeEnd(line: Line, at: number): number | null {
  const time = line.dates.find((one) => one.from === at) ?? line.terms.find((one) => one.from === at);
  return time ? time.to : null;
}

const ENDS = ['who', 'say', 'after', 'and', 'be', 'have'] as const;

// True where no object or subject can stand further on: another event, another verb, a comma that no phrase follows.
function ends(line: Line, at: number, found: Found): boolean {
  const token = line.tokens[at];
  if (!token || /^[.;:)!?—–]$/.test(token.text)) return true;
  if (token.text === ',') {
    const next = line.tokens[at + 1];
    return !(next?.tags.has('prep') || next?.tags.has('adverb') || timeEnd(line, at + 1) !== null);
  }
  // «penas de entre cuatro y nueve años a X»
  if (token.tags.has('and') && line.terms.some((one) => one.from === at + 1)) return false;
  if (ENDS.some((tag) => token.tags.has(tag))) return true;
  return line.triggers.some((other) => other !== found && other.from === at);
}

// «su detención», «su inmediata liberación»
function owner(line: Line, found: Found): Party | null {
  for (let at = found.from - 1; at >= found.from - 2; at -= 1) {
    // The last one named before: «La familia de X exige su liberación».
    const last = line.parties.findLast((party) => party.to <= at && party.is === 'person');
    if (line.tokens[at]?.tags.has('owner')) return last ?? (at === 0 ? partyAt(line, at) : null);
    if (line.tokens[at]?.tags.has('article')) return null;
  }
  return null;
}

// «la detención arbitraria, el 5 de mayo en Caracas, del periodista X», «la condena de diez años contra X»
function ofNoun(line: Line, found: Found): Party | null {
  // «la muerte del preso X»
  if (found.to - found.from > 1 && line.tokens[found.to - 1]?.tags.has('people')) return nounPhrase(line, found.to);
  let direct = true;
  for (let at = behind(line.tokens, found); at < found.to + FAR; at += 1) {
    const token = line.tokens[at];
    if (!token || (ends(line, at, found) && !joinsAdjectives(line.tokens, at))) return null;
    const over = timeEnd(line, at);
    if (over !== null) at = over - 1;
    else if (token.tags.has('of') || token.tags.has('whose') || token.tags.has('personal')) {
      const next = line.tokens[at + 1];
      const timed = timeEnd(line, at + 1) !== null || next?.tags.has('penal') || next?.tags.has('prep');
      const party = timed ? null : nounPhrase(line, at + 1);
      // «la captura de carbono de la empresa de X»: what is captured has been said.
      if (party || (direct && !timed)) return party;
    } else if (token.tags.has('prep')) direct = false;
  }
  return null;
}

// «la liberación inmediata e incondicional de X»
function joinsAdjectives(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return tokens[at]?.tags.has('and') === true && next?.shape === 'word' && !next.upper && next.tags.size === 0;
}

// The party a noun phrase names: «la presidenta de Control Ciudadano, X», «el alcalde de Maracaibo X»; in «la esposa
// de X» the one meant is not named.
function nounPhrase(line: Line, from: number): Party | null {
  for (let at = from; at < from + NEAR + 2; at += 1) {
    const token = line.tokens[at];
    if (!token || (timeEnd(line, at) !== null && partyAt(line, at) === null)) return null;
    const party = partyAt(line, at);
    if (party && party.is !== 'pronoun') {
      const of = hangsOn(line, party, from);
      if (of === null || line.tokens[of - 1]?.tags.has('total')) return party;
      at = party.to - 1;
    } else if (token.text === ',') return apposed(line, at + 1);
    else if (token.shape === 'mark' && !/^[-“”"'«»]$/.test(token.text)) return null;
    else if (token.tags.has('and') && !isModifier(line.tokens[at + 1])) return null;
    else if (PHRASE_ENDS.some((tag) => token.tags.has(tag))) return null;
    else if (token.tags.has('prep') && !token.tags.has('of')) return null;
  }
  return null;
}

const PHRASE_ENDS = ['who', 'say', 'be', 'have', 'not', 'vague', 'after'] as const;

function apposed(line: Line, from: number): Party | null {
  for (let at = from; at < from + 4; at += 1) {
    const party = partyAt(line, at);
    // «Tras la detención de su marido, X huyó»: a name that a verb follows is no apposition.
    const next = party ? line.tokens[party.to] : undefined;
    const closes = next === undefined || next.shape === 'mark' || next.tags.has('and');
    if (party) return party.is === 'person' && closes ? party : null;
    const token = line.tokens[at];
    if (!token || token.shape === 'mark' || token.tags.has('prep') || token.tags.has('say')) return null;
  }
  return null;
}

// Index of the preposition that a party hangs on, over articles and titles, or null where it stands free.
function hangsOn(line: Line, party: Party, from = 0): number | null {
  for (let at = party.from - 1; at >= from && party.from - at < 7; at -= 1) {
    const token = line.tokens[at];
    if (!token) return null;
    if (token.tags.has('prep')) return at;
    if (!['role', 'demonym', 'article', 'owner'].some((tag) => token.tags.has(tag)) || token.upper) return null;
  }
  return null;
}

// «fueron excarcelados este viernes en Caracas 24 presos políticos»
function subjectBehind(line: Line, from: number): Party | null {
  for (let at = from; at < from + FAR; at += 1) {
    const token = line.tokens[at];
    if (!token || token.tags.has('vague')) return null;
    const party = partyAt(line, at);
    if (party && party.is !== 'pronoun') {
      const of = hangsOn(line, party, from);
      if (of === null || line.tokens[of - 1]?.tags.has('total')) return party;
      at = party.to - 1;
      continue;
    }
    if (/^[.;:)!?—–]$/.test(token.text) || ENDS.some((tag) => token.tags.has(tag))) return null;
    const next = line.tokens[at + 1];
    if (token.text === ',' && !next?.tags.has('prep') && timeEnd(line, at + 1) === null) return null;
    if (at > from && line.triggers.some((other) => other.from === at)) return null;
    at = (timeEnd(line, at) ?? at + 1) - 1;
  }
  return null;
}

const FURTHEST_SUBJECT = 45;

// The subject before a verb: over asides, dates, phrases with a preposition, and "que".
function subjectBefore(line: Line, from: number): Party | null {
  const { tokens } = line;
  let at = from;
  for (let steps = 0; at >= 0 && from - at < FURTHEST_SUBJECT && steps < FURTHEST_SUBJECT; steps += 1) {
    const token = tokens[at];
    if (!token) return null;
    const party = partyAt(line, at);
    const date = line.dates.find((one) => one.from <= at && at < one.to);
    if (party) {
      const preposition = hangsOn(line, party);
      if (preposition === null || tokens[preposition - 1]?.tags.has('total')) return party;
      at = preposition - 1;
    } else if (token.tags.has('who')) return antecedent(line, at - 1);
    else if (token.text === ')') at = backTo(tokens, at, '(') - 1;
    else if (token.text === ',') {
      const titled = betweenCommas(line, at);
      if (titled) return titled;
      const aside = asideBefore(line, at);
      if (aside === null) return null;
      at = aside;
    } else if (date) at = date.from - 1;
    else if (token.tags.has('adverb') || token.tags.has('prep')) at -= 1;
    else {
      // «24 manifestantes heridos fueron …»
      const noun = partyAt(line, at - 1) ?? partyAt(line, at - 2);
      if (noun?.is === 'group') return noun;
      const preposition = prepositionWithin(tokens, at);
      if (preposition === null) return null;
      at = preposition - 1;
    }
  }
  return null;
}

// «La presidenta de Control Ciudadano, X, fue detenida»: the name behind a title.
function betweenCommas(line: Line, comma: number): Party | null {
  const party = partyAt(line, comma - 1);
  const before = party ? line.tokens[party.from - 2] : undefined;
  const apposition = party && party.is === 'person' && line.tokens[party.from - 1]?.text === ',';
  return apposition && before && !partyAt(line, party.from - 2) ? party : null;
}

// Whom "que" or "quien" stands for; behind a verb of saying ("informó ayer que") it stands for nobody.
function antecedent(line: Line, from: number): Party | null {
  const at = line.tokens[from]?.text === ',' ? from - 1 : from;
  const party = partyAt(line, line.tokens[at]?.text === ')' ? backTo(line.tokens, at, '(') - 1 : at);
  if (party) return party;
  for (let back = at; back > 0 && at - back < NEAR; back -= 1) {
    const token = line.tokens[back];
    if (!token || ['say', 'hope', 'be', 'have', 'verb', 'who'].some((tag) => token.tags.has(tag))) return null;
    if (token.text === ',') return partyAt(line, back - 1);
    const noun = partyAt(line, back);
    if (noun?.is === 'group') return noun;
  }
  return null;
}

function backTo(tokens: readonly Token[], from: number, mark: string): number {
  for (let at = from - 1; at >= 0 && from - at < FURTHEST_SUBJECT; at -= 1) if (tokens[at]?.text === mark) return at;
  return 0;
}

// «X, redactor de Y, fue»: from the second comma back to the word before the first that ends a name.
function asideBefore(line: Line, comma: number): number | null {
  for (let at = comma - 1; at > 0 && comma - at < FURTHEST_SUBJECT; at -= 1) {
    if (line.tokens[at]?.text !== ',') continue;
    const end = line.tokens[at - 1]?.text === ')' ? backTo(line.tokens, at - 1, '(') - 1 : at - 1;
    const party = partyAt(line, end);
    if (party && party.is !== 'pronoun' && hangsOn(line, party) === null) return end;
  }
  return null;
}

function prepositionWithin(tokens: readonly Token[], from: number): number | null {
  for (let at = from; at >= 0 && from - at < 8; at -= 1) {
    const token = tokens[at];
    if (!token || (token.shape === 'mark' && !/^[-“”"'«»]$/.test(token.text))) return null;
    if (token.tags.has('prep')) return at;
    if (['be', 'say', 'who', 'have', 'and'].some((tag) => token.tags.has(tag))) return null;
  }
  return null;
}
