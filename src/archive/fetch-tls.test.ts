import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE } from '../../tests/hostile-server.ts';
import type { TlsSites } from '../../tests/hostile-tls.ts';
import { brokenHandshake, tlsSites } from '../../tests/hostile-tls.ts';
import { Refused } from '../text/refusal.ts';
import { Fetcher, LIMITS } from './fetch.ts';

// Real servers with real certificates, made for this run. The fetcher trusts whom the machine trusts; for this test the
// machine trusts one authority more.
let sites: TlsSites;
beforeAll(async () => {
  sites = await tlsSites();
  setDefaultCACertificates([...getCACertificates('default'), sites.authority]);
});
afterAll(() => sites.close());

function fetched(address: string, port: number): Promise<string> {
  const effects = {
    clock: { now: () => '2025-12-15T09:30:00Z' },
    resolve: async () => ['127.0.0.1'],
    wait: async () => {},
    allowed: new Set([`127.0.0.1:${port}`]),
  };
  return new Fetcher(effects, { ...LIMITS, wholeMs: 5000 }).page(address).then(
    ({ bytes }) => new TextDecoder().decode(bytes),
    (error: unknown) => {
      if (error instanceof Refused) return error.message;
      throw error;
    },
  );
}

describe('a site that proves who it is', () => {
  it.each(['honest.example.org', 'between.example.org', 'wild.example.org'])('is read: %s', async (host) => {
    expect(await fetched(`https://${host}:${sites.port}/page`, sites.port)).toBe(PAGE);
  });
});

describe('a site that does not', () => {
  it.each([
    ['expired.example.org', 'shows a certificate whose time is over', 'CERT_HAS_EXPIRED'],
    ['early.example.org', 'shows a certificate whose time has not come', 'CERT_NOT_YET_VALID'],
    ['other.example.org', 'shows the certificate of another site', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['deep.wild.example.org', 'shows the certificate of another site', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['selfmade.example.org', 'shows a certificate that nobody known vouches for', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['unknown.example.org', 'shows a certificate that nobody known vouches for', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
    ['chain.example.org', 'shows a certificate that nobody known vouches for', 'SELF_SIGNED_CERT_IN_CHAIN'],
    ['impostor.example.org', 'shows a certificate that nobody known vouches for', 'INVALID_PURPOSE'],
  ])('is refused in one sentence, and asked for nothing: %s', async (host, why, code) => {
    const before = sites.asked.length;
    const said = await fetched(`https://${host}:${sites.port}/page`, sites.port);
    expect(said).toMatch(/^https:\/\/[^\n]+\.$/);
    expect(said).toContain(`https://${host}:${sites.port}/page ${why}`);
    expect(said).toContain(`(${code})`);
    expect(sites.asked.length).toBe(before);
  });

  it('is refused behind a redirect of an honest one', async () => {
    const place = encodeURIComponent(`https://expired.example.org:${sites.port}/page`);
    const said = await fetched(`https://honest.example.org:${sites.port}/to?place=${place}`, sites.port);
    expect(said).toContain('shows a certificate whose time is over');
    expect(sites.asked.at(-1)).toMatch(/^honest\.example\.org \/to/);
  });
});

describe('TLS that is taken down', () => {
  it('by a redirect to http is refused', async () => {
    const place = encodeURIComponent(`http://honest.example.org:${sites.port}/page`);
    const said = await fetched(`https://honest.example.org:${sites.port}/to?place=${place}`, sites.port);
    expect(said).toMatch(/redirects from https to http, where anybody can change it/);
  });

  it('to a version that others can read is refused', async () => {
    const old = await tlsSites({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' });
    try {
      const said = await fetched(`https://honest.example.org:${old.port}/page`, old.port);
      expect(said).toMatch(/ speaks only an old TLS, which others can read: .*\(ERR_SSL_\w+\)\.$/);
      expect(old.asked).toEqual([]);
    } finally {
      await old.close();
    }
  });

  it('to none at all is refused', async () => {
    const broken = await brokenHandshake();
    try {
      const said = await fetched(`https://honest.example.org:${broken.port}/page`, broken.port);
      expect(said).toMatch(/^https:\/\/honest\.example\.org:\d+\/page broke off before the page was whole: .*\.$/);
    } finally {
      await broken.close();
    }
  });
});
