import { TariffError } from "../../../internal/TariffError.js";

/**
 * Numbers in two or three places: lists of lists, or all of them one after another in one list or `Float64Array`, the
 * last place running fastest.
 *
 * @category Sectors
 */
export type NumberBlock =
  | Float64Array
  | readonly number[]
  | readonly (readonly number[])[]
  | readonly (readonly (readonly number[])[])[];

/** Copies a block of numbers with the given sizes; every number must be finite and at least `lowest`. */
export function readBlock(
  value: NumberBlock,
  sizes: readonly number[],
  path: string,
  lowest: number,
  advice: string,
): Float64Array {
  const total = sizes.reduce((product, size) => product * size, 1);
  const out = new Float64Array(total);
  if (value instanceof Float64Array || (Array.isArray(value) && isFlat(value, sizes))) {
    const flat = value as ArrayLike<unknown>;
    if (flat.length !== total) throw wrongLength(path, flat, sizes);
    for (let q = 0; q < total; q++) {
      const entry = flat[q];
      if (!(typeof entry === "number" && entry >= lowest && entry < Number.POSITIVE_INFINITY))
        throw wrongEntry(`${path}[${q}]`, entry, advice);
      out[q] = entry;
    }
    return out;
  }
  let q = 0;
  const visit = (part: unknown, depth: number, at: string): void => {
    if (depth === sizes.length) {
      if (!(typeof part === "number" && part >= lowest && part < Number.POSITIVE_INFINITY))
        throw wrongEntry(at, part, advice);
      out[q++] = part;
      return;
    }
    if (!Array.isArray(part)) {
      throw new TariffError({
        code: "wrong-type",
        path: at,
        received: part,
        advice: `Pass lists of ${sizes.join(" by ")} numbers, or all in one list.`,
      });
    }
    if (part.length !== sizes[depth]) throw wrongLength(at, part, sizes.slice(depth));
    for (let k = 0; k < part.length; k++) visit(part[k], depth + 1, `${at}[${k}]`);
  };
  visit(value, 0, path);
  return out;
}

/** One list of all numbers, where several places are wanted. */
function isFlat(value: readonly unknown[], sizes: readonly number[]): boolean {
  return sizes.length > 1 && value.length > 0 && !Array.isArray(value[0]);
}

function wrongLength(path: string, received: unknown, sizes: readonly number[]): TariffError {
  return new TariffError({
    code: "length-mismatch",
    path,
    received,
    advice: `Give ${sizes.join(" by ")} numbers, in the order of the labels.`,
  });
}

function wrongEntry(path: string, received: unknown, advice: string): TariffError {
  const number = typeof received === "number";
  return new TariffError({
    code: !number ? "wrong-type" : Number.isFinite(received) ? "out-of-range" : "not-finite",
    path,
    received,
    advice: number && Number.isFinite(received) ? advice : "Pass a finite number.",
  });
}
