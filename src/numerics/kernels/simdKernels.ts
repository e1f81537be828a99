import type { Kernels } from "./Kernels.js";
import { kernelBytes } from "./kernelBytes.js";

/** What `kernels.as` exports: places in bytes, and counts. */
type Loop = (rows: number, count: number, size: number, list: number, out: number) => void;
type Exports = Readonly<Record<Exclude<keyof Kernels, "list">, Loop>>;

/** Memory for the loops; it can grow, and what was made in it before is then void. */
export interface SimdMemory {
  readonly memory: WebAssembly.Memory;
  readonly exports: Exports;
  /** Bytes that lists have stood in: beyond, the memory holds zeros, and is not touched before it is needed. */
  used: number;
}

const page = 65_536;
let compiled: WebAssembly.Module | null | undefined;

/** The compiled loops, or null where WebAssembly with SIMD is not at hand or not allowed. */
function compile(): WebAssembly.Module | null {
  try {
    const bytes = Uint8Array.from(atob(kernelBytes), (letter) => letter.charCodeAt(0));
    return new WebAssembly.Module(bytes);
  } catch {
    return null;
  }
}

/** Memory for at least so many numbers, that of `before` where it is given; null where there is none to be had. */
export function openSimdMemory(numbers: number, before: SimdMemory | null): SimdMemory | null {
  if (compiled === undefined) compiled = compile();
  if (compiled === null) return null;
  const pages = Math.ceil((8 * numbers) / page) + 1;
  try {
    if (before !== null) {
      const missing = pages - before.memory.buffer.byteLength / page;
      if (missing > 0) before.memory.grow(missing);
      return before;
    }
    const memory = new WebAssembly.Memory({ initial: pages });
    const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
    return { memory, exports: exports as unknown as Exports, used: 0 };
  } catch {
    return null;
  }
}

/** The loops on a memory, which they have to themselves from now on. */
export function simdKernels(owner: SimdMemory): Kernels {
  const { exports } = owner;
  const { buffer } = owner.memory;
  let next = 0;
  const on =
    (loop: Loop) =>
    (rows: Float64Array, count: number, size: number, list: Float64Array, out: Float64Array): void =>
      loop(rows.byteOffset, count, size, list.byteOffset, out.byteOffset);
  return {
    list(length) {
      const list = new Float64Array(buffer, next, length);
      if (next < owner.used) list.fill(0);
      // Each list begins where a register of 16 bytes would.
      next += 8 * (length + (length & 1));
      owner.used = Math.max(owner.used, next);
      return list;
    },
    multiplyFromLeft: on(exports.multiplyFromLeft),
    multiplyFromRight: on(exports.multiplyFromRight),
    multiplyBlocksFromLeft: on(exports.multiplyBlocksFromLeft),
    multiplyBlocksFromRight: on(exports.multiplyBlocksFromRight),
    multiplyEntries: on(exports.multiplyEntries),
    multiplyRows: on(exports.multiplyRows),
    addScaledRows: on(exports.addScaledRows),
    orthogonalise: on(exports.orthogonalise),
  };
}
