import { afterEach, describe, expect, it, vi } from "vitest";
import { kernelBytes } from "../../src/numerics/kernels/kernelBytes.js";
import { plainKernels } from "../../src/numerics/kernels/plainKernels.js";
import { openSimdMemory, simdKernels } from "../../src/numerics/kernels/simdKernels.js";
import { numbers, randomTariffs } from "../models/world/worlds.js";
import { compileKernels } from "../tools/compileKernels.js";

describe("the compiled inner loops", () => {
  it("are what their source compiles to", { timeout: 120_000 }, async () => {
    expect(Buffer.from(await compileKernels()).toString("base64")).toBe(kernelBytes);
  });

  const sizes = [1, 2, 3, 4, 5, 7, 8, 13, 31, 64];
  const { list: _, ...loops } = plainKernels;
  const names = Object.keys(loops) as (keyof typeof loops)[];
  it.each(names)("%s: the same as in JavaScript", (name) => {
    for (const count of sizes) {
      for (const size of sizes) {
        const each = name.startsWith("multiplyBlocks") ? size : 1;
        const length = Math.max(count, size, count * size);
        const memory = openSimdMemory(count * size * each + 4 * length + 64, null);
        if (memory === null) throw new Error("no SIMD here");
        const results = [plainKernels, simdKernels(memory)].map((kernels) => {
          const fresh = numbers(count * 100 + size);
          const fill = (length: number) => {
            const list = kernels.list(length);
            for (let i = 0; i < length; i++) list[i] = fresh() - 0.5;
            return list;
          };
          const rows = fill(count * size * each);
          const first = fill(length);
          const second = fill(length);
          kernels[name](rows, count, size, first, second);
          return [...rows, ...first, ...second];
        });
        const [plain, simd] = results as [number[], number[]];
        const apart = plain.map((value, i) => Math.abs(value - (simd[i] as number)) / (1 + Math.abs(value)));
        const most = apart.reduce((largest, each) => Math.max(largest, each), 0);
        expect(apart.every((each) => each >= 0) ? most : Number.NaN, `${count} rows of ${size}`).toBeLessThan(
          1e-10,
        );
      }
    }
  });

  it("work on a memory that grows, and leave zeros in a new list", () => {
    const first = openSimdMemory(10, null);
    if (first === null) throw new Error("no SIMD here");
    simdKernels(first).list(10).fill(7);
    const second = openSimdMemory(100_000, first);
    expect(second).toBe(first);
    expect(
      simdKernels(first)
        .list(100_000)
        .every((value) => value === 0),
    ).toBe(true);
  });
});

describe("a world without WebAssembly", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  it("comes to the same equilibrium", async () => {
    const solve = async () => {
      vi.resetModules();
      const { randomWorld, fixed } = await import("../models/world/worlds.js");
      const { worldEquilibrium } = await import("tariff-whatif/world");
      return worldEquilibrium(randomWorld(25, 3), { tariffs: randomTariffs(25, 3, 0.5), ...fixed });
    };
    const simd = await solve();
    vi.stubGlobal("WebAssembly", undefined);
    const plain = await solve();
    expect(plain.residual).toBeLessThan(1e-12);
    expect(plain.ratios.wage).not.toEqual(simd.ratios.wage);
    for (const key of ["wage", "expenditure", "employment", "price"] as const)
      plain.ratios[key].forEach((value, i) => {
        expect(Math.abs(value - (simd.ratios[key][i] as number))).toBeLessThan(1e-10);
      });
  });
});
