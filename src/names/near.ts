/** The skeletons among those of the index, listed by length, that differ from this one by one consonant at most. */
export function nearSkeletons(byLength: readonly (readonly string[])[], skeleton: string): string[] {
  return [skeleton.length - 1, skeleton.length, skeleton.length + 1].flatMap((length) =>
    (byLength[length] ?? []).filter((other) => other !== skeleton && isOneOff(skeleton, other)),
  );
}

function isOneOff(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const rest = short.length === long.length ? start + 1 : start;
  return short.slice(rest) === long.slice(start + 1);
}
