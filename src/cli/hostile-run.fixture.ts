import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import type { Claim } from '../claims/claim.ts';
import { claimsOf } from '../claims/extract.ts';
import type { SecondReading } from '../claims/second.ts';
import type { HostilePage } from './hostile-pages.fixture.ts';
import { hostilePages } from './hostile-pages.fixture.ts';
import type { Asking } from './model-server.fixture.ts';
import { modelServer, says } from './model-server.fixture.ts';
import { SecondExtractor } from './second-extractor.ts';
import { secondSettings } from './second-settings.ts';

export const HOSTILE_PAGES = 500;

/** What came of a page. */
export interface HostileResult {
  readonly page: HostilePage;
  /** The first extractor's claims as JSON, before the second was asked. */
  readonly before: string;
  readonly first: readonly Claim[];
  /** Null where the answer could not be read. */
  readonly reading: SecondReading | null;
  /** What the model was shown. */
  readonly asking: Asking | undefined;
  /** True where it found the order of the page and obeyed. */
  readonly obeyed: boolean;
  readonly notes: readonly string[];
}

/** Shows every page to a model that obeys it, and tells what came of it, and which ports of which hosts were connected to. */
export async function runHostilePages(): Promise<{
  results: HostileResult[];
  connected: string[];
  wanted: string;
  elsewhere: number;
}> {
  const model = await modelServer();
  const elsewhere = await modelServer(says('{"claims":[]}'));
  const connected = new Set<string>();
  const see = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    socket.once('connect', () => connected.add(`${socket.remoteAddress}:${socket.remotePort}`));
  };
  subscribe('net.client.socket', see);
  try {
    const results: HostileResult[] = [];
    for (const page of hostilePages(HOSTILE_PAGES, `${elsewhere.url}/taken`)) {
      results.push(await show(page, model));
    }
    return { results, connected: [...connected], wanted: `127.0.0.1:${model.port}`, elsewhere: elsewhere.asked.length };
  } finally {
    unsubscribe('net.client.socket', see);
    await Promise.all([model.close(), elsewhere.close()]);
  }
}

async function show(page: HostilePage, model: Awaited<ReturnType<typeof modelServer>>): Promise<HostileResult> {
  let obeyed = false;
  model.asked.length = 0;
  model.answer = (asking, response) => {
    obeyed = asking.passages.includes(`ORDER-${page.number}`);
    (obeyed ? page.obey : says('{"claims":[]}'))(asking, response);
  };
  const notes: string[] = [];
  const env = {
    UNFORGOTTEN_SECOND_URL: model.url,
    UNFORGOTTEN_SECOND_MODEL: 'obeys',
    UNFORGOTTEN_SECOND_KEY: HOSTILE_KEY,
  };
  const second = new SecondExtractor(secondSettings(env), {
    note: (line) => void notes.push(line),
    ending: new AbortController().signal,
  });
  const first = claimsOf(page.report);
  const before = JSON.stringify(first);
  const reading = await second.read(page.report, first, []);
  return { page, before, first, reading, asking: model.asked[0], obeyed, notes };
}

export const HOSTILE_KEY = 'sk-hostile-pages-77d0';

// Run by itself, under the permission model of node: what reads or writes another file than the program's own ends.
if (import.meta.main) {
  const { results, connected, wanted, elsewhere } = await runHostilePages();
  process.stdout.write(
    JSON.stringify({ pages: results.length, onlyTheEndpoint: connected.join() === wanted, elsewhere }),
  );
}
