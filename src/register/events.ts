import type { Claim, ClaimKind } from '../claims/claim.ts';
import type { Day } from '../time/day.ts';
import { addDays, addMonths } from '../time/day.ts';
import type { Span } from '../time/edtf.ts';
import { EARLIEST, LATEST, spanOf } from '../time/edtf.ts';
import { daysBetween, together } from './overlap.ts';

/**
 * An accepted claim about one person, and by when what it reports as done must have happened: the day its report was
 * published, or entered where it does not say.
 *
 * @example
 * const told: Told = { number: 3, claim: { kind: 'released', date: '2025-12-13', … }, by: '2025-12-14' };
 */
export interface Told {
  readonly number: number;
  readonly claim: Claim;
  readonly by: Day;
}

/**
 * Something that happened to a person on one day, as far as claims tell which. Each span is a day range in which some
 * claim puts it; several of them are conflicting claims, any of which may be right.
 *
 * @example
 * { kind: 'detained', days: [{ from: '2020-09-07', to: '2020-09-07' }], claims: [12, 40], termMonths: 0 }
 */
export interface LifeEvent {
  readonly kind: LifeKind;
  readonly days: readonly Span[];
  readonly claims: readonly number[];
  /** The longest term that claims of this sentence state; 0 for other kinds. */
  readonly termMonths: number;
}

/**
 * The kinds that change a standing, in the order in which they happen where they share a day.
 *
 * @example
 * 'transferred'
 */
export type LifeKind = (typeof LIFE_KINDS)[number];

/** The kinds that change a standing, in the order in which they happen where they share a day. */
export const LIFE_KINDS = ['detained', 'sentenced', 'transferred', 'released', 'pardoned', 'died'] as const;

/**
 * The day on which a term would have ended that nobody reports as ended: computed, never claimed.
 *
 * @example
 * { on: { from: '2031-09-07', to: '2031-09-07' }, computed: '2020-09-07 + 132 months', claims: [12, 13] }
 */
export interface TermEnd {
  readonly on: Span;
  readonly computed: string;
  readonly claims: readonly number[];
}

/**
 * The events that claims about one person tell of. Claims of one kind whose days overlap tell of the same event, on
 * the days they share. Where the days of two detentions, releases or deaths do not overlap and nothing can have
 * happened between them, they contradict each other: one event, on days of either. Sentences and transfers may follow
 * one another, so they stay apart, and so do detentions more than a month apart: the later was told of custody going on. What is told without a day is placed into the life that dated claims tell: an end
 * after the first custody, custody no later than the last end. What is hypothetical, a sentence in absentia, or one that takes no
 * liberty, is no event.
 */
export function eventsOf(claims: readonly Told[]): LifeEvent[] {
  const telling = claims.filter(changesStanding);
  const byKind = Map.groupBy(placed(telling), ({ claim }) => claim.kind);
  const cores = LIFE_KINDS.flatMap((kind) => coresOf(kind, byKind.get(kind) ?? []));
  return LIFE_KINDS.flatMap((kind) => {
    const own = cores.filter((event) => event.kind === kind).sort((a, b) => (firstDay(a) < firstDay(b) ? -1 : 1));
    return kind === 'sentenced' || kind === 'transferred' ? own : contradictionsJoined(own, cores);
  });
}

/**
 * When the terms of sentences end, counted from the detention that the sentence followed, or from the sentence where
 * nobody tells when that was. Of several sentences that follow the same detention the latest end counts.
 */
export function termEndsOf(events: readonly LifeEvent[]): TermEnd[] {
  const bases = new Map<LifeEvent | string, TermEnd[]>();
  for (const sentence of events) {
    if (sentence.kind !== 'sentenced') continue;
    const detention = detentionBefore(sentence, events);
    const releases = events.filter((event) => isEnd(event) && lastDay(event) < firstDay(sentence)).length;
    const from = detention ?? sentence;
    const key = detention ?? `after release ${releases}`;
    const on = {
      from: monthsAfter(firstDay(from), sentence.termMonths),
      to: monthsAfter(lastDay(from), sentence.termMonths),
    };
    const start = firstDay(from) === lastDay(from) ? firstDay(from) : `${firstDay(from)}/${lastDay(from)}`;
    const computed = `${start} + ${sentence.termMonths} months`;
    const claims = [...new Set([...from.claims, ...sentence.claims])];
    bases.set(key, [...(bases.get(key) ?? []), { on, computed, claims }]);
  }
  return [...bases.values()].map((ends) =>
    ends.reduce((latest, end) => {
      const later = end.on.to > latest.on.to ? end : latest;
      return { ...later, on: { from: end.on.from > latest.on.from ? end.on.from : latest.on.from, to: later.on.to } };
    }),
  );
}

