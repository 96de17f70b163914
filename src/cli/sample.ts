import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readReport } from '../archive/read.ts';
import type { ClaimKind } from '../claims/claim.ts';
import { claimsOf } from '../claims/extract.ts';
import type { OpenRegister } from '../store/open.ts';
import type { Clock, Instant } from '../time/clock.ts';

const SAMPLES = join(import.meta.dirname, '..', '..', 'samples');

interface SampleReport {
  readonly file: string;
  readonly added: Instant;
  /** Kinds of claim that are left waiting, so that the desk has something to decide. */
  readonly left: readonly ClaimKind[];
}

/** The sample reports with the moment each was added: what was known when is part of what the sample shows. */
const REPORTS: readonly SampleReport[] = [
  { file: '1-release.html', added: '2025-12-15T09:00:00Z', left: ['statement', 'sanction'] },
  { file: '2-prison-record.txt', added: '2025-12-17T09:00:00Z', left: ['detained'] },
  { file: '3-december-figures.txt', added: '2026-01-03T09:00:00Z', left: [] },
];
const PUBLISHED: Instant = '2026-01-03T18:00:00Z';
const DOCUMENTERS = ['Documenter A', 'Documenter B'] as const;

/** A clock that can be made to stand at a moment, and goes with the real one otherwise. */
export class StatedClock implements Clock {
  readonly #real: Clock;
  #at: Instant | null = null;

  constructor(real: Clock) {
    this.#real = real;
  }

  /** Stands still at a moment; with null it goes again. */
  set(at: Instant | null): void {
    this.#at = at;
  }

  now(): Instant {
    return this.#at ?? this.#real.now();
  }
}

/**
 * Fills an empty register with the sample reports, at the moments they state, and its folder with the sample stories.
 * Some claims are left waiting. The clock is left standing at the moment the sample is published.
 */
export async function fillWithSample(
  register: OpenRegister,
  clock: StatedClock,
  print: (line: string) => void,
): Promise<void> {
  const [first, second] = DOCUMENTERS;
  for (const { file, added, left } of REPORTS) {
    clock.set(added);
    const bytes = await readFile(join(SAMPLES, file));
    const report = readReport(bytes, { address: file });
    const claims = claimsOf(report);
    const type = file.endsWith('.html') ? 'text/html' : 'text/plain';
    const put = await register.addReport({ bytes, address: file, type, report, claims, author: first });
    let decided = 0;
    for (const number of put.claims) {
      const filed = register.state().claims.get(number);
      if (filed && left.includes(filed.claim.kind)) continue;
      const { accepted } = await register.acceptWithLinks(first, number, 'Read the sample report: it says so.');
      if (accepted === 'waiting for a second') {
        await register.acceptWithLinks(second, number, 'Read the sample report as well: it says so.');
      }
      decided += 1;
    }
    print(`Read ${file}: “${report.title}”, ${put.claims.length} claims, ${decided} of them accepted`);
  }
  clock.set(PUBLISHED);
}

/** Puts the sample stories into a register's folder, from where they are published. */
export async function putSampleStories(folder: string): Promise<void> {
  await cp(join(SAMPLES, 'stories'), join(folder, 'stories'), { recursive: true });
}
