import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Claim } from '../claims/claim.ts';
import { buildNameIndex, searchNames } from '../names/search.ts';
import { ownName } from '../people/display.ts';
import type { Decision } from '../register/entry.ts';
import type { FiledClaim } from '../register/state.ts';
import { Refused } from '../text/refusal.ts';
import { dayOf } from '../time/clock.ts';
import type { Changes } from './amendment.ts';
import { amended } from './amendment.ts';
import { authorFrom } from './author.ts';
import { claimOf } from './claim-routes.ts';
import { answerTo } from './count-answer.ts';
import type { Desk } from './desk.ts';
import type { Operation } from './openapi.ts';
import { openApi } from './openapi.ts';
import * as shapes from './shapes.ts';
import { NotFound, WrongRequest } from './trouble.ts';
import type { DeskEnv } from './visit.ts';
import { personFor } from './who-form.ts';

/** How many claims one answer lists. */
const CLAIMS_AN_ANSWER = 500;

interface Effects {
  random(bytes: number): Uint8Array;
}

type Run = (given: { params: unknown; query: unknown; body: unknown }) => unknown;

/** The API: each operation checked on the way in by the shapes that describe it. */
export function addApi(app: Hono<DeskEnv>, desk: Desk, effects: Effects): void {
  const operations = [...readings(desk), ...decisions(desk, effects)];
  const description = openApi(operations, desk.words.say('desk.name'));
  app.get('/api', (c) => c.redirect('/api/openapi.json', 302));
  app.get('/api/openapi.json', (c) => c.json(description));
  for (const operation of operations) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1');
    app.on(operation.method.toUpperCase(), path, async (c) => {
      const given = {
        params: operation.params && shapes.checked(operation.params, c.req.param()),
        query: operation.query && shapes.checked(operation.query, c.req.query()),
        body: operation.body && shapes.checked(operation.body, await jsonOf(c, desk)),
      };
      return c.json((await operation.run(given)) as object);
    });
  }
}

async function jsonOf(c: Context, { words }: Desk): Promise<unknown> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new WrongRequest(415, words.say('trouble.json-type'));
  try {
    return await c.req.json();
  } catch {
    throw new WrongRequest(400, words.say('trouble.json-syntax'));
  }
}

// Ties what an operation does to the shapes of what it is given, and lets the shapes go.
function operation<P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodObject>(
  about: Omit<Operation, 'params' | 'query' | 'body'> & { readonly params?: P; readonly query?: Q; readonly body?: B },
  run: (given: { params: z.infer<P>; query: z.infer<Q>; body: z.infer<B> }) => unknown,
): Operation & { readonly run: Run } {
  return { ...about, run: run as Run };
}

function readings(desk: Desk) {
  const { register, clock, words } = desk;
  return [
    operation(
      {
        method: 'get',
        path: '/api/claims',
        id: 'listClaims',
        summary: 'Claims, those that wait unless asked for others',
        query: shapes.ClaimsQuery,
        answer: shapes.ClaimsAnswer,
      },
      ({ query: { status, from } }) => {
        const all = [...register.state().claims.values()].filter((claim) => isOf(claim, status));
        return { all: all.length, claims: all.slice(Number(from), Number(from) + CLAIMS_AN_ANSWER) };
      },
    ),
    operation(
      {
        method: 'get',
        path: '/api/claims/{number}',
        id: 'readClaim',
        summary: 'One claim with its decisions',
        params: shapes.NumberInPath,
        answer: shapes.FiledClaim,
      },
      ({ params }) => claimOf(params.number, desk),
    ),
    operation(
      {
        method: 'get',
        path: '/api/count',
        id: 'count',
        summary: 'Who and how many were held on a day, as known on a day',
        query: shapes.CountQuery,
        answer: shapes.CountAnswer,
      },
      ({ query: { on, known, of, by } }) => {
        const today = dayOf(clock.now());
        const late = [on, known ?? on].find((day) => day > today);
        if (late !== undefined) throw new Refused(words.say('trouble.future-day', { day: late, today }));
        const { state: _, ...answer } = answerTo(
          register,
          { heldOn: on, ...(of && { of }), ...(by && { by }) },
          known,
          clock,
        );
        return answer;
      },
    ),
    operation(
      {
        method: 'get',
        path: '/api/persons',
        id: 'findPersons',
        summary: 'Persons by name, any script or spelling, best first',
        query: shapes.PersonsQuery,
        answer: shapes.PersonsAnswer,
      },
      ({ query }) => ({ persons: personsLike(query.name, desk) }),
    ),
    operation(
      {
        method: 'get',
        path: '/api/reports/{number}',
        id: 'readReport',
        summary: 'A report as it was read',
        params: shapes.NumberInPath,
        answer: shapes.ReportAnswer,
      },
      async ({ params }) => {
        const filed = register.state().reports.get(Number(params.number));
        if (!filed) throw new NotFound(words.say('trouble.no-report', { number: params.number }));
        const { number, entered, author, report } = filed;
        return { number, entered, author, filed: report, report: await register.report(number) };
      },
    ),
  ];
}

