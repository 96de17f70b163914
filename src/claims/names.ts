import type { Passage } from '../text/passage.ts';
import { nominative, sameName } from './forms.ts';
import type { Token } from './tokens.ts';
import { UNSEEN } from './tokens.ts';
import type { Wording } from './wording.ts';

/**
 * Capitalised words in a row that name something, without the titles before them.
 *
 * @example
 * { from: 2, to: 4, words: ['viktar', 'babaryka'], is: 'person' }
 */
export interface NameRun {
  readonly from: number;
  readonly to: number;
  readonly words: readonly string[];
  readonly is: 'person' | 'body' | 'place' | 'unknown';
}

/**
 * A name in its fullest form on the page, and where that form stands.
 *
 * @example
 * { text: 'Maryya Kalesnikava', passage: { start: 91, end: 109, text: 'Maryya Kalesnikava' } }
 */
export interface FullName {
  readonly text: string;
  readonly passage: Passage;
}

/**
 * Finds the runs of capitalised words in a passage.
 *
 * @param common words that the page also writes in small letters, so that at the beginning of a passage they are no names.
 */
export function runsIn(tokens: readonly Token[], wording: Wording, common: ReadonlySet<string>): NameRun[] {
  const runs: NameRun[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!opensName(tokens[at])) continue;
    const to = runEnd(tokens, at);
    const run = trimmed(tokens, at, to, wording, at === 0 || opensLine(tokens[at - 1]) ? common : NOTHING);
    if (run) runs.push(run);
    at = to - 1;
  }
  return runs;
}

const NOTHING: ReadonlySet<string> = new Set();
const LONGEST_RUN = 9;

function opensLine(before: Token | undefined): boolean {
  return before !== undefined && /^["“«'‘:—–]$/.test(before.text);
}

function opensName(token: Token | undefined): boolean {
  return token !== undefined && token.shape === 'word' && token.upper && !token.tags.has('dateword');
}

function runEnd(tokens: readonly Token[], from: number): number {
  let at = from + 1;
  while (at < tokens.length && at - from < LONGEST_RUN) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (!token || !before) break;
    if (opensName(token) && !(token.gap === false && before.text !== '-' && before.text !== '.')) at += 1;
    else if (token.text === '-' && !token.gap && opensName(tokens[at + 1]) && tokens[at + 1]?.gap === false) at += 2;
    else if (token.text === '-' && at - from > 1 && endsGiven(tokens, at)) at += 2;
    else if (token.text === '.' && /^\p{Lu}$/u.test(before.text) && opensName(tokens[at + 1])) at += 2;
    else if (particles(tokens, at, from) > at) at = particles(tokens, at, from);
    else if (purpose(tokens, at, from) > at) at = purpose(tokens, at, from);
    else break;
  }
  return at;
}

// "Joshua Wong Chi-fung", "Kim Dae-jung": the second syllable of a given name is written small; in "Jimmy Lai-owned"
// it is another word.
function endsGiven(tokens: readonly Token[], hyphen: number): boolean {
  const [first, mark, second] = tokens.slice(hyphen - 1, hyphen + 2);
  if (!first || !mark || !second || mark.gap || second.gap || first.tags.has('place')) return false;
  return SYLLABLE.test(first.low) && SYLLABLE.test(second.text) && !/^(?:run|wing|won|hit|set|era)$/.test(second.text);
}

const SYLLABLE = /^(?:(?:[zcs]h|ts|tz|kw|gw|hs|[bcdfghjklmnpqrstwxyz])?[aeiouy]{1,3}(?:ng|[nktpmhlr])?|ng)$/;

// "González de Canales", "Abdulhadi al-Khawaja"
function particles(tokens: readonly Token[], from: number, start: number): number {
  let at = from;
  while (tokens[at]?.tags.has('particle') && at - from < 3) at += tokens[at + 1]?.text === '-' ? 2 : 1;
  // «Gobierno de Minsk» is a name as a whole, «Ales Novik de Minsk» is none.
  const place = tokens[at]?.tags.has('place') && !tokens.slice(start, from).some((token) => token.tags.has('body'));
  return at > from && opensName(tokens[at]) && !place ? at + 1 : from;
}

// «Comité por la Libertad», «Oficina para los Derechos Humanos»
function purpose(tokens: readonly Token[], from: number, start: number): number {
  const links = tokens[from]?.tags.has('purpose') && tokens.slice(start, from).some((token) => token.tags.has('body'));
  return links && tokens[from + 1]?.tags.has('article') && opensName(tokens[from + 2]) ? from + 3 : from;
}

