import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Report } from '../archive/report.ts';
import type { Claim } from '../claims/claim.ts';
import { passageAt } from '../text/passage.ts';
import { type OpenRegister, openRegister } from './open.ts';
import type { ReportToAdd } from './reports.ts';

/** A temporary folder, gone when the test is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'unforgotten-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A clock that stands still until a test sets it. */
export const clock = { instant: '2025-12-15T09:30:00Z', now: (): string => clock.instant };
export const effects = { clock, random: (bytes: number) => new Uint8Array(randomBytes(bytes)) };

/** Opens the register of a folder for writing; the test may close it or leave that to its end. */
export async function writer(folder: string, databaseUrl?: string): Promise<OpenRegister> {
  const register = await openRegister(
    { folder, mode: 'write', command: 'test', ...(databaseUrl !== undefined && { databaseUrl }) },
    effects,
  );
  onTestFinished(() => register.close());
  return register;
}

/** A claim of a test: `words` is its passage, found in the text. */
export type Told = Omit<Claim, 'passage'> & { readonly words: string };

/** A report of some paragraphs with claims whose passages stand in it. */
export function reportOf(
  paragraphs: readonly string[],
  told: readonly Told[],
  more: Partial<ReportToAdd> = {},
): ReportToAdd {
  const text = paragraphs.join('\n\n');
  const report: Report = {
    title: paragraphs[0] ?? '',
    language: 'be',
    published: '2025-12-14',
    marks: [],
    text,
    blocks: paragraphs.map((one, i) => {
      const start = paragraphs.slice(0, i).reduce((sum, other) => sum + other.length + 2, 0);
      return { kind: i === 0 ? 'headline' : 'body', text: one, start, end: start + one.length };
    }),
    media: [],
  };
  const claims = told.map(({ words, ...claim }) => ({ ...claim, passage: place(text, words) }));
  return {
    bytes: new TextEncoder().encode(text),
    address: 'report.txt',
    type: 'text/plain',
    report,
    claims,
    author: 'Alena',
    ...more,
  };
}

function place(text: string, words: string) {
  const start = text.indexOf(words);
  return passageAt(text, start, start + words.length);
}
