/**
 * Groups of letters and what each stands for, laid out to be followed a letter at a time: a trie in typed arrays.
 *
 * @example
 * letterGroups([['sh', [7]], ['s', [3]]]) // of 'shu' the group 'sh' is the longest
 */
export interface LetterGroups {
  /** The number of a letter by its UTF-16 code; 0 where no group has it. */
  readonly letters: Uint8Array;
  readonly width: number;
  /** The node after a node (row) and a letter (column); 0 where there is none. */
  readonly next: Int32Array;
  /** What the letters up to a node stand for; undefined where they are the beginning of a group only. */
  readonly heard: readonly (readonly number[] | undefined)[];
}

const CODES = 0x10000;

/** Lays out groups; of two that are the same the later counts. At most 254 different letters. */
export function letterGroups(groups: Iterable<readonly [group: string, heard: readonly number[]]>): LetterGroups {
  const letters = new Uint8Array(CODES);
  const nodes: Map<number, number>[] = [new Map()];
  const heard: (readonly number[] | undefined)[] = [undefined];
  let width = 1;
  for (const [group, sounds] of groups) {
    let node = 0;
    for (let at = 0; at < group.length; at++) {
      const code = group.charCodeAt(at);
      if (letters[code] === 0) letters[code] = width++;
      const letter = letters[code] ?? 0;
      const known = nodes[node]?.get(letter);
      if (known === undefined) {
        nodes[node]?.set(letter, nodes.length);
        node = nodes.length;
        nodes.push(new Map());
        heard.push(undefined);
      } else node = known;
    }
    heard[node] = sounds;
  }
  const next = new Int32Array(nodes.length * width);
  for (const [node, after] of nodes.entries()) for (const [letter, to] of after) next[node * width + letter] = to;
  return { letters, width, next, heard };
}
