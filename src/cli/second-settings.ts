import ipaddr from 'ipaddr.js';
import { Refused } from '../text/refusal.ts';

/** The second extractor that a documenter configured. */
export interface SecondSettings {
  /** What it is called in the register. */
  readonly name: string;
  readonly model: string;
  /** Where it is asked: the address that was stated with `/chat/completions` behind it. */
  readonly address: URL;
  /** Sent to that address and to nowhere else; never printed, logged or kept. */
  readonly key?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const HOW = 'docs/second-extractor.md says how';

/**
 * Reads the settings of the second extractor from the environment. None of its sentences contains the key.
 *
 * @throws Refused where the address or the model is missing, the address is not https and neither on this computer nor in
 * a private network, or a value cannot be used.
 */
export function secondSettings(env: Environment): SecondSettings {
  const stated = (env.UNFORGOTTEN_SECOND_URL ?? '').trim();
  if (stated === '') {
    throw new Refused(`No second extractor is configured: set UNFORGOTTEN_SECOND_URL to its address, ${HOW}.`);
  }
  const model = (env.UNFORGOTTEN_SECOND_MODEL ?? '').trim();
  if (model === '') {
    throw new Refused(`The second extractor needs a model: set UNFORGOTTEN_SECOND_MODEL to its name, ${HOW}.`);
  }
  const name = (env.UNFORGOTTEN_SECOND_NAME ?? model).trim();
  if (!NAME.test(name)) {
    throw new Refused(
      'The second extractor needs a name of up to 60 letters, digits and . _ : / - signs: set UNFORGOTTEN_SECOND_NAME.',
    );
  }
  const key = (env.UNFORGOTTEN_SECOND_KEY ?? '').trim();
  if (!/^[\x21-\x7e]*$/.test(key)) {
    throw new Refused('UNFORGOTTEN_SECOND_KEY holds a character that no key has: copy it again, without line breaks.');
  }
  return { name, model, address: addressOf(stated), ...(key !== '' && { key }) };
}

const NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._:/-]{0,59}$/u;

function addressOf(stated: string): URL {
  const url = URL.parse(stated);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new Refused('UNFORGOTTEN_SECOND_URL is no web address: write it as in https://models.example.org/v1.');
  }
  // A key in the address would be printed with it.
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new Refused('UNFORGOTTEN_SECOND_URL holds more than an address: give a key in UNFORGOTTEN_SECOND_KEY alone.');
  }
  if (url.protocol === 'http:' && !isNear(url.hostname)) {
    throw new Refused(
      `UNFORGOTTEN_SECOND_URL sends reports to ${url.host} where anybody on the way can read them: write https, or the number of an address in your own network.`,
    );
  }
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith('/chat/completions') ? path : `${path}/chat/completions`;
  return url;
}

const NEAR: ReadonlySet<string> = new Set(['loopback', 'private', 'uniqueLocal', 'linkLocal']);

// This computer, or a number of a private network. Another name may lead anywhere tomorrow.
function isNear(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (host === 'localhost') return true;
  return ipaddr.isValid(host) && NEAR.has(ipaddr.parse(host).range());
}
