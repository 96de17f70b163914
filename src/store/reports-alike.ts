import { changesOf } from '../archive/changes.ts';
import { TextIndex } from '../archive/duplicate.ts';
import { isStory, type Report } from '../archive/report.ts';
import type { OriginalShelf } from '../archive/shelf.ts';
import type { BlocksChanged } from '../register/entry.ts';
import type { FiledReport, RegisterState } from '../register/state.ts';
import { dayNumber } from '../time/day.ts';
import { readingOf } from './reports.ts';

// A text is reposted within days; older reports are not read again for it.
const DAYS_APART = 31;

/** A report that is about to be added, and the earlier one of its address. */
interface Newcomer {
  readonly report: Report;
  readonly address: string;
  readonly again: number | undefined;
}

/** What a report has in common with those before it, as its entry says. */
export interface InCommon {
  readonly sameText?: readonly number[];
  readonly changes?: BlocksChanged;
}

/** The texts of a register as far as reports were compared with them: each is read and taken apart once. */
export class TextsRead {
  readonly #shelf: OriginalShelf;
  #texts = new TextIndex();

  constructor(shelf: OriginalShelf) {
    this.#shelf = shelf;
  }

  /** Lets go of everything, as after a removal, when readings are no longer what they were. */
  forget(): void {
    this.#texts = new TextIndex();
  }

  /**
   * What a report has in common with those before it: which print the same text, and what has changed since its page was
   * read last. Compared are reports in its language that were published within a month of it, or of which the day is not
   * known, but not what its own page said earlier.
   */
  async inCommon(state: RegisterState, newcomer: Newcomer): Promise<InCommon> {
    const candidates = new Set<number>();
    for (const filed of state.reports.values()) {
      if (!mayPrint(filed, newcomer)) continue;
      candidates.add(filed.number);
      if (this.#texts.has(filed.number)) continue;
      this.#texts.put(filed.number, (await readingOf(state, filed.number, this.#shelf)).text);
    }
    const same = this.#texts.sameAs(newcomer.report.text).filter((number) => candidates.has(number));
    const changes = await this.#changes(state, newcomer);
    return { ...(same.length > 0 && { sameText: same }), ...(changes && { changes }) };
  }

  async #changes(state: RegisterState, { report, again }: Newcomer): Promise<BlocksChanged | null> {
    if (again === undefined) return null;
    const before = await readingOf(state, again, this.#shelf);
    const changes = changesOf(before.blocks.filter(isStory), report.blocks.filter(isStory));
    const count = (what: string): number => changes.filter(({ change }) => change === what).length;
    return { changed: count('changed'), added: count('added'), gone: count('gone') };
  }
}

function mayPrint({ report: other }: FiledReport, { report, address }: Newcomer): boolean {
  if (other.language !== report.language || other.address === address) return false;
  const [a, b] = [other.published, report.published];
  return a === undefined || b === undefined || Math.abs(dayNumber(a) - dayNumber(b)) <= DAYS_APART;
}
