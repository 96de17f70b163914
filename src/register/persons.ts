import type { Claim } from '../claims/claim.ts';
import type { ClaimMentions, LinkMade } from '../people/gather.ts';
import { gatherPersons } from '../people/gather.ts';
import type { Person, PersonId, Recognition } from '../people/person.ts';
import { dayOf } from '../time/clock.ts';
import { spanOf } from '../time/edtf.ts';
import { canonicalOrganisation } from './organisations.ts';
import type { Confirmed, PairedDecision } from './second.ts';
import type { DecisionMade, FiledClaim, FiledReport } from './state.ts';

/** The names a claim mentions, as it writes them: its persons, then its speaker, each once. */
export function namesIn(claim: Claim): string[] {
  return [...new Set([...(claim.persons ?? []), ...(claim.speaker === undefined ? [] : [claim.speaker])])];
}

/**
 * Adds up accepted claims, links and decisions to persons. A decision on a person nobody is linked to counts for
 * nothing until somebody is.
 */
export function personsFrom(
  reports: ReadonlyMap<number, FiledReport>,
  claims: ReadonlyMap<number, FiledClaim>,
  links: readonly LinkMade[],
  decisions: readonly DecisionMade[],
  confirmed: readonly Confirmed[],
): Map<PersonId, Person> {
  const accepted = [...claims.values()].filter(({ status }) => status === 'accepted');
  const mentions = accepted.map(({ number, report, claim }): ClaimMentions => {
    return { claim: number, language: reports.get(report)?.report.language ?? 'und', names: namesIn(claim) };
  });
  const told = recognitionsTold(accepted, reports);
  const sexes = new Map<PersonId, 'female' | 'male'>();
  for (const { decision } of decisions) if (decision.decision === 'describe') sexes.set(decision.person, decision.sex);
  const decided = Map.groupBy(confirmed, ({ decision }) => decision.person);
  return new Map(
    [...gatherPersons(mentions, links)].map(([id, { names, claims: about }]): [PersonId, Person] => {
      const sex = sexes.get(id);
      const own = (decided.get(id) ?? []).map(({ decision }) => decision);
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
          ...(sex !== undefined && { sex }),
        },
      ];
    }),
  );
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

function distinct(recognitions: readonly Recognition[]): Recognition[] {
  return [...new Map(recognitions.map((one) => [JSON.stringify([one.by, one.date, one.withdrawn]), one])).values()];
}
