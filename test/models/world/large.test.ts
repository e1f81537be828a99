import { balancedWorld, type World, worldEquilibrium } from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { randomWorld } from "./worlds.js";

describe("worlds of any size", () => {
  it.each([2, 3, 20, 100, 250])("converges for %i economies at 500 % on everything", (n) => {
    const all = Array.from({ length: n }, (_, j) => Array.from({ length: n }, (_, i) => (i === j ? 0 : 5)));
    const worlds: World[] = [randomWorld(n, n), randomWorld(n, n, { marketingCosts: "none" })];
    for (const world of worlds.map(balancedWorld)) {
      const how = { revenueUse: "lumpSumRebate", deficits: "balancedTrade" } as const;
      expect(worldEquilibrium(world, { tariffs: all, ...how }).residual).toBeLessThan(1e-12);
      const one = all.map((row) => row.map((value, i) => (i === 0 ? value : 0)));
      expect(worldEquilibrium(world, { tariffs: one, ...how }).residual).toBeLessThan(1e-12);
    }
  });
});
