import { type Html, html } from './markup.ts';
import { inLanguage } from './setting.ts';
import type { Wording } from './wording.ts';

const LONGEST_PASSAGE = 320;

/** A count as a claim gives it: exact, bounded, or derived and then with its calculation (law 5). */
export function countGiven(
  words: Wording,
  given: { readonly count?: number; readonly countIs?: string; readonly derived?: string },
): string {
  const number = words.number(given.count ?? 0);
  const bounded = given.countIs === undefined ? number : words.say(`countIs.${given.countIs}`, { count: number });
  return given.derived === undefined ? bounded : words.say('claim.derived', { count: bounded, derived: given.derived });
}

/** A word of the vocabulary in this language, or as the report wrote it where there is none. */
export function termOrWords(words: Wording, key: string, text: string, language: string): Html {
  return words.has(`${key}.${text}`) ? html`${words.say(`${key}.${text}`)}` : inLanguage(text, language);
}

/**
 * A passage short enough to quote: cut at spaces, and the cuts shown. Where it has to be cut, the part is kept that holds
 * the number the claim is about; the whole passage stays in the register.
 */
export function shortened(passage: string, count?: number): string {
  const plain = passage.replaceAll(/\s+/g, ' ').trim();
  if (plain.length <= LONGEST_PASSAGE) return plain;
  const digits = count === undefined ? null : new RegExp(String(count).split('').join('[.,\\s]?'), 'u');
  const at = digits === null ? 0 : Math.max(0, plain.search(digits));
  const from =
    at < LONGEST_PASSAGE / 2
      ? 0
      : plain.indexOf(' ', Math.min(at, plain.length - LONGEST_PASSAGE / 2) - LONGEST_PASSAGE / 2) + 1;
  const isToEnd = from + LONGEST_PASSAGE >= plain.length;
  const to = isToEnd ? plain.length : plain.lastIndexOf(' ', from + LONGEST_PASSAGE);
  return `${from > 0 ? '… ' : ''}${plain.slice(from, to)}${isToEnd ? '' : ' …'}`;
}
