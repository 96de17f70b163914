import type { Claim } from '../claims/claim.ts';
import { Refused } from '../text/refusal.ts';
import { isEdtf } from '../time/edtf.ts';
import type { DeskWords } from './words.ts';

/** The properties that a documenter can amend, in the order of the form. */
export const AMENDABLE = ['persons', 'count', 'derived', 'date', 'termMonths', 'charges', 'place'] as const;
export type Amendable = (typeof AMENDABLE)[number];

/** What is to change: a new value, or null where the claim should not say it. */
export type Changes = { readonly [K in Amendable]?: Exclude<Claim[K], undefined> | null };

/** The properties a form writes one a line. */
export const SEVERAL: ReadonlySet<Amendable> = new Set(['persons', 'charges']);

/**
 * The claim with its changes made. Words elsewhere in the report that a changed property rested on no longer bear it
 * out, and are let go. The claim that was read stays in the register beside it.
 */
export function amended(claim: Claim, changes: Changes): Claim {
  const { resolved = [], ...rest } = claim;
  const kept = resolved.filter(({ property }) => !(property in changes));
  const properties = Object.entries({ ...rest, ...changes }).filter(([, value]) => value !== null);
  return { ...(Object.fromEntries(properties) as unknown as Claim), ...(kept.length > 0 && { resolved: kept }) };
}

/** A property as its field shows it; empty where the claim does not say it. */
export function fieldOf(claim: Claim, property: Amendable): string {
  const value = claim[property];
  if (value === undefined) return '';
  return typeof value === 'object' ? value.join('\n') : String(value);
}

/**
 * What somebody changed in the fields of a claim. A field that was not sent, or says what the claim says, changes nothing.
 *
 * @throws Refused where a field cannot be understood, naming it.
 */
export function changesIn(fields: URLSearchParams, claim: Claim, words: DeskWords): Changes {
  const changed = AMENDABLE.flatMap((property) => {
    const sent = fields.get(property);
    if (sent === null || tidied(sent) === tidied(fieldOf(claim, property))) return [];
    return [[property, readField(property, sent, words)] as const];
  });
  return Object.fromEntries(changed);
}

function readField(property: Amendable, sent: string, words: DeskWords): string | number | readonly string[] | null {
  const text = tidied(sent);
  if (text === '') return null;
  if (SEVERAL.has(property)) return text.split('\n');
  if (property === 'count' || property === 'termMonths') {
    if (!/^\d{1,9}$/.test(text)) throw misunderstood(property, 'trouble.whole-number', words);
    return Number(text);
  }
  if (property === 'date' && !isEdtf(text)) throw misunderstood(property, 'trouble.edtf', words);
  return text;
}

function misunderstood(property: Amendable, why: string, words: DeskWords): Refused {
  return new Refused(words.say('trouble.field', { field: words.say(`fact.${property}`), why: words.say(why) }));
}

/** Lines without white space around them, none of them empty: a browser sends every line break as two characters. */
function tidied(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
