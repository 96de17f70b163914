import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { rebuild } from '../register/rebuild.ts';
import { plain } from '../register/state.fixture.ts';
import { startChild } from './child.fixture.ts';
import { openRegister } from './open.ts';
import { effects, temporaryFolder } from './register.fixture.ts';

const ROUNDS = 25;
const LONGEST_MS = 200;

it(`loses nothing that was acknowledged in ${ROUNDS} kills at any moment`, async () => {
  const folder = temporaryFolder();
  const acknowledged = new Map<number, string>();
  for (let round = 0; round < ROUNDS; round++) {
    const child = startChild('commit', folder);
    // Every fifth is killed while it starts, makes the register or opens it; the others in the middle of their work.
    if (round % 5 > 0) await child.said('open');
    await wait(Math.random() * LONGEST_MS);
    child.kill('SIGKILL');
    await child.ended;
    for (const line of child.lines) {
      const [, number, sealed = ''] = /^(\d+) (\{.*\})$/.exec(line) ?? [];
      if (number !== undefined) acknowledged.set(Number(number), sealed);
    }
    if (acknowledged.size === 0) continue;
    const register = await openRegister({ folder, mode: round % 2 ? 'write' : 'read' }, effects);
    const lines = register.lines();
    const lost = [...acknowledged].filter(([number, line]) => lines[number] !== line);
    expect(lost).toEqual([]);
    // Nothing is half there: a report with both its claims, and its decisions both or neither.
    const kinds = register.entries().map(({ kind }) => kind);
    expect(kinds.join(' ')).toMatch(
      /^(report claim claim (decision decision )?)*(report claim claim( decision decision)?)?$/,
    );
    const last = [...register.state().reports.keys()].at(-1) ?? 0;
    expect((await register.report(last)).title).toBe('Вызвалены');
    expect(plain(register.state())).toEqual(plain(rebuild(register.entries())));
    await register.close();
  }
  expect(acknowledged.size).toBeGreaterThan(ROUNDS * 5);
});