/** The first day an event may have happened on. */
export function firstDay(event: LifeEvent): Day {
  return event.days[0]?.from ?? EARLIEST;
}

/** The last day an event may have happened on. */
export function lastDay(event: LifeEvent): Day {
  return event.days.at(-1)?.to ?? LATEST;
}

/** True for what ends a time in custody. */
export function isEnd({ kind }: LifeEvent): boolean {
  return kind === 'released' || kind === 'pardoned';
}

type Placed = Told & { readonly span: Span };

function placed(claims: readonly Told[]): Placed[] {
  const dated = claims.flatMap((told) => {
    const span = daysOf(told);
    return span ? [{ ...told, span }] : [];
  });
  const custody = dated.filter(({ claim }) => isCustody(claim.kind)).map(({ span }) => span.to);
  const ends = dated.filter(({ claim }) => !isCustody(claim.kind)).map(({ span }) => span.to);
  const undated = claims
    .filter((told) => daysOf(told) === null)
    .map((told) => {
      const { by } = told;
      const first = custody.filter((day) => day <= by).sort()[0];
      const last = ends
        .filter((day) => day <= by)
        .sort()
        .at(-1);
      const span = isCustody(told.claim.kind)
        ? { from: EARLIEST, to: last ?? by }
        : { from: first ?? EARLIEST, to: by };
      return { ...told, span };
    });
  return [...dated, ...undated];
}

// The days a claim states, none later than its report where it can be helped; null where it states none.
function daysOf({ claim, by }: Told): Span | null {
  const span = claim.date === undefined ? null : spanOf(claim.date);
  return span && span.from <= by && by < span.to ? { from: span.from, to: by } : span;
}

function isCustody(kind: ClaimKind): boolean {
  return kind === 'detained' || kind === 'sentenced' || kind === 'transferred';
}

function changesStanding({ claim }: Told): boolean {
  if (claim.hypothetical === true || claim.inAbsentia === true) return false;
  return claim.kind === 'sentenced' ? (claim.termMonths ?? 0) > 0 : LIFE_KINDS.some((kind) => kind === claim.kind);
}

function coresOf(kind: LifeKind, claims: readonly Placed[]): LifeEvent[] {
  return together(claims, () => true).map(({ span, told }) => ({
    kind,
    days: [span],
    claims: told.map(({ number }) => number),
    termMonths: kind === 'sentenced' ? Math.max(...told.map(({ claim }) => claim.termMonths ?? 0)) : 0,
  }));
}

function contradictionsJoined(own: readonly LifeEvent[], all: readonly LifeEvent[]): LifeEvent[] {
  const joined: LifeEvent[] = [];
  for (const event of own) {
    const before = joined.at(-1);
    if (!before || bothHappened(before, event, all)) joined.push(event);
    else {
      const claims = [...before.claims, ...event.claims];
      joined[joined.length - 1] = { ...before, days: [...before.days, ...event.days], claims };
    }
  }
  return joined;
}

function bothHappened(before: LifeEvent, after: LifeEvent, all: readonly LifeEvent[]): boolean {
  // A report that somebody is still in custody is a claim of detention too; it contradicts no earlier one.
  if (after.kind === 'detained' && daysBetween(lastDay(before), firstDay(after)) > LONGEST_CONTRADICTION_DAYS)
    return true;
  return all.some(
    (other) => undoes(other, after.kind) && lastDay(other) >= firstDay(before) && firstDay(other) <= lastDay(after),
  );
}

const LONGEST_CONTRADICTION_DAYS = 31;

// What must lie between two events of a kind for both to have happened: an end between detentions, custody between
// releases. Nobody dies twice.
function undoes(event: LifeEvent, kind: ClaimKind): boolean {
  if (kind === 'detained') return isEnd(event);
  return kind !== 'died' && isCustody(event.kind);
}

function detentionBefore(sentence: LifeEvent, events: readonly LifeEvent[]): LifeEvent | undefined {
  return events.findLast(
    (event) =>
      event.kind === 'detained' &&
      firstDay(event) > EARLIEST &&
      firstDay(event) <= lastDay(sentence) &&
      !events.some((end) => isEnd(end) && firstDay(end) > lastDay(event) && lastDay(end) < firstDay(sentence)),
  );
}

// Part of a month counts thirtieths: courts give short arrests in days.
function monthsAfter(day: Day, months: number): Day {
  const whole = Math.floor(months);
  const end = addDays(addMonths(day, whole), Math.round((months - whole) * 30));
  return end.length > LATEST.length ? LATEST : end;
}
