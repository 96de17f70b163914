import { listsOf } from './lists.ts';
import { COMMON_INFO, nextPart, type Part } from './part.ts';
import { toPart } from './part-of.ts';
import { soundMask } from './sound-mask.ts';
import { soundsOf } from './sounds.ts';

// One syllable of a Korean, Chinese or Vietnamese name in any romanisation; a given name has one or two.
const ONSET =
  '(?:[bpdtgkmnlrwvyjqxzcs]|kk|tt|pp|ss|jj|[gk]w|[pbmngkhlr]y|ph|th|kh|gh|zh|ch|sh|hs|ts|tz|ng|nh|tr|qu|f|hw|h)?';
const SYLLABLE = `${ONSET}[aeiouyw]{1,4}(?:ng|nh|ch|ck|[nmklpthbg])?`;
const GIVEN = new RegExp(`^(?:${SYLLABLE}){1,2}$`, 'u');
const ONE_SYLLABLE = new RegExp(`^${SYLLABLE}$`, 'u');
const LONGEST_GIVEN = 12;
// Of two syllables there are some thousand given names, all borne by many.
const MOST_INFO = 1.8;

/**
 * The parts of a romanised Korean, Chinese or Vietnamese name, read as such: ch is never k and y never j. A name is one
 * where a surname of `words/names/particles.yml` stands beside words of one or two syllables; other names are left as they
 * are, and so are western given names beside it (Joshua Wong Chi-fung).
 */
export function readAsEastern(parts: Part[]): Part[] {
  if (parts.length < 2 || parts.length > 5) return parts;
  const surname = parts.findIndex((part) => isLatin(part) && listsOf(part.folded).has('eastern'));
  if (surname < 0) return parts;
  const apart = givenApart(parts, surname);
  if (apart !== undefined) return readAsEastern(apart);
  const fits = parts.every((part, at) => at === surname || part.role === 'given' || isSyllables(part));
  return fits ? parts.map((part, at) => (part.role === 'given' ? part : eastern(part, at === surname))) : parts;
}

// Kim Jong Un: a given name of two syllables is one name, written together or apart; Vietnamese names may leave the middle
// one out, and do not join.
function givenApart(parts: readonly Part[], surname: number): Part[] | undefined {
  if (listsOf(parts[surname]?.folded ?? '').has('vietnamese')) return undefined;
  const given = [...parts.keys()].filter((at) => at !== surname && parts[at]?.role !== 'given');
  const [first, second, ...more] = given;
  if (first === undefined || second === undefined || more.length > 0 || second !== first + 1) return undefined;
  const [one, other] = [parts[first], parts[second]];
  if (one === undefined || other === undefined || ![one, other].every(isSyllable)) return undefined;
  const joined = toPart(`${one.text}\u2010${other.text.toLowerCase()}`, 'later');
  return parts.toSpliced(first, 2, joined);
}

function isSyllable(part: Part): boolean {
  return isLatin(part) && part.role !== 'particle' && ONE_SYLLABLE.test(part.folded);
}

function isLatin(part: Part): boolean {
  return part.script === 'Latn' && part.role !== 'initial' && part.role !== 'given';
}

function isSyllables(part: Part): boolean {
  return isLatin(part) && part.folded.length <= LONGEST_GIVEN && GIVEN.test(part.folded);
}

const asSurname = new WeakMap<Part, Part>();
const asGiven = new WeakMap<Part, Part>();

// One part for one word, so that what is kept of it is found again.
function eastern(part: Part, isSurname: boolean): Part {
  const known = isSurname ? asSurname : asGiven;
  const before = known.get(part);
  if (before !== undefined) return before;
  const sounds = soundsOf(part.text.toLowerCase(), 'East');
  const made: Part = {
    ...part,
    number: nextPart(),
    role: part.role === 'particle' ? 'word' : part.role,
    sounds,
    ...soundMask(sounds, [], undefined),
    stem: undefined,
    patronymic: undefined,
    sex: undefined,
    eastern: true,
    info: Math.min(part.info, isSurname ? COMMON_INFO : MOST_INFO),
  };
  known.set(part, made);
  return made;
}
