import type { PersonId } from '../people/person.ts';
import { count, standingOf } from '../register/count.ts';
import { dealsOf } from '../register/deal.ts';
import { figuresOf } from '../register/figures.ts';
import type { Count, DealSummary, SourceFigure } from '../register/question.ts';
import { firstTelling } from '../register/sources.ts';
import type { RegisterState } from '../register/state.ts';
import type { Day } from '../time/day.ts';
import { addDays, isDay } from '../time/day.ts';
import type { Edtf } from '../time/edtf.ts';
import { spanOf } from '../time/edtf.ts';
import type { EditionInput } from './edition.ts';
import { type Receipt, receiptOf } from './receipt.ts';
import { type Shown, type ShownClaim, shownOf } from './shown.ts';

/**
 * Everything the pages show, in no language yet: made once for an edition.
 *
 * @example
 * const view = viewOf(input, ['2025-12-20']);
 * view.days.get('2025-12-20')?.all.certain.number // 2
 */
export interface View {
  readonly input: EditionInput;
  readonly shown: Shown;
  /** The days that have a page, in order: the edition's own, and every day that a figure, a deal, an event or a story speaks of. */
  readonly days: ReadonlyMap<Day, DayView>;
  readonly figures: readonly SourceFigure[];
  readonly deals: readonly DealSummary[];
  /** Things that happened, each told by one or more claims, by their first day. */
  readonly events: readonly Happening[];
}

/**
 * The register's own answers for a day.
 *
 * @example
 * { day: '2025-12-20', all: { … }, women: { … } }
 */
export interface DayView {
  readonly day: Day;
  readonly all: Receipt;
  readonly women: Receipt;
}

/**
 * Something that happened, as accepted claims tell it. Claims that tell the same of the same day stand together.
 *
 * @example
 * { kind: 'released', date: '2025-12-13', persons: [], count: 123, claims: [3, 14] }
 */
export interface Happening {
  readonly kind: ShownClaim['claim']['kind'];
  readonly date: Edtf;
  readonly persons: readonly PersonId[];
  readonly count?: number;
  readonly countIs?: 'at least' | 'at most' | 'about';
  readonly place?: { readonly text: string; readonly language: string };
  readonly claims: readonly number[];
}

/**
 * Whether a person was held on the edition's day, as the register answers it.
 *
 * @example
 * 'cannot tell'
 */
export type StandingShown = 'yes' | 'cannot tell' | 'no' | 'dead';

const LONGEST_HAPPENING_DAYS = 31;
const HAPPENINGS: ReadonlySet<string> = new Set([
  'detained',
  'charged',
  'sentenced',
  'released',
  'pardoned',
  'recognised',
  'transferred',
  'died',
]);

const CUSTODY: ReadonlySet<string> = new Set([
  'detained',
  'charged',
  'sentenced',
  'released',
  'pardoned',
  'transferred',
  'died',
]);

/** Makes the view of an edition. `asked` are the days that its stories ask about. */
export function viewOf(input: EditionInput, asked: Iterable<Day> = []): View {
  const shown = shownOf(input.state);
  const figures = figuresOf(input.state).filter(({ source }) => !shown.guard.names(source));
  const deals = dealsOf(input.state);
  const events = happeningsIn(input.state, shown);
  const exact = [
    ...figures.map(({ on }) => (on.from === on.to ? on.from : null)),
    ...deals.map(({ on }) => on.from),
    ...events.map(({ date }) => (isDay(date) ? date : null)),
  ].filter((day) => day !== null);
  const days = [...new Set([input.on, ...exact, ...asked])].sort();
  return {
    input,
    shown,
    days: new Map(days.map((day) => [day, dayView(day, input)])),
    figures,
    deals,
    events,
  };
}

/** Whether a person was held on the edition's day; null where nothing that was accepted speaks of custody. */
export function standingShown({ input, shown }: View, person: PersonId): StandingShown | null {
  const claims = (shown.persons.get(person)?.claims ?? []).map((number) => shown.claims.get(number));
  const isAbout = claims.some(
    (shown) =>
      shown?.persons.includes(person) &&
      CUSTODY.has(shown.claim.kind) &&
      shown.claim.hypothetical !== true &&
      shown.claim.inAbsentia !== true,
  );
  if (!isAbout) return null;
  const { held, dead } = standingOf(input.state, person, input.on);
  return dead === 'yes' ? 'dead' : held;
}

/** The shortest date of EDTF that means these days. */
export function edtfOf({ from, to }: { readonly from: Day; readonly to: Day }): Edtf {
  if (from === to) return from;
  const month = from.slice(0, 7);
  const year = from.slice(0, 4);
  return (
    [month, year].find((date) => {
      const span = spanOf(date);
      return span?.from === from && span.to === to;
    }) ?? `${from}/${to}`
  );
}

function dayView(day: Day, input: EditionInput): DayView {
  const ask = (of?: 'women'): Count => count(input.state, of === undefined ? { heldOn: day } : { heldOn: day, of });
  return { day, all: receiptOf(ask(), input), women: receiptOf(ask('women'), input) };
}

function happeningsIn(state: RegisterState, shown: Shown): readonly Happening[] {
  const told = [...shown.claims.values()].flatMap((claim) => happeningOf(asToldFirst(claim, state, shown), shown));
  const groups = Map.groupBy(told, ({ claims: _, ...what }) => JSON.stringify(what));
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      return first ? [{ ...first, claims: group.flatMap(({ claims }) => claims) }] : [];
    })
    .sort(byDate);
}

// A repost tells of the day that the text it prints told of.
function asToldFirst(claim: ShownClaim, state: RegisterState, shown: Shown): ShownClaim {
  const filed = state.claims.get(claim.number);
  const first = filed && shown.claims.get(firstTelling(state, filed).number);
  return first ? { ...first, number: claim.number } : claim;
}

// What one claim says happened; nothing where it was expected or denied, has no day, or is about nobody and no number.
// A part that was derived (114 of the 123) is no happening beside the whole.
function happeningOf({ number, report, persons, claim }: ShownClaim, shown: Shown): readonly Happening[] {
  const { date, count, countIs, place } = claim;
  const kind = kindOf(claim);
  if (kind === null || date === undefined || claim.hypothetical === true || claim.derived !== undefined) return [];
  if (persons.length === 0 && count === undefined) return [];
  return [
    {
      kind,
      date,
      persons: [...persons].sort(),
      ...(count !== undefined && count > persons.length && { count, ...(countIs !== undefined && { countIs }) }),
      ...(place !== undefined && { place: { text: place, language: shown.reports.get(report)?.language ?? 'und' } }),
      claims: [number],
    },
  ];
}

// A figure of what happened within a month says that it did; one of a longer time is a sum, not a happening.
function kindOf({ kind, measure, date, subset }: ShownClaim['claim']): Happening['kind'] | null {
  if (HAPPENINGS.has(kind)) return kind;
  const span = kind === 'figure' && subset === undefined && date !== undefined ? spanOf(date) : null;
  const isShort = span !== null && span.to < addDays(span.from, LONGEST_HAPPENING_DAYS);
  return isShort && measure !== undefined && measure !== 'held' && measure !== 'other' ? measure : null;
}

function byDate(a: Happening, b: Happening): number {
  const [left, right] = [spanOf(a.date)?.from ?? '', spanOf(b.date)?.from ?? ''];
  return left < right ? -1 : left > right ? 1 : (a.claims[0] ?? 0) - (b.claims[0] ?? 0);
}
