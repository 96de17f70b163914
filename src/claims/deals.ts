import type { Passage } from '../text/passage.ts';
import { passageAt } from '../text/passage.ts';
import type { Deal } from './claim.ts';
import type { Draft, Made, Story } from './draft.ts';
import { rest } from './draft.ts';
import type { Line } from './line.ts';

interface Bargain {
  broker?: { text: string; passage: Passage };
  concession?: { text: string; passage: Passage };
  date?: { edtf: string; passage: Passage };
}

/**
 * Binds the releases of a story to the deal it tells of: who brokered it, what was given for it, and the day, where
 * the passage of the release itself does not say. "Previous" and "earlier" releases are left as they are.
 */
export function bindDeals(story: Story, made: readonly Made[]): void {
  const releases = made.filter(
    ({ draft, line }) => draft.kind === 'released' && !draft.hypothetical && !isPrevious(line),
  );
  const main = largest(releases) ?? releases[0];
  if (!main) return;
  const bargain = bargainOf(story, made);
  anchorDates(releases, main, bargain);
  if (!(bargain.broker || bargain.concession)) return;
  const deal: Deal = {
    ...(bargain.broker ? { broker: bargain.broker.text } : {}),
    ...(bargain.concession ? { concession: bargain.concession.text } : {}),
  };
  main.draft.deal = deal;
  for (const part of [bargain.broker, bargain.concession]) {
    if (part && !within(part.passage, main.draft.passage))
      rest(main.draft, { property: 'deal', passage: part.passage });
  }
}

function largest(releases: readonly Made[]): Made | null {
  let best: Made | null = null;
  for (const one of releases) {
    const count = one.draft.count ?? 0;
    const known = best?.draft.count ?? 0;
    if (count > known || (count > 0 && count === known && best?.line.block.kind === 'headline')) best = one;
  }
  return best;
}

const within = (inner: Passage, outer: Passage) => inner.start >= outer.start && inner.end <= outer.end;

function isPrevious(line: Line): boolean {
  return line.tokens.some((token) => token.tags.has('previous'));
}

function bargainOf(story: Story, made: readonly Made[]): Bargain {
  const bargain: Bargain = {};
  const madeIn = Map.groupBy(made, (one) => one.line);
  for (const line of story.lines) {
    for (let at = 0; at < line.tokens.length; at += 1) {
      const token = line.tokens[at];
      if (!token) break;
      if (token.tags.has('brokered') && !bargain.broker && dealNear(line, at)) {
        const broker = brokerAt(story, line, at);
        if (broker) bargain.broker = broker;
      }
      if (token.tags.has('deal') && !bargain.date) {
        const date = line.dates.find((one) => one.to === at || (one.from > at && one.from <= at + 3));
        const span = date && spanOf(story, line, Math.min(date.from, at), Math.max(date.to, at + 1));
        if (date?.edtf && span && date.edtf.length === 10) bargain.date = { edtf: date.edtf, passage: span };
      }
    }
    const concession = bargain.concession ? null : concessionIn(story, line, madeIn.get(line) ?? []);
    if (concession) bargain.concession = concession;
  }
  return bargain;
}

function dealNear(line: Line, at: number): boolean {
  return line.tokens.slice(Math.max(0, at - 4), at + 5).some((token) => token.tags.has('deal'));
}

// "a US-brokered deal", "a deal brokered by the United States", "negotiations led by the US"
function brokerAt(story: Story, line: Line, at: number): Bargain['broker'] | null {
  const { tokens } = line;
  if (tokens[at - 1]?.text === '-') {
    const run = line.runs.find((one) => one.to >= at - 1 && one.from < at - 1);
    const first = run?.from ?? at - 2;
    const passage = spanOf(story, line, first, at + 2);
    const start = tokens[first]?.start;
    const end = tokens[at - 2]?.end;
    return passage && start !== undefined && end !== undefined
      ? { text: story.page.text.slice(start, end), passage }
      : null;
  }
  if (!tokens[at + 1]?.tags.has('by')) return null;
  const run = line.runs.find((one) => one.from > at + 1 && one.from <= at + 4);
  const name = run ? story.page.names.fullNameOf(run, tokens) : null;
  const passage = run ? spanOf(story, line, at, run.to) : null;
  return name && passage ? { text: name.text, passage } : null;
}

// The words of an easing or lifting of sanctions that stand in one passage with the deal or the release.
function concessionIn(story: Story, line: Line, made: readonly Made[]): Bargain['concession'] | null {
  const bound = line.tokens.some((token) => token.tags.has('deal'));
  const eased = made.find(
    (one) => one.draft.kind === 'sanction' && one.draft.action !== 'imposed' && !one.draft.hypothetical,
  );
  if (!bound || !eased?.draft.object) return null;
  const start = line.tokens[eased.at]?.start;
  const object = story.page.text.indexOf(eased.draft.object, start ?? 0);
  if (start === undefined || object < 0 || object > line.passage.end) return null;
  const passage = passageAt(story.page.text, start, object + eased.draft.object.length);
  return { text: passage.text.replace(/\s+/g, ' '), passage };
}

// Releases without a day of their own are those of the deal, or of the release told with a day.
function anchorDates(releases: readonly Made[], main: Made, bargain: Bargain): void {
  const dated =
    releases.find(({ draft }) => draft.date?.length === 10) ?? releases.find(({ draft }) => draft.date?.endsWith('~'));
  const date = bargain.date ?? (dated?.draft.date ? { edtf: dated.draft.date, passage: dated.draft.passage } : null);
  const said = main.draft.date?.endsWith('~') ? undefined : main.draft.date;
  if (!date || (said !== undefined && said !== date.edtf)) return;
  for (const { draft, line } of releases) {
    if ((draft.date !== undefined && !draft.date.endsWith('~')) || line.dates.length > 0) continue;
    draft.date = date.edtf;
    if (!within(date.passage, draft.passage)) rest(draft, { property: 'date', passage: date.passage });
  }
}

/** "All but nine" of the released: how many that leaves, as a calculation that nobody said. */
export function deriveRest(draft: Draft, but: number, made: readonly Made[]): boolean {
  const wholes = made.filter(
    ({ draft: other }) => other.kind === 'released' && (other.count ?? 0) > but && !other.hypothetical,
  );
  const whole = wholes.find(({ line }) => line.block.kind !== 'headline') ?? wholes[0];
  if (!whole?.draft.count) return false;
  draft.count = whole.draft.count - but;
  draft.derived = `${whole.draft.count} − ${but}`;
  rest(draft, { property: 'count', passage: whole.draft.passage });
  return true;
}

function spanOf(story: Story, line: Line, from: number, to: number): Passage | null {
  const start = line.tokens[from]?.start;
  const end = line.tokens[Math.min(to, line.tokens.length) - 1]?.end;
  return start === undefined || end === undefined || end <= start ? null : passageAt(story.page.text, start, end);
}
