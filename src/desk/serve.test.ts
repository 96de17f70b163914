import { request } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refused } from '../text/refusal.ts';
import type { TestDesk } from './desk.fixture.ts';
import { openDesk } from './desk.fixture.ts';
import type { ServedDesk } from './serve.ts';
import { serveDesk } from './serve.ts';

let desk: TestDesk;
const served: ServedDesk[] = [];
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  for (const one of served.splice(0)) await one.close();
  await desk.close();
});

const effects = {
  clock: { now: () => '2025-12-20T10:00:00Z' },
  random: (bytes: number) => new Uint8Array(bytes),
  fault: () => {},
};
const serve = async (port: number) => {
  const one = await serveDesk({ register: desk.register, port, host: '127.0.0.1' }, effects);
  served.push(one);
  return one;
};
/** Asks over the wire with a Host of one's own, which fetch does not allow. */
const ask = (url: string, host: string, path = '/') =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });

describe('serving the desk', () => {
  it('answers at the address it gives, on this machine, under its two names', async () => {
    const { url } = await serve(0);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const { port } = new URL(url);
    expect(await ask(url, `127.0.0.1:${port}`)).toBe(200);
    expect(await ask(url, `localhost:${port}`)).toBe(200);
    expect(await ask(url, `rebound.example:${port}`)).toBe(403);
    expect(await ask(url, '127.0.0.1:1')).toBe(403);
  });

  it.each(['/site/../../../../etc/passwd', '/site/..%2f..%2fetc%2fpasswd', '/site/%', '//evil.example/', '/claim/%ff'])(
    'gives nothing away for %s',
    async (path) => {
      const { url } = await serve(0);
      expect([404, 422]).toContain(await ask(url, new URL(url).host, path));
    },
  );

  it('says in one sentence where the port is taken, by itself or by another program', async () => {
    const { url } = await serve(0);
    const own = Number(new URL(url).port);
    await expect(serve(own)).rejects.toThrow(
      new Refused(`Port ${own} is taken by another program: choose another with --port.`),
    );
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(serve(port)).rejects.toThrow(`Port ${port} is taken by another program: choose another with --port.`);
    await new Promise((resolve) => other.close(resolve));
  });

  it.each([-1, 65_536, 1.5, Number.NaN])('refuses %d as a port', async (port) => {
    await expect(serve(port)).rejects.toThrow('is no port: choose one from 1 to 65535 with --port.');
  });

  it('ends when it is closed, also with a connection kept alive, and gives the port back', async () => {
    const first = await serve(0);
    expect((await fetch(first.url)).status).toBe(200);
    served.splice(0);
    await first.close();
    await expect(fetch(first.url)).rejects.toThrow();
    const again = await serve(Number(new URL(first.url).port));
    expect(again.url).toBe(first.url);
  });
});
