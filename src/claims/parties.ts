import type { Line, Page, Party } from './line.ts';
import type { NameRun } from './names.ts';
import type { NumberWords } from './numbers.ts';
import { numberAt } from './numbers.ts';
import type { Token } from './tokens.ts';

type Start = Pick<Line, 'tokens' | 'runs' | 'dates' | 'terms' | 'triggers'>;

/** Finds the people and the numbers of people of a passage, in order, and which of them belong together. */
export function partiesIn(line: Start, page: Page): Party[] {
  const taken = new Uint8Array(line.tokens.length);
  for (const { from, to } of [...line.dates, ...line.terms]) taken.fill(1, from, to);
  const parties: Party[] = [];
  const runs = new Map(line.runs.map((run) => [run.from, run]));
  for (let at = 0; at < line.tokens.length; at += 1) {
    const aged = agedAt(line, at);
    if (aged) parties.push(aged);
    if (aged) at = aged.to - 1;
    if (taken[at]) continue;
    const party = personAt(runs.get(at), line.tokens, page) ?? groupAt(line, at, taken, page) ?? pronounAt(line, at);
    if (!party) continue;
    parties.push(party);
    at = party.to - 1;
  }
  joinParties(parties, line);
  return parties;
}

function personAt(run: NameRun | undefined, tokens: readonly Token[], page: Page): Party | null {
  if (!run || run.is === 'body' || run.is === 'place') return null;
  const own = page.names.fullNameOf(run, tokens);
  const full = page.names.find(run);
  if (full) {
    return { from: run.from, to: run.to, is: 'person', name: full, elsewhere: full.text !== own?.text, joined: false };
  }
  // A surname alone, of someone whom the page never names in full.
  const alone = run.words.length === 1 && (tokens[run.from]?.text.length ?? 0) > 2 && run.from > 0;
  const titled =
    tokens[run.from - 1]?.tags.has('role') && !(tokens[run.to]?.text === '.' && tokens[run.to + 1]?.gap === false);
  return own && alone && titled
    ? { from: run.from, to: run.to, is: 'person', name: own, elsewhere: false, joined: false }
    : null;
}

// "The 38-year-old was driven to the border": stands for whoever was spoken of.
function agedAt({ tokens, terms }: Start, at: number): Party | null {
  if (!tokens[at]?.tags.has('definite')) return null;
  const age = terms.find((term) => term.from === at + 1 && term.as === 'age');
  let to = age?.to ?? at;
  while (tokens[to]?.tags.has('role') && !tokens[to]?.upper) to += 1;
  const next = age && tokens[to];
  const alone = next && ['be', 'have', 'modal', 'verb', 'say'].some((tag) => next.tags.has(tag));
  return age && alone ? { from: at, to, is: 'pronoun', joined: false } : null;
}

// "her" in "her publisher" stands for nobody here; in "her arrest" it does.
function pronounAt({ tokens, triggers }: Start, at: number): Party | null {
  const token = tokens[at];
  // "Both men", "the couple"
  const people = tokens[at + 1]?.tags.has('people') === true;
  const both = token?.tags.has('both') && (people || tokens[at + 1]?.tags.has('be'));
  if (both) return { from: at, to: people ? at + 2 : at + 1, is: 'pronoun', joined: false };
  const pair = token?.tags.has('pair') && tokens[at - 1]?.tags.has('definite') && !tokens[at + 1]?.tags.has('of');
  if (pair) return { from: at, to: at + 1, is: 'pronoun', joined: false };
  if (!token?.tags.has('pronoun')) return null;
  const next = tokens[at + 1];
  const owns =
    token.tags.has('owner') &&
    next?.shape === 'word' &&
    !['prep', 'and', 'be', 'adverb', 'to'].some((tag) => next.tags.has(tag));
  if (owns && !triggers.some(({ from }) => from > at && from <= at + 3)) return null;
  return { from: at, to: at + 1, is: 'pronoun', joined: false };
}

const FURTHEST_NOUN = 7;