const words = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from, to).filter((token) => token.shape === 'word');

// Titles are cut off from the left, up to the last one: "Foreign Ministry Spokesperson Anatoly Glaz".
function trimmed(
  tokens: readonly Token[],
  start: number,
  to: number,
  wording: Wording,
  common: ReadonlySet<string>,
): NameRun | null {
  let from = start;
  for (let at = to - 2; at >= start; at -= 1) {
    if (!tokens[at]?.tags.has('role') || ofMembers(tokens, start, at)) continue;
    from = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
    break;
  }
  // "Human Rights Watch" is a name as a whole.
  if (from > start && from < to && tokens.slice(from, to).every((token) => token.tags.has('body'))) from = start;
  const whole =
    from === start &&
    tokens.slice(start, to).some((token) => token.tags.has('body')) &&
    tokens[start]?.tags.has('role');
  // «СИЗО Ростова», «ИК Мордовии»
  while (wording.habits.has('no articles') && to - from === 2 && tokens[from]?.tags.has('prison')) from += 1;
  // "British-Iranian Vera Lis"
  const linked = (at: number) => at > start && tokens[at]?.text === '-' && tokens[at - 1]?.tags.has('demonym') === true;
  while (!whole && from < to && linked(from)) from += 1;
  while (
    !whole &&
    from < to &&
    (linked(from) || (isTitle(tokens[from], from === start ? common : NOTHING) && !ofBody(tokens, from)))
  )
    from += 1;
  // "Secretary of State Antony Blinken"
  if (tokens[from - 1]?.tags.has('of') && tokens[from - 2]?.tags.has('role') && words(tokens, from, to).length > 2)
    from += 1;
  // «Президент Украины Пётр Порошенко», "US Marine Adam Hul"
  const bare = wording.habits.has('no articles');
  const leads = (token: Token | undefined) =>
    token?.tags.has('place') || token?.tags.has('outlet') || (bare && token?.tags.has('body'));
  while (leads(tokens[from]) && words(tokens, from, to).length > 2) from += 1;
  if (start === 0 && opensWithVerb(words(tokens, from, to), wording)) from += 1;
  if (bare && twoNames(words(tokens, from, to))) from += 2;
  if (bare && words(tokens, from, to).length === 3 && opensWithPlace(words(tokens, from, to))) from += 1;
  while (from < to && tokens[from]?.shape !== 'word') from += 1;
  let end = to;
  // "Stefan Romaniw OAM"
  while (words(tokens, from, end).length > 2 && /^\p{Lu}{2,}$/u.test(tokens[end - 1]?.text ?? '')) end -= 1;
  const named = words(tokens, from, end);
  return named.length === 0
    ? null
    : {
        from,
        to: end,
        words: named.map((token) => token.low),
        is: atSite(tokens, from) ? 'place' : kindOf(named, wording),
      };
}

// «Colegio de Periodistas»: behind the body's own "of" a word for people is no title.
function ofMembers(tokens: readonly Token[], start: number, at: number): boolean {
  const body = tokens.slice(start, at).findIndex((one) => one.tags.has('body'));
  return body >= 0 && tokens.slice(start + body, at).some((one) => one.tags.has('particle'));
}

// «la plaza Ana Lis», «la cárcel de Santa Ana»
function atSite(tokens: readonly Token[], from: number): boolean {
  const direct = tokens[from - 1]?.tags.has('site');
  const owned = tokens[from - 1]?.tags.has('of') && tokens[from - 2]?.tags.has('site');
  return direct === true || (owned === true && tokens[from - 3]?.tags.has('article') === true);
}

// «критик президента Ивана Лиса Алеся Новика»: two people, of whom the second is spoken of.
function twoNames([first, second, third, last]: readonly Token[]): boolean {
  if (first?.tags.has('given') !== true || third?.tags.has('given') !== true || !last) return false;
  return !PATRONYMIC.test(second?.low ?? '') && !PATRONYMIC.test(third.low);
}

// «житель Севастополя Иван Новик»: the second is a first name and the first is none.
function opensWithPlace([first, second, third]: readonly Token[]): boolean {
  const given = second?.tags.has('given') === true && first?.tags.has('given') !== true;
  return given && !PATRONYMIC.test(third?.low ?? '');
}

