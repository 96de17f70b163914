import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { readReport } from '../archive/read.ts';
import type { Report } from '../archive/report.ts';
import { claimsOf } from '../claims/extract.ts';
import { History } from '../register/history.fixture.ts';
import { ExampleSource } from './edition.fixture.ts';
import { previewFiles } from './publish.ts';

// The page the program grew from lies beside the repository, not in it.
const SEED = join(import.meta.dirname, '../../../shared/corpus/000.txt');

describe.skipIf(!existsSync(SEED))('the seed page, everything in it accepted', () => {
  let report: Report;
  let files: Map<string, string>;

  beforeAll(() => {
    report = readReport(readFileSync(SEED), { address: '000.txt' });
    const history = new History();
    const { title, language, published, publisher } = report;
    const number = history.report({
      title,
      language,
      ...(published && { published }),
      ...(publisher && { publisher }),
    });
    const ids = new Map<string, string>();
    for (const claim of claimsOf(report)) {
      const names = claim.persons ?? [];
      for (const name of names) ids.set(name, ids.get(name) ?? `person${ids.size}`);
      history.link(
        history.accepted(number, claim),
        names.map((name) => ids.get(name) ?? ''),
      );
    }
    const built = previewFiles(new ExampleSource(history.entries), '2025-12-20');
    files = new Map([...built].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]));
  });

  const textOf = (path: string) =>
    (files.get(path) ?? '')
      .replace(/<style>.*<\/style>/s, '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ');

  test('the front page shows what Viasna counted, women apart', () => {
    expect(textOf('en/index.html')).toMatch(/Viasna: held on 30 November 2025; 199 of them women 1,222/);
    expect(textOf('be/index.html')).toMatch(/Viasna: за кратамі 30 лістапада 2025; з іх жанчыны: 199 1 222/);
  });

  test('the deal tells announced from named and from derived', () => {
    const deal = textOf('en/deal/2025-12-13/index.html');
    for (const said of [
      'people announced 123',
      'people named in this register 3',
      'Ukraine: 114 (123 − 9, our calculation)',
    ]) {
      expect(deal).toContain(said);
    }
  });

  test('who told whom is drawn, the one nearest to the reader first', () => {
    const chains = [
      ...(files.get('en/report/0/index.html') ?? '').matchAll(/<ol class="chain"[^>]*>(.*?)<\/ol>/gs),
    ].map(([, chain]) =>
      [...(chain ?? '').matchAll(/<li>(.*?)<\/li>/gs)].map(([, who]) => (who ?? '').replaceAll(/<[^>]+>/g, '')),
    );
    const longest = chains.reduce((a, b) => (b.length > a.length ? b : a), []);
    expect(longest.slice(0, 4)).toEqual([
      'RFE/RL, 14\u00A0December 2025',
      'Ukrinform',
      'Volodymyr Zelenskyy',
      'Kyrylo Budanov',
    ]);
  });

  test('charges are the state’s, terms in years', () => {
    const person =
      [...files.keys()].find((path) => path.startsWith('en/person/') && textOf(path).includes('11 years')) ?? '';
    expect(textOf(person)).toContain(
      'What the state accuses them of creating an extremist organization; posing a threat to national security',
    );
    expect(textOf(person)).toContain('Sentenced by a court of the state September 2021');
  });

  test('the report is quoted, not reprinted', () => {
    const quoted = [...(files.get('en/report/0/index.html') ?? '').matchAll(/<blockquote[^>]*>(.*?)<\/blockquote>/gs)];
    const length = quoted.reduce((sum, [, words]) => sum + (words ?? '').length, 0);
    expect(length).toBeLessThan(report.text.length * 0.75);
    expect(textOf('en/report/0/index.html')).not.toContain('Several people have died during the crackdown');
  });
});
