import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What was made, and the bytes of memory that stayed taken by it. */
export async function weighed<T>(make: () => Promise<T>): Promise<{ readonly made: T; readonly bytes: number }> {
  const before = await taken();
  const made = await make();
  return { made, bytes: Math.max(0, (await taken()) - before) };
}

// What is only weakly held goes in a second round, after whoever waits for it had a turn.
async function taken(): Promise<number> {
  for (let round = 0; round < 3; round += 1) {
    collect();
    await turn();
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
