import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HostileServer } from '../../tests/hostile-server.ts';
import { hostileServer, PAGE } from '../../tests/hostile-server.ts';
import { Refused } from '../text/refusal.ts';
import type { FetchEffects, FetchLimits } from './fetch.ts';
import { Fetcher, LIMITS } from './fetch.ts';
import { WRITTEN_FORMS } from './fetch-address.fixture.ts';

// Small bounds, so that what never ends is found out in a moment.
const SHORT: FetchLimits = { ...LIMITS, bytes: 2_000_000, wholeMs: 2500, idleMs: 400 };
const ROBOTS = {
  'closed.example.org': 'User-agent: *\nDisallow: /',
  'partly.example.org': 'User-agent: *\nDisallow: /gzip\nAllow: /page\nCrawl-delay: 7',
  'unfriendly.example.org': 'User-agent: unforgotten\nDisallow: /\n\nUser-agent: *\nAllow: /',
  'impatient.example.org': 'User-agent: *\nCrawl-delay: 86400',
  'broken.example.org': 503,
  'page.example.org': '<!doctype html><title>Not found</title>',
};

let server: HostileServer;
let other: HostileServer;
beforeAll(async () => {
  server = await hostileServer('127.0.0.1', 0, ROBOTS);
  // The same port on another address of this machine, which nothing allows.
  other = await hostileServer('127.0.0.2', server.port);
});
afterAll(() => Promise.all([server.close(), other.close()]));

/** Effects under which this one server stands for the public web, and every wait is noted and over at once. */
function effects(more: Partial<FetchEffects> = {}): FetchEffects & { readonly waits: number[] } {
  const waits: number[] = [];
  return {
    clock: { now: () => '2025-12-15T09:30:00Z' },
    resolve: async () => ['127.0.0.1'],
    wait: async (milliseconds) => waits.push(milliseconds),
    allowed: new Set([`127.0.0.1:${server.port}`]),
    waits,
    ...more,
  };
}

const at = (path: string, host = 'news.example.org') => `http://${host}:${server.port}${path}`;
const fetcher = (more: Partial<FetchEffects> = {}) => new Fetcher(effects(more), SHORT);
const sentence = (page: Promise<unknown>) =>
  page.then(
    () => 'was fetched',
    (error: unknown) => {
      if (error instanceof Refused) return error.message;
      throw error;
    },
  );

describe('a page', () => {
  it('is fetched with its final address, the moment, and the headers that tell of it', async () => {
    const page = await fetcher().page(`${at('/page')}#part`);
    expect(new TextDecoder().decode(page.bytes)).toBe(PAGE);
    expect(page).toMatchObject({
      address: at('/page'),
      fetched: '2025-12-15T09:30:00Z',
      status: 200,
      redirects: [],
      headers: {
        'content-type': 'text/html; charset=utf-8',
        etag: '"v1"',
        'last-modified': 'Sun, 14 Dec 2025 10:00:00 GMT',
      },
    });
    expect(Object.keys(page.headers).sort()).toEqual(['content-type', 'date', 'etag', 'last-modified']);
  });

  it.each(['/gzip', '/brotli', '/deflate', '/bare-deflate', '/no-type'])('is unpacked: %s', async (path) => {
    expect(new TextDecoder().decode((await fetcher().page(at(path))).bytes)).toBe(PAGE);
  });

  it('is followed through redirects, each of which is told', async () => {
    const page = await fetcher().page(at(`/to?place=${encodeURIComponent(at('/page', 'www.example.org'))}`));
    expect(page.address).toBe(at('/page', 'www.example.org'));
    expect(page.redirects).toEqual([at(`/to?place=${encodeURIComponent(at('/page', 'www.example.org'))}`)]);
  });

  it('that is a picture under another name is left to the reader of pages', async () => {
    expect((await fetcher().page(at('/picture-called-page'))).bytes[1]).toBe(0x50);
  });
});

