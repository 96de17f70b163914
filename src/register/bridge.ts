import { Refused } from '../text/refusal.ts';
import type { Span } from '../time/edtf.ts';
import { EARLIEST, spanOf } from '../time/edtf.ts';
import { sourceOf } from './figures.ts';
import { canonicalOrganisation } from './organisations.ts';
import type { Dated, Together } from './overlap.ts';
import { overlap, together } from './overlap.ts';
import type { Bounds, Bridge, BridgeStep, SourceFigure } from './question.ts';
import { firstTelling } from './sources.ts';
import type { FiledClaim, RegisterState } from './state.ts';

/**
 * Joins two figures of those held by what accepted claims tell of the time between them: whom the source recognised,
 * who was released or pardoned, who died. An event that several reports tell is one step, and so
 * is what reposts of one text date to other days. Persons named stand inside
 * a number told for the same days and are not added again; who is named outside any number counts one each. An event
 * whose days reach over an end of the bridge may or may not lie between: its bounds begin at nothing. What is without
 * a day, expected, or derived takes no part.
 *
 * @throws Refused where `to` does not lie after `from`.
 */
export function bridge(state: RegisterState, from: SourceFigure, to: SourceFigure): Bridge {
  if (from.on.to >= to.on.from) {
    throw new Refused('A bridge leads from an earlier figure to a later one: give the two in the order of their days.');
  }
  const steps = [
    ...stepsOf(1, 'recognised', recognitionsIn(state, from.source), from, to),
    ...stepsOf(-1, 'released', eventsIn(state, ['released', 'pardoned']), from, to),
    ...stepsOf(-1, 'died', eventsIn(state, ['died']), from, to),
  ];
  const start = boundsOf(from.count, from.countIs);
  const end = boundsOf(to.count, to.countIs);
  const reckoned = steps.reduce((sum, step) => (step.sign > 0 ? plus(sum, step) : minus(sum, step)), start);
  return { from, to, steps, reckoned, unexplained: minus(end, reckoned) };
}

/** What a claim tells of a step: how many, or who. */
interface Happening extends Dated {
  readonly count?: Bounds;
  /** Who is named: the persons linked, or the names where nobody has linked them yet. */
  readonly who: readonly string[];
}

function eventsIn(state: RegisterState, kinds: readonly string[]): Happening[] {
  return [...state.claims.values()].flatMap((filed) =>
    kinds.includes(filed.claim.kind) ? happening(state, filed) : [],
  );
}

function recognitionsIn(state: RegisterState, source: string): Happening[] {
  const told = [...state.claims.values()].flatMap((filed) => {
    const first = firstTelling(state, filed);
    const { claim } = first;
    const isRecognition = claim.kind === 'recognised' || (claim.kind === 'figure' && claim.measure === 'recognised');
    const by = claim.by === undefined ? sourceOf(state, first) : canonicalOrganisation(claim.by);
    return isRecognition && by === source ? happening(state, filed) : [];
  });
  // What two documenters entered without a claim: numbered below every claim, so that it is told apart.
  const entered = [...state.persons.values()].flatMap(({ id, recognitions }) =>
    recognitions.flatMap(({ by, date, withdrawn }) => {
      const span = spanOf(date);
      return span && span.from > EARLIEST && by === source && !withdrawn ? [{ number: NO_CLAIM, span, who: [id] }] : [];
    }),
  );
  return [...told, ...entered];
}

const NO_CLAIM = -1;

function happening(state: RegisterState, filed: FiledClaim): Happening[] {
  const { number, status } = filed;
  const { claim, mentions } = firstTelling(state, filed);
  const span = claim.date === undefined ? null : spanOf(claim.date);
  if (status !== 'accepted' || claim.hypothetical === true || span === null || span.from === EARLIEST) return [];
  // A part, or those who went to one place, stand inside the whole; what is derived nobody said.
  const isWhole = claim.subset === undefined && claim.place === undefined && claim.derived === undefined;
  const who = (claim.persons ?? []).map((name) => {
    const mention = mentions.find((one) => one.name === name);
    return mention?.verdict === 'same' && mention.person !== undefined ? mention.person : `named ${name}`;
  });
  if (claim.count !== undefined && isWhole) return [{ number, span, who, count: boundsOf(claim.count, claim.countIs) }];
  return who.length > 0 ? [{ number, span, who }] : [];
}

