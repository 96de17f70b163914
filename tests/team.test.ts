import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostgresServer } from './postgres-server.ts';
import { startPostgres } from './postgres-server.ts';
import { inFolder, unforgotten } from './program.ts';

describe('with DATABASE_URL the register is on a PostgreSQL server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.stop());

  it('and every command of the path works there', async () => {
    const env = { DATABASE_URL: await server.database() };
    await inFolder(async (folder) => {
      const at = ['--register', join(folder, 'r')];
      const by = ['--as', 'Alena'];
      expect(await unforgotten(['add', 'samples/1-release.html', ...by, ...at], { env })).toMatchObject({ code: 0 });
      const { claims } = JSON.parse((await unforgotten(['review', ...at, '--json'], { env })).out);
      const numbers = claims.map((claim: { number: number }) => `${claim.number}`);
      const accept = ['review', 'accept', ...numbers, '--reason', 'read it', ...by, ...at];
      expect(await unforgotten(accept, { env })).toMatchObject({ code: 0 });
      const { count } = JSON.parse((await unforgotten(['count', '--on', '2025-12-10', ...at, '--json'], { env })).out);
      expect(count.certain.number).toBe(2);
      const out = join(folder, 'site');
      expect(await unforgotten(['publish', '--out', out, '--on', '2025-12-20', ...at], { env })).toMatchObject({
        code: 0,
      });
      expect(await unforgotten(['verify', out])).toMatchObject({ code: 0 });
      // Without the address of the server there is nothing in the folder but the key.
      expect((await unforgotten(['count', '--on', '2025-12-10', ...at])).err).toMatch(/^There is no register in /);
    });
  });

  it('and the sample, which keeps to a folder of its own, refuses to start', async () => {
    const { code, err } = await unforgotten(['start', '--port', '0'], { env: { DATABASE_URL: server.nowhere } });
    expect([code, err]).toEqual([1, 'The sample keeps to a folder of its own: unset DATABASE_URL and start again.\n']);
  });
});
