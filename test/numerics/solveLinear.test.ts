import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../src/internal/deepFreeze.js";
import { solveLinear } from "../../src/numerics/solveLinear.js";
import { errorOf } from "../support/errorOf.js";

const entry = fc.double({ min: -10, max: 10, noNaN: true });

describe("solveLinear", () => {
  it("solves systems with a strong diagonal, in any order of the equations", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }).chain((n) =>
          fc.record({
            rows: fc.array(fc.array(entry, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }),
            x: fc.array(entry, { minLength: n, maxLength: n }),
            turn: fc.nat(n - 1),
          }),
        ),
        ({ rows, x, turn }) => {
          const n = x.length;
          const strong = rows.map((row, r) => row.map((value, c) => (r === c ? 12 * n : value)));
          const turned = deepFreeze([...strong.slice(turn), ...strong.slice(0, turn)]);
          const right = turned.map((row) => row.reduce((sum, value, c) => sum + value * x[c]!, 0));
          const found = solveLinear(turned, right);
          x.forEach((value, c) => {
            expect(Math.abs(found[c]! - value)).toBeLessThan(1e-12);
          });
        },
      ),
    );
  });

  it("needs a row exchange where the first pivot is 0", () => {
    expect(
      Array.from(
        solveLinear(
          [
            [0, 2],
            [4, 1],
          ],
          [6, 7],
        ),
      ),
    ).toEqual([1, 3]);
  });

  it.each([
    [
      [
        [1, 2],
        [2, 4],
      ],
    ],
    [
      [
        [0, 0],
        [0, 1],
      ],
    ],
    [
      [
        [Number.NaN, 0],
        [0, 1],
      ],
    ],
    [
      [
        [1, 1, 0],
        [0, 1, 1],
        [1, 2, 1],
      ],
    ],
  ])("refuses %j", (matrix) => {
    const right = matrix.map(() => 1);
    expect(errorOf(() => solveLinear(matrix, right)).code).toBe("singular-matrix");
  });
});
