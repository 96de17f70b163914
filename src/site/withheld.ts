import type { RegisterState } from '../register/state.ts';

// What a removal leaves in place of each letter of a name. How many letters, and what stood around them, may tell whose.
const BLACKENED = '█';

/**
 * Tells where words would name somebody who is withheld.
 *
 * @example
 * const guard = guardOf(state);
 * guard.names('Kolesnikova was sentenced to 11 years in prison') // true where Марыя Калеснікава is withheld
 */
export interface Guard {
  names(text: string): boolean;
  /** True where a finished file holds a whole name of theirs as some report wrote it, or their id. */
  leaksIn(file: string): boolean;
}

// Sounds that spellings of one name share. Vowels, glides and v/w/ў go, because they differ from spelling to spelling
// (Kolesnikova, Kalesnikava, Kaleśnikaŭ); what is left tells names apart well enough to hide a passage by, which is all
// that is asked here: hiding one too many costs a quotation, showing one too many may cost a person's safety.
const CLUSTERS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|ch|sh|zh|cz|sz|rz/g, 'S'],
  [/ts|tz|[цт]/g, 'T'],
  [/[szшщчжсз]/g, 'S'],
  [/[ct]/g, 'T'],
  [/дS|dS|[dд]/g, 'D'],
  [/kh|[ghгґх]/g, 'H'],
  [/x/g, 'KS'],
  [/[kqк]/g, 'K'],
  [/[pп]/g, 'P'],
  [/[bб]/g, 'B'],
  [/[mм]/g, 'M'],
  [/[nн]/g, 'N'],
  [/[lłл]/g, 'L'],
  [/[rр]/g, 'R'],
  [/[fф]/g, 'F'],
];
const PATRONYMIC = /(вич|віч|ич|іч|вна|ўна|ична|ічна|vich|vič|wicz|vna|una|ŭna|ichna)$/iu;
const SHORTEST_SKELETON = 3;
const LONGEST_ENDING = 3;

/** Makes the guard of a register: from every form of every withheld person's name, in any claim, accepted or not. */
export function guardOf(state: RegisterState): Guard {
  const hidden = new Set([...state.persons.values()].filter((person) => person.withheld).map((person) => person.id));
  const forms = new Set<string>();
  const open = new Set<string>();
  for (const person of state.persons.values()) {
    for (const name of person.names) {
      if (person.withheld) forms.add(name.text);
      else for (const part of partsOf(name.text)) open.add(skeletonOf(part));
    }
  }
  for (const { mentions } of state.claims.values()) {
    for (const { person, name, verdict } of mentions) {
      if (person !== undefined && hidden.has(person) && verdict !== 'different') forms.add(name);
    }
  }
  const whole = [...forms].map(partsOf);
  const telling = [...new Set(whole.flatMap(tellingParts))].filter((part) => !open.has(skeletonOf(part)));
  const exact = [...forms, ...hidden].map((form) => form.normalize('NFC').toLowerCase());
  return {
    leaksIn: (file) => {
      const text = exact.length > 0 ? file.normalize('NFC').toLowerCase() : '';
      return exact.some((form) => text.includes(form));
    },
    names: (text) => {
      if (text.includes(BLACKENED)) return true;
      if (forms.size === 0) return false;
      const words = partsOf(text).filter((word) => /^\p{Lu}/u.test(word));
      return (
        telling.some((part) => words.some((word) => mayMean(word, part))) ||
        whole.some((parts) => parts.every((part) => words.some((word) => mayMean(word, part))))
      );
    },
  };
}

// The parts of a form that tell whom it means: all but the given name. Family name first is how papers of the state
// write it, with the patronymic last.
function tellingParts(parts: readonly string[]): readonly string[] {
  if (parts.length < 2) return parts;
  const last = parts.at(-1) ?? '';
  return parts.length > 2 && PATRONYMIC.test(last) ? parts.slice(0, 1) : parts.slice(1);
}

function partsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}'’ʼ]+/gu)?.filter((part) => part.length > 1) ?? [];
}

// True where a word of a text may be a part of a name, in whatever spelling or case of declension.
function mayMean(word: string, part: string): boolean {
  const [a, b] = [skeletonOf(word), skeletonOf(part)];
  if (b.length >= SHORTEST_SKELETON) return a.startsWith(b) && a.length <= b.length + 1;
  const [plainWord, plainPart] = [plain(word), plain(part)];
  const stem = plainPart.length > 3 ? plainPart.slice(0, -1) : plainPart;
  return a.startsWith(b) && plainWord.startsWith(stem) && plainWord.length <= stem.length + LONGEST_ENDING;
}

function skeletonOf(word: string): string {
  return CLUSTERS.reduce((text, [sounds, letter]) => text.replaceAll(sounds, letter), plain(word))
    .replaceAll(/[^A-Z]/g, '')
    .replaceAll(/(.)\1+/g, '$1');
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replaceAll('č', 'ch')
    .normalize('NFD')
    .replaceAll(/[\p{M}'’ʼьъ]/gu, '');
}
