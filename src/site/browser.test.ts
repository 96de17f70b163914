import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../tests/browser.ts';
import { ExampleSource, WHO } from './edition.fixture.ts';
import { diskEffects, readStories } from './effects.ts';
import { publish } from './publish.ts';

const KINDS = [
  'index.html',
  'en/index.html',
  'be/index.html',
  `en/person/${WHO.journalist}/index.html`,
  `be/person/${WHO.flutist}/index.html`,
  'en/day/2025-12-31/index.html',
  'be/day/2025-12-20/index.html',
  'en/deal/2025-12-13/index.html',
  'be/deal/2025-12-13/index.html',
  'en/report/0/index.html',
  'be/report/0/index.html',
  'en/story/december-release/index.html',
  'be/story/december-release/index.html',
  'en/method/index.html',
  'be/method/index.html',
];
const AXE = readFileSync(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
let out: string;

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'unforgotten-edition-'));
  const stories = await readStories(join(import.meta.dirname, '../../samples/stories'));
  await publish(new ExampleSource(), { on: '2025-12-20', out, stories }, diskEffects);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await rm(out, { recursive: true, force: true });
});

function addressOf(path: string): string {
  return pathToFileURL(join(out, path)).href;
}

async function violations(page: Page, how: object): Promise<string[]> {
  return page.evaluate<string[]>(
    `axe.run(document, ${JSON.stringify(how)}).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))`,
  );
}

// Opens pages with script off, as a reader under censorship would, and notes what they ask for and complain of.
async function open(
  use: (page: Page, path: string) => Promise<void>,
  paths: readonly string[] = KINDS,
): Promise<string[]> {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  const noted: string[] = [];
  const page = await context.newPage();
  page.on('request', (request) => noted.push(request.url()));
  page.on('console', (message) => noted.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => noted.push(`error: ${error.message}`));
  for (const path of paths) {
    await page.goto(addressOf(path));
    await use(page, path);
  }
  await context.close();
  return noted;
}

describe('from a folder, with script off', () => {
  test('a page asks for itself, complains of nothing and leaves nothing', async () => {
    const noted = await open(async (page) => {
      expect(await page.context().cookies()).toEqual([]);
      expect((await page.context().storageState()).origins).toEqual([]);
    });
    expect(noted).toEqual(KINDS.map(addressOf));
  });

  test('no page scrolls sideways from 320 to 1920 pixels', async () => {
    await open(async (page, path) => {
      for (const width of [320, 360, 768, 1280, 1920]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await page.evaluate<number>('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(width);
      }
    });
  });

  test('every link can be reached and seen by keyboard alone, the skip link first', async () => {
    await open(
      async (page, path) => {
        const links = await page.locator('a, summary').count();
        const seen = new Set<number>();
        for (let i = 0; i < links; i += 1) {
          await page.keyboard.press('Tab');
          expect(await page.locator(':focus-visible').count(), path).toBe(1);
          const outline = 'getComputedStyle(document.activeElement).outlineStyle';
          expect(await page.evaluate<string>(outline), path).not.toBe('none');
          const place = `[...document.querySelectorAll('a, summary')].indexOf(document.activeElement)`;
          seen.add(await page.evaluate<number>(place));
          if (i === 0) expect(await page.locator(':focus').getAttribute('class')).toBe('skip');
        }
        expect(seen.size, path).toBe(links);
      },
      ['en/index.html', 'be/day/2025-12-20/index.html'],
    );
  });

  test('a reader walks from the count to its receipt, and from a number of a story to its passage', async () => {
    await open(
      async (page) => {
        await page.getByRole('link', { name: '2', exact: true }).first().click();
        expect(page.url()).toContain('/en/day/2025-12-20/index.html#receipt-all');
        expect(await page.locator('#receipt-all').textContent()).toContain(
          'unforgotten count --on 2025-12-20 --known 2026-01-05',
        );
        await page.goto(addressOf('en/story/december-release/index.html'));
        await page.getByRole('link', { name: '1,222' }).click();
        expect(await page.locator(':target').textContent()).toContain('as of November 30, 1,222 political prisoners');
      },
      ['en/index.html'],
    );
  });
});

describe('for everybody', () => {
  test('axe finds nothing on any kind of page, in light colours or dark', async () => {
    // axe is a script, and the pages' own policy lets none run: it is put past the policy, which the pages keep.
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    for (const path of KINDS) {
      await page.goto(addressOf(path));
      await page.evaluate(AXE);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await violations(page, { runOnly: WCAG }), `${path}, light`).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await violations(page, { runOnly: ['color-contrast', 'link-in-text-block'] }), `${path}, dark`).toEqual(
        [],
      );
    }
    await context.close();
  });

  test('every kind of page is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'no-inline-style': 'off',
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        'doctype-style': 'off',
      },
    });
    for (const path of KINDS) {
      const report = await validator.validateString(await readFile(join(out, path), 'utf8'), path);
      expect(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`),
        ),
        path,
      ).toEqual([]);
    }
  });

  test('on paper the notice and the navigation go, the names and numbers stay', async () => {
    await open(
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.notice').isVisible()).toBe(false);
        expect(await page.locator('.masthead nav').first().isVisible()).toBe(false);
        expect(await page.locator('h1').isVisible()).toBe(true);
        expect(await page.locator('body > footer').isVisible()).toBe(true);
      },
      [`en/person/${WHO.flutist}/index.html`],
    );
  });
});
