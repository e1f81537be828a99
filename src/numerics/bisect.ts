/** The point between two others at which a function changes sign, to the last bits of float64. */
export function bisect(f: (at: number) => number, from: number, to: number, atFrom: number): number {
  let [left, right] = [from, to];
  for (let step = 0; step < 200; step++) {
    const middle = left + (right - left) / 2;
    if (middle === left || middle === right) break;
    const value = f(middle);
    if (value === 0) return middle;
    if (value < 0 === atFrom < 0) left = middle;
    else right = middle;
  }
  return left + (right - left) / 2;
}
