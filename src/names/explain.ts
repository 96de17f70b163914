import type { Likeness } from './likeness.ts';
import type { Match } from './pairing.ts';
import type { Part } from './part.ts';

/** Why two matched parts speak for one person, in words a documenter understands. */
export function matchReason({ left, right, likeness }: Match): string {
  const one = written(left);
  const other = written(right);
  return likeness.value < 1 && likeness.how === 'sound'
    ? soundReason(one, other, likeness)
    : REASONS[likeness.how](one, other);
}

/** Why two parts that answer nothing on the other side speak against one person. */
export function contradictionReason(left: Part, right: Part): string {
  if (left.role === 'given' && right.role === 'given')
    return `${left.text} and ${right.text} are different given names`;
  if (left.role === 'patronymic' && right.role === 'patronymic') {
    return `the patronymics ${left.text} and ${right.text} name different fathers`;
  }
  return `${left.text} and ${right.text} have nothing in common`;
}

/** What a part that only one of the names has means. */
export function omissionReason(part: Part): string {
  return part.role === 'patronymic'
    ? `the patronymic ${part.text} stands in one of the names only`
    : `${part.text} stands in one of the names only`;
}

/** Why a part could not be compared. */
export function unheardReason(part: Part): string {
  return `${part.text} is written in letters that this program cannot read aloud`;
}

const REASONS: Readonly<Record<Likeness['how'], (one: string, other: string) => string>> = {
  identical: (one, other) =>
    one === other ? `both have ${one}` : `${one} and ${other} differ in accents or capitals only`,
  'one name': (one, other) => `${one} and ${other} are forms of one given name`,
  'short form': (one, other) => `${one} and ${other}: one may be a short form of the other`,
  'same father': (one, other) => `the patronymics ${one} and ${other} name the same father`,
  sound: (one, other) => `${one} and ${other} are spellings of one name`,
  'other ending': (one, other) => `${one} and ${other} differ by the ending of case or gender`,
  'case or sex': (one, other) => `${one} and ${other}: one is a case of the other, or the name of the other sex`,
  initial: (one, other) => `${one} and ${other} agree as far as the initial goes`,
  'other name': (one, other) => `${one} and ${other} are different given names`,
  nothing: (one, other) => `${one} and ${other} have nothing in common`,
};

function soundReason(one: string, other: string, { value }: Likeness): string {
  if (value >= 0.95) return `${one} and ${other} are spellings of one name`;
  return value >= 0.8 ? `${one} and ${other} sound much alike` : `${one} and ${other} sound somewhat alike`;
}

function written(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join(' ');
}

/** Why two names that differ in the surname only are left to a person. */
export const MAY_HAVE_MARRIED =
  'the given name and the father are the same, the surname is another: she may have married; look at dates and places';
