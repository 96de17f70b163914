import type { Measure } from './claim.ts';
import type { Draft, Made, Story } from './draft.ts';
import { rest } from './draft.ts';
import type { Found, Line } from './line.ts';
import { speakerBefore } from './speakers.ts';
import type { Wording } from './wording.ts';

const MEASURE_OF: Partial<Record<string, Measure>> = {
  detained: 'detained',
  sentenced: 'sentenced',
  released: 'released',
  pardoned: 'released',
  died: 'died',
  charged: 'other',
};

/**
 * Turns a claim about a number without names into a figure, where it is no single event: a standing total ("1,222
 * are held"), a total over a period ("600 were detained since May"), or how many a group recognised.
 */
export function asFigure(story: Story, line: Line, found: Found, draft: Draft): void {
  if (draft.kind === 'recognised') recognise(story, line, found, draft);
  // "1,265 are held, including the editor": the names are part of the number.
  if (found.trigger.kind === 'figure' || (found.trigger.total && (draft.count ?? 0) > (draft.persons?.length ?? 0)))
    delete draft.persons;
  if (draft.count === undefined || draft.persons !== undefined || draft.hypothetical) return;
  // "the three journalists be held" is about these three; "1,300 people are held" is a total.
  const those = line.parties.some(
    (party) => party.count === draft.count && line.tokens[party.from - 1]?.tags.has('definite'),
  );
  const standing = those ? undefined : (found.trigger.total ?? found.trigger.measure);
  const since = sinceOf(story, line, draft);
  const far = soFar(line, found);
  const measure =
    standing ??
    (far ? MEASURE_OF[draft.kind] : undefined) ??
    (draft.kind === 'recognised' ? 'recognised' : since ? MEASURE_OF[draft.kind] : undefined);
  if (!measure) return;
  draft.kind = 'figure';
  draft.measure = measure;
  delete draft.place;
  inheritSource(story, line, draft);
  if (since) draft.date = since;
  else if (standing) standingDate(story, line, draft);
  else if (far && story.page.published) draft.date = story.page.published;
}

// "25 people arrested so far" is a total of the day it is told.
function soFar({ tokens }: Line, found: Found): boolean {
  return [0, 1, 2].some((at) => tokens[found.to + at]?.tags.has('so') && tokens[found.to + at + 1]?.tags.has('far'));
}

// "Viasna summed up the year. 1,131 were still held": a figure that credits nobody is of whoever spoke right above.
function inheritSource(story: Story, line: Line, draft: Draft): void {
  const { body } = story.memory;
  if (draft.accordingTo !== undefined || !body || line.index - body.line > 2) return;
  draft.accordingTo = body.text;
  draft.chain = [body.text];
  if (body.line !== line.index) rest(draft, { property: 'accordingTo', passage: body.passage });
}

/** Parts of a figure that the same passage gives: "including 199 women". */
export function partsOf(line: Line, whole: Draft, wording: Wording): Draft[] {
  if (whole.kind !== 'figure') return [];
  return line.parties.flatMap((party) => {
    const subset = party.noun === undefined ? undefined : wording.data.subsets[party.noun];
    if (!subset || party.count === undefined || party.count === whole.count || party.count > (whole.count ?? 0))
      return [];
    const part: Draft = { ...whole, count: party.count, subset };
    delete part.countIs;
    if (party.bound) part.countIs = party.bound;
    return [part];
  });
}

/** Numbers of acts instead of people: "71 arbitrary detentions". */
export function actsIn(line: Line): Draft[] {
  return line.parties.flatMap((party) => {
    const noun = line.tokens[party.to - 1];
    if (party.is !== 'group' || party.count === undefined || !noun?.tags.has('acts')) return [];
    const date = line.dates.find((one) => one.edtf !== null && line.tokens[one.from - 1]?.tags.has('dated'));
    const measure = noun.tags.has('freed') ? 'released' : 'detained';
    const draft: Draft = { kind: 'figure', measure, count: party.count, passage: line.passage };
    if (party.bound) draft.countIs = party.bound;
    return [date?.edtf ? { ...draft, date: date.edtf } : draft];
  });
}

