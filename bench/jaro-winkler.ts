/**
 * How alike two texts are, 0 … 1, by the letters they share at nearly the same place and by their first four letters
 * (Winkler, String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model of Record Linkage, 1990).
 */
export function jaroWinkler(left: string, right: string): number {
  const jaro = jaroOf(left, right);
  let shared = 0;
  while (shared < 4 && shared < left.length && left[shared] === right[shared]) shared += 1;
  return jaro + shared * 0.1 * (1 - jaro);
}

/** As `jaroWinkler`, word by word: each word with the best one left, over the words of the longer name. */
export function jaroWinklerByWords(left: string, right: string): number {
  const ours = left.split(' ').filter(Boolean);
  const theirs = right.split(' ').filter(Boolean);
  const pairs = ours.flatMap((one, i) => theirs.map((other, j) => ({ i, j, alike: jaroWinkler(one, other) })));
  pairs.sort((a, b) => b.alike - a.alike);
  const taken = { left: new Set<number>(), right: new Set<number>() };
  let sum = 0;
  for (const { i, j, alike } of pairs) {
    if (taken.left.has(i) || taken.right.has(j)) continue;
    taken.left.add(i);
    taken.right.add(j);
    sum += alike;
  }
  return sum / Math.max(1, ours.length, theirs.length);
}

function jaroOf(left: string, right: string): number {
  if (left === right) return 1;
  const reach = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const matchedRight: boolean[] = [];
  const matched: string[] = [];
  for (let i = 0; i < left.length; i++) {
    for (let j = Math.max(0, i - reach); j < Math.min(right.length, i + reach + 1); j++) {
      if (matchedRight[j] === true || left[i] !== right[j]) continue;
      matchedRight[j] = true;
      matched.push(left.charAt(i));
      break;
    }
  }
  if (matched.length === 0) return 0;
  const other = right.split('').filter((_, j) => matchedRight[j]);
  const moved = matched.filter((letter, i) => letter !== other[i]).length / 2;
  const share = matched.length;
  return (share / left.length + share / right.length + (share - moved) / share) / 3;
}
