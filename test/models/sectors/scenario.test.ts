import { januaryScenarios } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import {
  type SectorFigures,
  sectoralEquilibrium,
  sectorEquilibrium,
  sectorsEvaluator,
  tariffsBySector,
} from "tariff-whatif/sectors";
import { describe, expect, it } from "vitest";
import { plain } from "../../support/numberIn.js";
import { expectRefusal } from "../../support/refusal.js";
import { bundledWorld } from "../../support/sectorWorlds.js";
import { add, scenarioOf } from "../../support/steps.js";

const { chinaMexicoCanada, chinaMexicoCanadaEnergy10, europeanUnion } = januaryScenarios;
const figures: SectorFigures = worldSectors2011;
const assumptions = {
  figures,
  baselineTariffs: "none",
  deficits: "ofTheData",
  weights: "baseline",
} as const;

describe("tariffsBySector", () => {
  it("gives one rate on every sector of goods where the rate is one", () => {
    const weighted = tariffsBySector({ figures, scenario: chinaMexicoCanada, weights: usImports2024 });
    const rates = { CHN: 0.1, MEX: 0.25, CAN: 0.25 } as Record<string, number>;
    expect(weighted.tariffs.length).toBe(45);
    for (const { exporter, importer, tariff } of weighted.tariffs) {
      expect(importer).toBe("USA");
      expect(tariff).toBeCloseTo(rates[exporter] ?? Number.NaN, 12);
    }
    expect(weighted.productsWithoutSector).toEqual(["97", "99"]);
    const whole = tariffsBySector({ figures, scenario: chinaMexicoCanada, weights: "none" });
    expect(whole.tariffs.map(({ exporter, tariff }) => [exporter, tariff])).toEqual(Object.entries(rates));
  });

  it("keeps the duties of the scenario whatever the sectors: what each product is charged", () => {
    // Chapter 27 from Canada: sectors with their shares, each weighted with all else that the sector holds.
    const { tariffs } = tariffsBySector({
      figures,
      scenario: chinaMexicoCanadaEnergy10,
      weights: usImports2024,
    });
    const { columns, exporters, products } = usImports2024;
    const value = new Map<string, number>();
    let duty = 0;
    columns.customsValue.forEach((text, flow) => {
      if (exporters[columns.exporter[flow] ?? 0] !== "CAN") return;
      const product = products[columns.product[flow] ?? 0] as string;
      const shares = figures.hsShares.filter(({ hs }) => hs === product);
      for (const { sector, share } of shares)
        value.set(sector, (value.get(sector) ?? 0) + share * Number(text));
      if (shares.length > 0) duty += Number(text) * (product === "27" ? 0.1 : 0.25);
    });
    const canada = tariffs.filter(({ exporter }) => exporter === "CAN");
    const found = canada.reduce(
      (sum, { sectors, tariff }) => sum + tariff * (value.get(sectors[0] ?? "") ?? 0),
      0,
    );
    expect(found / duty).toBeCloseTo(1, 10);
  });

  it("counts partners that the figures do not list to their rest of the world", () => {
    const scenario = scenarioOf(
      "vietnam",
      add("vietnam", { exporters: ["VNM"], rate: "20%", importers: ["USA"] } as never),
    );
    const { tariffs } = tariffsBySector({ figures, scenario, weights: usImports2024 });
    expect(new Set(tariffs.map(({ exporter }) => exporter))).toEqual(new Set(["ROW"]));
    for (const { tariff } of tariffs) expect(tariff > 0 && tariff < 0.2).toBe(true);
  });

  it("refuses what it cannot tell apart, and figures whose labels contradict one another", () => {
    const steel = scenarioOf(
      "steel",
      add("steel", { exporters: ["CHN"], importers: ["USA"], products: ["72"] as never }),
    );
    expectRefusal(
      () => tariffsBySector({ figures, scenario: steel, weights: "none" }),
      "finer-than-baseline",
    );
    const run = (changes: Partial<SectorFigures>) => () =>
      tariffsBySector({ figures: { ...figures, ...changes }, scenario: chinaMexicoCanada, weights: "none" });
    const { partners } = figures;
    expectRefusal(run({ partners: partners.slice(1) }), "length-mismatch", "figures.partners");
    expectRefusal(run({ partners: ["CHN", ...partners.slice(1)] }), "duplicate-id", "figures.partners[1]");
    expectRefusal(run({ partners: ["XXX", ...partners.slice(1)] }), "unknown-economy", "figures.partners[0]");
    expectRefusal(run({ goods: ["steel"] }), "not-in-world", "figures.goods[0]");
    const half = [{ hs: "01", sector: "food", share: 0.5 }];
    expectRefusal(run({ hsShares: half }), "shares-do-not-add-up", "figures.hsShares");
  });
});

