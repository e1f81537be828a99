import { expect } from "vitest";

/** Asserts that a number equals another to a relative tolerance, with a floor for values around 0. */
export function expectClose(actual: number, wanted: number, relative: number, scale = 0, what = ""): void {
  const allowed = relative * Math.max(Math.abs(wanted), scale);
  const gap = Math.abs(actual - wanted);
  expect(gap <= allowed, `${what} ${actual} is not ${wanted} (gap ${gap}, allowed ${allowed})`).toBe(true);
}
