/** Numbers by row, growing by doubling: 8 bytes each, nothing else. */
export class NumberBuffer {
  length = 0;
  private numbers = new Float64Array(256);

  push(number: number): void {
    if (this.length === this.numbers.length) {
      const larger = new Float64Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.length++] = number;
  }

  /** The numbers at the places, in that order. */
  inOrder(places: Uint32Array): Float64Array {
    return Float64Array.from(places, (place) => this.numbers[place] as number);
  }
}