function decisions(desk: Desk, effects: Effects) {
  const { register } = desk;
  const enter = async (author: string, number: number, decision: Decision) => {
    await register.decide(authorFrom(author, register), [decision]);
    return { claim: claimOf(String(number), desk) };
  };
  const about = (verb: string, summary: string) => ({
    method: 'post' as const,
    path: `/api/claims/{number}/${verb}`,
    id: `${verb}Claim`,
    summary,
    params: shapes.NumberInPath,
  });
  return [
    operation(
      {
        ...about('accept', 'Accept a claim, and link its names'),
        body: shapes.AcceptBody,
        answer: shapes.AcceptAnswer,
      },
      ({ params, body }) => {
        const { number } = claimOf(params.number, desk);
        return register.acceptWithLinks(
          authorFrom(body.author, register),
          number,
          body.reason,
          new Map(Object.entries(body.who)),
        );
      },
    ),
    operation(
      { ...about('refuse', 'Refuse a claim'), body: shapes.RefuseBody, answer: shapes.DecidedAnswer },
      ({ params, body }) => {
        const { number } = claimOf(params.number, desk);
        return enter(body.author, number, { decision: 'refuse', claim: number, reason: body.reason });
      },
    ),
    operation(
      { ...about('amend', 'Accept a claim as amended'), body: shapes.AmendBody, answer: shapes.DecidedAnswer },
      ({ params, body }) => {
        const { number, claim } = claimOf(params.number, desk);
        const now: Claim = amended(claim, body.amended as Changes);
        return enter(body.author, number, { decision: 'amend', claim: number, amended: now, reason: body.reason });
      },
    ),
    operation(
      { ...about('link', 'Say who is meant by a name'), body: shapes.LinkBody, answer: shapes.DecidedAnswer },
      ({ params, body }) => {
        const { number } = claimOf(params.number, desk);
        const { author, reason, name, verdict } = body;
        return enter(author, number, {
          decision: 'link',
          claim: number,
          name,
          verdict,
          person: personFor(body.person, effects),
          reason,
        });
      },
    ),
  ];
}

function isOf({ status }: FiledClaim, wanted: string): boolean {
  return wanted === 'all' || status === wanted || (wanted === 'waiting' && status === 'waiting for a second');
}

function personsLike(name: string, { register }: Desk) {
  const { persons } = register.state();
  const index = buildNameIndex(
    [...persons.values()].map(({ id, names }) => ({ id, names: names.map(({ text }) => text) })),
  );
  return searchNames(index, name).flatMap(({ id, score, reasons }) => {
    const person = persons.get(id);
    if (!person) return [];
    return [
      {
        id,
        name: ownName(person),
        names: person.names.map(({ text }) => text),
        score,
        reasons,
        withheld: person.withheld,
      },
    ];
  });
}
