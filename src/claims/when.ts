import type { Day } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import type { DateWords } from './dates.ts';
import type { Draft, Made } from './draft.ts';
import type { Found, Line } from './line.ts';

const BLOCKS = ['who', 'say', 'cause', 'verb'] as const;

/**
 * The date of an event: the first one behind its trigger in the same clause, else one before it in the clause or at
 * the beginning of the passage. Dates behind the words of a charge, behind "who" or behind a verb of saying belong to
 * something else.
 *
 * @param until index of the token where the next trigger begins.
 */
export function dateOf(line: Line, found: Found, until: number): DateWords | null {
  const ends = (date: DateWords) => line.tokens[date.from - 1]?.tags.has('until') === true;
  const inside = line.dates.find((date) => date.from >= found.from && date.to <= found.to && !ends(date));
  if (inside) return inside;
  const after = dateAfter(line, found, until);
  const before = dateBefore(line, found);
  // A date behind a comma gives way to one that stands in the trigger's own clause.
  if (after && before && hasComma(line, found.to, after.from) && !hasComma(line, before.to, found.from)) return before;
  return after ?? before;
}

function hasComma(line: Line, from: number, to: number): boolean {
  return line.tokens.slice(from, to).some((token) => token.text === ',');
}

function dateAfter(line: Line, found: Found, until: number): DateWords | null {
  for (const date of line.dates) {
    // "the December 13 deal" dates the deal.
    // "in custody until May 25" tells when it ends.
    const before = line.tokens[date.from - 1];
    if (date.from < found.to || before?.tags.has('definite') || before?.tags.has('until')) continue;
    if (date.from >= until) return null;
    return blocked(line, found.to, date.from) ? null : date;
  }
  return null;
}

function dateBefore(line: Line, found: Found): DateWords | null {
  const before = line.dates.filter((date) => date.to <= found.from && !line.tokens[date.from - 1]?.tags.has('since'));
  const last = before.at(-1);
  if (!last) return null;
  const opening = last.from <= 3 && !otherEvent(line, last, found) && !clauseBefore(line, last.to, found.from);
  const near =
    found.from - last.to <= 14 && !blocked(line, last.to, found.from, true) && !otherEvent(line, last, found);
  if (opening || near) return last;
  const first = before[0];
  return first &&
    first.from <= 3 &&
    !otherEvent(line, first, found) &&
    !clauseBefore(line, first.to, found.from) &&
    before.length === 1
    ? first
    : null;
}

// "Arrested in 2020, he was sentenced": the date before belongs to the trigger it follows.
function otherEvent(line: Line, date: DateWords, found: Found): boolean {
  return line.triggers.some(
    (other) =>
      other !== found &&
      other.trigger.frame !== 'noun' &&
      other.to <= date.from &&
      date.from - other.to <= 6 &&
      !hasComma(line, other.to, date.from),
  );
}

function clauseBefore(line: Line, from: number, to: number): boolean {
  return line.triggers.some(
    (other) => other.from >= from && other.to < to && other.trigger.kind !== 'figure' && far(line, other, to),
  );
}

const far = (line: Line, other: Found, to: number) =>
  !line.tokens.slice(other.to, to).some((token) => token.tags.has('and')) && to - other.to > 3;

function blocked(line: Line, from: number, to: number, verbs = false): boolean {
  for (let at = from; at < to; at += 1) {
    const token = line.tokens[at];
    if (!token || token.text === ';') return true;
    if (token.tags.has('by') && namesActor(line, at + 1)) continue;
    if (BLOCKS.some((tag) => token.tags.has(tag) && !(verbs && tag === 'verb'))) return true;
  }
  return false;
}

// «detenido por agentes el 10 de junio» tells who, «detenido por las protestas de junio» tells why.
function namesActor({ tokens }: Line, from: number): boolean {
  const noun = tokens[from]?.tags.has('article') ? tokens[from + 1] : tokens[from];
  return noun?.tags.has('authority') === true || noun?.tags.has('body') === true;
}

const RECENT = 6;

/**
 * The month of publication, marked as approximate, for an event told in the present perfect without a date ("have been
 * released"): news of what has just happened. Null for anything else.
 */
export function recentMonth(line: Line, found: Found, published: Day | undefined): Edtf | null {
  const { kind, total } = found.trigger;
  if (published === undefined || total !== undefined || kind === 'detained') return null;
  const reported = (date: DateWords) =>
    line.tokens.slice(Math.max(0, date.from - 3), date.from).some((token) => token.tags.has('say'));
  if (!line.dates.every(reported)) return null;
  for (let at = found.from - 1; at >= 0 && found.from - at <= RECENT; at -= 1) {
    const token = line.tokens[at];
    if (!token || token.text === ',' || token.text === ';') return null;
    if (token.tags.has('perfect')) return `${published.slice(0, 7)}~`;
  }
  return null;
}

const LEAD = 2;
const NEWS = new Set(['sentenced', 'released', 'pardoned', 'died', 'charged', 'transferred']);

/**
 * The month of publication, marked as approximate, for what the headline or the first passages tell in the passive or
 * the present without a date: news is told of what has just happened. Null for anything else.
 */
export function newsMonth(line: Line, found: Found, published: Day | undefined): Edtf | null {
  const { kind, frame, total, term } = found.trigger;
  if (published === undefined || total !== undefined || !NEWS.has(kind) || line.index > LEAD) return null;
  if (line.dates.length > 0 || !(frame === 'verb' || frame === 'after')) return null;
  if (frame === 'verb' && term === undefined && kind === 'charged') return null;
  return isEarlier(line, found) ? null : `${published.slice(0, 7)}~`;
}

// "Had been sentenced", "previously", "who was sentenced", "after he was sentenced": something that came before.
function isEarlier({ tokens }: Line, found: Found): boolean {
  return tokens.some(
    (token, at) =>
      token.tags.has('previous') ||
      (at < found.from &&
        found.from - at <= RECENT &&
        (token.low === 'had' || token.tags.has('who') || token.tags.has('after') || token.tags.has('not'))),
  );
}

const CARRIED = new Set(['sentenced', 'released', 'pardoned']);
const FURTHEST_CARRIED = 12;
const GROUP = 3;

/**
 * The claim whose day an undated one shares: the last of its kind in the story that tells of several people on a day,
 * where nothing says that something earlier is meant. Null where there is none.
 */
export function carriedDay(draft: Draft, line: Line, found: Found, before: readonly Made[]): Made | null {
  if (draft.date !== undefined && !draft.date.endsWith('~')) return null;
  if (draft.hypothetical || !draft.persons || !CARRIED.has(draft.kind) || found.trigger.frame !== 'verb') return null;
  if (line.dates.length > 0 || isEarlier(line, found)) return null;
  const last = before.findLast((one) => one.draft.kind === draft.kind && one.draft.date !== undefined);
  const several = (last?.draft.count ?? 0) >= GROUP && last?.draft.date?.length === 10 && !last.draft.hypothetical;
  return last && several && line.index - last.line.index <= FURTHEST_CARRIED ? last : null;
}
