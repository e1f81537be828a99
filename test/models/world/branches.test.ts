import { TariffError } from "tariff-whatif";
import {
  calibrateWorld,
  ignatenko2025EatonKortum,
  type WorldOutcome,
  worldEquilibria,
  worldEquilibrium,
} from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { fixed } from "./worlds.js";

const refusal = (run: () => unknown): TariffError => {
  try {
    run();
  } catch (error) {
    if (error instanceof TariffError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
};

describe("welfare outside its domain", () => {
  const parameters = { ...ignatenko2025EatonKortum, labourSupplyElasticity: 1 };
  /** A keeps `kept` of its thousand for itself and gives the rest away. */
  const giver = (kept: number, labourSupplyElasticity: number) =>
    calibrateWorld({
      economies: ["A", "B"],
      exports: [
        [0, 1000 - kept],
        [0, 0],
      ],
      gdp: [1000, 1000],
      parameters: { ...parameters, labourSupplyElasticity },
    });
  const onePercent = { tariffs: [{ exporter: "A", importer: "B", tariff: 0.01 }], ...fixed };

  it("refuses the smallest world, at the pole itself, with the economy and the numbers", () => {
    const error = refusal(() => worldEquilibrium(giver(500, 1), onePercent));
    expect([error.code, error.path]).toEqual(["out-of-range", "world.expenditure[0]"]);
    expect(error.message).toContain("Welfare of A has no meaning");
    expect(error.message).toContain("0.5000");
  });

  it.each([
    [333, 0.5],
    [334, 0.5],
    [340, 0.5],
    [500, 1],
    [510, 1],
  ])("refuses what is near the pole: %s of 1000 kept, κ %s", (kept, kappa) => {
    expect(refusal(() => worldEquilibrium(giver(kept, kappa), onePercent)).code).toBe("out-of-range");
  });

  it.each([
    [0.33, 0, 90, 35],
    [0.51, 0.32, 71, 1.2],
  ])(
    "refuses an economy that consumes less than nothing: value added %s, κ %s",
    (valueAddedShare, kappa, out, into) => {
      const world = calibrateWorld({
        economies: ["A", "B"],
        exports: [
          [0, out],
          [into, 0],
        ],
        gdp: [100, 94],
        parameters: { ...ignatenko2025EatonKortum, labourSupplyElasticity: kappa, valueAddedShare },
      });
      // It sells much, a part of which pays for inputs, and gives away more than its labour earns.
      expect((world.income[0] as number) + (world.transfer[0] as number)).toBeLessThan(0);
      const error = refusal(() => worldEquilibrium(world, onePercent));
      expect([error.code, error.path]).toEqual(["out-of-range", "world.expenditure[0]"]);
      expect(error.message).toContain("it consumes -");
    },
  );

  it("draws the line where expenditure weighs 20 (1 + κ) times: with κ = 1 at 500 x 40 / 39", () => {
    const refused = (kept: number) =>
      refusal(() => worldEquilibrium(giver(kept, 1), { tariffs: [], ...fixed }));
    expect(refused(512.8).path).toBe("world.expenditure[0]");
    const { economies } = worldEquilibrium(giver(512.9, 1), { tariffs: [], ...fixed });
    for (const { welfarePercent } of economies) expect(Math.abs(welfarePercent)).toBeLessThan(1e-9);
  });

  it("draws it by what work costs after taxes: a subsidy that taxes pay for makes it dearer", () => {
    const world = calibrateWorld({
      economies: ["A", "B"],
      exports: [
        [0, 496.8],
        [10, 0],
      ],
      gdp: [1000, 1000],
      parameters,
    });
    const subsidy = { ...fixed, tariffs: [{ exporter: "B", importer: "A", tariff: -0.12 }] };
    expect(worldEquilibrium(world, subsidy).residual).toBeLessThan(1e-12);
    const taxed = { ...subsidy, revenueUse: "incomeTaxRelief" } as const;
    expect(refusal(() => worldEquilibrium(world, taxed)).path).toBe("world.expenditure[0]");
    expect(worldEquilibrium(world, { ...taxed, tariffs: [] }).residual).toBeLessThan(1e-12);
  });

  it("gives a finite answer, and one of the size of the tariff, away from it", () => {
    const { economies } = worldEquilibrium(giver(700, 0.5), onePercent);
    for (const { welfarePercent } of economies) expect(Math.abs(welfarePercent)).toBeLessThan(2);
  });

  it("refuses a scenario that takes all welfare away instead of printing less than -100 %", () => {
    const world = giver(400, 0.5);
    const charged = (tariff: number) => ({ tariffs: [{ exporter: "A", importer: "B", tariff }], ...fixed });
    const outcomes: (WorldOutcome | string)[] = [0.05, 0.1, 0.2, 0.5, 1, 5].map((tariff) => {
      try {
        return worldEquilibrium(world, charged(tariff));
      } catch (error) {
        if (error instanceof TariffError) return error.code;
        throw error;
      }
    });
    expect(outcomes.some((outcome) => typeof outcome === "string")).toBe(true);
    for (const outcome of outcomes) {
      if (typeof outcome === "string") expect(["out-of-range", "not-converged"]).toContain(outcome);
      else for (const { welfarePercent } of outcome.economies) expect(welfarePercent).toBeGreaterThan(-100);
    }
  });
});

describe("several equilibria", () => {
  const world = calibrateWorld({
    economies: ["A", "B"],
    exports: [
      [0, 1157.69],
      [268.796, 0],
    ],
    gdp: [21678.56, 1467.26],
    parameters: {
      ...ignatenko2025EatonKortum,
      tradeElasticity: 5.4149,
      labourSupplyElasticity: 0.5,
      scaleElasticity: 0.12373,
      marketingCosts: [0.12057, 0.24563],
      valueAddedShare: 0.3112,
    },
  });
  const closure = { revenueUse: "incomeTaxRelief", deficits: "balancedTrade" } as const;
  const part = (share: number) => [
    { exporter: "A", importer: "B", tariff: 0.2309 * share },
    { exporter: "B", importer: "A", tariff: 0.0696 * share },
  ];
  const welfareOfB = ({ economies }: WorldOutcome) => economies[1]?.welfarePercent as number;
  const shares = Array.from({ length: 41 }, (_, k) => k / 20);

  it("stays on the branch of the baseline along a path of tariffs, in both directions and from any start", () => {
    const alone = shares.map((share) => worldEquilibrium(world, { tariffs: part(share), ...closure }));
    const up = worldEquilibria(world, { scenarios: shares.map(part), ...closure });
    const down = worldEquilibria(world, { scenarios: [...shares].reverse().map(part), ...closure });
    alone.forEach((outcome, k) => {
      expect(outcome.residual).toBeLessThan(1e-12);
      expect(welfareOfB(outcome)).toBeLessThan(-98);
      expect(welfareOfB(outcome)).toBeGreaterThan(-100);
      const others = [up[k], down[shares.length - 1 - k]] as WorldOutcome[];
      for (const other of others)
        expect(Math.abs(welfareOfB(other) - welfareOfB(outcome))).toBeLessThan(1e-8);
      if (k > 0)
        expect(Math.abs(welfareOfB(outcome) - welfareOfB(alone[k - 1] as WorldOutcome))).toBeLessThan(0.1);
    });
  });

  it("is not led to another branch by a start that lies on it", () => {
    const honest = worldEquilibrium(world, { tariffs: part(1), ...closure });
    const ratios = Object.fromEntries(
      Object.entries(honest.ratios).map(([key, [a, b]]) => [key, [a, (b as number) * 1000]]),
    );
    const led = worldEquilibrium(world, {
      tariffs: part(1),
      ...closure,
      start: { ...honest, ratios } as unknown as WorldOutcome,
    });
    expect(Math.abs(welfareOfB(led) - welfareOfB(honest))).toBeLessThan(1e-8);
  });

  const debtor = calibrateWorld({
    economies: ["A", "B"],
    exports: [
      [0, 50],
      [5, 0],
    ],
    gdp: [100, 60],
    parameters: ignatenko2025EatonKortum,
  });
  const sweep = [0, 0.5, 1, 2, 5].map((tariff) => [{ exporter: "A", importer: "B", tariff }]);

  it("a sweep says from where on the branch is lost, and by its place", () => {
    const outcomes = worldEquilibria(debtor, { scenarios: sweep, ...fixed, whenNotConverged: "return" });
    const lost = outcomes.findIndex(({ converged }) => !converged);
    expect(lost).toBeGreaterThan(0);
    outcomes.forEach(({ converged, notes, residual }, k) => {
      expect(converged).toBe(k < lost);
      expect(notes.join(" ").includes("ends there")).toBe(k >= lost);
      if (k < lost) expect(residual).toBeLessThan(1e-12);
    });
    const error = refusal(() => worldEquilibria(debtor, { scenarios: sweep, ...fixed }));
    expect([error.code, error.path]).toEqual(["not-converged", `scenarios[${lost}]`]);
    expect(error.message).toMatch(/followed from the baseline up to .* and ends there/);
  });
});

describe("strong returns to scale", () => {
  const parameters = { ...ignatenko2025EatonKortum, tradeElasticity: 8 };
  const data = {
    economies: ["A", "B", "C"],
    exports: [
      [0, 40, 10],
      [42, 0, 7],
      [10, 7, 0],
    ],
    gdp: [1000, 600, 60],
  };
  const scenario = { tariffs: [{ exporter: "B", importer: "A", tariff: 0.1 }], ...fixed };

  it("are refused unless asked for by name", () => {
    for (const ask of [{}, { multipleEquilibria: "refused" }] as const) {
      const error = refusal(() => calibrateWorld({ ...data, parameters: { ...parameters, ...ask } }));
      expect([error.code, error.path]).toEqual(["out-of-range", "parameters.scaleElasticity"]);
      expect(error.message).toContain('multipleEquilibria "allowed"');
    }
  });

  it("come with a note, and with the residual as proof", () => {
    const world = calibrateWorld({ ...data, parameters: { ...parameters, multipleEquilibria: "allowed" } });
    const outcome = worldEquilibrium(world, scenario);
    expect(outcome.residual).toBeLessThan(1e-12);
    expect(outcome.notes.join(" ")).toContain("may not be the only one");
    const bound = {
      ...parameters,
      tradeElasticity: 4,
      scaleElasticity: 0.25,
      multipleEquilibria: "allowed",
    } as const;
    expect(worldEquilibrium(calibrateWorld({ ...data, parameters: bound }), scenario).notes).toHaveLength(1);
    const weak = { ...parameters, scaleElasticity: 0.1, multipleEquilibria: "allowed" } as const;
    expect(worldEquilibrium(calibrateWorld({ ...data, parameters: weak }), scenario).notes).toEqual([]);
  });
});
