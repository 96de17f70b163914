import { datesIn } from './dates.ts';
import type { Found, Line, Page, RawLine } from './line.ts';
import { partiesIn } from './parties.ts';
import { termsIn } from './terms.ts';
import type { Token } from './tokens.ts';
import type { Wording } from './wording.ts';

/** Finds dates, terms, people and triggers in a passage. */
export function readLine(raw: RawLine, page: Page): Line {
  const dates = datesIn(raw.tokens, page.wording, page.published);
  const terms = termsIn(raw.tokens, page.wording);
  const triggers = triggersIn(raw.tokens, page.wording);
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
    if (!match || partOfTitle(tokens, at)) continue;
    found.push({ from: at, to: match.to, trigger: match.value });
    at = match.to - 1;
  }
  return found;
}

// "Free" in "Free Saudi Liberals" frees nobody.
function partOfTitle(tokens: readonly Token[], at: number): boolean {
  const quoted = /^["“«]$/.test(tokens[at - 1]?.text ?? '');
  return quoted && tokens[at]?.upper === true && tokens[at + 1]?.upper === true;
}
