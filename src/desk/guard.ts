import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/** How many bytes a form or an API request may have: a hundred times what the longest reason needs. */
export const BODY_LIMIT_BYTES = 65_536;

const FOR_EVERY_ANSWER: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'x-robots-tag': 'noindex, nofollow',
};

/** What the desk's own pages may load: its style sheet and its script for the keys, both from itself. */
export const DESK_POLICY = policy("style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'");

/** What a page of the previewed site may load: no script at all, and nothing from elsewhere (law 8). */
export const PREVIEW_POLICY = policy(
  "style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self'; font-src 'self'; form-action 'none'",
);

function policy(allowed: string): string {
  return `default-src 'none'; ${allowed}; base-uri 'none'; frame-ancestors 'none'`;
}

/** Puts the headers on every answer that keep a browser from doing more with it than showing it. */
export function safeHeaders(): MiddlewareHandler {
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(FOR_EVERY_ANSWER)) c.res.headers.set(name, value);
    if (!c.res.headers.has('content-security-policy')) c.res.headers.set('content-security-policy', DESK_POLICY);
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  };
}

/**
 * Answers only to the names the desk goes by on its own machine. A page of another site that has its name point here
 * (DNS rebinding) still sends its own name as Host.
 *
 * @param hosts as a browser writes them: `127.0.0.1:4173`.
 * @param forbid makes the answer from one sentence.
 */
export function ownHostOnly(hosts: ReadonlySet<string>, forbid: Forbid): MiddlewareHandler {
  return async (c, next) => (hosts.has(hostOf(c)) ? next() : forbid(c, 'host'));
}

/**
 * Lets a request that changes something through only where it comes from the desk's own pages, or, for the API, from
 * a program that is no browser (no Origin, no Sec-Fetch-Site). Browsers set both headers themselves; a page cannot.
 */
export function ownPagesOnly(forbid: Forbid): MiddlewareHandler {
  return async (c, next) =>
    c.req.method === 'GET' || c.req.method === 'HEAD' || isOwn(c) ? next() : forbid(c, 'origin');
}

function isOwn(c: Context): boolean {
  const site = c.req.header('sec-fetch-site');
  const origin = c.req.header('origin');
  if (site !== undefined && site !== 'same-origin') return false;
  if (origin === undefined) return site !== undefined || isApi(c);
  // Under no-referrer a browser writes the Origin of our own forms as null; then Sec-Fetch-Site has to vouch for it.
  return origin === `http://${hostOf(c)}` || (origin === 'null' && site === 'same-origin');
}

/** Refuses a body over the limit before it is read. */
export function boundedBody(tooLong: (c: Context) => Response | Promise<Response>): MiddlewareHandler {
  return bodyLimit({ maxSize: BODY_LIMIT_BYTES, onError: tooLong });
}

/** True for a request to the API, which is answered in JSON also where it fails. */
export function isApi(c: Context): boolean {
  return c.req.path === '/api' || c.req.path.startsWith('/api/');
}

/** Makes the answer to a request that is turned away at the door. */
export type Forbid = (c: Context, why: 'host' | 'origin') => Response | Promise<Response>;

function hostOf(c: Context): string {
  return c.req.header('host') ?? new URL(c.req.url).host;
}
