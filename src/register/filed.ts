import type { LinkMade } from '../people/gather.ts';
import { settleLinks } from '../people/gather.ts';
import { namesIn } from './persons.ts';
import { settle } from './second.ts';
import type { DecisionMade, FiledClaim } from './state.ts';

/** A claim as the decisions on it make it: whether it stands, how it reads now, and whom its names mean. */
export function filed(claim: Pick<FiledClaim, 'number' | 'report' | 'read' | 'decisions'>): FiledClaim {
  const { number, decisions } = claim;
  const settled = settle(claim.read, decisions);
  const meant = settleLinks(linksIn(decisions)).get(number);
  const mentions = namesIn(settled.claim).map((name) => ({ claim: number, name, ...meant?.get(name) }));
  return { ...claim, claim: settled.claim, status: settled.status, mentions };
}

/** The links among decisions on a claim, in order. */
export function linksIn(decisions: readonly DecisionMade[]): LinkMade[] {
  return decisions.flatMap(({ decision }): LinkMade[] => {
    if (decision.decision === 'link') {
      const { claim, name, person, verdict } = decision;
      return [{ claim, name, person, verdict }];
    }
    if (decision.decision === 'unlink') {
      const { claim, name, person } = decision;
      return [{ claim, name, person, unlink: true }];
    }
    return [];
  });
}
