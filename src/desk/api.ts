import type { Context, Hono } from 'hono';
import { decidingOperations } from './api-decisions.ts';
import { readingOperations } from './api-readings.ts';
import type { Desk } from './desk.ts';
import { openApi } from './openapi.ts';
import { checked } from './shapes.ts';
import { WrongRequest } from './trouble.ts';
import type { DeskEnv } from './visit.ts';

/** The API: each operation checked on the way in by the shapes that describe it. */
export function addApi(app: Hono<DeskEnv>, desk: Desk, effects: { random(bytes: number): Uint8Array }): void {
  const operations = [...readingOperations(desk), ...decidingOperations(desk, effects)];
  const description = openApi(operations, desk.words.say('desk.name'));
  app.get('/api', (c) => c.redirect('/api/openapi.json', 302));
  app.get('/api/openapi.json', (c) => c.json(description));
  for (const { method, path, params, query, body, run } of operations) {
    app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ':$1'), async (c) => {
      const given = {
        params: params && checked(params, c.req.param()),
        query: query && checked(query, c.req.query()),
        body: body && checked(body, await jsonOf(c, desk)),
      };
      return c.json((await run(given)) as object);
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
