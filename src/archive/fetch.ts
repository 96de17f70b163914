import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import type { LookupFunction } from 'node:net';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Dispatcher } from 'undici';
import { Client } from 'undici';
import { Refused } from '../text/refusal.ts';
import type { Clock, Instant } from '../time/clock.ts';
import { systemClock } from '../time/clock.ts';
import type { Allowed } from './fetch-address.ts';
import { addressToFetch, ipOfHost, mayConnect } from './fetch-address.ts';
import type { Bounds } from './fetch-body.ts';
import { collected, refuseType, unpacked } from './fetch-body.ts';
import { refusalOf, refusalOfStatus } from './fetch-refusals.ts';
import type { Robots } from './fetch-robots.ts';
import { AGENT, robotsOf } from './fetch-robots.ts';

// The one file that fetches reports. Whatever it refuses, it refuses in one sentence:
//
// | what                                             | refused where                                              |
// |--------------------------------------------------|------------------------------------------------------------|
// | no web address; another scheme, port; a password | before anything is looked up (fetch-address.ts)            |
// | a private, local or otherwise special address    | as written, after the name was looked up, at each redirect |
// | robots.txt forbids it, or cannot be had          | before the page is asked for, at each redirect             |
// | more than 5 redirects, or from https to http     | before the next is followed                                |
// | a picture, film or program                       | before it is loaded                                        |
// | more than 20 MB, 20 s, 10 s of silence           | as soon as it is more                                      |
// | more than 256 MB or 100 times when unpacked      | before more is unpacked                                    |
// | 4xx, 5xx; damage; no proof of identity (TLS)     | when it answers so                                         |
//
// A name is looked up once for each request, every address it has must be public, and the connection goes to those
// addresses alone, so that a name that changes its mind (DNS rebinding) is not asked again. No proxy is used, no cookie
// kept, no referrer sent.

/**
 * A page as it was fetched.
 *
 * @example
 * { bytes, address: 'https://example.org/news/1', fetched: '2025-12-15T09:30:00Z', status: 200,
 *   headers: { 'content-type': 'text/html' }, redirects: ['http://example.org/1'] }
 */
export interface FetchedPage {
  /** The page itself, its compression undone. */
  readonly bytes: Uint8Array;
  /** Where it was in the end. */
  readonly address: string;
  readonly fetched: Instant;
  readonly status: number;
  /** Of the headers only those that tell of the page, not of the visit. */
  readonly headers: Readonly<Record<string, string>>;
  /** The addresses that led there, in order. */
  readonly redirects: readonly string[];
}

/**
 * What fetching touches.
 *
 * @example
 * const effects: FetchEffects = { ...systemFetching, allowed: new Set(['127.0.0.1:40123']) };
 */
export interface FetchEffects {
  readonly clock: Clock;
  /** Every IP address of a name. */
  resolve(name: string): Promise<readonly string[]>;
  /** May reject where the work is ended meanwhile. */
  wait(milliseconds: number, ending?: AbortSignal): Promise<unknown>;
  /** Nothing, but in a test that brings its own server. */
  readonly allowed: Allowed;
  /** Aborted when the person asks to end. */
  readonly ending?: AbortSignal;
}

/** The machine's network. */
export const systemFetching: FetchEffects = {
  clock: systemClock,
  resolve: async (name) => (await lookup(name, { all: true, order: 'ipv4first' })).map(({ address }) => address),
  wait: (milliseconds, ending) => sleep(milliseconds, null, ending && { signal: ending }),
  allowed: new Set(),
};

/**
 * How far a fetch goes: bytes, milliseconds, redirects.
 *
 * @example
 * const patient: FetchLimits = { ...LIMITS, wholeMs: 60_000 };
 */
export interface FetchLimits extends Bounds {
  readonly wholeMs: number;
  readonly idleMs: number;
  readonly redirects: number;
  readonly headerBytes: number;
}

export const LIMITS: FetchLimits = {
  bytes: 20_000_000,
  inflated: 256_000_000,
  ratio: 100,
  wholeMs: 20_000,
  idleMs: 10_000,
  redirects: 5,
  headerBytes: 32_768,
};