function stepsOf(
  sign: 1 | -1,
  what: BridgeStep['what'],
  all: readonly Happening[],
  from: SourceFigure,
  to: SourceFigure,
): BridgeStep[] {
  const told = all.filter((one) => one.count !== undefined);
  // Recognitions are counted by the period, so that a number for part of it stands inside; releases are events.
  const counted =
    what === 'recognised' ? outermost(together(told, isSameEvent), from, to) : together(told, isSameEvent);
  const named = all.filter((one) => one.count === undefined && !counted.some(({ span }) => overlap(span, one.span)));
  const alone = [...Map.groupBy(named.flatMap(each), ({ who }) => who[0] ?? '').values()].flatMap((tellings) =>
    together(tellings, () => true).flatMap((group) => step(sign, what, group, { least: 1, most: 1 }, from, to)),
  );
  return [...counted.flatMap((group) => step(sign, what, group, countOf(group), from, to)), ...alone];
}

function each(one: Happening): Happening[] {
  return one.who.map((who) => ({ ...one, who: [who] }));
}

// Numbers that can both be right, for overlapping days; or any numbers for the very same days.
function isSameEvent(a: Happening, b: Happening): boolean {
  if (a.span.from === b.span.from && a.span.to === b.span.to) return true;
  return (
    a.count !== undefined && b.count !== undefined && a.count.least <= b.count.most && b.count.least <= a.count.most
  );
}

// Numbers that differ for the same days: those that can all be right are narrowed to what they share ("over 100" and
// 123 is 123); of those that cannot, any may be.
function countOf({ told }: Together<Happening>): Bounds {
  const counts = told.flatMap(({ count }) => count ?? []);
  const shared = {
    least: Math.max(...counts.map(({ least }) => least)),
    most: Math.min(...counts.map(({ most }) => most)),
  };
  if (shared.least <= shared.most) return shared;
  return { least: Math.min(...counts.map(({ least }) => least)), most: Math.max(...counts.map(({ most }) => most)) };
}

// A number for part of a period stands inside the number for the whole of it, where the whole lies on the bridge.
function outermost(
  groups: readonly Together<Happening>[],
  from: SourceFigure,
  to: SourceFigure,
): Together<Happening>[] {
  return groups.filter(
    (group) =>
      !groups.some(
        (other) =>
          other !== group &&
          other.span.from < other.span.to &&
          liesBetween(other.span, from, to) === 'yes' &&
          other.span.from <= group.span.from &&
          group.span.to <= other.span.to,
      ),
  );
}

function step(
  sign: 1 | -1,
  what: BridgeStep['what'],
  { span, told }: Together<Happening>,
  count: Bounds,
  from: SourceFigure,
  to: SourceFigure,
): BridgeStep[] {
  const lies = liesBetween(span, from, to);
  if (lies === 'no') return [];
  const claims = [...new Set(told.map(({ number }) => number))].filter((number) => number !== NO_CLAIM);
  return [
    { sign, what, least: lies === 'yes' ? count.least : 0, most: count.most, claims: claims.sort((a, b) => a - b) },
  ];
}

// A figure of a day counts the end of that day: what happened on it is in the figure already.
function liesBetween(span: Span, from: SourceFigure, to: SourceFigure): 'yes' | 'no' | 'cannot tell' {
  if (span.from > from.on.to && span.to <= to.on.from) return 'yes';
  return span.to > from.on.from && span.from <= to.on.to ? 'cannot tell' : 'no';
}

function boundsOf(count: number, countIs: SourceFigure['countIs']): Bounds {
  return {
    least: countIs === 'at most' ? 0 : count,
    most: countIs === 'at least' ? Number.POSITIVE_INFINITY : count,
  };
}

function plus(a: Bounds, b: Bounds): Bounds {
  return { least: a.least + b.least, most: a.most + b.most };
}

function minus(a: Bounds, b: Bounds): Bounds {
  return { least: a.least - b.most, most: a.most - b.least };
}
