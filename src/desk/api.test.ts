import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import type { TestDesk } from './desk.fixture.ts';
import { HOST, openDesk } from './desk.fixture.ts';
import * as shapes from './shapes.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const json = async (path: string) => (await desk.get(path)).json();
const by = { author: 'Alena', reason: 'read the page' };

describe('reading by the API', () => {
  it.each([
    ['/api/claims', shapes.ClaimsAnswer],
    ['/api/claims?status=all', shapes.ClaimsAnswer],
    ['/api/claims/1', shapes.FiledClaim],
    ['/api/count?on=2025-12-20', shapes.CountAnswer],
    ['/api/count?on=2025-12-01&known=2025-12-20&of=women&by=Viasna', shapes.CountAnswer],
    ['/api/persons?name=Kalesnikava', shapes.PersonsAnswer],
    ['/api/reports/0', shapes.ReportAnswer],
  ])('%s answers as it is described', async (path, shape: z.ZodType) => {
    const answer = await desk.get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(shape.safeParse(await answer.json()).error).toBeUndefined();
  });

  it('lists what waits, and otherwise what is asked for', async () => {
    await desk.send('/api/claims/5/accept', by);
    await desk.send('/api/claims/6/refuse', by);
    await desk.send('/api/claims/4/accept', by);
    const numbers = async (query: string) =>
      ((await json(`/api/claims${query}`)) as { claims: { number: number }[] }).claims.map(({ number }) => number);
    expect(await numbers('')).toEqual([1, 2, 3, 4]);
    expect(await numbers('?status=waiting%20for%20a%20second')).toEqual([4]);
    expect(await numbers('?status=accepted')).toEqual([5]);
    expect(await numbers('?status=refused')).toEqual([6]);
    expect(await numbers('?status=all&from=4')).toEqual([5, 6]);
  });

  it('gives a claim as it was read, with a passage that stands in its report', async () => {
    const { claim, report } = (await json('/api/claims/2')) as z.infer<typeof shapes.FiledClaim>;
    const read = (await json(`/api/reports/${report}`)) as z.infer<typeof shapes.ReportAnswer>;
    expect(claim).toMatchObject({ kind: 'sentenced', termMonths: 132, date: '2021-09' });
    expect(read.report.text.slice(claim.passage.start, claim.passage.end)).toBe(claim.passage.text);
    expect(read.report).toMatchObject({ title: 'Coaches Cross The Border', blocks: expect.any(Array) });
  });

  it('finds a person in another script', async () => {
    await desk.send('/api/claims/2/accept', { ...by, who: { 'Maria Kolesnikova': 'new' } });
    const found = (await json(`/api/persons?name=${encodeURIComponent('Мария Колесникова')}`)) as z.infer<
      typeof shapes.PersonsAnswer
    >;
    expect(found.persons[0]).toMatchObject({ name: 'Maria Kolesnikova', withheld: false });
  });

  it.each([
    ['/api/claims/99', 404, 'There is no claim 99.'],
    ['/api/reports/1', 404, 'There is no report 1.'],
    ['/api/nothing', 404, 'There is nothing at this address.'],
    ['/api/claims/one', 422, 'number is not right: write a number.'],
    ['/api/claims?status=open', 422, 'status is not right'],
    ['/api/claims?page=2', 422, 'page'],
    ['/api/count', 422, 'on is not right'],
    ['/api/count?on=2025-02-29', 422, 'on is not right: write a day as in 2025-12-20.'],
    ['/api/count?on=2030-01-01', 422, '2030-01-01 has not come yet'],
    ['/api/count?on=2025-12-20&of=children', 422, 'of is not right'],
    ['/api/persons', 422, 'name is not right'],
    ['/api/persons?name=%20', 422, 'name is not right: is empty.'],
  ])('%s is refused with %i and one sentence', async (path, status, says) => {
    const answer = await desk.get(path);
    expect(answer.status).toBe(status);
    const body = (await answer.json()) as { error: string };
    expect(Object.keys(body)).toEqual(['error']);
    expect(body.error).toContain(says);
    expect(body.error.endsWith('.')).toBe(true);
  });
});

