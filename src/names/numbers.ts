/**
 * Whole numbers in a row that grows.
 *
 * @example
 * const row = new Numbers(); row.push(7); row.all() // Uint32Array [7]
 */
export class Numbers {
  #row = new Uint32Array(1_024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(number: number): void {
    if (this.#length === this.#row.length) {
      const longer = new Uint32Array(2 * this.#length);
      longer.set(this.#row);
      this.#row = longer;
    }
    this.#row[this.#length++] = number;
  }

  /** All of them; later pushes do not change what was given out. */
  all(): Uint32Array {
    return this.#row.slice(0, this.#length);
  }
}
