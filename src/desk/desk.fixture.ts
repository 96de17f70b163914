import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../archive/report.ts';
import type { Claim } from '../claims/claim.ts';
import type { OpenRegister } from '../store/open.ts';
import { openRegister } from '../store/open.ts';
import { deskApp } from './app.ts';
import { CLAIMS, REPORT } from './report.fixture.ts';

/** The Host that the desk of the tests answers to. */
export const HOST = '127.0.0.1:4173';

/** What a browser sends with a form of the desk's own page. */
export const OWN_FORM: Readonly<Record<string, string>> = {
  host: HOST,
  origin: `http://${HOST}`,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
};

// The tests happen on 20 December 2025, from ten in the morning on, a second for each look at the clock.
function momentAfter(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `2025-12-20T${two(10 + seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}Z`;
}

/** A desk over a register of its own, in a temporary folder. */
export interface TestDesk {
  readonly register: OpenRegister;
  /** Asks the desk as a browser on its own pages would. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends a form as a browser would; remembers the cookie for the next request of the same person. */
  post(path: string, fields: Readonly<Record<string, string>>, who?: Browser): Promise<Response>;
  /** Sends JSON as a program that is no browser would. */
  send(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  request(path: string, init: RequestInit): Promise<Response>;
  readonly faults: unknown[];
  close(): Promise<void>;
}

/** A browser, as far as the desk knows it: its cookie. */
export interface Browser {
  cookie: string;
}

/** Opens a desk with the report of the tests, or others, in its register. */
export async function openDesk(
  reports: readonly { readonly report: Report; readonly claims: readonly Claim[] }[] = [
    { report: REPORT, claims: CLAIMS },
  ],
): Promise<TestDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'desk-'));
  let seconds = 0;
  const clock = { now: () => momentAfter(seconds++) };
  // Bytes that differ within a test and are the same in every run.
  let seed = 1;
  const random = (bytes: number) =>
    Uint8Array.from({ length: bytes }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed & 255;
    });
  const register = await openRegister({ folder, mode: 'write' }, { clock, random });
  for (const [i, { report, claims }] of reports.entries()) {
    await register.addReport({
      bytes: new TextEncoder().encode(`${i} ${report.text}`),
      address: `${i}.txt`,
      type: 'text/plain',
      report,
      claims,
      author: 'Alena',
    });
  }
  const faults: unknown[] = [];
  const app = deskApp(
    register,
    { hosts: [HOST, 'localhost:4173'] },
    { clock, random, fault: (error) => faults.push(error) },
  );
  const request = async (path: string, init: RequestInit) => app.request(path, init);
  return {
    register,
    faults,
    request,
    get: (path, headers = {}) => request(path, { headers: { host: HOST, ...headers } }),
    async post(path, fields, who = { cookie: '' }) {
      const answer = await request(path, {
        method: 'POST',
        headers: { ...OWN_FORM, ...(who.cookie && { cookie: who.cookie }) },
        body: new URLSearchParams(fields).toString(),
      });
      who.cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? who.cookie;
      return answer;
    },
    send: (path, body, headers = {}) =>
      request(path, {
        method: 'POST',
        headers: { host: HOST, 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    async close() {
      await register.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
