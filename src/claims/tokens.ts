/**
 * A word, a number or a mark of a report, with its place in the report's text and the tags its language gives it.
 *
 * @example
 * { start: 1458, end: 1469, text: 'Kalesnikava', low: 'kalesnikava', shape: 'word', upper: true, gap: true, tags: new Set() }
 */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly low: string;
  readonly shape: 'word' | 'number' | 'mark';
  /** True where it begins with a capital letter. */
  readonly upper: boolean;
  /** True where white space, markup or the beginning stands before it. */
  readonly gap: boolean;
  /** What the wording of the language says of the word: `say`, `be`, `people` … */
  readonly tags: ReadonlySet<string>;
}

// One alternative a kind of token, each linear: nothing in here can be matched in two ways. What is skipped without
// a token is markup that some saved pages keep: tags, emphasis, the address of a link.
const TOKEN =
  /(?<noise>[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+|<[^<>\n]{1,300}>|\]\([^()\s]{1,800}\)|\*+|_+)|(?<number>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d{1,3}(?:\.\d{3})+(?!\d)|\d+(?:[.,]\d+)?(?:st|nd|rd|th)?)|(?<word>(?:\p{Lu}\.){2,}|EE\.\s?UU\.|(?:Mrs?|Ms|Dr|St|Gen|Col|Lt|Rev|Prof|Sen|Rep|Gov)\.|\p{L}[\p{L}\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*(?:['’ʼ]\p{L}[\p{L}\p{M}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*)*)|(?<mark>[^\s])/uy;
// Soft hyphens, zero-width spaces and marks of direction: they stand in words that nobody sees them in.
export const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const NO_TAGS: ReadonlySet<string> = new Set();
const MONTH: ReadonlySet<string> = new Set(['month', 'dateword']);

/**
 * Cuts a stretch of text into tokens, in one pass.
 *
 * @param tagsOf what the language says of a word in small letters.
 */
export function tokensOf(
  text: string,
  start: number,
  end: number,
  tagsOf: (low: string) => ReadonlySet<string>,
): Token[] {
  const tokens: Token[] = [];
  let at = start;
  let gap = true;
  while (at < end) {
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) break;
    const next = Math.min(at + found[0].length, end);
    const groups = found.groups ?? {};
    if (groups.noise === undefined) {
      const shape = groups.word !== undefined ? 'word' : groups.number !== undefined ? 'number' : 'mark';
      pushToken(tokens, { start: at, end: next, text: text.slice(at, next), shape, gap }, tagsOf);
      gap = false;
    } else gap = true;
    at = next;
  }
  return tokens;
}

/** A word as the vocabulary is looked up: small letters, one apostrophe, е for ё. */
export function folded(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’ʼ]/g, "'")
    .replaceAll('ё', 'е')
    .replace(/^(\p{L}{2,4})\.$/u, '$1');
}

type Cut = Pick<Token, 'start' | 'end' | 'text' | 'shape' | 'gap'>;

// "Kalesnikava's" is two tokens, so that the name is the same word with and without its ending.
function pushToken(tokens: Token[], cut: Cut, tagsOf: (low: string) => ReadonlySet<string>): void {
  const owner = cut.shape === 'word' && /['’]s$/i.test(cut.text) ? cut.end - 2 : cut.end;
  const text = cut.text.slice(0, owner - cut.start).replace(UNSEEN, '');
  const low = cut.shape === 'word' ? folded(text) : text;
  const upper = cut.shape === 'word' && text.charAt(0) !== text.charAt(0).toLowerCase();
  const all = cut.shape === 'mark' ? NO_TAGS : tagsOf(low);
  // "May" and "March" are months and nothing else.
  const tags = upper && all.has('month') ? MONTH : all;
  tokens.push({ ...cut, end: owner, text, low, upper, tags });
  if (owner < cut.end) {
    tokens.push({
      ...{ start: owner, end: cut.end, text: "'s", low: "'s", shape: 'mark' },
      ...{ upper: false, gap: false, tags: NO_TAGS },
    });
  }
}
