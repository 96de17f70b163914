import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestDesk } from '../src/desk/desk.fixture.ts';
import { openDesk } from '../src/desk/desk.fixture.ts';
import { CLAIMS, passageIn, REPORT, reportOf } from '../src/desk/report.fixture.ts';
import type { ServedDesk } from '../src/desk/serve.ts';
import { serveDesk } from '../src/desk/serve.ts';
import { launchBrowser } from './browser.ts';

// The desk as a documenter meets it: in a browser, over the wire, on a register of its own.

let browser: Browser;
let desk: TestDesk;
let served: ServedDesk;
let context: BrowserContext | undefined;
/** What no page may do: ask another host, break the policy, fail. */
let trouble: string[];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  trouble = [];
  desk = await openDesk();
  served = await serve(desk);
});
afterEach(async () => {
  await context?.close();
  await served.close();
  await desk.close();
});

const serve = (over: TestDesk) =>
  serveDesk(
    { register: over.register, port: 0, host: '127.0.0.1' },
    {
      clock: { now: () => '2025-12-20T18:00:00Z' },
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
      fault: (error) => trouble.push(String(error)),
    },
  );

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  context.on('request', (request) => {
    if (!request.url().startsWith(`${served.url}/`)) trouble.push(`asked ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4')) trouble.push(message.text());
  });
  context.on('dialog', (dialog) => {
    trouble.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  const page = await context.newPage();
  await page.goto(served.url + path);
  return page;
}

/** Decisions of two people that bring every kind of thing onto the screens. */
async function decideSome(): Promise<string> {
  const { register } = desk;
  const person = 'abcdefghijklmnop';
  await register.decide('Alena', [
    { decision: 'accept', claim: 2, reason: 'read the page, the wording is clear' },
    {
      decision: 'link',
      claim: 2,
      name: 'Maria Kolesnikova',
      person,
      verdict: 'same',
      reason: 'the only one of that name',
    },
    { decision: 'accept', claim: 4, reason: 'their own statement' },
    { decision: 'accept', claim: 5, reason: 'their own page says so' },
    { decision: 'refuse', claim: 6, reason: 'a remark, not a claim' },
    { decision: 'recognise', person, by: 'Viasna', date: '2020-09-11', reason: 'their list' },
    { decision: 'withhold', person, reason: 'the family asked for silence' },
  ]);
  await register.decide('Ihar', [
    { decision: 'recognise', person, by: 'Viasna', date: '2020-09-11', reason: 'their list' },
  ]);
  return person;
}

describe.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('a documenter %s', (_, javaScriptEnabled) => {
  it('reads the list, opens a claim, sees its passage, accepts, refuses, and sees the count change', async () => {
    const page = await open('/', { javaScriptEnabled });
    expect(await page.locator('.card').count()).toBe(CLAIMS.length);
    await page.getByRole('link', { name: 'Count' }).click();
    await page.getByLabel('Held on', { exact: true }).fill('2023-01-01');
    await page.getByRole('button', { name: 'Ask' }).click();
    expect(await page.locator('.certain .big').textContent()).toBe('0');

    await page.getByRole('link', { name: /Waiting/ }).click();
    await page.locator('.card', { hasText: 'September 2021' }).getByRole('link').click();
    const passage = page.locator('mark.passage');
    expect(await passage.textContent()).toBe(CLAIMS[1]?.passage.text);
    expect(await isInView(page, 'mark.passage')).toBe(true);
    expect(await page.locator('mark.rests').textContent()).toBe('Maria Kolesnikova');

    await page.getByLabel('A person who is not in the register yet').check();
    await page.getByLabel('Your name').fill('Alena');
    await page.getByLabel('Reason').fill('Read the page; the wording is clear.');
    await page.getByRole('button', { name: 'Accept', exact: true }).click();
    expect(await page.getByRole('status').textContent()).toBe('Claim 2 is accepted.');
    expect(await page.locator('.author').textContent()).toContain('Deciding as Alena');
    expect(page.url()).toContain('/claim/3#passage');

    await page.getByLabel('Reason').fill('The term is what was asked for.');
    await page.getByRole('button', { name: 'Refuse' }).click();
    expect(await page.getByRole('status').textContent()).toBe('Claim 3 is refused.');

    await page.getByRole('link', { name: 'Count' }).click();
    await page.getByLabel('Held on', { exact: true }).fill('2023-01-01');
    await page.getByRole('button', { name: 'Ask' }).click();
    expect(await page.locator('.certain .big').textContent()).toBe('1');
    await page.locator('.certain .people').getByRole('link', { name: 'Maria Kolesnikova' }).click();
    expect(await page.locator('h1').textContent()).toBe('Maria Kolesnikova');

    await page.getByRole('link', { name: 'Decided' }).click();
    expect(await page.locator('.decisions > li').allTextContents()).toEqual([
      expect.stringContaining('The term is what was asked for.'),
      expect.stringContaining('“Maria Kolesnikova” means Maria Kolesnikova'),
      expect.stringContaining('Read the page; the wording is clear.'),
    ]);
    expect(trouble).toEqual([]);
  });

  it('amends a claim in its fields, and is told where one cannot be understood', async () => {
    const page = await open('/claim/3', { javaScriptEnabled });
    await page.getByText('Change what it says').click();
    await page.getByLabel(/^Date/).fill('in July');
    await page.getByLabel('Your name').fill('Alena');
    await page.getByLabel('Reason').fill('The court’s notice has the day.');
    await page.getByRole('button', { name: 'Accept as amended' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('When is not understood');
    expect(await page.getByLabel('Reason').inputValue()).toBe('The court’s notice has the day.');
    await page.getByLabel(/^Date/).fill('2021-07-06');
    await page.getByRole('button', { name: 'Accept as amended' }).click();
    expect(desk.register.state().claims.get(3)?.claim.date).toBe('2021-07-06');
    await page.goto(`${served.url}/claim/3`);
    expect(await page.locator('.facts').textContent()).toContain('the machine read nothing here');
    expect(trouble).toEqual([]);
  });
});

/** True where the first of these can be seen without scrolling, also within a part of the page that scrolls. */
function isInView(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(`(() => {
    const { left, top, height } = document.querySelector(${JSON.stringify(selector)}).getClientRects()[0];
    const there = document.elementFromPoint(left + 4, top + height / 2);
    return there !== null && there.closest(${JSON.stringify(selector)}) !== null;
  })()`);
}

describe('by keyboard alone', () => {
  it('goes through the claims and decides them', async () => {
    const page = await open('/');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/claim\/2/);
    await page.keyboard.press('a');
    await page.keyboard.type('Alena');
    await page.keyboard.press('a');
    await page.keyboard.press('Tab');
    await page.keyboard.type('read it, and read it again: a, r, j, k');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/claim\/3/);
    expect(desk.register.state().claims.get(2)).toMatchObject({
      status: 'accepted',
      decisions: [{ author: 'Alenaa' }, {}],
    });
    await page.keyboard.press('r');
    await page.keyboard.type('asked for, not given');
    await page.keyboard.press('Enter');
    await page.keyboard.type('second line');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/claim\/4/);
    expect(desk.register.state().claims.get(3)).toMatchObject({
      status: 'refused',
      decisions: [{ decision: { reason: 'asked for, not given\nsecond line' } }],
    });
    await page.keyboard.press('k');
    await page.waitForURL(/claim\/1/);
    expect(trouble).toEqual([]);
  });

  it('shows where the focus is, at every stop', async () => {
    const page = await open('/claim/2');
    const seen = new Set<string>();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('Tab');
      const [what, width] = (await page.evaluate(`(() => {
        const on = document.activeElement;
        return [on.outerHTML.slice(0, 80), on === document.body ? '3px' : getComputedStyle(on).outlineWidth];
      })()`)) as [string, string];
      seen.add(what);
      expect(width, what).toBe('3px');
    }
    expect(seen.size).toBeGreaterThan(12);
  });
});

interface Axe {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

describe('every screen', () => {
  const screens = async () => {
    const person = await decideSome();
    return [
      '/',
      '/claim/1',
      '/claim/2',
      '/claim/4',
      '/claims/decided',
      `/person/${person}`,
      '/count?on=2025-12-01',
      '/count?on=x',
      '/name',
      '/nothing',
    ];
  };

  it.each([
    ['light', 'en-GB'],
    ['dark', 'be-BY'],
  ] as const)(
    'has no fault that axe-core can find and fits 360 to 1920 pixels, in %s, in %s',
    async (colorScheme, locale) => {
      const paths = await screens();
      const page = await open('/', { colorScheme, locale });
      for (const path of paths) {
        await page.goto(served.url + path);
        expect(await page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2));
        await page.evaluate('document.querySelectorAll("details").forEach((details) => { details.open = true; })');
        await page.evaluate(axe.source);
        const { violations } = (await page.evaluate('axe.run()')) as Axe;
        expect(
          violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
          path,
        ).toEqual([]);
        for (const width of [360, 768, 1280, 1920]) {
          await page.setViewportSize({ width, height: 800 });
          expect(await page.evaluate('document.documentElement.scrollWidth'), `${path} at ${width}`).toBe(width);
        }
      }
      expect(trouble).toEqual([]);
    },
  );

  it('holds a name that never breaks', async () => {
    const name = 'К'.repeat(300);
    const report = reportOf([
      ['headline', name],
      ['body', `${name} was freed.`],
    ]);
    await served.close();
    await desk.close();
    desk = await openDesk([
      { report, claims: [{ kind: 'released', persons: [name], passage: passageIn(report, name) }] },
    ]);
    served = await serve(desk);
    for (const path of ['/', '/claim/1']) {
      const page = await open(path, { viewport: { width: 360, height: 800 } });
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360);
    }
  });
});

describe('another language', () => {
  it('is one button away, from where one is and back to there', async () => {
    const page = await open('/count?on=2025-12-01');
    await page.getByRole('button', { name: 'Беларуская' }).click();
    expect(page.url()).toBe(`${served.url}/count?on=2025-12-01`);
    expect(await page.locator('h1').textContent()).toBe('Хто быў за кратамі');
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.locator('h1').textContent()).toBe('Who was held');
    expect(trouble).toEqual([]);
  });
});

describe('a hostile report', () => {
  it('is read as text: it runs nothing, asks nobody, and moves nobody', async () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<img src="https://evil.example/x.png" onerror="alert(1)">',
      '<svg onload=alert(1)></svg>',
      '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
      '<style>@import url("https://evil.example/x.css"); body { display: none }</style>',
      '<form action="https://evil.example/"><button autofocus>Accept</button></form>',
      '<iframe src="https://evil.example/"></iframe>',
      '<base href="https://evil.example/">',
    ].join(' ');
    const report = reportOf([
      ['headline', hostile],
      ['body', `${hostile} was freed.`],
      ['residue', hostile],
    ]);
    await served.close();
    await desk.close();
    desk = await openDesk([
      { report, claims: [{ kind: 'released', persons: [hostile], passage: passageIn(report, hostile) }] },
    ]);
    served = await serve(desk);
    for (const path of ['/', '/claim/1']) {
      const page = await open(path);
      await page.waitForTimeout(300);
      expect(page.url()).toBe(served.url + path);
      expect(await page.locator('h1, h2, h3').allTextContents()).toContainEqual(hostile);
      expect(await page.locator('iframe, img, base, style, svg').count()).toBe(0);
    }
    expect(trouble).toEqual([]);
  });
});

describe('a page of another site', () => {
  it('can neither decide in the documenter’s name nor put the desk into a frame', async () => {
    const page = await open('/claim/2');
    await page.getByLabel('Your name').fill('Alena');
    await page.getByLabel('Reason').fill('A decision of one’s own.');
    await page.getByRole('button', { name: 'Refuse' }).click();
    const evil = createServer((request, response) => {
      response.setHeader('content-type', 'text/html');
      const form = `<form method="post" action="${served.url}/claim/1/decide"><input name="decision" value="refuse"><input name="name" value="Alena"><input name="reason" value="forged"><button>Win a prize</button></form>`;
      response.end(request.url === '/frame' ? `<iframe src="${served.url}/claim/1"></iframe>` : form);
    }).listen(0, '127.0.0.1');
    try {
      await new Promise((resolve) => evil.once('listening', resolve));
      const { port } = evil.address() as AddressInfo;
      // Another port of the same machine is the same site for a cookie: the nearest a stranger can come.
      for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
        await page.goto(`http://${host}/`);
        const answered = page.waitForResponse(`${served.url}/claim/1/decide`);
        await page.getByRole('button').click();
        expect((await answered).status()).toBe(403);
        await page.goto(`http://${host}/frame`);
        expect(await page.frameLocator('iframe').locator('h1').count()).toBe(0);
      }
      expect(desk.register.state().claims.get(1)?.status).toBe('waiting');
    } finally {
      evil.close();
      evil.closeAllConnections();
    }
  });
});

describe('the report beside the claim', () => {
  it('leads from a property to the words it rests on', async () => {
    const page = await open('/claim/1');
    await page.getByRole('link', { name: 'December 13, 2025' }).click();
    expect(await isInView(page, 'mark.rests')).toBe(true);
    expect(await page.locator('.residue').getAttribute('open')).toBeNull();
    expect(await page.locator('.report').textContent()).toContain(REPORT.title);
  });
});