// "123 political prisoners", "over 150 new individuals", "three of Mr Novik's lawyers", "all but nine"
function groupAt(line: Start, from: number, taken: Uint8Array, page: Page): Party | null {
  const { tokens } = line;
  const rest = restAt(tokens, from, page);
  if (rest) return rest;
  const number = numberAt(tokens, from, page.wording);
  if (!number || taken[number.to - 1] || !Number.isInteger(number.value) || number.value <= 0) return null;
  // «одного сотрудника» is "an employee".
  const article = page.wording.habits.has('no articles') && number.value === 1 && tokens[from]?.shape === 'word';
  if (article || tokens[from - 1]?.tags.has('money') || tokens[number.to]?.tags.has('measure')) return null;
  // "one of 123 prisoners": the number of interest is the second.
  const second = tokens[number.to + 1]?.tags.has('definite') ? number.to + 2 : number.to + 1;
  const whole = partOf(line, number, second, taken, page);
  if (whole) return whole;
  if (tokens[number.to]?.tags.has('of') && numberAt(tokens, second, page.wording)) return null;
  const counted = {
    is: 'group',
    count: number.value,
    ...(number.bound ? { bound: number.bound } : {}),
    joined: false,
  } as const;
  const noun = nounAfter(line, number.to, taken);
  if (noun !== null) return { from, to: adjectivesEnd(line, noun + 1), ...counted, noun: tokens[noun]?.low ?? '' };
  const next = tokens[number.to];
  const ofThem = next?.tags.has('of') && tokens[number.to + 1]?.tags.has('them');
  if (ofThem) return { from, to: number.to + 2, ...counted };
  // "the two were held" says whom only to those who know the two.
  if (tokens[from - 1]?.tags.has('definite')) return null;
  const bare =
    totalled(line, from) ||
    next?.tags.has('be') ||
    line.triggers.some((found) => found.from === number.to && found.trigger.frame === 'verb');
  // «de los que 119 son mujeres», "119 are women"
  const predicate =
    next?.tags.has('be') && tokens[number.to + 1]?.tags.has('people') ? tokens[number.to + 1] : undefined;
  const said = predicate ? { noun: predicate.low } : {};
  // "2011 was a hard year": what may be a year counts nobody unless a word before it says so.
  const maybeYear = number.value >= 1900 && number.value <= 2100 && !number.bound;
  return bare && !maybeYear ? { from, to: number.to, ...counted, ...said } : null;
}

// "Seven out of eight people" and "seven of the eight people" are seven; "one of eight people" tells of the eight.
function partOf(line: Start, number: NumberWords, second: number, taken: Uint8Array, page: Page): Party | null {
  const { tokens } = line;
  const out = tokens[number.to]?.tags.has('out') && tokens[number.to + 1]?.tags.has('of');
  if (number.value < 2 || !(out || tokens[number.to]?.tags.has('of'))) return null;
  const total = numberAt(tokens, out ? number.to + 2 : second, page.wording);
  const noun = total && total.value > number.value ? nounAfter(line, total.to, taken) : null;
  if (noun === null) return null;
  const bound = number.bound ? { bound: number.bound } : {};
  return {
    from: number.from,
    to: noun + 1,
    is: 'group',
    count: number.value,
    ...bound,
    noun: tokens[noun]?.low ?? '',
    joined: false,
  };
}

// "the number of political prisoners has risen to 1,283"
function totalled({ triggers }: Start, at: number): boolean {
  return triggers.some(({ to, trigger }) => trigger.bare === true && to <= at && at - to <= 10);
}

function restAt(tokens: readonly Token[], from: number, page: Page): Party | null {
  if (!tokens[from]?.tags.has('all') || !tokens[from + 1]?.tags.has('but')) return null;
  const number = numberAt(tokens, from + 2, page.wording);
  return number ? { from, to: number.to, is: 'rest', count: number.value, joined: false } : null;
}

const ENDS_MODIFIERS = ['prep', 'be', 'have', 'modal', 'say', 'who', 'and', 'not', 'pronoun', 'verb'] as const;

