import { Client } from 'undici';
import { z } from 'zod';
import type { Asked } from '../claims/asked.ts';
import { Refused } from '../text/refusal.ts';
import type { SecondSettings } from './second-settings.ts';

/** How far a request goes: bytes and milliseconds. */
export interface SecondLimits {
  readonly bytes: number;
  readonly wholeMs: number;
}

/** A model on a laptop may think for minutes. */
export const SECOND_LIMITS: SecondLimits = { bytes: 1_000_000, wholeMs: 300_000 };

/** A refusal after which every further request would meet the same. */
export class Unusable extends Refused {}

// What the protocol of OpenAI's chat completions answers with, as far as it is looked at.
const COMPLETION = z.looseObject({
  choices: z.array(z.looseObject({ message: z.looseObject({ content: z.string() }) })).min(1),
});

/**
 * Asks the configured endpoint, with one request to its address and to no other: redirects are not followed, no proxy is
 * used, nothing is kept between two requests. What it answers is only ever text; a call of a tool in it is passed over.
 *
 * @throws Refused, in one sentence without the key and without any word of the answer, where there is no answer to read.
 */
export async function askSecond(
  { task, passages }: Asked,
  settings: SecondSettings,
  limits: SecondLimits,
  ending: AbortSignal,
): Promise<string> {
  const { address, model, key } = settings;
  const late = AbortSignal.timeout(limits.wholeMs);
  const client = new Client(address.origin, {
    connect: { timeout: Math.min(limits.wholeMs, 10_000) },
    headersTimeout: limits.wholeMs,
    bodyTimeout: limits.wholeMs,
    maxResponseSize: limits.bytes,
    allowH2: false,
  });
  try {
    const { statusCode, body } = await client.request({
      method: 'POST',
      path: address.pathname,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model,
        temperature: 0,
        stream: false,
        messages: [
          { role: 'system', content: task },
          { role: 'user', content: passages },
        ],
      }),
      signal: AbortSignal.any([late, ending]),
    });
    if (statusCode !== 200) throw refusalOfStatus(statusCode, settings);
    return contentOf(await body.text(), settings);
  } catch (error) {
    throw refusalOf(error, settings, { late: late.aborted, ended: ending.aborted, limits });
  } finally {
    await client.destroy();
  }
}

function contentOf(text: string, settings: SecondSettings): string {
  const completion = COMPLETION.safeParse(jsonOf(text));
  const content = completion.data?.choices[0]?.message.content;
  if (content !== undefined) return content;
  throw new Refused(`${calledBy(settings)} does not answer as this protocol does: check UNFORGOTTEN_SECOND_URL.`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const calledBy = ({ name, address }: SecondSettings): string => `The second extractor ${name} at ${address.host}`;

function refusalOfStatus(status: number, settings: SecondSettings): Refused {
  const who = calledBy(settings);
  if (status === 401 || status === 403) {
    return new Unusable(`${who} does not take the key (${status}): check UNFORGOTTEN_SECOND_KEY.`);
  }
  if (status >= 300 && status < 400) {
    return new Unusable(`${who} sends elsewhere (${status}), where nothing is sent: give the address it means.`);
  }
  if (status === 404) {
    return new Unusable(`${who} has no such address or model (404): check UNFORGOTTEN_SECOND_URL and _MODEL.`);
  }
  if (status === 429) return new Unusable(`${who} asks for fewer requests (429): try again later.`);
  return new Refused(`${who} answers with ${status}: try again later, or look at its own log.`);
}

function refusalOf(
  error: unknown,
  settings: SecondSettings,
  { late, ended, limits }: { readonly late: boolean; readonly ended: boolean; readonly limits: SecondLimits },
): Refused {
  if (error instanceof Refused) return error;
  const who = calledBy(settings);
  if (ended) return new Unusable(`${who} was not waited for, you ended the work.`);
  if (late) return new Refused(`${who} takes longer than ${limits.wholeMs / 1000} seconds: try a smaller model.`);
  // Of a fault of the connection the code alone is told: its message may hold what was sent.
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  if (code === null) throw error;
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
    return new Refused(`${who} answers with more than ${limits.bytes / 1000} kilobytes: nothing of it is read.`);
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code.startsWith('ERR_TLS') || code === 'EAI_AGAIN') {
    return new Unusable(`${who} cannot be reached (${code}): is it running, and is the address right?`);
  }
  return new Refused(`${who} broke off (${code}): try again later.`);
}