const PATRONYMIC = /(?:[еоёаы][вў]и?і?ч(?:а|у|ем|ам|е|у)?|(?:[еоаи]вн|[еоаы]ўн|івн|їчн|ичн)(?:а|ы|у|ой|е|і|ою|ай))$/u;

// «Освободили Веру Лис»: of three capitals at the beginning the first is no name, unless the second is a patronymic;
// «Murió Ana Lis»: a verb told by its ending.
function opensWithVerb(named: readonly Token[], { habits }: Wording): boolean {
  if (habits.has('subject left out')) return /.(?:ó|ieron)$/.test(named[0]?.low ?? '');
  const patronymic = [1, 2].some((at) => PATRONYMIC.test(named[at]?.low ?? ''));
  if (!habits.has('no articles') || named[0]?.tags.has('given')) return false;
  // «Отвезли Веру», «Освободили Веру Лис»
  if (named.length === 2) return /л[иі]$/u.test(named[0]?.low ?? '') && named[1]?.tags.has('given') === true;
  return named.length === 3 && !patronymic;
}

// "European Union": the first word belongs to the name.
function ofBody(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return (
    tokens[at]?.tags.has('demonym') === true && next?.upper === true && next.tags.has('body') && !next.tags.has('role')
  );
}

function isTitle(token: Token | undefined, common: ReadonlySet<string>): boolean {
  if (!token) return false;
  return TITLES.some((tag) => token.tags.has(tag)) || common.has(token.low);
}

const TITLES = ['role', 'demonym', 'function', 'people', 'say', 'prep', 'month'] as const;

function kindOf(named: readonly Token[], wording: Wording): NameRun['is'] {
  if (named.some((token) => token.tags.has('body'))) return 'body';
  // "Saudi Arabia" ends in the place; "Kong Chantha" and "Paris Novik" are people, and so is «Ana Miranda», although
  // there is a place of that name.
  if (
    (named.at(-1)?.tags.has('place') && !named[0]?.tags.has('given')) ||
    (wording.habits.has('place anywhere') && named.some((token) => token.tags.has('place')))
  )
    return 'place';
  if (/^\p{Lu}{2,}$/u.test(named[0]?.text ?? '') && wording.habits.has('capitals first')) return 'body';
  if (named.every((token) => /^\p{Lu}{2,}/u.test(token.text) || /^(?:\p{Lu}\.)+$/u.test(token.text))) return 'body';
  const plain = named.filter((token) => !token.tags.has('particle'));
  if (
    plain.length >= 2 &&
    plain.length <= 5 &&
    plain.every((token) => token.text.length > 1 || wording.habits.has('initials'))
  ) {
    return 'person';
  }
  return 'unknown';
}

interface Entry {
  words: readonly string[];
  text: string;
  passage: Passage;
  nominative: 0 | 1 | 2;
  /** The words up to the first of two surnames. */
  first: readonly string[] | null;
}

const BUCKET = 48;

/**
 * The people a page names, each in the fullest form it has, found again by surname and in any case.
 *
 * @example
 * book.add(run, tokens); // "Maryya Kalesnikava"
 * book.find(surname)?.text // "Kalesnikava" -> 'Maryya Kalesnikava'
 */
export class NameBook {
  readonly #bySurname = new Map<string, Entry[]>();
  // By the first name; null where several people have it.
  readonly #byFirst = new Map<string, Entry | null>();
  readonly #text: string;
  readonly #twoSurnames: boolean;

  /** @param twoSurnames true where "Ana Novik Lis" is called "Novik" as well. */
  constructor(text: string, twoSurnames = false) {
    this.#text = text;
    this.#twoSurnames = twoSurnames;
  }

  /** Notes a full name. Of several forms the longest stays, and among those one that stands in the nominative. */
  add(run: NameRun, tokens: readonly Token[]): void {
    const full = this.fullNameOf(run, tokens);
    const surname = run.words.at(-1);
    if (run.is !== 'person' || surname === undefined || full === null) return;
    const first = this.#twoSurnames ? firstSurname(run, tokens) : null;
    const entry: Entry = { words: run.words, ...full, nominative: nominative(run.words), first };
    const known = this.#bucket(surname).find((other) => sameOne(other, run)) ?? this.#knownByFirst(entry);
    if (!known) {
      this.#file(entry, entry);
      return;
    }
    const longer = entry.words.length - known.words.length;
    if (longer > 0 || (longer === 0 && entry.nominative > known.nominative))
      this.#file(Object.assign(known, entry), entry);
  }

