// The inner loops of the solvers, for AssemblyScript; places are in bytes. All exports take the same five arguments and
// return nothing: an engine makes the way in from JavaScript once for each list of types, and that takes long.

/** out_c = sum over r of left_r * matrix_rc: four rows at a time, two columns in one register. */
export function multiplyFromLeft(matrix: usize, rows: i32, columns: i32, left: usize, out: usize): void {
  const width: usize = (<usize>columns) << 3;
  memory.fill(out, 0, width);
  const even: usize = width & ~15;
  let row = matrix;
  let r: i32 = 0;
  for (; r + 3 < rows; r += 4) {
    const a = f64x2.splat(load<f64>(left));
    const b = f64x2.splat(load<f64>(left, 8));
    const c = f64x2.splat(load<f64>(left, 16));
    const d = f64x2.splat(load<f64>(left, 24));
    const r1 = row + width;
    const r2 = r1 + width;
    const r3 = r2 + width;
    for (let i: usize = 0; i < even; i += 16) {
      const first = f64x2.add(f64x2.mul(v128.load(row + i), a), f64x2.mul(v128.load(r1 + i), b));
      const second = f64x2.add(f64x2.mul(v128.load(r2 + i), c), f64x2.mul(v128.load(r3 + i), d));
      v128.store(out + i, f64x2.add(v128.load(out + i), f64x2.add(first, second)));
    }
    if (even < width) {
      const first = load<f64>(row + even) * load<f64>(left) + load<f64>(r1 + even) * load<f64>(left, 8);
      const second = load<f64>(r2 + even) * load<f64>(left, 16) + load<f64>(r3 + even) * load<f64>(left, 24);
      store<f64>(out + even, load<f64>(out + even) + (first + second));
    }
    row = r3 + width;
    left += 32;
  }
  for (; r < rows; r++) {
    addScaled(row, load<f64>(left), columns, out);
    row += width;
    left += 8;
  }
}

/** out_r = sum over c of matrix_rc * right_c: four rows at a time. */
export function multiplyFromRight(matrix: usize, rows: i32, columns: i32, right: usize, out: usize): void {
  const width: usize = (<usize>columns) << 3;
  const even: usize = width & ~15;
  let row = matrix;
  let r: i32 = 0;
  for (; r + 3 < rows; r += 4) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    const r1 = row + width;
    const r2 = r1 + width;
    const r3 = r2 + width;
    for (let i: usize = 0; i < even; i += 16) {
      const x = v128.load(right + i);
      a = f64x2.add(a, f64x2.mul(v128.load(row + i), x));
      b = f64x2.add(b, f64x2.mul(v128.load(r1 + i), x));
      c = f64x2.add(c, f64x2.mul(v128.load(r2 + i), x));
      d = f64x2.add(d, f64x2.mul(v128.load(r3 + i), x));
    }
    let sa = f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
    let sb = f64x2.extract_lane(b, 0) + f64x2.extract_lane(b, 1);
    let sc = f64x2.extract_lane(c, 0) + f64x2.extract_lane(c, 1);
    let sd = f64x2.extract_lane(d, 0) + f64x2.extract_lane(d, 1);
    if (even < width) {
      const x = load<f64>(right + even);
      sa += load<f64>(row + even) * x;
      sb += load<f64>(r1 + even) * x;
      sc += load<f64>(r2 + even) * x;
      sd += load<f64>(r3 + even) * x;
    }
    store<f64>(out, sa);
    store<f64>(out, sb, 8);
    store<f64>(out, sc, 16);
    store<f64>(out, sd, 24);
    out += 32;
    row = r3 + width;
  }
  for (; r < rows; r++) {
    store<f64>(out, dot(row, right, columns));
    out += 8;
    row += width;
  }
}

