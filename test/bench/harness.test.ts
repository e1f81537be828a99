import { describe, expect, it } from "vitest";
import { measure, row, table } from "./harness.js";

describe("measure", () => {
  it("counts calls that take long one by one", async () => {
    const pause = () => new Promise((done) => setTimeout(done, 3));
    const measured = await measure("pause", pause, { target: 1, budgetMs: 10 });
    expect(measured).toMatchObject({ name: "pause", target: 1, met: false });
    expect(measured.runs).toBeGreaterThanOrEqual(5);
    expect(measured.minMs).toBeGreaterThan(2);
  });

  it("gives the time of one call where many make a sample", async () => {
    const measured = await measure("add", () => 1 + 1, { target: 1, budgetMs: 20 });
    expect(measured.met).toBe(true);
    expect(measured.medianMs).toBeLessThan(0.1);
    expect(measured.medianMs).toBeGreaterThan(0);
  });
});

it.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])("the median of %j is %d", (times, median) => {
  expect(row("a", times)).toMatchObject({ medianMs: median, target: null, met: null, runs: times.length });
});

it("a missed target is loud in the table", () => {
  expect(table([row("slow", [9], 5), row("fine", [1], 5)])).toMatch(/slow .* NO\nfine .* yes$/);
});

it("what else belongs to a figure stands at the end of its line, and in the row", () => {
  const told = row("solve", [1], 5, "62 passes");
  expect(told.detail).toBe("62 passes");
  expect(table([told, row("fine", [1])])).toMatch(/yes {2}62 passes\nfine/);
});
