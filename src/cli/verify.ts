import { existsSync } from 'node:fs';
import { folderReader, webReader } from '../site/effects.ts';
import { verifyEdition } from '../site/verify.ts';
import { Refused } from '../text/refusal.ts';
import type { Command } from './command.ts';
import { SHARED } from './command.ts';
import { bytesOf } from './world.ts';

export const verifyCommand: Command = {
  name: 'verify',
  help: `Usage: unforgotten verify DIR|URL [--key KEY] [--seen FILE] [--json]

Checks that an edition is what its publisher signed: the signature, the log, every page, every receipt. A folder is
checked offline. Without --key the key that the edition itself carries is taken, and its fingerprint printed: compare
it with one you got another way.

  --key KEY     the publisher's verifier key, name+hash+key
  --seen FILE   the checkpoint of an earlier edition: the log must go on from it, and not have been rolled back
  --json        every check, as one JSON object

Ends with 1 where anything is not as signed. Example: unforgotten verify public`,
  most: 1,
  options: { ...SHARED, key: { type: 'string' }, seen: { type: 'string' } },

  async run(given, world) {
    const [place] = given.words;
    if (place === undefined) throw new Refused('Name the edition to check: unforgotten verify DIR|URL.');
    const key = given.value('key');
    const onWeb = /^https?:\/\//i.test(place);
    if (!onWeb && !existsSync(place)) throw new Refused(`There is no folder ${place}: check the spelling.`);
    const reader = onWeb ? webReader(place) : folderReader(place);
    const seenFile = given.value('seen');
    const seen = seenFile === undefined ? undefined : new TextDecoder().decode(await bytesOf(seenFile));
    const { ok, checks } = await verifyEdition(reader, { ...(key && { key }), ...(seen && { seen }) });
    if (given.has('json')) world.print(JSON.stringify({ ok, checks }));
    else for (const check of checks) world.print(`${check.ok ? 'ok   ' : 'WRONG'}  ${check.says}`);
    if (ok) return;
    // Where the first check already stopped the rest, nothing is known of the pages.
    const fault = checks.length > 1 ? 'is not what was signed' : 'cannot be checked';
    throw new Refused(`${place} ${fault}: do not rely on it, and get it again from another place.`);
  },
};
