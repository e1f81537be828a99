import { parsePolicy } from "tariff-whatif";
import { expect, it } from "vitest";
import { expectRefusal } from "../../support/refusal.js";
import { add, scale } from "../../support/steps.js";

const define = (step: unknown) => () => parsePolicy({ id: "p", title: "t", steps: [step] });

it("a schedule of twenty thousand lines is read, and one more is not", () => {
  const table = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [String(10_000_000 + 2 * at), "1"]));
  expect(define(scale("s", { share: { byProduct: table(20_000) } as never }))().steps).toHaveLength(1);
  expectRefusal(define(scale("s", { share: { byProduct: table(20_001) } as never })), "too-long");
  const products = Object.keys(table(20_000));
  expect(define({ ...add("a"), products })().steps).toHaveLength(1);
  expectRefusal(define({ ...add("a"), products: [...products, "99"] }), "too-long", "steps[0].products");
});