describe('deciding by the API', () => {
  it('accepts, linking whom it was told', async () => {
    const answer = await desk.send('/api/claims/2/accept', { ...by, who: { 'Maria Kolesnikova': 'new' } });
    expect(answer.status).toBe(200);
    const body = shapes.AcceptAnswer.parse(await answer.json());
    expect(body).toMatchObject({
      accepted: 'accepted',
      linked: [{ name: 'Maria Kolesnikova', isNew: true }],
      unsure: [],
    });
    expect(desk.register.state().claims.get(2)?.status).toBe('accepted');
  });

  it('waits for a second person where the claim could harm', async () => {
    const accept = (author: string) => desk.send('/api/claims/4/accept', { author, reason: 'read it' });
    expect(await (await accept('Alena')).json()).toMatchObject({ accepted: 'waiting for a second' });
    const again = await accept('alena');
    expect(again.status).toBe(422);
    expect(await again.json()).toEqual({ error: expect.stringContaining('needs a second person') });
    expect(await (await accept('Ihar')).json()).toMatchObject({ accepted: 'accepted' });
  });

  it('amends, and takes away with null', async () => {
    const answer = await desk.send('/api/claims/2/amend', { ...by, amended: { date: null, place: 'Minsk' } });
    const { claim } = shapes.DecidedAnswer.parse(await answer.json());
    expect(claim.claim).toMatchObject({ place: 'Minsk', termMonths: 132 });
    expect(claim.claim).not.toHaveProperty('date');
    expect(claim.read).toMatchObject({ date: '2021-09' });
  });

  it('links and refuses', async () => {
    await desk.send('/api/claims/2/amend', { ...by, amended: { place: 'Minsk' } });
    const linked = await desk.send('/api/claims/2/link', { ...by, name: 'Maria Kolesnikova', person: 'new' });
    const { claim } = shapes.DecidedAnswer.parse(await linked.json());
    expect(claim.mentions[0]).toMatchObject({ verdict: 'same', person: expect.stringMatching(/^[a-z2-7]{16}$/) });
    const refused = await desk.send('/api/claims/2/refuse', by);
    expect(shapes.DecidedAnswer.parse(await refused.json()).claim.status).toBe('refused');
  });

  it.each([
    ['accept', { reason: 'x' }, 'author is not right'],
    ['accept', { author: 'Alena' }, 'reason is not right'],
    ['accept', { author: 'Alena', reason: ' ' }, 'reason is not right: is empty.'],
    ['accept', { author: '  ', reason: 'x' }, 'Your name is missing'],
    ['accept', { author: 'Alena', reason: 'x'.repeat(2001) }, 'reason is not right'],
    ['accept', { ...by, status: 'accepted' }, 'status'],
    ['accept', { ...by, who: { 'Maria Kolesnikova': 7 } }, 'who.Maria Kolesnikova is not right'],
    ['amend', by, 'amended is not right'],
    ['amend', { ...by, amended: {} }, 'changes nothing'],
    ['amend', { ...by, amended: { date: 'autumn' } }, 'amended.date is not right'],
    ['amend', { ...by, amended: { passage: { start: 0, end: 1, text: 'C' } } }, 'passage'],
    ['amend', { ...by, amended: { count: -1 } }, 'amended.count is not right'],
    ['link', { ...by, name: 'Somebody Else', person: 'new' }, 'does not name Somebody Else'],
    ['link', { ...by, name: 'Maria Kolesnikova', person: 'new', verdict: 'perhaps' }, 'verdict is not right'],
    ['refuse', [], 'The request is not right'],
    ['refuse', 'null', 'The request is not right'],
  ])('%s %j is refused, and nothing is entered', async (verb, body, says) => {
    const size = desk.register.size;
    const answer = await desk.send(`/api/claims/2/${verb}`, body);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { error: string }).error).toContain(says);
    expect(desk.register.size).toBe(size);
    expect(desk.faults).toEqual([]);
  });

  it('is refused where the body is no JSON, or there is no such claim', async () => {
    expect((await desk.send('/api/claims/2/refuse', '{"author":')).status).toBe(400);
    expect((await desk.send('/api/claims/99/refuse', by)).status).toBe(404);
  });

  it('lets no property of a body reach the objects of the program', async () => {
    const body =
      '{"author":"Alena","reason":"x","__proto__":{"polluted":true},"amended":{"__proto__":{"polluted":true},"place":"Minsk"}}';
    await desk.send('/api/claims/2/amend', body);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('the description of the API', () => {
  it('is OpenAPI 3.1, whose references all lead somewhere', async () => {
    const description = (await json('/api/openapi.json')) as {
      openapi: string;
      paths: Record<string, object>;
      components: { schemas: object };
    };
    expect(description.openapi).toBe('3.1.0');
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(new Set(references)).toEqual(new Set(Object.keys(description.components.schemas)));
    expect(JSON.stringify(description)).not.toContain('$defs');
  });

  it('describes every operation there is, and each it describes is there', async () => {
    const { paths } = (await json('/api/openapi.json')) as {
      paths: Record<string, Record<string, { operationId: string }>>;
    };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.toSorted()).toEqual([
      'get /api/claims',
      'get /api/claims/{number}',
      'get /api/count',
      'get /api/persons',
      'get /api/reports/{number}',
      'post /api/claims/{number}/accept',
      'post /api/claims/{number}/amend',
      'post /api/claims/{number}/link',
      'post /api/claims/{number}/refuse',
    ]);
    for (const one of described) {
      const [method = '', path = ''] = one.split(' ');
      const init =
        method === 'get'
          ? { headers: { host: HOST } }
          : { method, headers: { host: HOST, 'content-type': 'application/json' }, body: '{}' };
      const answer = await desk.request(path.replace('{number}', '0'), init);
      expect([200, 404, 422], one).toContain(answer.status);
      expect(JSON.stringify(await answer.json())).not.toContain('There is nothing at this address');
    }
  });

  it('tells which fields a body must have, from the shapes that check it', async () => {
    const { paths } = (await json('/api/openapi.json')) as {
      paths: Record<
        string,
        {
          post: {
            requestBody: { content: { 'application/json': { schema: { required: string[]; properties: object } } } };
          };
        }
      >;
    };
    const { required, properties } = paths['/api/claims/{number}/link']?.post.requestBody.content['application/json']
      .schema ?? { required: [], properties: {} };
    expect(required).toEqual(['author', 'reason', 'name', 'person']);
    expect(Object.keys(properties)).toEqual(['author', 'reason', 'name', 'person', 'verdict']);
  });
});
