import type { Claim } from './claim.ts';
import type { Chain } from './credits.ts';
import { credit } from './credits.ts';
import type { Draft, Made, Story } from './draft.ts';
import { spokenAt } from './draft.ts';
import type { Found, Line } from './line.ts';
import { listAround, listed } from './line.ts';
import { isHypothetical } from './mood.ts';
import { dateOf } from './when.ts';

const REACH = 9;
const ACTIONS = ['imposed', 'eased', 'lifted'] as const;

/** Sanctions that a passage says are imposed (extended ones too), eased or lifted: by whom and on what. */
export function sanctionsIn(story: Story, line: Line, chain: Chain): Made[] {
  const made: Made[] = [];
  for (let at = 0; at < line.tokens.length; at += 1) {
    const token = line.tokens[at];
    const measures = token?.tags.has('measures') && line.tokens[at - 1]?.tags.has('restrictive');
    if (!token || !(token.tags.has('sanctions') || measures) || spokenAt(story.quotes, token.start)) continue;
    if (token.tags.has('governs') && !governs(line, at)) continue;
    // "a state-sanctioned group"
    if (token.tags.has('sanctioned') && line.tokens[at - 1]?.text === '-') continue;
    const act = token.tags.has('sanctioned') ? ({ at, action: 'imposed' } as const) : actNear(line, at);
    if (!act) continue;
    const found: Found = { from: Math.min(act.at, at), to: Math.max(act.at, at) + 1, trigger: TRIGGER };
    const draft: Draft = { kind: 'sanction', action: act.action, passage: line.passage };
    const by = imposer(story, line, found.from, at, act.at);
    if (by) draft.by = by;
    describe(story, line, found, at, draft);
    const date = dateOf(line, found, Math.min(found.to + REACH, line.tokens.length));
    if (date?.edtf) draft.date = date.edtf;
    const open = line.tokens.slice(found.from, found.to).some((one) => one.tags.has('hope') || one.tags.has('modal'));
    if (open || isHypothetical(line, found)) draft.hypothetical = true;
    credit(
      draft,
      chain.filter(({ text }) => !draft.by?.endsWith(text)),
    );
    made.push({ draft, line, at: found.from });
  }
  return onePerAction(made);
}

// «sancionó a 16 jueces»; «sancionó la ley» is another word.
function governs({ tokens }: Line, at: number): boolean {
  return !tokens[at + 1]?.tags.has('article') && tokens.slice(at + 1, at + 6).some((one) => one.tags.has('against'));
}

const TRIGGER = { kind: 'sanction', frame: 'sanction', say: ['sanctions'], yes: '' } as const satisfies Partial<
  Found['trigger']
> as unknown as Found['trigger'];

// The nearest word for imposing, easing or lifting in the same clause, before the sanctions or behind them.
function actNear(line: Line, sanctions: number): { at: number; action: NonNullable<Claim['action']> } | null {
  for (let distance = 1; distance <= REACH; distance += 1) {
    for (const at of [sanctions - distance, sanctions + distance]) {
      const token = line.tokens[at];
      const action = token && ACTIONS.find((tag) => token.tags.has(tag));
      if (action && !parted(line, Math.min(at, sanctions), Math.max(at, sanctions))) return { at, action };
    }
  }
  return null;
}

function parted(line: Line, from: number, to: number): boolean {
  return line.tokens.slice(from + 1, to).some((token) => /^[,;:—–]$/.test(token.text) || token.tags.has('who'));
}

