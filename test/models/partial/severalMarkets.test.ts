import {
  compareScenarios,
  defineBaseline,
  type OutcomeRow,
  partialEquilibrium,
  workingOf,
} from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { add, fourFlows, scenarioOf, smallBaseline } from "../../support/steps.js";

const elasticities = {
  substitutionElasticity: 3,
  importDemandElasticity: -2,
  exportSupplyElasticity: 4,
} as const;
const numeric = (quantity: OutcomeRow["after"]) =>
  Number.parseFloat(typeof quantity === "string" ? quantity : quantity.amount);
const solve = (
  baseline: typeof smallBaseline,
  assumptions: object = {},
  ...steps: ReturnType<typeof add>[]
) =>
  partialEquilibrium({
    baseline,
    scenario: scenarioOf("s", ...(steps.length > 0 ? steps : [add("a", { exporters: ["CHN"] })])),
    assumptions: { ...elasticities, ...assumptions } as never,
  });

describe("several importers of the same goods", () => {
  const japanese = fourFlows.flows.slice(0, 3).map((flow) => ({ ...flow, importer: "JPN" }));
  const both = defineBaseline({
    ...fourFlows,
    id: "both",
    flows: [...fourFlows.flows, ...japanese],
  } as never);
  const now = (of: ReturnType<typeof solve>, dimension: string, key: string, indicator: string) =>
    numeric(
      of.rows.find((row) => row.dimension === dimension && row.key === key && row.indicator === indicator)
        ?.after as "1%",
    );

  it("are markets of their own: what one charges leaves the other as it was", () => {
    const [outcome, alone] = [solve(both), solve(smallBaseline)];
    expect(outcome.market.byProduct.map(({ product }) => product)).toEqual([
      "USA/27",
      "USA/87",
      "USA/71",
      "JPN/27",
      "JPN/87",
    ]);
    for (const indicator of ["customsValue", "duties", "welfareChange", "consumerSurplusChange"])
      expect(now(outcome, "importer", "USA", indicator)).toBeCloseTo(now(alone, "all", "all", indicator), 9);
    expect(now(outcome, "importer", "JPN", "customsValue")).toBe(800);
    expect(now(outcome, "importer", "JPN", "welfareChange")).toBe(0);
    expect(now(outcome, "chapter", "87", "customsValue")).toBeCloseTo(
      now(alone, "chapter", "87", "customsValue") + 700,
      9,
    );
    const { rows } = compareScenarios({
      scenarios: [scenarioOf("s", add("a", { exporters: ["CHN"] }))],
      models: [() => outcome],
      against: "baseline",
      by: [
        ["importer", "chapter"],
        ["exporter", "chapter"],
      ],
    });
    const indicators = (key: string) => rows.filter((row) => row.key === key).map((row) => row.indicator);
    const flows = [
      "customsValue",
      "duties",
      "additionalDuties",
      "effectiveRate",
      "tradeCreation",
      "tradeDiversion",
    ];
    const market = ["consumerSurplusChange", "welfareChange", "termsOfTradeGain", "efficiencyLoss"];
    expect(indicators("JPN/87")).toEqual([...flows, ...market, "compositePrice"]);
    expect(indicators("CHN/87")).toEqual([...flows, "exporterSurplusChange"]);
    const cars = rows.find((row) => row.key === "USA/87" && row.indicator === "compositePrice");
    expect(cars?.level).toBe(
      alone.rows.find((row) => row.key === "87" && row.indicator === "compositePrice")?.after,
    );
    expect(cars).toMatchObject({ name: "United States: Motor vehicles", dimension: "importer/chapter" });
    // A chapter of two importers has two prices, and so none of its own.
    const has = (of: typeof outcome) =>
      of.rows.some(
        ({ dimension, key, indicator }) =>
          dimension === "chapter" && key === "87" && indicator === "compositePrice",
      );
    expect([has(outcome), has(alone)]).toEqual([false, true]);
  });

  it("all trade has no price of its own, though it be in one good", () => {
    const fuels = defineBaseline({ ...fourFlows, id: "fuels", flows: fourFlows.flows.slice(0, 1) } as never);
    const { rows } = solve(fuels);
    const priced = rows.filter(({ indicator }) => indicator === "compositePrice");
    expect(priced.map(({ dimension, key }) => `${dimension} ${key}`)).toEqual([
      "importer USA",
      "chapter 27",
      "section V",
    ]);
  });
});

describe("the integrals behind consumer surplus", () => {
  const goods = ["27", "87", "71", "62", "61", "72", "73"];
  const seven = defineBaseline({
    ...fourFlows,
    id: "seven",
    flows: goods.map((product, at) => ({
      importer: "USA",
      exporter: "CHN",
      product,
      customsValue: `${100 * (at + 1)}`,
      duties: "0",
    })),
  } as never);
  const surplusOf = (outcome: ReturnType<typeof solve>) =>
    workingOf(outcome, { dimension: "all", key: "all", indicator: "consumerSurplusChange" }).values.filter(
      ({ name }) => name.startsWith("consumer surplus of"),
    );

  it("are shown for the five goods that lose most, each with its spending, price and elasticity", () => {
    const shown = surplusOf(solve(seven, { exportSupplyElasticity: "infinite" }));
    expect(shown.map(({ name }) => name.slice(-2))).toEqual(["73", "72", "61", "62", "71"]);
    // -700 x integral of p^-2 from 1 to 1.1.
    expect(shown[0]?.meaning).toBe("-USD 700 x (1.1^-1 - 1) / -1");
    expect(numeric(shown[0]?.value as "1%")).toBeCloseTo(-700 * (1 - 1 / 1.1), 6);
  });

  it("take the elasticity of each good, and the logarithm where it is -1", () => {
    const byGood = Object.fromEntries(goods.map((good) => [good, good === "73" ? -1 : -1.5]));
    const shown = surplusOf(
      solve(seven, { exportSupplyElasticity: "infinite", importDemandElasticity: byGood }),
    );
    expect(shown.map(({ meaning }) => meaning).slice(0, 2)).toEqual([
      "-USD 700 x ln 1.1",
      "-USD 600 x (1.1^-0.5 - 1) / -0.5",
    ]);
  });

  it("are not shown for goods whose price does not move", () => {
    const some = solve(seven, {}, add("a", { exporters: ["CHN"], products: ["27", "71"] }));
    expect(surplusOf(some).map(({ name }) => name.slice(-2))).toEqual(["71", "27"]);
  });
});