  #bucket(surname: string): Entry[] {
    const key = surname.slice(0, 3);
    const bucket = this.#bySurname.get(key) ?? [];
    this.#bySurname.set(key, bucket);
    return bucket;
  }

  // "Ana Novik" was named before "Ana Novik Lis".
  #knownByFirst({ first }: Entry): Entry | undefined {
    return first ? this.#bucket(first.at(-1) ?? '').find((other) => endsAlike(first, other.words)) : undefined;
  }

  #file(entry: Entry, { words, first }: Entry): void {
    const given = words[0] ?? '';
    const known = this.#byFirst.get(given);
    if (words.length > 1) this.#byFirst.set(given, known === undefined || known === entry ? entry : null);
    for (const surname of [words.at(-1), first?.at(-1)]) {
      const bucket = surname === undefined ? null : this.#bucket(surname);
      if (bucket && bucket.length < BUCKET && !bucket.includes(entry)) bucket.push(entry);
    }
  }

  /** The fullest form of a name on the page, or null where no full name ends with these words. */
  find(run: NameRun): FullName | null {
    const surname = run.words.at(-1);
    if (surname === undefined) return null;
    const bucket = this.#bySurname.get(surname.slice(0, 3)) ?? [];
    // Of two surnames the first is the one that people go by: the page's "Novik" is "Ana Novik Lis" who came first.
    const usual = this.#twoSurnames
      ? bucket.find((entry) => endsAlike(entry.first ?? entry.words, run.words))
      : bucket.find((entry) => entry.words.at(-1) === surname && endsAlike(entry.words, run.words));
    const found = usual ?? bucket.find((entry) => endsAlike(entry.words, run.words));
    const meant = found ?? this.#calledByFirst(run);
    return meant ? { text: meant.text, passage: meant.passage } : null;
  }

  // "Vera" of whom the page tells as "Vera Lis"; of two Veras neither.
  #calledByFirst(run: NameRun): Entry | null {
    const [first] = run.words;
    if (first === undefined || run.words.length !== 1 || first.length < 3) return null;
    const exact = this.#byFirst.get(first);
    if (exact !== undefined || this.#byFirst.size > BUCKET) return exact ?? null;
    // «Миколу» of «Микола Лемик»
    const alike = [...this.#byFirst].filter(
      ([known]) => known.slice(0, 4) === first.slice(0, 4) && sameName(known, first),
    );
    return alike.length === 1 ? (alike[0]?.[1] ?? null) : null;
  }

  /** A run's own words as a name. */
  fullNameOf(run: NameRun, tokens: readonly Token[]): FullName | null {
    const start = tokens[run.from]?.start;
    const end = tokens[run.to - 1]?.end;
    if (start === undefined || end === undefined) return null;
    const text = this.#text.slice(start, end);
    const seen = text.replace(UNSEEN, '').replace(/[*_]+/g, '');
    return { text: seen.replace(/\s+/g, ' '), passage: { start, end, text } };
  }
}

// "Ana Novik" of "Ana Novik Lis"; of "Ana Eva Lis" there is none.
function firstSurname(run: NameRun, tokens: readonly Token[]): readonly string[] | null {
  const named = tokens.slice(run.from, run.to).filter((token) => token.shape === 'word');
  const before = named.at(-2);
  const one = before && !before.tags.has('given') && !before.tags.has('particle');
  return named.length > 2 && one ? run.words.slice(0, -1) : null;
}

function sameOne({ words: known, first }: Entry, { words: named }: NameRun): boolean {
  return (
    endsAlike(known, named) ||
    endsAlike(named, known) ||
    framesAlike(known, named) ||
    (first !== null && named.length > 1 && endsAlike(first, named))
  );
}

// "Ales Novik" and "Ales Jan Novik"
function framesAlike(left: readonly string[], right: readonly string[]): boolean {
  return (
    left.length > 1 &&
    right.length > 1 &&
    sameName(left[0] ?? '', right[0] ?? '') &&
    sameName(left.at(-1) ?? '', right.at(-1) ?? '')
  );
}

// True where the longer name ends in the words of the shorter, in any case form.
function endsAlike(longer: readonly string[], shorter: readonly string[]): boolean {
  if (shorter.length > longer.length) return false;
  const offset = longer.length - shorter.length;
  return shorter.every((word, index) => sameName(longer[offset + index] ?? '', word));
}
