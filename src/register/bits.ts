/**
 * A set of whole numbers below a bound, one bit each: what a count adds up and cuts out.
 *
 * @example
 * const women: Bits = bitsFor(5000); put(women, 12); sizeOf(women) // 1
 */
export type Bits = Uint32Array;

/** An empty set that can hold the numbers below `size`. */
export function bitsFor(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

/** Puts a number in, or takes it out. */
export function put(bits: Bits, number: number, isIn = true): void {
  const word = number >>> 5;
  const bit = 1 << (number & 31);
  bits[word] = isIn ? (bits[word] ?? 0) | bit : (bits[word] ?? 0) & ~bit;
}

/** True where the number is in the set. */
export function has(bits: Bits, number: number): boolean {
  return (((bits[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

/** The numbers that are in every one of the sets; empty where there is none. */
export function inAll([first = new Uint32Array(), ...others]: readonly Bits[]): Bits {
  const shared = first.slice();
  for (const bits of others) {
    for (let word = 0; word < shared.length; word += 1) shared[word] = (shared[word] ?? 0) & (bits[word] ?? 0);
  }
  return shared;
}

/** The numbers that are in some of the sets. */
export function inAny([first = new Uint32Array(), ...others]: readonly Bits[]): Bits {
  const joined = first.slice();
  for (const bits of others) {
    for (let word = 0; word < joined.length; word += 1) joined[word] = (joined[word] ?? 0) | (bits[word] ?? 0);
  }
  return joined;
}

/** The numbers of the first set that are not in the second. */
export function without(bits: Bits, others: Bits): Bits {
  return bits.map((word, at) => word & ~(others[at] ?? 0));
}

/** How many numbers are in the set. */
export function sizeOf(bits: Bits): number {
  let size = 0;
  for (let at = 0; at < bits.length; at += 1) size += ones(bits[at] ?? 0);
  return size;
}

/** The numbers in the set, ascending. */
export function numbersIn(bits: Bits): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) numbers.push(at * 32 + 31 - Math.clz32(word & -word));
  }
  return numbers;
}

// Adding up pairs, fours and bytes of bits side by side (Warren, "Hacker's Delight", 2nd ed., 5-1).
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
