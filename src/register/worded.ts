import { Refused } from '../text/refusal.ts';
import type { Condition } from './question.ts';

/** What a condition may be asked of, as a person types it. */
const FACETS = ['charge', 'place', 'occupation', 'region', 'age', 'sex', 'recognised-by'] as const;

/**
 * Reads a condition as a person types it: `charge=130`, `place=Homel`, `occupation=journalist`, `region=Minsk`,
 * `sex=female`, `recognised-by=Viasna`, and `age=14-17`, `age=60-` or `age=-17` in full years, both ends included.
 *
 * @throws Refused where it is none of these.
 */
export function conditionIn(text: string): Condition {
  const at = text.indexOf('=');
  const facet = text.slice(0, at).trim();
  const value = text.slice(at + 1).trim();
  if (at < 0 || value === '' || !FACETS.some((known) => known === facet)) {
    throw new Refused(`"${text}" asks nothing that can be answered: write one of ${FACETS.join('=…, ')}=….`);
  }
  if (facet === 'age') return { age: ageIn(value) };
  if (facet === 'sex') {
    if (value === 'female' || value === 'male') return { sex: value };
    throw new Refused(`sex=${value} is not stated of anybody: write sex=female or sex=male.`);
  }
  return facet === 'recognised-by' ? { recognisedBy: value } : ({ [facet]: value } as Condition);
}

/** The condition as it would be typed; what `conditionIn` gives back unchanged. */
export function conditionText(condition: Condition): string {
  if ('age' in condition) {
    const { from, to } = condition.age;
    return from !== undefined && from === to ? `age=${from}` : `age=${from ?? ''}-${to ?? ''}`;
  }
  if ('recognisedBy' in condition) return `recognised-by=${condition.recognisedBy}`;
  if ('all' in condition) return condition.all.map(conditionText).join(' and ');
  if ('any' in condition) return `(${condition.any.map(conditionText).join(' or ')})`;
  if ('not' in condition) return `not (${conditionText(condition.not)})`;
  const [[facet, value] = ['held', true]] = Object.entries(condition);
  return value === true ? facet : `${facet}=${value}`;
}

function ageIn(value: string): { from?: number; to?: number } {
  const range = /^(\d{1,3})?(-)?(\d{1,3})?$/.exec(value);
  const [, from, dash, to] = range ?? [];
  const ends = { ...(from && { from: Number(from) }), ...(to && { to: Number(to) }) };
  if (from && !dash && !to) return { from: Number(from), to: Number(from) };
  if (!range || !dash || (!from && !to) || (from && to && Number(from) > Number(to))) {
    throw new Refused(`age=${value} is no age: write age=17, age=14-17, age=60- or age=-17, in full years.`);
  }
  return ends;
}
