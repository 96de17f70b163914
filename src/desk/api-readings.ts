import { ownName } from '../people/display.ts';
import { readBySecond, secondAuthor } from '../register/reader.ts';
import { sourcesTelling } from '../register/sources.ts';
import type { FiledClaim } from '../register/state.ts';
import { claimOf } from './claim-routes.ts';
import { answerTo, questionIn } from './count-answer.ts';
import type { Desk } from './desk.ts';
import { personsLike } from './meant.ts';
import type { Operation } from './operation.ts';
import { operation } from './operation.ts';
import * as shapes from './shapes.ts';
import { NotFound } from './trouble.ts';

/** How many claims one answer lists. */
const CLAIMS_AN_ANSWER = 500;

/** What the API tells. */
export function readingOperations(desk: Desk): readonly Operation[] {
  return [listClaims(desk), readClaim(desk), countHeld(desk), findPersons(desk), readReport(desk)];
}

function listClaims({ register }: Desk): Operation {
  const summary = 'Claims, those that wait unless asked for others';
  return operation(
    {
      method: 'get',
      path: '/api/claims',
      id: 'listClaims',
      summary,
      query: shapes.ClaimsQuery,
      answer: shapes.ClaimsAnswer,
    },
    ({ query: { status, from } }) => {
      const all = [...register.state().claims.values()].filter((claim) => isOf(claim, status));
      return {
        all: all.length,
        claims: all.slice(Number(from), Number(from) + CLAIMS_AN_ANSWER).map(withReader(register)),
      };
    },
  );
}

function readClaim(desk: Desk): Operation {
  const summary = 'One claim with its decisions';
  return operation(
    {
      method: 'get',
      path: '/api/claims/{number}',
      id: 'readClaim',
      summary,
      params: shapes.NumberInPath,
      answer: shapes.FiledClaim,
    },
    ({ params }) => withReader(desk.register)(claimOf(params.number, desk)),
  );
}

function countHeld(desk: Desk): Operation {
  const summary = 'Who and how many were held on a day, as known on a day';
  return operation(
    { method: 'get', path: '/api/count', id: 'count', summary, query: shapes.CountQuery, answer: shapes.CountAnswer },
    ({ query }) => {
      const { state, ...answer } = answerTo(desk.register, questionIn(query, desk), desk.clock);
      const figures = answer.figures.map((one) => ({ ...one, sources: sourcesTelling(state, one.claims) }));
      return { ...answer, figures };
    },
  );
}

function findPersons({ register }: Desk): Operation {
  const summary = 'Persons by name, any script or spelling, best first';
  return operation(
    {
      method: 'get',
      path: '/api/persons',
      id: 'findPersons',
      summary,
      query: shapes.PersonsQuery,
      answer: shapes.PersonsAnswer,
    },
    ({ query }) => ({
      persons: personsLike(query.name, register.state()).map(({ person, score, reasons }) => ({
        id: person.id,
        name: ownName(person),
        names: [...new Set(person.names.map(({ text }) => text))],
        score,
        reasons,
        withheld: person.withheld,
        sources: sourcesTelling(register.state(), person.claims),
      })),
    }),
  );
}

function readReport({ register, words }: Desk): Operation {
  const summary = 'A report as it was read';
  return operation(
    {
      method: 'get',
      path: '/api/reports/{number}',
      id: 'readReport',
      summary,
      params: shapes.NumberInPath,
      answer: shapes.ReportAnswer,
    },
    async ({ params }) => {
      const filed = register.state().reports.get(Number(params.number));
      if (!filed) throw new NotFound(words.say('trouble.no-report', { number: params.number }));
      const { number, entered, author, report } = filed;
      return { number, entered, author, filed: report, report: await register.report(number) };
    },
  );
}

/** Adds who read a claim, where it was a second extractor. */
function withReader(register: Desk['register']) {
  return (claim: FiledClaim) => {
    const name = readBySecond(register.entries(), claim.number);
    return name === null ? claim : { ...claim, readBy: secondAuthor(name) };
  };
}

function isOf({ status }: FiledClaim, wanted: string): boolean {
  return wanted === 'all' || status === wanted || (wanted === 'waiting' && status === 'waiting for a second');
}