// "US sanctions", "sanctions by the EU", else the body or country that stands before the verb.
function imposer(story: Story, line: Line, from: number, sanctions: number, act: number): string | null {
  const { tokens } = line;
  const near = [sanctions - 1, sanctions - 2, sanctions - 3].find(
    (at) => tokens[at]?.tags.has('power') && (act > sanctions || at > act),
  );
  if (near !== undefined) return tokens[near]?.text ?? null;
  for (let at = sanctions + 1; at <= sanctions + 6; at += 1) {
    if (!tokens[at]?.tags.has('by')) continue;
    const run = line.runs.find((one) => one.from > at && one.from <= at + 4);
    if (run) return story.page.names.fullNameOf(run, tokens)?.text ?? null;
  }
  // "sanctions imposed in 2022", "sanctions were lifted": nobody is named as doing it.
  if (act > sanctions || (tokens[act - 1]?.tags.has('be') && tokens[act]?.low.endsWith('ed'))) return null;
  for (const run of [...line.runs].reverse()) {
    if (run.to > from || from - run.to > 18) continue;
    if (run.is !== 'place' && run.is !== 'body') continue;
    const before = tokens[run.from - 1]?.tags.has('definite') ? tokens[run.from - 2] : tokens[run.from - 1];
    if (before?.tags.has('prep') && !before.tags.has('by')) continue;
    return withArticle(story, line, run.from, run.to);
  }
  return null;
}

function withArticle(story: Story, line: Line, from: number, to: number): string | null {
  const begin = line.tokens[from - 1]?.tags.has('definite') ? from - 1 : from;
  const start = line.tokens[begin]?.start;
  const end = line.tokens[to - 1]?.end;
  return start === undefined || end === undefined ? null : story.page.text.slice(start, end).replace(/\s+/g, ' ');
}

// What the sanctions bear on: the words behind "on" or "against", up to the end of the clause; people listed by name.
function describe(story: Story, line: Line, found: Found, sanctions: number, draft: Draft): void {
  const { tokens } = line;
  const direct = tokens[sanctions]?.tags.has('sanctioned');
  for (let at = direct ? sanctions : sanctions + 1; at <= found.to + 6; at += 1) {
    const token = tokens[at];
    if (!token || /^[.;,]$/.test(token.text)) return;
    if (!token.tags.has('against') && !direct) continue;
    // «sancionó a 16 funcionarios»
    const first = direct && tokens[at + 1]?.tags.has('against') ? at + 2 : at + 1;
    let end = first;
    while (end < tokens.length && end < at + 14 && !ends(line, end)) end += 1;
    while (end > first && tokens[end - 1]?.tags.has('prep')) end -= 1;
    const start = tokens[first]?.start;
    const last = tokens[end - 1]?.end;
    if (start !== undefined && last !== undefined && last > start)
      draft.object = story.page.text.slice(start, last).replace(/\s+/g, ' ');
    listedIn(line, at + 1, draft);
    return;
  }
}

const ENDS = ['meanwhile', 'who', 'after', 'be', 'say', 'have', 'modal', 'since', 'cause'] as const;

function ends(line: Line, at: number): boolean {
  const token = line.tokens[at];
  if (!token || (token.shape === 'mark' && token.text !== '-' && token.text !== "'s" && token.text !== '’'))
    return true;
  return (
    ENDS.some((tag) => token.tags.has(tag)) ||
    line.dates.some((date) => date.from === at || (token.tags.has('prep') && date.from === at + 1))
  );
}

// Who is listed: the people or the number that the words name, and those behind "including".
function listedIn(line: Line, from: number, draft: Draft): void {
  const until = from + FURTHEST_LISTED;
  const joint = line.tokens.findIndex((token, at) => at >= from && at < until && token.tags.has('joint'));
  const first = line.parties.find(
    (party) => party.from >= from && party.from < until && (joint < 0 || party.from < joint),
  );
  const owner = first && line.tokens[first.to]?.text === "'s";
  const list = [...(first && !owner ? listAround(line, first) : []), ...(joint >= 0 ? listed(line, joint + 1) : [])];
  const named = list.filter((one) => one.from >= from);
  const persons = [...new Set(named.flatMap((one) => (one.name ? [one.name.text] : [])))];
  const count = named.find((one) => one.is === 'group')?.count;
  if (persons.length > 0) draft.persons = persons;
  if (count !== undefined) draft.count = count;
}

const FURTHEST_LISTED = 16;

// "lifting sanctions imposed in 2021" is one act: of several about the same words the first found stays.
function onePerAction(made: readonly Made[]): Made[] {
  return made.filter(
    (one, index) =>
      made.findIndex((other) => other.draft.action === one.draft.action && other.draft.object === one.draft.object) ===
      index,
  );
}