describe("sectoralEquilibrium", () => {
  const outcome = sectoralEquilibrium({ baseline: usImports2024, scenario: chinaMexicoCanada, assumptions });

  it("is the equilibrium of its own tariffs, in rows with the scope of the figures", () => {
    const direct = sectorEquilibrium(bundledWorld(), { tariffs: outcome.tariffs, tariffsAre: "additional" });
    const row = (key: string, indicator: string) =>
      outcome.rows.find((each) => each.key === key && each.indicator === indicator);
    direct.economies.forEach(({ economy, welfarePercent }) => {
      const partner = economy === "EU26" ? "EU27" : economy;
      expect(Number.parseFloat(String(row(partner, "welfare")?.after))).toBeCloseTo(welfarePercent, 9);
    });
    const money = (key: string, indicator: string) => plain(row(key, indicator)?.after ?? "0%");
    expect(money("all", "duties")).toBeCloseTo(direct.economies[0]!.levels.tariffRevenue * 1e6, -3);
    const imports = outcome.rows.filter(
      (each) => each.dimension === "importer" && each.indicator === "customsValue",
    );
    const sum = imports.reduce((total, each) => total + plain(each.before), 0);
    expect(sum).toBe(plain(row("all", "customsValue")?.before ?? "0%"));
    for (const { scope } of outcome.rows) expect(scope).toMatch(/world-sectors-2011$/);
  });

  it("survives JSON, is frozen, and says what it rests on", () => {
    expect(Object.isFrozen(outcome.rows)).toBe(true);
    expect(JSON.parse(JSON.stringify(outcome)).equilibrium.residual).toBe(outcome.equilibrium.residual);
    expect(outcome.notes).toContain("EU26 of the figures stands for EU27.");
    expect(outcome.sources.map(({ id }) => id)).toContain("hs-to-sectors");
    expect(outcome.assumptions.map(({ name }) => name)).toContain("tradeElasticities");
  });
});

describe("sectorsEvaluator", () => {
  it("gives at the values of the figures what the model gives", () => {
    const { evaluate, domains } = sectorsEvaluator({
      baseline: usImports2024,
      scenario: europeanUnion,
      assumptions,
      economies: ["USA", "EU26"],
    });
    expect(Object.keys(domains)).toEqual(["elasticityFactor", "euRate"]);
    const outcomes = evaluate({ elasticityFactor: 1, euRate: 0.2 });
    const { economies } = sectorEquilibrium(bundledWorld(), {
      tariffs: [{ exporter: "EU26", importer: "USA", sectors: figures.goods, tariff: 0.2 }],
      tariffsAre: "additional",
    });
    const usa = economies.find(({ economy }) => economy === "USA");
    expect(outcomes["welfare.USA"]).toBeCloseTo(usa?.welfarePercent ?? Number.NaN, 9);
    expect(evaluate({ elasticityFactor: 0.5, euRate: 0.2 })["welfare.USA"]).toBeGreaterThan(
      outcomes["welfare.USA"] ?? Number.NaN,
    );
    expectRefusal(() => evaluate({ elasticityFactor: 1 }), "missing-key", "inputs.euRate");
  });
});
