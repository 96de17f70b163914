import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDesk } from './desk.fixture.ts';
import { openDesk } from './desk.fixture.ts';
import { ownAddress } from './language.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const languageOf = async (headers: Record<string, string>) =>
  /<html lang="(\w+)"/.exec(await (await desk.get('/', headers)).text())?.[1];

describe('the language of a screen', () => {
  it.each([
    ['', 'en'],
    ['be', 'be'],
    ['be-BY, ru;q=0.9, en;q=0.8', 'be'],
    ['en-US,en;q=0.9,be;q=0.8', 'en'],
    ['en;q=0.2, be;q=0.7', 'be'],
    ['fr, de;q=0.9', 'en'],
    ['fr, be;q=0.1', 'be'],
    ['be;q=0', 'en'],
    ['BE', 'be'],
    ['*', 'en'],
    [',;q=,;;be=', 'en'],
  ])('is, for a browser that asks for %j, %s', async (header, language) => {
    expect(await languageOf({ 'accept-language': header })).toBe(language);
  });

  it('is what was chosen, whatever the browser asks for', async () => {
    const who = { cookie: '' };
    const answer = await desk.post('/language', { language: 'be', to: '/count?on=2025-12-01' }, who);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/count?on=2025-12-01']);
    expect(answer.headers.get('set-cookie')).toMatch(/^unforgotten-language=be; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(await languageOf({ cookie: who.cookie, 'accept-language': 'en' })).toBe('be');
    expect(await languageOf({ cookie: 'unforgotten-language=xx', 'accept-language': 'be' })).toBe('be');
  });

  it('stays as it was where one is chosen that there is not', async () => {
    expect((await desk.post('/language', { language: '../en', to: '/' })).headers.get('set-cookie')).toBeNull();
  });

  it('is that of a refusal too, while the API speaks English', async () => {
    const be = { 'accept-language': 'be' };
    expect(await (await desk.get('/claim/99', be)).text()).toContain('Сцвярджэння 99 няма.');
    expect(await (await desk.get('/nothing', be)).text()).toContain('Па гэтым адрасе нічога няма.');
    expect(await (await desk.get('/api/claims/99', be)).json()).toEqual({ error: 'There is no claim 99.' });
  });
});

describe('where a form may be sent on to', () => {
  it.each(['/', '/claim/2', '/count?on=2025-12-01&by=%D0%92', '/claims/decided?before=9', '/claim/2#passage'])(
    '%s',
    (address) => {
      expect(ownAddress(address)).toBe(address);
    },
  );

  it.each([
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/\n/evil.example',
    ' /claim/1',
    '/claim/1\r\nset-cookie: x=y',
    '/@evil.example',
  ])('not %j', (address) => {
    expect(ownAddress(address)).toBe('/');
  });
});
