import { datesIn } from './dates.ts';
import type { Found, Line, Page, RawLine } from './line.ts';
import { partiesIn } from './parties.ts';
import type { TermWords } from './terms.ts';
import { termsIn } from './terms.ts';
import type { Token } from './tokens.ts';
import type { Trigger, Wording } from './wording.ts';

/** Finds dates, terms, people and triggers in a passage. */
export function readLine(raw: RawLine, page: Page): Line {
  const dates = datesIn(raw.tokens, page.wording, page.published);
  const terms = termsIn(raw.tokens, page.wording);
  const triggers = triggersIn(raw.tokens, page.wording).map((found) => timed(found, terms, raw.tokens));
  const parties = partiesIn({ ...raw, dates, terms, triggers }, page);
  const partyOf = new Int32Array(raw.tokens.length).fill(-1);
  parties.forEach(({ from, to }, index) => {
    partyOf.fill(index, from, to);
  });
  return { ...raw, dates, terms, parties, partyOf, triggers };
}

function triggersIn(tokens: readonly Token[], wording: Wording): Found[] {
  const found: Found[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const match = wording.triggers.at(tokens, at);
    if (!match || partOfTitle(tokens, at) || !hasNear(tokens, at, match)) continue;
    found.push({ from: at, to: match.to, trigger: match.value });
    at = match.to - 1;
  }
  return found;
}

const NEAR = 22;

// Without the word that it needs not far from it a trigger is no trigger, and ends no clause of another.
function hasNear(
  tokens: readonly Token[],
  at: number,
  { to, value: { near, close } }: { to: number; value: Trigger },
): boolean {
  if (close) return tokens.slice(to, phraseEnd(tokens, to)).some((one) => one.tags.has(near ?? ''));
  return near === undefined || tokens.slice(Math.max(0, at - NEAR), to + NEAR).some((one) => one.tags.has(near));
}

// Up to the second preposition, a comma, "to" or "by": "two years in Paris writing | about prisons". The "of" of a noun
// does not count.
function phraseEnd(tokens: readonly Token[], from: number): number {
  let prepositions = tokens[from]?.tags.has('of') ? -1 : 0;
  for (let at = from; at < from + NEAR; at += 1) {
    const token = tokens[at];
    if (!token || /^[,;.]$/.test(token.text) || token.tags.has('to') || token.tags.has('by')) return at;
    if (token.tags.has('prep')) prepositions += 1;
    if (prepositions > 1) return at;
  }
  return from + NEAR;
}

const TIMED_REACH = 16;

// "jailed the poet for nine years" is a sentence, "jailed the poet in May" an arrest; courts sentence either way.
function timed(found: Found, terms: readonly TermWords[], tokens: readonly Token[]): Found {
  const kind = found.trigger.timed;
  if (kind === undefined) return found;
  const term = terms.find((one) => one.from >= found.to && one.from <= found.to + TIMED_REACH && one.as !== 'age');
  const begin = term && !tokens[term.from]?.tags.has('whose') ? term.from - 1 : term?.from;
  const given = begin !== undefined && tokens[begin]?.tags.has('whose') === true;
  const parted = tokens.slice(found.to, begin ?? found.to).some((token) => /^[,;.]$/.test(token.text));
  // In "a court freed 69 jailed students" the word is no verb.
  const last = tokens[found.from - 1];
  const verb = last?.shape === 'word' && !['article', 'owner', 'vague', 'verb'].some((tag) => last.tags.has(tag));
  const before = tokens.slice(Math.max(0, found.from - 8), found.from);
  const judged = verb && before.some((token) => token.tags.has('judge'));
  return (given && !parted) || judged ? { ...found, trigger: { ...found.trigger, kind } } : found;
}

// "Free" in "Free Saudi Liberals" frees nobody.
function partOfTitle(tokens: readonly Token[], at: number): boolean {
  const quoted = /^["“«]$/.test(tokens[at - 1]?.text ?? '');
  return quoted && tokens[at]?.upper === true && tokens[at + 1]?.upper === true;
}