/** The same for square blocks one after another, each with a list and a result of its own. */
export function multiplyBlocksFromLeft(blocks: usize, count: i32, size: i32, lists: usize, out: usize): void {
  const width: usize = (<usize>size) << 3;
  for (let b = 0; b < count; b++) {
    multiplyFromLeft(blocks, size, size, lists, out);
    blocks += width * <usize>size;
    lists += width;
    out += width;
  }
}

/** And from the right. */
export function multiplyBlocksFromRight(blocks: usize, count: i32, size: i32, lists: usize, out: usize): void {
  const width: usize = (<usize>size) << 3;
  for (let b = 0; b < count; b++) {
    multiplyFromRight(blocks, size, size, lists, out);
    blocks += width * <usize>size;
    lists += width;
    out += width;
  }
}

/** The sum of products of two lists. */
function dot(a: usize, b: usize, length: i32): f64 {
  const width: usize = (<usize>length) << 3;
  const whole: usize = width & ~31;
  let p = f64x2.splat(0);
  let q = p;
  let i: usize = 0;
  for (; i < whole; i += 32) {
    p = f64x2.add(p, f64x2.mul(v128.load(a + i), v128.load(b + i)));
    q = f64x2.add(q, f64x2.mul(v128.load(a + i, 16), v128.load(b + i, 16)));
  }
  p = f64x2.add(p, q);
  let sum = f64x2.extract_lane(p, 0) + f64x2.extract_lane(p, 1);
  for (; i < width; i += 8) sum += load<f64>(a + i) * load<f64>(b + i);
  return sum;
}

/** out_i += scale * from_i. */
function addScaled(from: usize, scale: f64, length: i32, out: usize): void {
  const width: usize = (<usize>length) << 3;
  const even: usize = width & ~15;
  const s = f64x2.splat(scale);
  for (let i: usize = 0; i < even; i += 16)
    v128.store(out + i, f64x2.add(v128.load(out + i), f64x2.mul(v128.load(from + i), s)));
  if (even < width) store<f64>(out + even, load<f64>(out + even) + load<f64>(from + even) * scale);
}

/** Writes the products of `count` rows with a list. */
export function multiplyRows(rows: usize, count: i32, size: i32, list: usize, out: usize): void {
  for (let r = 0; r < count; r++) {
    store<f64>(out, dot(rows, list, size));
    rows += (<usize>size) << 3;
    out += 8;
  }
}

/** Adds `count` rows times their weights to a list. */
export function addScaledRows(rows: usize, count: i32, size: i32, weights: usize, out: usize): void {
  for (let r = 0; r < count; r++) {
    addScaled(rows, load<f64>(weights), size, out);
    rows += (<usize>size) << 3;
    weights += 8;
  }
}

/** Takes the parts along `count` orthonormal rows off a list, one row after another; writes the parts. */
export function orthogonalise(rows: usize, count: i32, size: i32, list: usize, parts: usize): void {
  for (let r = 0; r < count; r++) {
    const part = dot(rows, list, size);
    store<f64>(parts, part);
    addScaled(rows, -part, size, list);
    rows += (<usize>size) << 3;
    parts += 8;
  }
}

/** Writes the sum of entry by entry products of `count` lists with as many: out_i = sum over r of factors_ri * lists_ri. */
export function multiplyEntries(factors: usize, count: i32, size: i32, lists: usize, out: usize): void {
  const width: usize = (<usize>size) << 3;
  const even: usize = width & ~15;
  const all: usize = width * <usize>count;
  for (let i: usize = 0; i < even; i += 16) {
    let sum = f64x2.splat(0);
    for (let r: usize = i; r < all; r += width)
      sum = f64x2.add(sum, f64x2.mul(v128.load(factors + r), v128.load(lists + r)));
    v128.store(out + i, sum);
  }
  if (even < width) {
    let sum: f64 = 0;
    for (let r: usize = even; r < all; r += width) sum += load<f64>(factors + r) * load<f64>(lists + r);
    store<f64>(out + even, sum);
  }
}