/** A number of political prisoners with the day it holds for, and no verb: "as of June 1, 1,492 political prisoners". */
export function countedIn(line: Line, made: readonly Made[]): Draft[] {
  const date = line.dates.find((one) => one.edtf !== null && line.tokens[one.from - 1]?.tags.has('asof'));
  if (!date?.edtf) return [];
  const edtf = date.edtf;
  return line.parties.flatMap((party) => {
    const political = line.tokens.slice(party.from, party.to).some((token) => token.tags.has('political'));
    if (party.is !== 'group' || party.count === undefined || !political) return [];
    if (made.some(({ draft }) => draft.count === party.count)) return [];
    const bound = party.bound ? { countIs: party.bound } : {};
    return [
      {
        kind: 'figure',
        measure: 'held',
        count: party.count,
        date: edtf,
        passage: line.passage,
        ...bound,
      } satisfies Draft,
    ];
  });
}

const FURTHEST_AGENT = 14;

// "was recognised as a political prisoner by Viasna"
function agentBehind(story: Story, line: Line, found: Found): string | null {
  for (let at = found.to; at < found.to + FURTHEST_AGENT; at += 1) {
    const token = line.tokens[at];
    if (!token || /^[,;.]$/.test(token.text)) return null;
    if (!token.tags.has('by')) continue;
    const run = line.runs.find((one) => one.from > at && one.from <= at + 3);
    return run ? (story.page.names.fullNameOf(run, line.tokens)?.text ?? null) : null;
  }
  return null;
}

function recognise(story: Story, line: Line, found: Found, draft: Draft): void {
  const agent = agentBehind(story, line, found);
  const named = agent === null ? speakerBefore(story, line, found.from) : null;
  const speaker = named && draft.persons?.includes(named.text) ? null : named;
  const by = agent ?? speaker?.text ?? draft.accordingTo;
  if (by === undefined) return;
  draft.by = by;
  if (speaker?.meant && speaker.name) rest(draft, { property: 'by', passage: speaker.name.passage });
  draft.accordingTo ??= by;
  draft.chain ??= [by];
}

// "since September": from then to the day the passage, or one shortly before it, speaks of, else the published day.
function sinceOf(story: Story, line: Line, draft: Draft): string | null {
  const date = line.dates.find((one) => one.edtf !== null && one.edtf === draft.date) ?? line.dates[0];
  if (!date?.edtf) return null;
  if (line.tokens[date.from - 1]?.tags.has('since')) {
    const until = asOf(story, line);
    if (until && until.line !== line) rest(draft, { property: 'date', passage: until.line.passage });
    return `${date.edtf}/${until?.edtf ?? story.page.published ?? '..'}`;
  }
  // "at least 40 at the end of March": a bounded number over a month or year is a total, not an event.
  return draft.date?.includes('/') || (draft.countIs === 'at least' && (draft.date?.length ?? 10) < 10)
    ? (draft.date ?? null)
    : null;
}

function asOf(story: Story, line: Line): { edtf: string; line: Line } | null {
  for (let index = line.index; index >= 0 && line.index - index <= 2; index -= 1) {
    const other = story.lines[index];
    const date = other?.dates.find((one) => other.tokens[one.from - 1]?.tags.has('asof'));
    if (other && date?.edtf) return { edtf: date.edtf, line: other };
  }
  return null;
}

function standingDate(story: Story, line: Line, draft: Draft): void {
  const stated = line.dates.find((one) => {
    const before = line.tokens[one.from - 1];
    // "Viasna said on Tuesday" is the day it was said.
    const said = before?.tags.has('say') || line.tokens[one.from - 2]?.tags.has('say');
    return !said && (one.from <= 2 || before?.tags.has('asof') || before?.tags.has('dated'));
  });
  const now = line.tokens.some((token) => token.tags.has('now'));
  const date = stated?.edtf ?? (now ? story.page.published : undefined);
  if (date) draft.date = date;
  else delete draft.date;
}
