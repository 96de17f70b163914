import type { PersonId } from '../people/person.ts';
import type { Span } from '../time/edtf.ts';
import { spanOf } from '../time/edtf.ts';
import { canonicalOrganisation } from './organisations.ts';
import type { Dated } from './overlap.ts';
import { together } from './overlap.ts';
import type { DealSummary } from './question.ts';
import { firstTelling, sourcesAmong } from './sources.ts';
import type { FiledClaim, RegisterState } from './state.ts';

/**
 * The negotiated releases that accepted claims tell of, earliest first: one for each time at which a release is said to
 * come from a deal, with everything else told of releases and transfers at that time. Withheld persons are not named.
 */
export function dealsOf(state: RegisterState): DealSummary[] {
  const told = [...state.claims.values()].flatMap((filed) => toldRelease(state, filed));
  const deals = together(
    told.filter(({ filed }) => filed.claim.deal !== undefined),
    () => true,
  );
  return deals
    .map(({ span }) =>
      summaryOf(
        state,
        span,
        told.filter((one) => isInside(one.span, span)),
      ),
    )
    .sort((a, b) => (a.on.from < b.on.from ? -1 : a.on.from > b.on.from ? 1 : 0));
}

interface ToldRelease extends Dated {
  readonly filed: FiledClaim;
}

function toldRelease(state: RegisterState, filed: FiledClaim): ToldRelease[] {
  const { number, status } = filed;
  const { claim } = firstTelling(state, filed);
  const isPart = claim.kind === 'released' || claim.kind === 'pardoned' || claim.kind === 'transferred';
  const span = claim.date === undefined ? null : spanOf(claim.date);
  return status === 'accepted' && isPart && claim.hypothetical !== true && span ? [{ number, span, filed }] : [];
}

// Told for the days of the deal or closer; a wider date may mean something else, unless it is itself told as a deal.
function isInside(span: Span, deal: Span): boolean {
  return deal.from <= span.from && span.to <= deal.to;
}

function summaryOf(state: RegisterState, on: Span, told: readonly ToldRelease[]): DealSummary {
  const claims = told.map(({ filed }) => filed);
  const announced = announcedIn(state, claims);
  const deals = claims.flatMap(({ claim }) => claim.deal ?? []);
  return {
    on,
    ...(announced !== undefined && { announced }),
    brokers: distinct(deals.flatMap(({ broker }) => (broker === undefined ? [] : canonicalOrganisation(broker)))),
    concessions: distinct(deals.flatMap(({ concession }) => concession ?? [])),
    named: namedIn(state, claims),
    destinations: destinationsIn(claims),
    claims: claims.map(({ number }) => number).sort((a, b) => a - b),
  };
}

// The number most sources give for the whole; of two given equally often, the one entered first.
function announcedIn(state: RegisterState, claims: readonly FiledClaim[]): number | undefined {
  const whole = claims
    .filter(({ claim }) => claim.kind !== 'transferred' && claim.place === undefined && claim.subset === undefined)
    .filter(({ claim }) => claim.derived === undefined && claim.countIs === undefined);
  const counts = whole.flatMap(({ claim }) => claim.count ?? []);
  const times = (count: number): number => {
    const reports = whole.filter(({ claim }) => claim.count === count).map(({ report }) => report);
    return sourcesAmong(state, reports).length;
  };
  return counts.reduce<number | undefined>(
    (most, count) => (most === undefined || times(count) > times(most) ? count : most),
    undefined,
  );
}

function namedIn(state: RegisterState, claims: readonly FiledClaim[]): PersonId[] {
  const named = claims.flatMap(({ claim, mentions }) =>
    mentions
      .filter(({ name, verdict }) => verdict === 'same' && claim.persons?.includes(name))
      .flatMap(({ person }) => person ?? []),
  );
  return distinct(named).filter((id) => state.persons.get(id)?.withheld === false);
}

function destinationsIn(claims: readonly FiledClaim[]): DealSummary['destinations'] {
  const destinations = new Map<string, DealSummary['destinations'][number]>();
  for (const { number, claim } of claims) {
    const { place, count, derived } = claim;
    if (place === undefined || count === undefined) continue;
    const key = JSON.stringify([place, count]);
    // What somebody said stands before what was only derived.
    if (
      destinations.get(key) === undefined ||
      (destinations.get(key)?.derived !== undefined && derived === undefined)
    ) {
      destinations.set(key, { place, count, ...(derived !== undefined && { derived }), claim: number });
    }
  }
  return [...destinations.values()];
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
