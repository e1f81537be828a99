/** Gives each code its position, in order of first appearance. */
export class Positions<Code> {
  private readonly known = new Map<Code, number>();

  /** The position of a code; a new code gets the next one. */
  of(code: Code): number {
    const at = this.known.get(code);
    if (at !== undefined) return at;
    this.known.set(code, this.known.size);
    return this.known.size - 1;
  }

  /** The codes by position. */
  codes(): Code[] {
    return [...this.known.keys()];
  }
}
