import type { Report } from '../archive/report.ts';
import { answerIn } from './answer.ts';
import type { Asked } from './asked.ts';
import { askedOf } from './asked.ts';
import type { Claim } from './claim.ts';
import type { Draft } from './draft.ts';
import { faultIn } from './evidence.ts';
import { storyOf } from './extract.ts';
import type { Line } from './line.ts';
import { Told } from './merge.ts';
import type { Dropped } from './pointed.ts';
import { pointedAt } from './pointed.ts';

/**
 * What a second extractor adds to the claims of the first, which stay as they are.
 *
 * @example
 * { claims: [{ kind: 'sentenced', persons: ['Ales Novik'], passage: { … } }], agreed: [0, 2],
 *   dropped: { 'words that do not stand there': 3 } }
 */
export interface SecondReading {
  /** What the first extractor does not say, in reading order. */
  readonly claims: readonly Claim[];
  /** Which of the first extractor's claims it says too, by their places in the list. */
  readonly agreed: readonly number[];
  /** How often something was dropped, by the reason. */
  readonly dropped: Readonly<Partial<Record<Dropped, number>>>;
}

// More than any report says; what a person has to decide must not grow with what a machine writes.
const MOST = 300;

/**
 * A report as a second extractor may see it, and what its answers come to. Whatever is answered, no claim comes out
 * whose passage does not stand in the report, and the claims of the first extractor are not touched.
 *
 * @example
 * const second = new Second(report, claimsOf(report));
 * for (const asked of second.asked()) second.take(await ask(asked));
 * second.reading().claims
 */
export class Second {
  /** The people whom the story names, each as its rules read the name. */
  readonly names: readonly string[];
  /** Words with a capital that stand alone and may be a name too: `Novik`. */
  readonly lone: readonly string[];
  readonly #report: Report;
  readonly #claims: readonly Claim[];
  readonly #first: Told;
  readonly #told = new Told([]);
  readonly #story: ReturnType<typeof storyOf>;
  readonly #made: Draft[] = [];
  readonly #agreed = new Set<Claim>();
  readonly #dropped: Partial<Record<Dropped, number>> = {};

  constructor(report: Report, first: readonly Claim[]) {
    this.#report = report;
    this.#claims = first;
    this.#first = new Told(first);
    this.#story = storyOf(report);
    const lines = this.#story?.lines ?? [];
    this.names = [...new Set(lines.flatMap(namedIn))];
    this.lone = [...new Set(lines.flatMap(loneIn))];
  }

  /**
   * What to ask, one part of the story after the other; nothing where claims are not read in the report's language.
   *
   * @param hide takes away from a passage what may not be shown.
   */
  asked(hide: (text: string) => string = (text) => text): readonly Asked[] {
    return this.#story ? askedOf(this.#story, hide) : [];
  }

  /** Takes in the answer to one part, whatever it is. */
  take(answer: string): void {
    const story = this.#story;
    if (!story) return;
    const { pointings, misshapen } = answerIn(answer);
    this.#drop('another shape than asked for', misshapen);
    for (const pointing of pointings) {
      const made = pointedAt(story, pointing);
      if (typeof made === 'string') {
        this.#drop(made, 1);
        continue;
      }
      const same = this.#first.same(made);
      for (const claim of same) this.#agreed.add(claim);
      if (same.length > 0) continue;
      if (this.#told.same(made).length > 0) this.#drop('said twice', 1);
      else if (this.#made.length >= MOST) this.#drop('more than a report says', 1);
      else {
        this.#made.push(made);
        this.#told.add(made);
      }
    }
  }

  /** What has come of the answers so far. Throws an Error where a claim is not borne out (law 1): a fault of ours. */
  reading(): SecondReading {
    for (const claim of this.#made) {
      const fault = faultIn(claim, this.#report.text);
      if (fault !== null) throw new Error(fault);
    }
    return {
      claims: this.#made.toSorted((left, right) => left.passage.start - right.passage.start),
      agreed: this.#claims.flatMap((claim, at) => (this.#agreed.has(claim) ? [at] : [])),
      dropped: { ...this.#dropped },
    };
  }

  #drop(why: Dropped, times: number): void {
    if (times > 0) this.#dropped[why] = (this.#dropped[why] ?? 0) + times;
  }
}

function namedIn({ parties }: Line): string[] {
  return parties.flatMap(({ name }) => (name ? [name.text] : []));
}

function loneIn({ runs, tokens }: Line): string[] {
  return runs.flatMap(({ words, from }) => (words.length === 1 ? [tokens[from]?.text ?? ''] : []));
}
