import type { Claim } from '../claims/claim.ts';
import { gatherPersons } from '../people/gather.ts';
import type { Description, Person, PersonId, Recognition } from '../people/person.ts';
import { dayOf } from '../time/clock.ts';
import { spanOf } from '../time/edtf.ts';
import { canonicalOrganisation } from './organisations.ts';
import type { PairedDecision } from './second.ts';
import { pairDecisions } from './second.ts';
import type { DecisionMade, FiledClaim, FiledReport } from './state.ts';

/** The names a claim mentions, as it writes them: its persons, then its speaker, each once. */
export function namesIn(claim: Claim): string[] {
  return [...new Set([...(claim.persons ?? []), ...(claim.speaker === undefined ? [] : [claim.speaker])])];
}

/**
 * Adds up accepted claims, their links and the decisions on persons. A decision on a person nobody is linked to counts
 * for nothing until somebody is.
 *
 * @param claims in the order of their numbers; those that are not accepted are passed over.
 * @param decisionsOn the decisions on a person, in order.
 */
export function personsFrom(
  reports: ReadonlyMap<number, FiledReport>,
  claims: Iterable<FiledClaim>,
  decisionsOn: (person: PersonId) => readonly DecisionMade[],
): Map<PersonId, Person> {
  const accepted = [...claims].filter(({ status }) => status === 'accepted');
  const mentioned = accepted.map(({ number, report, mentions }) => {
    return { claim: number, language: reports.get(report)?.report.language ?? 'und', mentions };
  });
  const told = recognitionsTold(accepted, reports);
  return new Map(
    [...gatherPersons(mentioned)].map(([id, { names, claims: about }]): [PersonId, Person] => {
      const decisions = decisionsOn(id);
      const own = pairDecisions(decisions).confirmed.map(({ decision }) => decision);
      const showing = own.findLast(({ decision }) => decision === 'withhold' || decision === 'show again');
      const recognitions = [...(told.get(id) ?? []), ...own.flatMap(recognitionIn)];
      return [
        id,
        {
          id,
          names,
          claims: about,
          recognitions: distinct(recognitions),
          withheld: showing?.decision === 'withhold',
          ...described(decisions),
        },
      ];
    }),
  );
}

/** The order in which `personsFrom` gives persons: that of their first claim, and within it of its names. */
export function inOrder(
  claims: ReadonlyMap<number, FiledClaim>,
): (left: readonly [PersonId, Person], right: readonly [PersonId, Person]) => number {
  const placeOf = (id: PersonId, claim: number) =>
    claims.get(claim)?.mentions.findIndex(({ person, verdict }) => person === id && verdict === 'same') ?? -1;
  return ([leftId, left], [rightId, right]) => {
    const [a, b] = [left.claims[0] ?? 0, right.claims[0] ?? 0];
    return a === b ? placeOf(leftId, a) - placeOf(rightId, b) : a - b;
  };
}

// Of each thing the latest that was stated counts.
function described(decisions: readonly DecisionMade[]): Description {
  const stated = decisions.flatMap(({ decision: made }): Description[] => {
    if (made.decision !== 'describe') return [];
    const { decision: _, person: __, reason: ___, ...description } = made;
    return [description];
  });
  return Object.assign({}, ...stated);
}

function recognitionIn(decision: PairedDecision): Recognition[] {
  if (!('by' in decision)) return [];
  const withdrawn = decision.decision === 'withdraw recognition';
  return [{ by: canonicalOrganisation(decision.by), date: decision.date, withdrawn }];
}

// What accepted claims say of recognitions: whom, by whom, and when. A claim without a date says no more than that it
// had happened when its report was published, or at the latest when the report was entered.
function recognitionsTold(
  accepted: readonly FiledClaim[],
  reports: ReadonlyMap<number, FiledReport>,
): Map<PersonId, Recognition[]> {
  const told = new Map<PersonId, Recognition[]>();
  for (const { report, claim, mentions } of accepted) {
    if (claim.kind !== 'recognised' || claim.by === undefined || claim.hypothetical === true) continue;
    const filed = reports.get(report);
    const known = filed?.report.published ?? dayOf(filed?.entered ?? '');
    const date = claim.date !== undefined && spanOf(claim.date) ? claim.date : `../${known}`;
    for (const { name, person, verdict } of mentions) {
      if (person === undefined || verdict !== 'same' || !claim.persons?.includes(name)) continue;
      const recognition = { by: canonicalOrganisation(claim.by), date, withdrawn: false };
      told.set(person, [...(told.get(person) ?? []), recognition]);
    }
  }
  return told;
}

function distinct(recognitions: readonly Recognition[]): readonly Recognition[] {
  if (recognitions.length < 2) return recognitions;
  return [...new Map(recognitions.map((one) => [JSON.stringify([one.by, one.date, one.withdrawn]), one])).values()];
}
