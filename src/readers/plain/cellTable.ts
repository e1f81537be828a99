/** Cells longer than this are no codes; more texts than this are no list of codes. */
const [longest, most] = [64, 1 << 20];
/** Steps in search of a free slot: texts made to collide cost no more than that. */
const steps = 64;

const utf8 = /* @__PURE__ */ new TextDecoder();

/**
 * The texts of a column by their bytes: a text that was met before is neither decoded nor read again. A table of open
 * addresses, a quarter full.
 */
export class CellTable<Meaning> {
  /** What the cells mean, by the number of their text. */
  readonly meanings: Meaning[] = [];
  private slots = new Int32Array(1024);
  private bytes = new Uint8Array(4096);
  private starts = new Uint32Array(257);
  private hashes = new Int32Array(256);

  /** `read` gives the meaning of a text that is plain, and undefined where it takes a careful look. */
  constructor(private readonly read: (text: string) => Meaning | undefined) {}

  /** The number of the text in `bytes` from `from` to `to`; -1 where it is not plain. `hash` is that of its bytes. */
  of(hash: number, bytes: Uint8Array, from: number, to: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let at = (hash ^ (hash >>> 15)) & mask;
    for (let step = 0; step < steps; step++) {
      const number = (slots[at] as number) - 1;
      if (number === -1) return this.add(at, hash, bytes, from, to);
      if (this.hashes[number] === hash && this.isText(number, bytes, from, to)) return number;
      at = (at + 1) & mask;
    }
    return -1;
  }

  private isText(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const start = this.starts[number] as number;
    const length = to - from;
    if ((this.starts[number + 1] as number) - start !== length) return false;
    for (let at = 0; at < length; at++) if (this.bytes[start + at] !== bytes[from + at]) return false;
    return true;
  }

  private add(slot: number, hash: number, bytes: Uint8Array, from: number, to: number): number {
    const number = this.meanings.length;
    if (to - from > longest || number === most) return -1;
    const meaning = this.read(utf8.decode(bytes.subarray(from, to)));
    if (meaning === undefined) return -1;
    const start = this.starts[number] as number;
    const end = start + to - from;
    if (end > this.bytes.length) this.bytes = wider(this.bytes, new Uint8Array(2 * this.bytes.length));
    this.bytes.set(bytes.subarray(from, to), start);
    this.meanings.push(meaning);
    this.starts[number + 1] = end;
    this.hashes[number] = hash;
    this.slots[slot] = number + 1;
    if (4 * this.meanings.length >= this.slots.length) this.widen();
    return number;
  }

  private widen(): void {
    const size = 2 * this.slots.length;
    this.slots = new Int32Array(size);
    this.starts = wider(this.starts, new Uint32Array(size / 4 + 1));
    this.hashes = wider(this.hashes, new Int32Array(size / 4));
    for (let number = 0; number < this.meanings.length; number++) {
      const hash = this.hashes[number] as number;
      let at = (hash ^ (hash >>> 15)) & (size - 1);
      while (this.slots[at] !== 0) at = (at + 1) & (size - 1);
      this.slots[at] = number + 1;
    }
  }
}

function wider<Column extends Uint8Array | Uint32Array | Int32Array>(from: Column, into: Column): Column {
  into.set(from);
  return into;
}