describe('what is refused, in one sentence that names it', () => {
  it.each([
    ['/status/401', /wants a login.*\(401\)\.$/],
    ['/status/403', /does not let this program read it/],
    ['/status/404', /is not there/],
    ['/status/410', /was taken away/],
    ['/status/429', /asks for fewer requests/],
    ['/status/451', /withheld for legal reasons/],
    ['/status/500', /is out of order at its site: try again later \(500\)/],
    ['/status/204', /brings no page/],
    ['/to-nowhere', /brings no page/],
    ['/picture', /is image\/png, which is not read/],
    ['/again/1', /redirects more than 5 times/],
    ['/drip', /takes longer than 2\.5 seconds/],
    ['/silent', /does not answer in time/],
    ['/no-answer', /does not answer in time/],
    ['/endless', /is larger than 2 MB/],
    ['/says-a-terabyte', /is larger than 2 MB/],
    ['/header-by-header', /does not answer in time|takes longer than 2\.5 seconds/],
    ['/hints-for-ever', /takes longer than 2\.5 seconds/],
    ['/chunk-of-words', /does not answer in time|takes longer than 2\.5 seconds/],
    ['/two-lengths', /broke off before the page was whole|does not answer as a web server does/],
    ['/less-than-nothing', /does not answer as a web server does/],
    ['/to-itself', /redirects more than 5 times/],
    ['/cut-off', /broke off before the page was whole/],
    ['/bomb', /grows more than 100 times when unpacked/],
    ['/brotli-bomb', /grows more than 100 times when unpacked/],
    ['/damaged', /arrived damaged/],
    ['/twice', /in a compression that was not asked for/],
    ['/headers', /sends more headers than any page has/],
    ['/no-http', /does not answer as a web server does/],
  ])('%s', async (path, expected) => {
    const said = await sentence(fetcher().page(at(path)));
    expect(said).toMatch(expected);
    expect(said.startsWith(at(path))).toBe(true);
    expect(said).toMatch(/\.$/);
  });

  it('a site that says less than it sends gives no more than it said', async () => {
    const said = await fetcher()
      .page(at('/says-less'))
      .then(({ bytes }) => bytes.length)
      .catch((error) => error);
    expect(said instanceof Refused || said === 3).toBe(true);
  });

  it('ten thousand redirects are asked for six times', async () => {
    const before = server.asked.length;
    await sentence(fetcher().page(at('/again/1')));
    expect(server.asked.slice(before).filter((path) => path.includes('/again/'))).toHaveLength(6);
  });

  it('a site without TLS behind https cannot prove what it is', async () => {
    const said = await sentence(fetcher().page(at('/page').replace('http:', 'https:')));
    expect(said).toMatch(/cannot prove that it is the site it says/);
  });

  it('a port where nobody listens, and a name that is nobody’s', async () => {
    const allowed = new Set(['127.0.0.1:9']);
    expect(await sentence(fetcher({ allowed }).page('http://news.example.org:9/'))).toMatch(/takes no connection/);
    const unknown = Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    const resolve = () => Promise.reject(unknown);
    expect(await sentence(fetcher({ resolve }).page(at('/page')))).toMatch(/has no address on the network/);
  });

  it('a name whose look-up never ends', async () => {
    const resolve = () => new Promise<never>(() => {});
    expect(await sentence(fetcher({ resolve }).page(at('/page')))).toMatch(/takes longer than/);
  });

  it('and a person who ends the work', async () => {
    const said = await sentence(fetcher({ ending: AbortSignal.abort() }).page(at('/page')));
    expect(said).toMatch(/you ended the work: call the same again to go on/);
  });
});

