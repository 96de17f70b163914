import type { Found, Line } from './line.ts';

const REACH = 14;

/**
 * True where an event is expected, threatened, demanded or denied rather than reported as done: a word such as
 * "could", "called for", "not" or "if" stands before it in the same clause, or the verb is in the infinitive.
 */
export function isHypothetical(line: Line, found: Found): boolean {
  if (found.trigger.hypothetical) return true;
  // «угрожают задержанной Вере Лис»: a participle tells what has happened.
  if (found.trigger.frame === 'participle') return false;
  const { tokens } = line;
  // "Free Ales Novik!"
  const opens = found.from === 0 || /^["“«‘:!]$/.test(tokens[found.from - 1]?.text ?? '');
  if (opens && tokens[found.from]?.tags.has('order')) return true;
  for (let at = found.from - 1; at >= 0 && found.from - at <= REACH; at -= 1) {
    const token = tokens[at];
    if (!token || /^[;:—–]$/.test(token.text)) return false;
    if (/^["”»]$/.test(token.text)) {
      // «"exigimos" su liberación»
      if (tokens[at - 1]?.tags.has('hope')) return true;
      at = openingBefore(line, at);
    }
    if (token.tags.has('but') && token.text !== ',') return false;
    if (token.text === ',' && !tokens[at + 1]?.tags.has('who')) return opensWithCondition(line, at);
    const reports = tokens[at - 1]?.tags.has('hope') || tokens[at - 1]?.tags.has('say');
    if (token.tags.has('who') && !reports && !tokens.slice(at, found.from).some((one) => one.tags.has('hope')))
      return false;
    // "has decided to lift"
    if (token.tags.has('to') && tokens[at - 1]?.tags.has('resolved')) return false;
    // "was tried and sentenced" tells what a court did, "tried to free" what somebody wished to.
    const tries = token.tags.has('trying') && !tokens[at + 1]?.tags.has('to');
    if (token.tags.has('hope') && !tries) return true;
    if (token.tags.has('not') && found.from - at <= 3) return true;
    if (token.tags.has('to') && at === found.from - 1 && found.trigger.frame !== 'noun') return true;
    if (token.tags.has('to') && tokens[at + 1]?.tags.has('be') && found.from - at <= 3) return true;
  }
  return false;
}

// "If she is convicted, she could …"
function opensWithCondition(line: Line, comma: number): boolean {
  return comma < 14 && line.tokens[0]?.tags.has('if') === true;
}

// What is quoted on the way is someone else's wording.
function openingBefore(line: Line, closing: number): number {
  for (let at = closing - 1; at >= 0 && closing - at < 30; at -= 1) {
    if (/^["“«]$/.test(line.tokens[at]?.text ?? '')) return at;
  }
  return closing;
}
