import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Clock, Instant } from '../time/clock.ts';
import { authorFrom } from './author.ts';
import type { Desk, Visitor } from './desk.ts';
import { WrongRequest } from './trouble.ts';

const COOKIE = 'unforgotten-desk';
const LIFE_MS = 12 * 3_600_000;
const MOST_VISITS = 10_000;
const TOKEN_BYTES = 32;

/** What the desk keeps beside a request: the token of a visit that began with it. */
export interface DeskEnv {
  Variables: { token?: string };
}

interface Visit {
  readonly name: string;
  readonly since: Instant;
  notice: string | undefined;
}

/**
 * Who sits at which browser. Kept in memory: the desk asks again after a restart. Names are taken at their word on
 * this machine; signing in is for a desk that a team shares over a network.
 */
export class Visits {
  readonly #byToken = new Map<string, Visit>();
  readonly #clock: Clock;
  readonly #random: (bytes: number) => Uint8Array;

  constructor({ clock, random }: { readonly clock: Clock; random(bytes: number): Uint8Array }) {
    this.#clock = clock;
    this.#random = random;
  }

  /** Who looks, with what came of their last decision, which is told once. */
  visitor(c: Context): Visitor {
    const visit = this.#at(c);
    const notice = visit?.notice;
    if (visit) visit.notice = undefined;
    return { name: visit?.name, notice, at: addressOf(c) };
  }

  /**
   * The name somebody decides under: the one this browser gave before, or the one in the form they sent, which is
   * remembered. Throws `Refused` where there is neither.
   */
  author(c: Context, fields: URLSearchParams, { register }: Desk): string {
    const known = this.#at(c)?.name;
    if (known !== undefined) return known;
    const name = authorFrom(fields.get('name') ?? '', register);
    this.begin(c, name);
    return name;
  }

  /** Begins a visit under a new token, so that one that was known before the name was given is worth nothing. */
  begin(c: Context, name: string): void {
    const old = getCookie(c, COOKIE);
    if (old !== undefined) this.#byToken.delete(old);
    const oldest = this.#byToken.keys().next();
    if (this.#byToken.size >= MOST_VISITS && !oldest.done) this.#byToken.delete(oldest.value);
    const token = Buffer.from(this.#random(TOKEN_BYTES)).toString('base64url');
    this.#byToken.set(token, { name, since: this.#clock.now(), notice: undefined });
    setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/' });
    c.set('token', token);
  }

  /** Keeps a line for the next page this browser opens. */
  notice(c: Context, line: string): void {
    const visit = this.#at(c);
    if (visit) visit.notice = line;
  }

  #at(c: Context): Visit | undefined {
    const begun: unknown = c.get('token');
    const token = typeof begun === 'string' ? begun : getCookie(c, COOKIE);
    const visit = token === undefined ? undefined : this.#byToken.get(token);
    if (token === undefined || visit === undefined) return undefined;
    if (Date.parse(this.#clock.now()) - Date.parse(visit.since) <= LIFE_MS) return visit;
    this.#byToken.delete(token);
    return undefined;
  }
}

// A form that could not be taken is shown at the address it was sent to; what it decides about is one step up.
function addressOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return c.req.method === 'POST' ? pathname.replace(/\/[^/]*$/, '') || '/' : pathname + search;
}

/** The fields of a form, as the desk's pages send them. */
export async function fieldsOf(c: Context, { words }: Desk): Promise<URLSearchParams> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new WrongRequest(415, words.say('trouble.form-type'));
  return new URLSearchParams(await c.req.text());
}

/** Sends the browser on to a page of the desk, so that loading it again decides nothing twice. */
export function sendOn(c: Context, path: string): Response {
  return c.redirect(path, 303);
}