const BETWEEN_PAGES_MS = 2000;
const LONGEST_DELAY_MS = 30_000;
// What RFC 9309 wants read of a robots.txt, at least.
const ROBOTS: Bounds = { bytes: 512_000, inflated: 512_000, ratio: 100 };
const KEPT_HEADERS = ['content-type', 'last-modified', 'etag', 'date'];
const LONGEST_HEADER = 300;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const ACCEPT = 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.9,*/*;q=0.5';

/**
 * Fetches pages, one at a time: two pages of one host lie two seconds apart, or as many as its robots.txt asks for, up
 * to 30; robots.txt is asked for once for each host.
 *
 * @example
 * const { bytes } = await new Fetcher(systemFetching).page('https://example.org/news/1');
 */
export class Fetcher {
  readonly #effects: FetchEffects;
  readonly #limits: FetchLimits;
  readonly #robots = new Map<string, Robots>();
  readonly #visited = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(effects: FetchEffects, limits: FetchLimits = LIMITS) {
    this.#effects = effects;
    this.#limits = limits;
  }

  /** Fetches one page. Rejects with `Refused`, in one sentence that names the address. */
  page(written: string): Promise<FetchedPage> {
    const page = this.#turn.then(() => this.#visit(addressToFetch(written, null, this.#effects.allowed)));
    this.#turn = page.catch(() => null);
    return page;
  }

  async #visit(first: URL): Promise<FetchedPage> {
    const redirects: string[] = [];
    const hosts = new Set<string>();
    let url = first;
    let whole = this.#whole();
    for (;;) {
      if (await this.#waited(url, hosts)) whole = this.#whole();
      if (!(await this.#robotsOf(url)).allows(url.href)) {
        throw new Refused(`${url.href} may not be fetched by programs, its robots.txt says: save it from a browser.`);
      }
      const answer = await this.#request(url, { whole, page: url }, (response) => this.#taken(url, response));
      if (!('to' in answer)) return { ...answer, address: url.href, redirects };
      redirects.push(url.href);
      if (redirects.length > this.#limits.redirects) {
        throw new Refused(`${first.href} redirects more than ${this.#limits.redirects} times: save it from a browser.`);
      }
      url = this.#next(first, url, answer.to);
    }
  }

  #next(first: URL, from: URL, to: string): URL {
    try {
      const next = addressToFetch(to, from, this.#effects.allowed);
      if (from.protocol === 'http:' || next.protocol === 'https:') return next;
    } catch (error) {
      if (error instanceof Refused) throw new Refused(`${first.href} redirects, and ${error.message}`);
      throw error;
    }
    throw new Refused(
      `${first.href} redirects from https to http, where anybody can change it: save it from a browser.`,
    );
  }

  /** What an answer brings: a page, or the way to another. */
  async #taken(
    url: URL,
    { statusCode, headers, body }: Dispatcher.ResponseData,
  ): Promise<Omit<FetchedPage, 'address' | 'redirects'> | { readonly to: string }> {
    const to = REDIRECTS.has(statusCode) ? one(headers.location) : undefined;
    if (to !== undefined) return { to };
    if (statusCode !== 200) throw refusalOfStatus(statusCode, url.href);
    refuseType(one(headers['content-type']), url.href);
    const bytes = await collected(body, one(headers['content-length']), this.#limits, url.href);
    const kept = KEPT_HEADERS.flatMap((name) => {
      const value = one(headers[name]);
      return value ? [[name, value.slice(0, LONGEST_HEADER)]] : [];
    });
    return {
      bytes: unpacked(bytes, one(headers['content-encoding']), this.#limits, url.href),
      fetched: this.#effects.clock.now(),
      status: statusCode,
      headers: Object.fromEntries(kept),
    };
  }

  /** The rules of a site, asked for once. They may lie behind redirects, which are checked like any other. */
  async #robotsOf(page: URL): Promise<Robots> {
    const { origin } = page;
    const known = this.#robots.get(origin);
    if (known) return known;
    const whole = this.#whole();
    let url = new URL('/robots.txt', origin);
    for (let hop = 0; ; hop++) {
      const answer = await this.#request(url, { whole, page }, async ({ statusCode, headers, body }) => {
        const to = REDIRECTS.has(statusCode) ? one(headers.location) : undefined;
        if (to !== undefined && hop < this.#limits.redirects) return { to };
        if (statusCode !== 200) return { status: statusCode, text: '' };
        const bytes = await collected(body, one(headers['content-length']), ROBOTS, url.href);
        const text = new TextDecoder().decode(unpacked(bytes, one(headers['content-encoding']), ROBOTS, url.href));
        return { status: statusCode, text };
      });
      if ('to' in answer) {
        url = this.#next(page, url, answer.to);
        continue;
      }
      const robots = robotsOf(`${origin}/robots.txt`, answer.status, answer.text);
      this.#robots.set(origin, robots);
      return robots;
    }
  }

  /** Waits where a host was asked before this page; true where it had to. */
  async #waited({ hostname, origin }: URL, ofThisPage: Set<string>): Promise<boolean> {
    const again = this.#visited.has(hostname) && !ofThisPage.has(hostname);
    this.#visited.add(hostname);
    ofThisPage.add(hostname);
    if (!again) return false;
    const asked = (this.#robots.get(origin)?.delay ?? 0) * 1000;
    const { ending } = this.#effects;
    await this.#effects.wait(Math.min(Math.max(asked, BETWEEN_PAGES_MS), LONGEST_DELAY_MS), ending).catch((error) => {
      // The request that follows says in one sentence that the work was ended.
      if (!ending?.aborted) throw error;
    });
    return true;
  }

  #whole(): AbortSignal {
    const { ending } = this.#effects;
    const late = AbortSignal.timeout(this.#limits.wholeMs);
    return ending ? AbortSignal.any([late, ending]) : late;
  }

  /** One request on a connection of its own. Where it fails, the sentence names the page it was for. */
  async #request<T>(
    url: URL,
    { whole, page }: { readonly whole: AbortSignal; readonly page: URL },
    take: (response: Dispatcher.ResponseData) => Promise<T>,
  ): Promise<T> {
    const client = await this.#connectionTo(url, whole, page);
    try {
      const { pathname, search } = url;
      const headers = { 'user-agent': `${AGENT}/${version()}`, accept: ACCEPT, 'accept-encoding': 'gzip, br' };
      return await take(await client.request({ method: 'GET', path: `${pathname}${search}`, headers, signal: whole }));
    } catch (error) {
      throw this.#refusal(error, whole, page);
    } finally {
      await client.destroy();
    }
  }

  async #connectionTo(url: URL, whole: AbortSignal, page: URL): Promise<Client> {
    const addresses = await this.#addressesOf(url, whole, page);
    const { idleMs, headerBytes } = this.#limits;
    return new Client(url.origin, {
      connect: { lookup: pinnedTo(addresses), timeout: idleMs },
      headersTimeout: idleMs,
      bodyTimeout: idleMs,
      maxHeaderSize: headerBytes,
      allowH2: false,
      pipelining: 0,
    });
  }

  /** The addresses a connection may go to. One that is not public among them is a trap, or a site for insiders. */
  async #addressesOf(url: URL, whole: AbortSignal, page: URL): Promise<readonly string[]> {
    const written = ipOfHost(url);
    if (written !== null) return [written];
    const found = await Promise.race([this.#effects.resolve(url.hostname), whenAborted(whole)]).catch((error) => {
      throw this.#refusal(error, whole, page);
    });
    const hidden = found.find((ip) => !mayConnect(ip, url, this.#effects.allowed));
    if (hidden === undefined && found.length > 0) return found;
    throw new Refused(
      `${page.href} leads to ${hidden ?? 'no address'}, which is no public address: save the page and name the file.`,
    );
  }

  #refusal(error: unknown, whole: AbortSignal, page: URL): Refused {
    if (error instanceof Refused || !whole.aborted) return refusalOf(error, page.href);
    return this.#effects.ending?.aborted
      ? new Refused(`${page.href} was not fetched, you ended the work: call the same again to go on.`)
      : new Refused(`${page.href} takes longer than ${this.#limits.wholeMs / 1000} seconds: try again later.`);
  }
}

/** A look-up that knows one answer. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const answers = addresses.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
  return (name, { all }, tell) => {
    const [first] = answers;
    if (all) tell(null, answers);
    else if (first) tell(null, first.address, first.family);
    else tell(new Error(`${name} has no address`), '');
  };
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

// Read when the first page is fetched: the number of a version stands in one place.
function version(): string {
  const file = join(import.meta.dirname, '..', '..', 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