describe('addresses that are not public', () => {
  it('are refused in every way of writing them, and nothing is connected to', async () => {
    // The port is one that may be asked; the address is not.
    const allowed = new Set([`127.0.0.99:${server.port}`]);
    const before = server.connections() + other.connections();
    for (const form of WRITTEN_FORMS) {
      const address = form.replace('PORT', String(server.port));
      expect(await sentence(fetcher({ allowed }).page(address)), address).not.toBe('was fetched');
    }
    expect(WRITTEN_FORMS.length).toBeGreaterThanOrEqual(60);
    expect(server.connections() + other.connections()).toBe(before);
  });

  it.each(['127.0.0.2', '169.254.169.254', '10.0.0.1', '[::1]', '[::ffff:127.0.0.2]', 'localhost', '0x7f.2'])(
    'are refused behind a redirect: %s',
    async (host) => {
      const before = other.connections();
      const place = encodeURIComponent(`http://${host}:${server.port}/page`);
      const said = await sentence(fetcher().page(at(`/to?place=${place}`)));
      expect(said).toMatch(/redirects, and .*(no public address|no name of the public web)/);
      expect(other.connections()).toBe(before);
    },
  );

  it.each([
    ['file:///etc/passwd', /only http and https/],
    ['http://root:secret@127.0.0.1/', /carries a name or password/],
    ['http://news.example.org:22/', /port 22/],
  ])('and so is %s', async (place, expected) => {
    const said = await sentence(fetcher().page(at(`/to?place=${encodeURIComponent(place)}`)));
    expect(said).toMatch(expected);
    expect(said).not.toContain('root:secret@');
  });

  it('are refused where one of a name’s addresses is such', async () => {
    const resolve = async () => ['127.0.0.1', '127.0.0.2'];
    expect(await sentence(fetcher({ resolve }).page(at('/page')))).toMatch(/leads to 127\.0\.0\.2/);
  });

  it('are refused where a name changes its mind between two requests (DNS rebinding)', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    const before = other.connections();
    const resolve = async () => [answers.shift() ?? '127.0.0.2'];
    expect(await sentence(fetcher({ resolve }).page(at('/page')))).toMatch(/leads to 127\.0\.0\.2/);
    expect(other.connections()).toBe(before);
  });

  it('are not reached because a name is looked up once for each request and the connection goes to what was checked', async () => {
    let looked = 0;
    const before = server.asked.length;
    const resolve = async () => {
      looked++;
      return ['127.0.0.1'];
    };
    // A name that no other resolver knows: had the connection looked it up again, it would have found nothing.
    await fetcher({ resolve }).page(at('/page', 'known-to-nobody-else.example.org'));
    expect(looked).toBe(server.asked.length - before);
  });

  it('are refused by default, the test server too', async () => {
    const said = await sentence(fetcher({ allowed: new Set() }).page('http://news.example.org/page'));
    expect(said).toMatch(/leads to 127\.0\.0\.1, which is no public address/);
  });
});

describe('robots.txt', () => {
  it.each([
    ['closed.example.org', '/page', /may not be fetched by programs/],
    ['partly.example.org', '/gzip', /may not be fetched by programs/],
    ['unfriendly.example.org', '/page', /may not be fetched by programs/],
    ['broken.example.org', '/page', /does not tell now what programs may read \(503\)/],
    ['partly.example.org', '/page', /^was fetched$/],
    ['page.example.org', '/page', /^was fetched$/],
    ['none.example.org', '/page', /^was fetched$/],
  ])('of %s is heeded for %s', async (host, path, expected) => {
    const before = server.asked.length;
    const said = await sentence(fetcher().page(at(path, host)));
    expect(said).toMatch(expected);
    expect(server.asked.slice(before)).toEqual([
      `${host} /robots.txt`,
      ...(said === 'was fetched' ? [`${host} ${path}`] : []),
    ]);
  });

  it('is heeded at the end of a redirect too', async () => {
    const place = encodeURIComponent(at('/page', 'closed.example.org'));
    expect(await sentence(fetcher().page(at(`/to?place=${place}`)))).toMatch(/closed.*may not be fetched by programs/);
  });
});

describe('politeness', () => {
  it('asks for robots.txt once, and for pages of one host one at a time with two seconds between', async () => {
    const given = effects();
    const polite = new Fetcher(given, SHORT);
    const before = server.asked.length;
    await Promise.all([
      polite.page(at('/page')),
      polite.page(at('/gzip')),
      polite.page(at('/page', 'www.example.org')),
    ]);
    expect(server.asked.slice(before)).toEqual([
      'news.example.org /robots.txt',
      'news.example.org /page',
      'news.example.org /gzip',
      'www.example.org /robots.txt',
      'www.example.org /page',
    ]);
    expect(given.waits).toEqual([2000]);
  });

  it('waits as long as a site asks for, up to half a minute', async () => {
    for (const [host, expected] of [
      ['partly', 7000],
      ['impatient', 30_000],
    ] as const) {
      const given = effects();
      const polite = new Fetcher(given, SHORT);
      await polite.page(at('/page', `${host}.example.org`));
      await polite.page(at('/page', `${host}.example.org`));
      expect(given.waits).toEqual([expected]);
    }
  });

  it('goes on after a page that was refused', async () => {
    const polite = fetcher();
    const refused = sentence(polite.page(at('/status/404')));
    const taken = polite.page(at('/page'));
    expect(await refused).toMatch(/is not there/);
    expect((await taken).status).toBe(200);
  });
});
