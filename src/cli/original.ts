import { open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { waczOf } from '../archive/wacz-export.ts';
import type { OpenRegister } from '../store/open.ts';
import { Refused } from '../text/refusal.ts';
import type { Command } from './command.ts';
import { REGISTER } from './command.ts';
import { numberGiven, withRegister } from './register.ts';

export const originalCommand: Command = {
  name: 'original',
  help: `Usage: unforgotten original REPORT --out FILE [--register DIR] [--json]

Writes the original of a report as it came, byte for byte; of a message, the copy without those who received it. Where
FILE ends in .wacz, writes a web archive instead, which ReplayWeb.page and other programs open, with the address, the
moment and the headers; that needs a page that was fetched.

  --out FILE   where it goes; a file that is there already is not overwritten
  --json       what was written, as one JSON object

Example: unforgotten original 12 --out nine-freed.wacz`,
  most: 1,
  options: { ...REGISTER, out: { type: 'string' } },

  async run(given, world) {
    const number = numberGiven(given.words[0], 'report');
    const out = given.required('out', 'say which file the original goes to');
    const bytes = await withRegister(given, world, 'original', 'read', (register) =>
      /\.wacz$/i.test(out) ? archiveOf(register, number) : register.original(number),
    );
    await write(out, bytes);
    if (given.has('json')) world.print(JSON.stringify({ report: number, out, bytes: bytes.length }));
    else world.print(`Report ${number}: ${bytes.length} bytes in ${out}`);
  },
};

async function archiveOf(register: OpenRegister, number: number): Promise<Uint8Array> {
  const bytes = await register.original(number);
  const report = register.state().reports.get(number)?.report;
  if (!report?.fetched) {
    throw new Refused(
      `Report ${number} came as a file, so nothing tells what its site answered: name a FILE that does not end in .wacz.`,
    );
  }
  const { at, status, headers, from = report.address } = report.fetched;
  if (report.type === 'message/rfc822') {
    throw new Refused(
      `Report ${number} is a message that is kept without those who received it, so it is not what its site answered: name a FILE that does not end in .wacz.`,
    );
  }
  return waczOf({ bytes, address: from, title: report.title, fetched: at, status, headers });
}

/** Writes a new file, whole or not at all. */
async function write(name: string, bytes: Uint8Array): Promise<void> {
  const path = resolve(name);
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? `${error.code}` : '';
    if (code === '') throw error;
    const why = code === 'EEXIST' ? 'is there already' : `cannot be written (${code})`;
    throw new Refused(`${name} ${why}: name another file.`);
  }
}
