import { folderReader, webReader } from '../site/effects.ts';
import { verifyEdition } from '../site/verify.ts';
import { Refused } from '../text/refusal.ts';
import type { Command } from './command.ts';
import { SHARED } from './command.ts';

export const verifyCommand: Command = {
  name: 'verify',
  help: `Usage: unforgotten verify DIR|URL [--key KEY] [--json]

Checks that an edition is what its publisher signed: the signature, the log, every page, every receipt. A folder is
checked offline. Without --key the key that the edition itself carries is taken, and its fingerprint printed: compare
it with one you got another way.

  --key KEY   the publisher's verifier key, name+hash+key
  --json      every check, as one JSON object

Ends with 1 where anything is not as signed. Example: unforgotten verify public`,
  options: { ...SHARED, key: { type: 'string' } },

  async run(given, world) {
    const [place] = given.words;
    if (place === undefined) throw new Refused('Name the edition to check: unforgotten verify DIR|URL.');
    const key = given.value('key');
    const reader = /^https?:\/\//i.test(place) ? webReader(place) : folderReader(place);
    const { ok, checks } = await verifyEdition(reader, key === undefined ? {} : { key });
    if (given.has('json')) world.print(JSON.stringify({ ok, checks }));
    else for (const check of checks) world.print(`${check.ok ? 'ok   ' : 'WRONG'}  ${check.says}`);
    if (!ok)
      throw new Refused(`${place} is not what was signed: do not rely on it, and get it again from another place.`);
  },
};
