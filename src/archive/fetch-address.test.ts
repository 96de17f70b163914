import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WRITTEN_FORMS } from './fetch-address.fixture.ts';
import { addressToFetch, isPublicIp, isWebAddress } from './fetch-address.ts';

const NOTHING = new Set<string>();

describe('an address that is fetched', () => {
  it.each([
    ['https://example.org', 'https://example.org/'],
    ['HTTP://Example.ORG:80/News?id=1#comments', 'http://example.org/News?id=1'],
    ['https://example.org.:8443/', 'https://example.org.:8443/'],
    ['https://весна.example.org/навіны', 'https://xn--80adj6at.example.org/%D0%BD%D0%B0%D0%B2%D1%96%D0%BD%D1%8B'],
    ['http://8.8.8.8/', 'http://8.8.8.8/'],
    ['http://134744072/', 'http://8.8.8.8/'],
    ['http://[2606:4700:4700::1111]/', 'http://[2606:4700:4700::1111]/'],
    ['https://local.example.org/', 'https://local.example.org/'],
  ])('%s', (written, read) => {
    expect(addressToFetch(written, null, NOTHING).href).toBe(read);
  });

  it('of a redirect is read from where it stands', () => {
    const base = new URL('https://example.org/news/1');
    expect(addressToFetch('../2', base, NOTHING).href).toBe('https://example.org/2');
    expect(addressToFetch('//www.example.org/', base, NOTHING).href).toBe('https://www.example.org/');
  });
});

describe('an address that is not', () => {
  it.each([
    ['example.org/news', /^example\.org\/news is no web address: /],
    ['ftp://example.org/', /only http and https are: /],
    ['https://alena:secret@example.org/', /^https:\/\/example\.org\/ carries a name or password: /],
    ['https://example.org:5432/', /from port 5432: /],
    ['http://0x7f.1/', /leads to 127\.0\.0\.1, which is no public address: /],
    ['http://facebookwkhpilnemxj7asaniu7vnjjbiltxjqhye3mhbshg7kx5tfyd.onion/', /save the page in Tor Browser\.$/],
    ['http://intranet/', /no name of the public web: /],
    [`https://example.org/${'a'.repeat(3000)}`, /longer than 2000 characters: /],
  ])('%s', (written, sentence) => {
    expect(() => addressToFetch(written, null, NOTHING)).toThrow(sentence);
  });

  it('is none of the written forms of what is private, as far as can be told without a look-up', () => {
    const passing = WRITTEN_FORMS.map((form) => form.replace(':PORT', '')).filter((form) => {
      try {
        return addressToFetch(form, null, NOTHING).href;
      } catch {
        return false;
      }
    });
    // Only a look-up tells of these.
    expect(passing).toEqual([
      'http://leads-to-loopback.example.org/',
      'http://leads-to-loopback.example.org./',
      'http://пример.example.org/',
    ]);
  });
});

describe('a public IP address', () => {
  it.each(['1.1.1.1', '93.184.216.34', '172.15.0.1', '172.32.0.1', '100.63.255.255', '2a00:1450::1'])('%s', (ip) => {
    expect(isPublicIp(ip)).toBe(true);
  });

  it.each(['10.1.2.3', '172.16.0.1', '100.64.0.1', '0.1.2.3', '::ffff:8.8.8.8', '2002:808:808::', '64:ff9b::808:808'])(
    'is not %s',
    (ip) => expect(isPublicIp(ip)).toBe(false),
  );

  it.each(['', 'example.org', '1.2.3.4.5', '8.8.8.8/8', 'fe80::1%eth0', '2606:4700::1%lo'])('is not “%s”', (ip) => {
    expect(isPublicIp(ip)).toBe(false);
  });

  it('is never an IPv4 address inside an IPv6 one', () => {
    fc.assert(
      fc.property(fc.ipV4(), fc.constantFrom('::ffff:', '::', '64:ff9b::', '::ffff:0:'), (ip, prefix) => {
        expect(isPublicIp(`${prefix}${ip}`)).toBe(false);
      }),
    );
  });
});

describe('a word of the command line', () => {
  it.each(['https://example.org', 'HTTP://example.org', 'ftp://example.org', 'data:text/plain,x'])(
    'is meant as a web address: %s',
    (word) => expect(isWebAddress(word)).toBe(true),
  );
  it.each(['page.html', './https/page.html', 'C:\\pages\\1.html', 'https', 'datasheet.txt'])(
    'is meant as a file: %s',
    (word) => expect(isWebAddress(word)).toBe(false),
  );
});
