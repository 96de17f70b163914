import type { Decision } from '../register/entry.ts';
import type { Changes } from './amendment.ts';
import { amended } from './amendment.ts';
import { authorFrom } from './author.ts';
import { claimOf } from './claim-routes.ts';
import type { Desk } from './desk.ts';
import type { Operation } from './operation.ts';
import { operation } from './operation.ts';
import * as shapes from './shapes.ts';
import { personFor } from './who-form.ts';

/** What can be decided by the API. */
export function decidingOperations(desk: Desk, effects: { random(bytes: number): Uint8Array }): readonly Operation[] {
  const { register } = desk;
  const enter = async (author: string, decision: Decision & { readonly claim: number }) => {
    await register.decide(authorFrom(author, register), [decision]);
    return { claim: claimOf(String(decision.claim), desk) };
  };
  return [
    operation(
      {
        ...about('accept', 'Accept a claim, and link its names'),
        body: shapes.AcceptBody,
        answer: shapes.AcceptAnswer,
      },
      ({ params, body: { author, reason, who } }) => {
        const { number } = claimOf(params.number, desk);
        return register.acceptWithLinks(authorFrom(author, register), number, reason, new Map(Object.entries(who)));
      },
    ),
    operation(
      { ...about('refuse', 'Refuse a claim'), body: shapes.RefuseBody, answer: shapes.DecidedAnswer },
      ({ params, body: { author, reason } }) => {
        const { number } = claimOf(params.number, desk);
        return enter(author, { decision: 'refuse', claim: number, reason });
      },
    ),
    operation(
      { ...about('amend', 'Accept a claim as amended'), body: shapes.AmendBody, answer: shapes.DecidedAnswer },
      ({ params, body: { author, reason, amended: changes } }) => {
        const { number, claim } = claimOf(params.number, desk);
        // The shape of the body is that of the changes; its optional properties are typed a little wider.
        return enter(author, { decision: 'amend', claim: number, amended: amended(claim, changes as Changes), reason });
      },
    ),
    operation(
      { ...about('link', 'Say who is meant by a name'), body: shapes.LinkBody, answer: shapes.DecidedAnswer },
      ({ params, body: { author, reason, name, person, verdict } }) => {
        const { number } = claimOf(params.number, desk);
        const meant = personFor(person, effects);
        return enter(author, { decision: 'link', claim: number, name, verdict, person: meant, reason });
      },
    ),
  ];
}

function about(verb: string, summary: string) {
  const path = `/api/claims/{number}/${verb}`;
  return { method: 'post' as const, path, id: `${verb}Claim`, summary, params: shapes.NumberInPath };
}
