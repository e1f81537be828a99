import { definePolicy, type PolicyInput } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { freeze } from "../../support/freeze.js";
import { expectRefusal } from "../../support/refusal.js";
import { add, split } from "../../support/steps.js";

const input = (...steps: unknown[]) => freeze({ id: "p", title: "t", steps }) as unknown as PolicyInput;
const define =
  (...steps: unknown[]) =>
  () =>
    definePolicy(input(...steps));

// In a folder of its own: it takes a second, which each planted mistake would take again.
describe("the number of steps", () => {
  it("refuses 10,000 steps, also when they hide in splits, and takes 5,000", () => {
    const many = (count: number, from = 0) =>
      Array.from({ length: count }, (_, index) => add(`s${from + index}`));
    expectRefusal(define(...many(10_000)), "too-many-steps", "steps");
    const hidden = Array.from({ length: 6 }, (_, index) =>
      split(`split${index}`, { first: many(900, index * 900) }),
    );
    expectRefusal(define(...hidden), "too-many-steps", "steps");
    expect(definePolicy(input(...many(5000))).steps).toHaveLength(5000);
  });
});
