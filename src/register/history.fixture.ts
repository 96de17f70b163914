import type { Claim } from '../claims/claim.ts';
import type { Verdict } from '../people/person.ts';
import type { Day } from '../time/day.ts';
import type { Decision, Entry, EntryBodies, EntryKind } from './entry.ts';
import { rebuild } from './rebuild.ts';
import { openEntry, seal } from './sealed.ts';
import { needsSecond } from './second.ts';
import type { RegisterState } from './state.ts';

/**
 * A claim of a test: what matters to it; the passage is made up.
 *
 * @example
 * history.claim(report, { kind: 'released', count: 123, date: '2025-12-13' });
 */
export type Told = Omit<Claim, 'passage'> & { readonly passage?: Claim['passage'] };

const PASSAGE = { start: 0, end: 5, text: 'words' };

/** A register written for a test, entry by entry; every entry is sealed and opened again, as the store does. */
export class History {
  readonly entries: Entry[] = [];
  day: Day;
  #reason = 0;

  constructor(day: Day = '2025-12-15') {
    this.day = day;
  }

  enter<K extends EntryKind>(author: string, kind: K, body: EntryBodies[K]): number {
    const number = this.entries.length;
    const entry = { number, entered: `${this.day}T12:00:00Z`, author, kind, body } as Entry;
    const salts = { salt: () => Buffer.alloc(32, `${number}`).toString('base64url') };
    this.entries.push(openEntry(seal(entry, salts)));
    return number;
  }

  /** Files a report and returns its number. */
  report(told: Partial<EntryBodies['report']> = {}): number {
    const hash = 'a'.repeat(64);
    const report = { original: hash, reading: hash, address: 'a.txt', type: 'text/plain', title: 'A', language: 'en' };
    return this.enter('Alena', 'report', { ...report, ...told });
  }

  /** Puts a claim up and returns its number. */
  claim(report: number, told: Told): number {
    return this.enter('reader', 'claim', { passage: PASSAGE, ...told, report });
  }

  decide(author: string, decision: WithoutReason<Decision>): number {
    return this.enter(author, 'decision', { reason: `reason ${this.#reason++}`, ...decision } as Decision);
  }

  /** Has both documenters make the same decision. */
  bothDecide(decision: WithoutReason<Decision>): void {
    this.decide('Alena', decision);
    this.decide('Maryna', decision);
  }

  /** Puts a claim up and accepts it, by as many as it takes. */
  accepted(report: number, told: Told): number {
    const claim = this.claim(report, told);
    this.decide('Alena', { decision: 'accept', claim });
    if (needsSecond({ passage: PASSAGE, ...told })) this.decide('Maryna', { decision: 'accept', claim });
    return claim;
  }

  /** Links every person a claim names: by the given ids, in the order of the names. */
  link(claim: number, persons: readonly string[], verdict: Verdict = 'same'): void {
    const entry = this.entries[claim];
    const names = entry?.kind === 'claim' ? (entry.body?.persons ?? []) : [];
    persons.forEach((person, i) => {
      this.decide('Alena', { decision: 'link', claim, name: names[i] ?? '', person, verdict });
    });
  }

  /** An accepted claim about persons, each called by their id. */
  about(report: number, persons: readonly string[], told: Told): number {
    const claim = this.accepted(report, { ...told, persons });
    this.link(claim, persons);
    return claim;
  }

  state(): RegisterState {
    return rebuild(this.entries);
  }
}

type WithoutReason<D> = D extends Decision ? Omit<D, 'reason'> & { readonly reason?: string } : never;
