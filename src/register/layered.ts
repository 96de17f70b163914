/**
 * A map that never changes and yields changed copies cheaply: a large base that copies share, and a small layer of what
 * has changed since. Reads like the `Map` it stands for; a copy costs as much as the layer is long, and now and then,
 * when the layer is written into a new base, as much as the map is.
 *
 * @example
 * const before = new LayeredMap(new Map([[1, 'a'], [2, 'b']]));
 * const after = before.with([[2, 'B'], [3, 'c'], [1, undefined]]);
 * [...after] // [[2, 'B'], [3, 'c']]; before is as it was
 */
export class LayeredMap<K, V> implements ReadonlyMap<K, V> {
  readonly #base: ReadonlyMap<K, V>;
  readonly #layer: ReadonlyMap<K, V | undefined>;
  readonly #order: Order<K, V> | undefined;
  readonly size: number;
  #sorted: readonly (readonly [K, V])[] | undefined;

  /**
   * @param base must not change any more.
   * @param order of the entries where they are gone through, if not that in which their keys came; the base is in it.
   */
  constructor(base: ReadonlyMap<K, V>, order?: Order<K, V>, layer: ReadonlyMap<K, V | undefined> = new Map()) {
    this.#base = base;
    this.#order = order;
    this.#layer = layer;
    let size = base.size;
    for (const [key, value] of layer) size += Number(value !== undefined) - Number(base.has(key));
    this.size = size;
  }

  /** A copy with these values; `undefined` takes the key away. Of two values for one key the later counts. */
  with(changes: Iterable<readonly [K, V | undefined]>, order = this.#order): LayeredMap<K, V> {
    const layer = new Map(this.#layer);
    for (const [key, value] of changes) layer.set(key, value);
    const copy = new LayeredMap(this.#base, order, layer);
    return layer.size > LONGEST_LAYER ? new LayeredMap(new Map(copy), order) : copy;
  }

  get(key: K): V | undefined {
    const changed = this.#layer.get(key);
    return changed !== undefined || this.#layer.has(key) ? changed : this.#base.get(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  forEach(visit: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this) visit(value, key, this);
  }

  *entries(): MapIterator<[K, V]> {
    if (this.#order) this.#sorted ??= [...this.#inSequence()].sort(this.#order);
    for (const [key, value] of this.#sorted ?? this.#inSequence()) yield [key, value];
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  *#inSequence(): Generator<readonly [K, V]> {
    for (const [key, value] of this.#base) {
      const now = this.#layer.has(key) ? this.#layer.get(key) : value;
      if (now !== undefined) yield [key, now];
    }
    for (const [key, value] of this.#layer) {
      if (value !== undefined && !this.#base.has(key)) yield [key, value];
    }
  }
}

type Order<K, V> = (left: readonly [K, V], right: readonly [K, V]) => number;

// Copies of a layer this long take some ten microseconds, and one append in so many writes a new base.
const LONGEST_LAYER = 512;
