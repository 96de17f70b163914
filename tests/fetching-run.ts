import type { FetchEffects } from '../src/archive/fetch.ts';
import { Fetcher } from '../src/archive/fetch.ts';
import type { Command } from '../src/cli/command.ts';
import { parse } from '../src/cli/command.ts';
import type { World } from '../src/cli/world.ts';
import { Refused } from '../src/text/refusal.ts';

/** What a run may be given: the moment it happens at, and what ends it. */
export interface RunIn {
  readonly now?: string;
  readonly ending?: AbortSignal;
}

/** What a run printed, and the sentence it was refused with. */
export interface RanIn {
  readonly out: string;
  readonly notes: string;
  readonly refusal: string | null;
}

/** Runs a command in this process, in a world whose public web is one server of ours, at this port. */
export async function runOn(port: number, command: Command, args: readonly string[], more: RunIn = {}): Promise<RanIn> {
  const out: string[] = [];
  const notes: string[] = [];
  const effects: FetchEffects = {
    clock: { now: () => more.now ?? '2025-12-15T09:30:00Z' },
    resolve: async () => ['127.0.0.1'],
    wait: async () => {},
    allowed: new Set([`127.0.0.1:${port}`]),
    ending: more.ending ?? new AbortController().signal,
  };
  const fetcher = new Fetcher(effects);
  const world: World = {
    env: {},
    clock: effects.clock,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    print: (line) => void out.push(line),
    note: (line) => void notes.push(line),
    progress: () => {},
    input: async () => '',
    ending: effects.ending ?? AbortSignal.abort(),
    fetcher: async () => fetcher,
  };
  const refusal = await command.run(parse(command, args), world).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refused) return error.message;
      throw error;
    },
  );
  return { out: out.join('\n'), notes: notes.join('\n'), refusal };
}
