import type { Report } from '../archive/report.ts';
import type { Claim } from '../claims/claim.ts';
import type { SecondReading } from '../claims/second.ts';
import { Second } from '../claims/second.ts';
import { Refused } from '../text/refusal.ts';
import type { Given } from './command.ts';
import type { SecondLimits } from './second-request.ts';
import { askSecond, SECOND_LIMITS, Unusable } from './second-request.ts';
import type { SecondSettings } from './second-settings.ts';
import { secondSettings } from './second-settings.ts';
import type { Withheld } from './withheld-names.ts';
import { namesOne, without } from './withheld-names.ts';
import type { World } from './world.ts';

/** What a second extractor tells people and waits for. */
type Effects = Pick<World, 'note' | 'ending'>;

/** What would be shown of a report, and what may not be. */
interface Shown {
  readonly parts: number;
  readonly names: readonly string[];
  readonly withheld: Withheld;
}

// Requests that fail one after the other before it is given up.
const MOST_FAILURES = 3;
// Parts of one story that are asked about, each some 8,000 characters.
const MOST_PARTS = 25;

/** The second extractor that was asked for with `--second`, or null. Throws `Refused` where none is configured. */
export function secondGiven(given: Given, world: World): SecondExtractor | null {
  return given.has('second') ? new SecondExtractor(secondSettings(world.env), world) : null;
}

/**
 * A model behind an OpenAI-compatible endpoint, held at arm's length: it is shown a report's story, and what it points
 * at is checked by `Second`. Where it fails, the first extractor's claims stand alone.
 */
export class SecondExtractor {
  readonly name: string;
  readonly #settings: SecondSettings;
  readonly #effects: Effects;
  readonly #limits: SecondLimits;
  #failures = 0;
  #told = false;

  constructor(settings: SecondSettings, effects: Effects, limits: SecondLimits = SECOND_LIMITS) {
    this.name = settings.name;
    this.#settings = settings;
    this.#effects = effects;
    this.#limits = limits;
  }

  /**
   * What it adds to the claims of the first extractor, or null where it was not asked or did not answer: a note says why.
   *
   * @param withheld whose names are never sent.
   */
  async read(report: Report, first: readonly Claim[], withheld: Withheld): Promise<SecondReading | null> {
    const second = new Second(report, first);
    const parts = second.asked(without(withheld, second.lone));
    const why = this.#whyNot(report, { parts: parts.length, names: second.names, withheld });
    if (why !== null) {
      if (why !== '') this.#effects.note(`“${report.title}” is not sent to the second extractor: ${why}.`);
      return null;
    }
    this.#tell();
    try {
      for (const asked of parts) {
        second.take(await askSecond(asked, this.#settings, this.#limits, this.#effects.ending));
      }
      this.#failures = 0;
      return second.reading();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      this.#failures = error instanceof Unusable ? MOST_FAILURES : this.#failures + 1;
      this.#effects.note(error.message);
      if (this.#failures >= MOST_FAILURES) this.#effects.note('It is not asked again; reports are read without it.');
      return null;
    }
  }

  /** Why a report is not sent: empty where it was told before. */
  #whyNot({ language, text }: Report, { parts, names, withheld }: Shown): string | null {
    if (this.#failures >= MOST_FAILURES || this.#effects.ending.aborted) return '';
    if (parts === 0) return `claims are not read in its language (${language})`;
    if (parts > MOST_PARTS) return 'it is longer than a book’s chapter';
    return namesOne(text, names, withheld) ? 'it names somebody who is withheld' : null;
  }

  /** Says once, before anything is sent, what goes where. */
  #tell(): void {
    if (this.#told) return;
    this.#told = true;
    const { address, model } = this.#settings;
    this.#effects.note(
      `Sends the text of each report, and nothing else, to ${address.origin} (model ${model}), where it can be read and kept.`,
    );
  }
}
