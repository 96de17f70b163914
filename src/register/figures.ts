import type { Claim } from '../claims/claim.ts';
import { dayOf } from '../time/clock.ts';
import type { Day } from '../time/day.ts';
import { EARLIEST, LATEST, spanOf } from '../time/edtf.ts';
import { canonicalOrganisation } from './organisations.ts';
import type { Dated } from './overlap.ts';
import { overlap, together } from './overlap.ts';
import type { SourceFigure } from './question.ts';
import { firstTelling } from './sources.ts';
import type { FiledClaim, RegisterState } from './state.ts';

/**
 * The figures of one source on both sides of a day.
 *
 * @example
 * { source: 'Viasna', before: { count: 1222, on: { from: '2025-11-30', … }, … }, after: { count: 1131, … } }
 */
export interface FiguresAround {
  readonly source: string;
  /** The nearest on or before the day. */
  readonly before: SourceFigure | null;
  /** The nearest on or after it; the same as `before` where the source gave one for the day itself. */
  readonly after: SourceFigure | null;
}

/**
 * The figures that accepted claims say a source gave for the whole of what it counts: kept as given, those told by
 * several reports once, with the parts that the same report gives for the same day. What reposts of one text tell is
 * told once, for the day and by the publisher of the text that came first. Expected, threatened and derived
 * numbers are no source's figure, and numbers for a single place are not for the whole. By source, then by day.
 */
export function figuresOf(state: RegisterState): SourceFigure[] {
  const told = [...state.claims.values()].flatMap((filed) => toldFigure(state, filed));
  const wholes = told.filter(({ claim }) => claim.subset === undefined);
  const parts = told.filter(({ claim }) => claim.subset !== undefined);
  const groups = together(wholes, (a, b) => isOfOneSeries(a, b) && isSameNumber(a.claim, b.claim));
  const figures = groups.map(({ span, told: tellings }): SourceFigure => {
    const [first] = tellings;
    if (!first) throw new RangeError('a figure nobody told');
    const { count = 0, countIs, measure = 'other' } = first.claim;
    const whole = { source: first.source, measure, on: span, count, ...(countIs !== undefined && { countIs }) };
    const own = partsOf(
      parts.filter((part) =>
        tellings.some((one) => one.report === part.report && isOfOneSeries(one, part) && overlap(part.span, span)),
      ),
    );
    const claims = [...new Set(tellings.map(({ number }) => number))].sort((a, b) => a - b);
    return { ...whole, parts: own, claims, flags: own.length > 0 && countIs === undefined ? flagsOf(count, own) : [] };
  });
  return figures
    .map((figure) => ({ ...figure, flags: [...figure.flags, ...contradictionsOf(figure, figures)] }))
    .sort(
      (a, b) =>
        compare(a.source, b.source) ||
        compare(a.on.to, b.on.to) ||
        compare(a.on.from, b.on.from) ||
        (a.claims[0] ?? 0) - (b.claims[0] ?? 0),
    );
}

/**
 * For each source that counted those held, its figures nearest to a day, on or before and on or after it. Figures of
 * which nobody says for when are left out.
 *
 * @param source only this one, under any of its names.
 */
export function figuresAround(state: RegisterState, day: Day, source?: string): FiguresAround[] {
  const wanted = source === undefined ? undefined : canonicalOrganisation(source);
  const held = figuresOf(state).filter(
    (figure) =>
      figure.measure === 'held' && figure.on.from > EARLIEST && (wanted === undefined || figure.source === wanted),
  );
  return [...Map.groupBy(held, (figure) => figure.source)].flatMap(([name, figures]) => {
    const before = figures.filter(({ on }) => on.to <= day).at(-1) ?? null;
    const nearest = figures.filter(({ on }) => on.from >= day).sort((a, b) => compare(a.on.from, b.on.from))[0] ?? null;
    const after = before && before.on.from >= day ? before : nearest;
    return before || after ? [{ source: name, before, after }] : [];
  });
}

/** Who a claim says the number is from: its nearest speaker, else who recognised, else the report's publisher. */
export function sourceOf(state: RegisterState, { claim, report }: FiledClaim): string {
  const filed = state.reports.get(report)?.report;
  const own =
    claim.accordingTo ?? (claim.measure === 'recognised' || claim.kind === 'recognised' ? claim.by : undefined);
  return canonicalOrganisation(own ?? filed?.publisher ?? filed?.address ?? '');
}

interface ToldFigure extends Dated {
  readonly report: number;
  readonly source: string;
  readonly claim: Claim;
}

function toldFigure(state: RegisterState, filed: FiledClaim): ToldFigure[] {
  const { number, report, status } = filed;
  const first = firstTelling(state, filed);
  const { claim } = first;
  if (status !== 'accepted' || claim.kind !== 'figure' || claim.count === undefined) return [];
  if (claim.hypothetical === true || claim.derived !== undefined || claim.place !== undefined) return [];
  const about = state.reports.get(first.report);
  const known = about?.report.published ?? dayOf(about?.entered ?? LATEST);
  const span = (claim.date === undefined ? null : spanOf(claim.date)) ?? { from: EARLIEST, to: known };
  return [{ number, report, source: sourceOf(state, first), claim, span }];
}

function isOfOneSeries(a: ToldFigure, b: ToldFigure): boolean {
  return a.source === b.source && a.claim.measure === b.claim.measure;
}

function isSameNumber(a: Claim, b: Claim): boolean {
  return a.count === b.count && a.countIs === b.countIs;
}

function partsOf(parts: readonly ToldFigure[]): SourceFigure['parts'] {
  const distinct = new Map<string, { subset: string; count: number; claim: number }>();
  for (const { number, claim } of parts) {
    const part = { subset: claim.subset ?? '', count: claim.count ?? 0, claim: number };
    const key = JSON.stringify([part.subset, part.count]);
    if (!distinct.has(key)) distinct.set(key, part);
  }
  return [...distinct.values()];
}

// What does not add up, in a sentence: kept and flagged, never repaired (law 5).
function flagsOf(count: number, parts: SourceFigure['parts']): string[] {
  const flags = parts
    .filter((part) => part.count > count)
    .map((part) => `${inDigits(part.count)} ${part.subset} are more than the ${inDigits(count)} they are part of.`);
  for (const women of parts.filter(({ subset }) => subset === 'women')) {
    for (const men of parts.filter(({ subset }) => subset === 'men')) {
      const sum = men.count + women.count;
      if (sum === count) continue;
      flags.push(
        `${inDigits(men.count)} men and ${inDigits(women.count)} women are ${inDigits(sum)}, not ${inDigits(count)}.`,
      );
    }
  }
  return flags;
}

function contradictionsOf(figure: SourceFigure, all: readonly SourceFigure[]): string[] {
  return all
    .filter((other) => {
      const sameDay = other.on.from === figure.on.from && other.on.to === figure.on.to && other.on.from > EARLIEST;
      return (
        sameDay && other.source === figure.source && other.measure === figure.measure && other.count !== figure.count
      );
    })
    .map((other) => `${figure.source} is also said to have counted ${inDigits(other.count)} for the same time.`);
}

function inDigits(number: number): string {
  return String(number).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
