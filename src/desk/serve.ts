import { createServer } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Refused } from '../text/refusal.ts';
import type { DeskEffects, DeskOptions } from './app.ts';
import { deskApp } from './app.ts';
import type { DeskRegister } from './register.ts';

/** Where and for which register the desk is served. */
export interface Serving extends Omit<DeskOptions, 'hosts'> {
  readonly register: DeskRegister;
  /** 0 takes any free one. */
  readonly port: number;
  /** The desk knows no passwords yet, so it answers on its own machine and nowhere else. */
  readonly host: '127.0.0.1';
}

/** A desk that is being served. */
export interface ServedDesk {
  /** `http://127.0.0.1:4173` */
  readonly url: string;
  /** Ends it: no new request is taken, and connections are closed. */
  close(): Promise<void>;
}

/**
 * Serves the desk until it is closed.
 *
 * @throws Refused where the port is no port, is taken, or may not be used.
 */
export async function serveDesk(
  { register, port, host, ...options }: Serving,
  effects: DeskEffects,
): Promise<ServedDesk> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Refused(`${port} is no port: choose one from 1 to 65535 with --port.`);
  }
  // The names it answers to hold the port, which is known once the server listens; until then it answers nobody.
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 503 });
  const server = createAdaptorServer({ fetch: (request) => answer(request) });
  const taken = await new Promise<number>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, port)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
  const app = deskApp(register, { ...options, hosts: [`${host}:${taken}`, `localhost:${taken}`] }, effects);
  answer = (request) => app.fetch(request);
  return {
    url: `http://${host}:${taken}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/**
 * Takes a port and lets go of it, so that work for the desk is not begun where it could not be served.
 *
 * @throws Refused where the port is taken, or may not be used.
 */
export async function tryPort(port: number, host: '127.0.0.1'): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, port)));
    server.listen(port, host, () => server.close(() => resolve()));
  });
}

function refusalOf(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new Refused(`Port ${port} is taken by another program: choose another with --port.`);
  }
  if (error.code === 'EACCES')
    return new Refused(`Port ${port} may not be used by you: choose one above 1023 with --port.`);
  return error;
}
