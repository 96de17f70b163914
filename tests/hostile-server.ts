import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** A site that does everything a site should not; what it was asked is kept. */
export interface HostileServer {
  readonly port: number;
  /** `host path` of every request, in order. */
  readonly asked: string[];
  /** How many connections were made to it. */
  readonly connections: () => number;
  close(): Promise<void>;
}

export const PAGE = '<!doctype html><title>A page</title><article><p>Nine people were released.</p></article>';
const HTML = { 'content-type': 'text/html; charset=utf-8' };
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A page that is sent as it is, with the compression that is named. */
const sent =
  (body: Uint8Array | string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(200, { ...HTML, ...headers }).end(body);

const forEver = (response: ServerResponse, part: string, everyMs: number): void => {
  response.writeHead(200, HTML);
  const timer = setInterval(() => response.write(part), everyMs);
  response.on('close', () => clearInterval(timer));
};

const CHUNKED = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n';

/** Writes on the connection itself, so that no rule of the protocol is kept. */
const rawForEver = (
  { socket }: ServerResponse,
  first: string,
  part: (turn: number) => string,
  everyMs: number,
): void => {
  let turn = 0;
  socket?.write(first);
  const timer = setInterval(() => socket?.write(part(turn++)), everyMs);
  socket?.on('close', () => clearInterval(timer));
  socket?.on('error', () => clearInterval(timer));
};

const ANSWERS: Readonly<Record<string, Answer>> = {
  '/page': (response) =>
    response
      .writeHead(200, {
        ...HTML,
        etag: '"v1"',
        'last-modified': 'Sun, 14 Dec 2025 10:00:00 GMT',
        'set-cookie': 'visitor=1234',
        server: 'hostile',
      })
      .end(PAGE),
  '/gzip': sent(gzipSync(PAGE), { 'content-encoding': 'gzip' }),
  '/brotli': sent(brotliCompressSync(PAGE), { 'content-encoding': 'br' }),
  '/deflate': sent(deflateSync(PAGE), { 'content-encoding': 'deflate' }),
  '/bare-deflate': sent(deflateRawSync(PAGE), { 'content-encoding': 'deflate' }),
  '/bomb': sent(gzipSync(new Uint8Array(30_000_000)), { 'content-encoding': 'gzip' }),
  '/brotli-bomb': sent(brotliCompressSync(new Uint8Array(30_000_000)), { 'content-encoding': 'br' }),
  '/damaged': sent(gzipSync(PAGE).subarray(0, 40), { 'content-encoding': 'gzip' }),
  '/twice': sent(gzipSync(gzipSync(PAGE)), { 'content-encoding': 'gzip, gzip' }),
  '/picture': sent(PNG, { 'content-type': 'image/png' }),
  '/picture-called-page': sent(PNG),
  '/no-type': (response) => response.writeHead(200).end(PAGE),
  '/drip': (response) => forEver(response, 'x', 20),
  '/endless': (response) => forEver(response, 'x'.repeat(100_000), 1),
  '/silent': (response) => response.writeHead(200, HTML).write('<p>'),
  '/no-answer': () => {},
  '/says-a-terabyte': (response) => response.writeHead(200, { ...HTML, 'content-length': 1e12 }).write('<p>'),
  '/cut-off': (response) => {
    response.writeHead(200, { ...HTML, 'content-length': 1000 }).write('<p>half a');
    setTimeout(() => response.destroy(), 20);
  },
  '/says-less': (response) => response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n${PAGE}`),
  '/headers': (response) => response.writeHead(200, { ...HTML, 'x-filler': 'h'.repeat(100_000) }).end(PAGE),
  '/no-http': (response) => response.socket?.end('220 mail.example.org ESMTP\r\n'),
  '/header-by-header': (response) => rawForEver(response, 'HTTP/1.1 200 OK\r\n', (n) => `x-${n}: 1\r\n`, 50),
  '/hints-for-ever': (response) => rawForEver(response, '', () => 'HTTP/1.1 103 Early Hints\r\n\r\n', 20),
  '/chunk-of-words': (response) => rawForEver(response, `${CHUNKED}1;`, () => 'x'.repeat(10_000), 5),
  '/two-lengths': (response) =>
    response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 90\r\n\r\n${PAGE}`),
  '/less-than-nothing': (response) => response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n${PAGE}`),
  '/to-itself': (response) => response.writeHead(302, { location: '/to-itself' }).end(),
  '/to-nowhere': (response) => response.writeHead(302).end(),
};

/** Starts it on an address of this machine. `robots` says what the robots.txt of a host is: its text, or a status. */
export async function hostileServer(
  host = '127.0.0.1',
  port = 0,
  robots: Readonly<Record<string, string | number>> = {},
): Promise<HostileServer> {
  const asked: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://site');
    const name = (request.headers.host ?? '').replace(/:\d+$/, '');
    asked.push(`${name} ${url.pathname}`);
    if (url.pathname === '/robots.txt') return answerRobots(response, robots[name] ?? 404);
    const status = /^\/status\/(\d+)$/.exec(url.pathname)?.[1];
    if (status) return void response.writeHead(Number(status), HTML).end(PAGE);
    const step = /^\/again\/(\d+)$/.exec(url.pathname)?.[1];
    if (step) return void response.writeHead(302, { location: `/again/${Number(step) + 1}` }).end();
    if (url.pathname === '/to') {
      return void response.writeHead(302, { location: url.searchParams.get('place') ?? '' }).end();
    }
    (ANSWERS[url.pathname] ?? ((none) => none.writeHead(404).end()))(response, request);
  });
  server.on('connection', () => {
    connections++;
  });
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    connections: () => connections,
    close: () => closed(server),
  };
}

function answerRobots(response: ServerResponse, robots: string | number): void {
  if (typeof robots === 'number') response.writeHead(robots).end();
  else response.writeHead(200, { 'content-type': 'text/plain' }).end(robots);
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

/** A site as it should be, whose pages a test puts there. */
export interface NewsSite {
  readonly port: number;
  /** The path of every request, in order. */
  readonly asked: string[];
  put(path: string, page: string): void;
  redirect(path: string, to: string): void;
  close(): Promise<void>;
}

/** Starts a site without pages on this machine. */
export async function newsSite(): Promise<NewsSite> {
  const asked: string[] = [];
  const pages = new Map<string, string>();
  const moved = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const to = moved.get(path);
    const page = pages.get(path);
    if (to !== undefined) response.writeHead(301, { location: to }).end();
    else if (page !== undefined) response.writeHead(200, HTML).end(page);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    put: (path, page) => void pages.set(path, page),
    redirect: (path, to) => void moved.set(path, to),
    close: () => closed(server),
  };
}
