import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Server as NetServer } from 'node:net';
import { createServer as createNetServer } from 'node:net';
import type { SecureContextOptions, SecureVersion } from 'node:tls';
import { createSecureContext } from 'node:tls';
import type { Certified } from '../src/archive/fetch-certificate.fixture.ts';
import { certified } from '../src/archive/fetch-certificate.fixture.ts';
import { PAGE } from './hostile-server.ts';

/** Sites that prove who they are, or fail to, on one port of this machine. */
export interface TlsSites {
  readonly port: number;
  /** Of the authority that vouches for the honest ones, in PEM. */
  readonly authority: string;
  /** `host path` of every request that came through. */
  readonly asked: string[];
  close(): Promise<void>;
}

const DAY_MS = 24 * 3600 * 1000;

/** What each host shows: the certificates it sends, and the key of the first. */
function shownBy(authority: Certified): Readonly<Record<string, readonly [Certified, ...Certified[]]>> {
  const days = (count: number): Date => new Date(Date.now() + count * DAY_MS);
  const leaf = (name: string, more: Partial<Parameters<typeof certified>[0]> = {}): Certified =>
    certified({ name, hosts: [name], by: authority, ...more });
  const unknown = certified({ name: 'Nobody’s Authority' });
  const between = certified({ name: 'Between', by: authority });
  // Not an authority, though it signs as one.
  const impostor = leaf('another.example.org');
  return {
    'honest.example.org': [leaf('honest.example.org')],
    'between.example.org': [leaf('between.example.org', { by: between }), between],
    'wild.example.org': [leaf('wild.example.org', { hosts: ['*.example.org'] })],
    'expired.example.org': [leaf('expired.example.org', { from: days(-60), to: days(-1) })],
    'early.example.org': [leaf('early.example.org', { from: days(1), to: days(60) })],
    'other.example.org': [leaf('other.example.org', { hosts: ['somebody-else.example.net'] })],
    'deep.wild.example.org': [leaf('wild.example.org', { hosts: ['*.example.org'] })],
    'selfmade.example.org': [certified({ name: 'selfmade.example.org', hosts: ['selfmade.example.org'] })],
    'unknown.example.org': [leaf('unknown.example.org', { by: unknown })],
    'chain.example.org': [leaf('chain.example.org', { by: unknown }), unknown],
    'impostor.example.org': [leaf('impostor.example.org', { by: impostor }), impostor],
  };
}

/** Starts them. They differ by the name that is asked for (SNI); `versions` are those of TLS that they speak. */
export async function tlsSites(
  versions: {
    readonly minVersion?: SecureVersion;
    readonly maxVersion?: SecureVersion;
    readonly ciphers?: string;
  } = {},
): Promise<TlsSites> {
  const authority = certified({ name: 'Authority of a Test' });
  const shown = shownBy(authority);
  const contexts = new Map(Object.entries(shown).map(([host, chain]) => [host, optionsOf(chain)]));
  const asked: string[] = [];
  const fallback = contexts.get('honest.example.org');
  const server = createServer(
    {
      ...fallback,
      ...versions,
      SNICallback: (host, tell) =>
        tell(null, createSecureContext({ ...(contexts.get(host) ?? fallback), ...versions })),
    },
    (request: IncomingMessage, response: ServerResponse) => {
      const { host = '', ...rest } = request.headers;
      asked.push(`${host.replace(/:\d+$/, '')} ${request.url}`);
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      const place = new URL(request.url ?? '/', `https://${host}`).searchParams.get('place');
      if (place) return void response.writeHead(302, { location: place }).end();
      response.writeHead(200, { 'content-type': 'text/html' }).end(rest ? PAGE : '');
    },
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    authority: authority.certificate,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A port that takes connections and ends each in the midst of the handshake. */
export async function brokenHandshake(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server: NetServer = createNetServer((socket) => {
    socket.once('data', () => socket.destroy());
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function optionsOf(chain: readonly [Certified, ...Certified[]]): SecureContextOptions {
  const [own] = chain;
  const key = own.key.export({ type: 'pkcs8', format: 'pem' });
  return { key, cert: chain.map(({ certificate }) => certificate).join('') };
}
