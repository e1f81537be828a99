/** A column of positions that grows by doubling. */
export class GrowingIndex {
  private values = new Uint32Array(1024);
  length = 0;

  add(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Uint32Array(2 * this.length);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  finish(): Uint32Array {
    return this.values.subarray(0, this.length);
  }
}
