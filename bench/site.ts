import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { fillWithSample, putSampleStories, StatedClock } from '../src/cli/sample.ts';
import { realWorld } from '../src/cli/world.ts';
import { readStories } from '../src/site/effects.ts';
import { previewFiles } from '../src/site/publish.ts';
import { openRegister } from '../src/store/open.ts';
import type { Row } from './measure.ts';
import { beside, timesASecond } from './measure.ts';

/** What a page may weigh over the wire, text and style together: one round trip (RFC 6928). */
const BUDGET = 14_000;

/** Page weight beside the budget, and pages a second, on the sample register. */
export async function siteRows(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'unforgotten-bench-'));
  const world = realWorld();
  const clock = new StatedClock(world.clock);
  const register = await openRegister({ folder, mode: 'write' }, { ...world, clock });
  try {
    await fillWithSample(register, clock, () => undefined);
    await putSampleStories(folder);
    const stories = await readStories(join(folder, 'stories'));
    const edition = () => previewFiles(register, '2026-01-03', stories);
    const pages = [...edition()].filter(([path]) => path.endsWith('.html'));
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
    const heaviest = Math.max(...pages.map(([, bytes]) => brotliCompressSync(bytes, quality).length));
    const name = `heaviest of ${pages.length} pages, text and style, brotli`;
    return [
      beside({ area: 'site', name, value: heaviest, unit: 'bytes' }, 'the budget', BUDGET),
      {
        area: 'site',
        name: `building an edition of ${pages.length} pages`,
        value: pages.length * timesASecond(edition),
        unit: 'pages/s',
      },
    ];
  } finally {
    await register.close();
    await rm(folder, { recursive: true, force: true });
  }
}
