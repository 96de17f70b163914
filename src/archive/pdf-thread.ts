import { parentPort, Worker, workerData } from 'node:worker_threads';
import { Refused } from '../text/refusal.ts';
import type { Work } from './bounds.ts';
import type { Line } from './pdf-lines.ts';

// Reads PDFs in a thread of its own, which can be ended: what a PDF asks for (streams packed in streams, forms that draw
// forms) is known only once it has been done. Both sides stand in this file, so that each finds the other as source, as
// built and as packed.

type Question = { readonly bytes: Uint8Array; readonly address: string };
type Answer = { readonly pages: Line[][] } | { readonly refused: string };

const SIDE = 'the thread that reads PDFs';
// What a PDF unpacks to lies outside the heap, which alone a thread keeps within limits.
const HEAP_MB = 96;
const UNPACKED_MAX = 32_000_000;
const WATCHED_EVERY = 20;
// A thread takes 60 ms to start. An archive of many PDFs is read by one.
const KEPT_FOR = 2000;

let idle: Worker | null = null;

/**
 * The lines of a PDF, page by page, read in a thread that is ended where it takes too long or too much.
 *
 * @throws Refused, naming the file, for what `linesInPdf` refuses, and for a document that asks for more than 10 s of work
 * in all, 96 MB for what it is made of or 32 MB (and twice its size) for what it unpacks to.
 */
export async function linesInThread(bytes: Uint8Array, work: Work): Promise<Line[][]> {
  const thread = idle ?? started();
  idle = null;
  thread.ref();
  let answer: Answer;
  try {
    answer = await answered(thread, bytes, work);
  } catch (error) {
    await thread.terminate();
    throw error;
  }
  await keep(thread);
  if ('refused' in answer) throw new Refused(answer.refused);
  return answer.pages;
}

function started(): Worker {
  const thread = new Worker(new URL(import.meta.url), {
    workerData: SIDE,
    // Whatever a library prints there is for nobody.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
  });
  // Also while nobody asks it anything: a thread that fails unheard would end the program.
  const forget = () => {
    if (idle === thread) idle = null;
  };
  return thread.on('error', forget).on('exit', forget);
}

/** One thread waits a while for the next document; it keeps no program from ending. */
async function keep(thread: Worker): Promise<void> {
  if (idle) {
    await thread.terminate();
    return;
  }
  idle = thread;
  thread.unref();
  setTimeout(() => {
    if (idle !== thread) return;
    idle = null;
    void thread.terminate();
  }, KEPT_FOR).unref();
}

async function answered(thread: Worker, bytes: Uint8Array, work: Work): Promise<Answer> {
  let watch: NodeJS.Timeout | undefined;
  const ends = new AbortController();
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const once = (event: string, listener: (value: unknown) => void) => {
        thread.once(event, listener);
        ends.signal.addEventListener('abort', () => thread.off(event, listener));
      };
      once('message', (answer) => resolve(answer as Answer));
      once('error', (error) => reject(isOutOfMemory(error) ? tooMuch(work.address) : error));
      once('exit', () => reject(tooMuch(work.address)));
      watch = setInterval(() => watched(thread, bytes.length, work).catch(reject), WATCHED_EVERY);
      const own = new Uint8Array(bytes);
      const question: Question = { bytes: own, address: work.address };
      thread.postMessage(question, [own.buffer]);
    });
  } finally {
    clearInterval(watch);
    ends.abort();
  }
}

async function watched(thread: Worker, size: number, work: Work): Promise<void> {
  work.goOn();
  // A thread that has ended says so itself.
  const statistics = await thread.getHeapStatistics().catch(() => null);
  if (statistics && statistics.external_memory > UNPACKED_MAX + size * 2) throw tooMuch(work.address);
}

function isOutOfMemory(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooMuch(address: string): Refused {
  return new Refused(`${address} unpacks to more than a document does: save its text as a .txt file and read that.`);
}

async function answer({ bytes, address }: Question): Promise<Answer> {
  const { linesInPdf } = await import('./pdf-text.ts');
  try {
    return { pages: await linesInPdf(bytes, address) };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}

if (workerData === SIDE) {
  parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)));
}