// The noun that is counted, over the adjectives before it, or null where something else comes first.
function nounAfter({ tokens }: Start, from: number, taken: Uint8Array): number | null {
  const begin = tokens[from]?.tags.has('of') ? from + 1 : from;
  for (let at = begin; at < begin + FURTHEST_NOUN; at += 1) {
    const token = tokens[at];
    if (!token || taken[at] || token.shape === 'number') return null;
    if (token.shape === 'mark' && token.text !== '-' && token.text !== "'s" && token.text !== "'" && token.text !== '’')
      return null;
    if (token.tags.has('people')) {
      if (tokens[at + 1]?.tags.has('of') && tokens[at + 2]?.tags.has('fighting')) return null;
      // "three of the prisoners' relatives" counts the relatives.
      const further = tokens[at + 1];
      return further?.tags.has('people') && !further.tags.has('prep') ? at + 1 : at;
    }
    if (ENDS_MODIFIERS.some((tag) => token.tags.has(tag)) && !token.tags.has('owner')) return null;
  }
  return null;
}

// «116 presos políticos»
function adjectivesEnd({ tokens }: Start, from: number): number {
  let to = from;
  while (tokens[to]?.tags.has('postposed')) to += 1;
  return to;
}

const WIDEST_JOIN = 22;

function joinParties(parties: Party[], line: Start): void {
  for (let index = 1; index < parties.length; index += 1) {
    const left = parties[index - 1];
    const right = parties[index];
    if (left && right) right.joined = joins(left, right, line);
  }
}

// Two parties are one list where a comma, a dash, "and" or "including" stands between them with nothing but titles
// and appositions around it.
function joins(left: Party, right: Party, { tokens, triggers }: Start): boolean {
  if (right.from - left.to > WIDEST_JOIN || left.is === 'pronoun' || right.is === 'pronoun') return false;
  let connector = right.from - 1;
  while (connector >= left.to && isModifier(tokens[connector])) connector -= 1;
  // «a Ana Lis y a otros ocho presos»
  if (tokens[connector]?.tags.has('personal')) connector -= 1;
  if (connector < left.to || !isConnector(tokens[connector])) return false;
  // "They freed A, and B said": a verb behind the second opens a clause of its own; in "A and B said" it does not.
  // «Detuvieron a X, y la jueza Y lo condenó»: a pronoun behind the second opens one as well.
  const object = tokens[right.to]?.tags.has('clitic') === true && triggers.some(({ to }) => to <= left.from);
  const clause = object || (startsVerb(tokens, right.to) && hasVerbBefore(tokens, left.from));
  if (clause || triggers.some(({ from }) => from > connector && from < right.from)) return false;
  let begin = connector;
  while (begin > left.to && isConnector(tokens[begin - 1])) begin -= 1;
  if (begin === left.to) return true;
  const opening = tokens[left.to];
  // «Ales Novik y su esposa, Vera Lis»
  const kin = opening?.tags.has('and') && tokens[left.to + 1]?.tags.has('owner');
  const aside = kin || (opening !== undefined && /^[,(—–-]$/.test(opening.text));
  for (let at = left.to; at < begin; at += 1) {
    const token = tokens[at];
    if (token && VERBAL.some((tag) => token.tags.has(tag))) return false;
  }
  return aside;
}

const VERBAL = ['be', 'have', 'modal', 'say', 'who', 'verb'] as const;

function isModifier(token: Token | undefined): boolean {
  if (token?.tags.has('owner')) return true;
  if (!token || token.shape === 'number' || token.tags.has('joint')) return false;
  if (token.shape === 'mark') return '-“”«»"'.includes(token.text);
  return !token.upper
    ? !JOIN_STOPS.some((tag) => token.tags.has(tag))
    : ['role', 'demonym', 'place'].some((tag) => token.tags.has(tag));
}

const JOIN_STOPS = ['and', 'prep', 'be', 'have', 'modal', 'say', 'who', 'not', 'verb', 'pronoun'] as const;

function isConnector(token: Token | undefined): boolean {
  if (!token) return false;
  return token.tags.has('and') || token.tags.has('joint') || /^[,—–:;]$/.test(token.text);
}

function hasVerbBefore(tokens: readonly Token[], to: number): boolean {
  for (let at = to - 1; at >= 0 && to - at < 30; at -= 1) {
    const token = tokens[at];
    if (!token || token.text === ';') return false;
    if (['be', 'have', 'modal', 'say', 'verb'].some((tag) => token.tags.has(tag)) || token.low.endsWith('ed'))
      return true;
  }
  return false;
}

function startsVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && ['be', 'have', 'modal', 'say', 'verb'].some((tag) => token.tags.has(tag));
}
