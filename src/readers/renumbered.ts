import type { Positions } from "../trade/columns/positions.js";

/** A position for each number of a text: codes that several texts mean have one position. */
export class Renumbered<Code> {
  private readonly known: number[] = [];

  constructor(readonly positions: Positions<Code>) {}

  of(number: number, codes: readonly Code[]): number {
    let at = this.known[number];
    if (at === undefined) {
      at = this.positions.of(codes[number] as Code);
      this.known[number] = at;
    }
    return at;
  }
}
