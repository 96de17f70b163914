import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from './desk.fixture.ts';
import { HOST, OWN_FORM, openDesk } from './desk.fixture.ts';
import { BODY_LIMIT_BYTES, DESK_POLICY, PREVIEW_POLICY } from './guard.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const SCREENS = ['/', '/claim/1', '/claims/decided', '/count', '/name'];
const OTHERS = [
  '/desk.css',
  '/desk.js',
  '/desk.svg',
  '/site/',
  '/api/claims',
  '/api/openapi.json',
  '/nowhere',
  '/api/nowhere',
];
const form = 'decision=refuse&reason=tested&name=Mallory';

describe('every answer', () => {
  it.each([...SCREENS, ...OTHERS])('of %s carries the headers that keep it harmless', async (path) => {
    const { headers } = await desk.get(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect([DESK_POLICY, PREVIEW_POLICY]).toContain(headers.get('content-security-policy'));
  });

  it('allows nothing inline on a screen of the desk, and no frame around it', () => {
    expect(DESK_POLICY).toContain("default-src 'none'");
    expect(DESK_POLICY).toContain("frame-ancestors 'none'");
    expect(DESK_POLICY).not.toContain('unsafe');
    expect(DESK_POLICY).not.toMatch(/https?:|\*/);
    expect(PREVIEW_POLICY).not.toContain('script-src');
  });

  it.each(SCREENS)('of %s has no script, style or handler within the page', async (path) => {
    const text = await (await desk.get(path)).text();
    expect(text.match(/<script(?! src="\/desk\.js" defer><\/script>)/g)).toBeNull();
    expect(text).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/i);
    expect(text).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
  });
});

describe('a Host that is not the desk’s own', () => {
  it.each([
    'evil.example',
    'evil.example:4173',
    '127.0.0.1:4174',
    '127.0.0.1',
    'localhost',
    '127.0.0.1:4173.evil.example',
    'localhost.evil.example:4173',
    '0.0.0.0:4173',
    '[::1]:4173',
    '192.168.1.20:4173',
    '127.0.0.1:4173@evil.example',
    '',
  ])('%j is turned away, whatever it asks for', async (host) => {
    for (const path of ['/', '/claim/1', '/api/claims', '/site/', '/desk.js']) {
      const answer = await desk.get(path, { host });
      expect(answer.status, path).toBe(403);
      expect(await answer.text()).not.toContain('Kolesnikova');
    }
    const posted = await desk.request('/claim/1/decide', {
      method: 'POST',
      headers: { ...OWN_FORM, host, origin: `http://${host}` },
      body: form,
    });
    expect(posted.status).toBe(403);
  });

  it.each([HOST, 'localhost:4173'])('but %s is answered', async (host) => {
    expect((await desk.get('/', { host })).status).toBe(200);
  });
});

describe('a request that changes something and does not come from a page of the desk', () => {
  const ORIGINS = [
    'http://evil.example',
    'https://127.0.0.1:4173',
    'http://127.0.0.1:4174',
    'http://127.0.0.1',
    'http://localhost:4173',
    'http://127.0.0.1:4173.evil.example',
    'null',
    'file://',
    '',
  ];
  const SITES = ['cross-site', 'same-site', 'none', 'Same-Origin', 'nonsense'];
  const forged: Record<string, string>[] = [
    ...ORIGINS.map((origin) => ({ origin })),
    ...SITES.map((site) => ({ 'sec-fetch-site': site })),
    ...SITES.map((site) => ({ origin: `http://${HOST}`, 'sec-fetch-site': site })),
    ...ORIGINS.filter((origin) => origin !== 'null').map((origin) => ({ origin, 'sec-fetch-site': 'same-origin' })),
    ...ORIGINS.map((origin) => ({ origin, 'sec-fetch-site': 'cross-site' })),
  ];
  const paths = [
    '/claim/1/decide',
    '/claim/1/link',
    '/claim/1/unlink',
    '/person/abc/decide',
    '/person/abc/agree',
    '/name',
    '/language',
  ];

  it.each(forged)('%j is turned away at every form and at the API, and nothing is entered', async (headers) => {
    const before = desk.register.size;
    for (const path of paths) {
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await desk.request(path, {
        method: 'POST',
        headers: { host: HOST, ...type, ...headers },
        body: form,
      });
      expect(answer.status, path).toBe(403);
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    for (const verb of ['accept', 'refuse', 'amend', 'link']) {
      const answer = await desk.send(`/api/claims/1/${verb}`, { author: 'Mallory', reason: 'tested' }, headers);
      expect(answer.status, verb).toBe(403);
      expect(await answer.json()).toEqual({ error: expect.stringContaining('did not come from a page of the desk') });
    }
    expect(desk.register.size).toBe(before);
  });

  it('is turned away as a form that says nothing of where it comes from, by any method', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const answer = await desk.request('/claim/1/decide', {
        method,
        headers: { host: HOST, 'content-type': 'application/x-www-form-urlencoded' },
      });
      expect(answer.status, method).toBe(403);
    }
  });

  it.each([
    [{ origin: `http://${HOST}` }],
    [{ 'sec-fetch-site': 'same-origin' }],
    // What a browser sends from a page under no-referrer.
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }],
    [{ origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' }],
  ])('but %j is let through to the form', async (headers) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await desk.request('/name', {
      method: 'POST',
      headers: { host: HOST, ...type, ...headers },
      body: 'name=Alena',
    });
    expect(answer.status).toBe(303);
  });
});

describe('what is sent to the desk', () => {
  it('is refused over the limit, whether its length is declared or not', async () => {
    const long = `decision=refuse&name=Alena&reason=${'x'.repeat(BODY_LIMIT_BYTES)}`;
    expect((await desk.request('/claim/1/decide', { method: 'POST', headers: OWN_FORM, body: long })).status).toBe(413);
    const stream = new Blob([long]).stream();
    const init = { method: 'POST', headers: OWN_FORM, body: stream, duplex: 'half' } as RequestInit;
    expect((await desk.request('/claim/1/decide', init)).status).toBe(413);
    const api = await desk.send('/api/claims/1/refuse', { author: 'Alena', reason: 'x'.repeat(BODY_LIMIT_BYTES) });
    expect(api.status).toBe(413);
    expect(await api.json()).toHaveProperty('error');
  });

  it.each(['text/plain', 'multipart/form-data; boundary=x', 'application/json', ''])(
    'is refused as a form of type %j',
    async (type) => {
      const headers = { ...OWN_FORM, 'content-type': type };
      expect((await desk.request('/claim/1/decide', { method: 'POST', headers, body: form })).status).toBe(415);
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', ''])('is refused as JSON of type %j', async (type) => {
    const answer = await desk.send(
      '/api/claims/1/refuse',
      { author: 'Alena', reason: 'tested' },
      { 'content-type': type },
    );
    expect(answer.status).toBe(415);
  });

  it('leaves the register as it was in every one of these cases', () => {
    expect(desk.register.state().claims.get(1)?.status).toBe('waiting');
    expect(desk.faults).toEqual([]);
  });
});
