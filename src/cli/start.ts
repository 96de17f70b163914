import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { diskEffects } from '../site/effects.ts';
import { publish } from '../site/publish.ts';
import { openRegister } from '../store/open.ts';
import { Refused } from '../text/refusal.ts';
import { dayOf } from '../time/clock.ts';
import type { Command } from './command.ts';
import { SHARED } from './command.ts';
import { storiesOf } from './register.ts';
import { fillWithSample, putSampleStories, StatedClock } from './sample.ts';
import { ended, openDesk, portGiven } from './serve.ts';
import type { World } from './world.ts';

export const startCommand: Command = {
  name: 'start',
  help: `Usage: unforgotten start [--register DIR] [--port N]

Reads three sample reports, fills a register with their claims and decisions, publishes an edition of it, and opens the
desk and the site on this computer, saying what to look at. Without --register the register lives in a temporary
folder, which is taken away at the end. A register that is there already is opened as it is.

  --port N   default 4173; 0 takes any free one`,
  most: 0,
  options: { ...SHARED, register: { type: 'string' }, port: { type: 'string' } },

  async run(given, world) {
    if (world.env.DATABASE_URL) {
      throw new Refused('The sample keeps to a folder of its own: unset DATABASE_URL and start again.');
    }
    const port = await portGiven(given);
    const end = ended(world);
    const stated = given.value('register');
    const folder = stated === undefined ? await mkdtemp(join(tmpdir(), 'unforgotten-')) : resolve(stated);
    try {
      await show(folder, port, world, end);
    } finally {
      if (stated === undefined) await rm(folder, { recursive: true, force: true });
    }
  },
};

async function show(folder: string, port: number, world: World, end: Promise<void>): Promise<void> {
  // The sample is entered at the moments it states and published on its last day; from then on the clock is the real one.
  const clock = new StatedClock(world.clock);
  const register = await openRegister({ folder, mode: 'write', command: 'start' }, { ...world, clock });
  try {
    if (register.size === 0) {
      await fillWithSample(register, clock, world.print);
      await putSampleStories(folder);
    } else {
      world.print(`The register in ${folder} is there already and is opened as it is.`);
    }
    const out = join(folder, 'site');
    const stories = await storiesOf(folder);
    const { edition, files } = await publish(register, { on: dayOf(clock.now()), out, stories }, diskEffects);
    world.print(`Published the edition of ${edition.on}, ${files} files, in ${out}`);
    clock.set(null);
    const desk = await openDesk(register, port, { stories, previewOn: edition.on }, world);
    for (const line of tour(folder, out, desk.url)) world.print(line);
    await end;
    await desk.close();
    world.print('Closed.');
  } finally {
    await register.close();
  }
}

function tour(folder: string, out: string, url: string): string[] {
  return [
    '',
    `Look at   ${url}/            the desk: a claim waits beside its report, with its words marked`,
    `          ${url}/site/       the site, in English and Belarusian: the count, its receipt, the persons, the story`,
    '',
    'Ask, in another terminal:',
    `          npx unforgotten count --on 2025-12-20 --register ${folder}`,
    `          npx unforgotten find "Мария Колесникова" --register ${folder}`,
    `          npx unforgotten verify ${out}`,
    '',
    'Ctrl-C ends it.',
  ];
}
