import {
  accounting,
  addMoney,
  addPercentagePoints,
  appliedRate,
  attribute,
  bind,
  combineScenarios,
  compareScenarios,
  createMoney,
  definePolicy,
  defineScenario,
  dutyOn,
  formatQuantity,
  januaryScenarios,
  overlayScenario,
  type PercentagePoints,
  type PercentChange,
  type Policy,
  parsePolicy,
  parseScenario,
  partialEquilibrium,
  type Quantity,
  type Rate,
  rateDifference,
  requireClosed,
  type Scenario,
  seek,
  sweep,
} from "tariff-whatif";
import { usImports2024 as baseline } from "tariff-whatif/data/us-imports-2024";
import { describe, expectTypeOf, it } from "vitest";
import { add, query } from "../support/steps.js";

// Nothing here is run: a line that must not compile stands under @ts-expect-error, and the type check fails if it does.
const never = (_: () => unknown) => {};
const model = accounting;
const { china10, europeanUnion, chinaMexicoCanadaEu, russia } = januaryScenarios;
const how = { baseline, model, assumptions: undefined } as const;
const all = { ...how, against: "baseline", by: ["all"] } as const;
const measurement = { dimension: "all", key: "all", indicator: "duties" } as const;
const sought = { ...how, measurement, target: "1%", bracket: ["0%", "1%"], tolerance: "1" } as const;
const evaluate = { on: "any-date", statuses: "any-status" } as const;

describe("an open scenario", () => {
  it("does not compile where a closed one is wanted", () => {
    expectTypeOf(europeanUnion).toEqualTypeOf<Scenario<"euRate">>();
    expectTypeOf(china10).toEqualTypeOf<Scenario<never>>();
    // @ts-expect-error: the EU rate is open
    never(() => accounting({ baseline, scenario: europeanUnion }));
    // @ts-expect-error: one of the scenarios is open
    never(() => compareScenarios({ ...all, scenarios: [china10, russia] }));
    // @ts-expect-error: the EU rate is open
    never(() => attribute({ ...how, scenario: chinaMexicoCanadaEu, measurement }));
    // @ts-expect-error: a scenario is a policy, and this one is open
    never(() => appliedRate(europeanUnion, query()));
    // @ts-expect-error: what came from JSON may be open
    never(() => accounting({ baseline, scenario: parseScenario({}) }));
    never(() => accounting({ baseline, scenario: china10 }));
    never(() => accounting({ baseline, scenario: requireClosed(parseScenario({})) }));
    never(() => appliedRate(requireClosed(parsePolicy({})), query()));
  });

  it("is closed by bind, one parameter at a time", () => {
    const both = combineScenarios({ id: "x", title: "x", scenarios: [europeanUnion, russia] });
    expectTypeOf(both).toEqualTypeOf<Scenario<"euRate" | "russiaRate">>();
    expectTypeOf(bind(both, { euRate: "10%" })).toEqualTypeOf<Scenario<"russiaRate">>();
    expectTypeOf(bind(both, { euRate: "10%", russiaRate: "5%" })).toEqualTypeOf<Scenario<never>>();
    never(() => accounting({ baseline, scenario: bind(europeanUnion, { euRate: "10%" }) }));
    const over = overlayScenario({ id: "x", title: "x", base: china10, changes: russia });
    expectTypeOf(over).toEqualTypeOf<Scenario<"russiaRate">>();
  });

  it("has a bare type that is closed, and an error that names bind", () => {
    expectTypeOf<Scenario>().toEqualTypeOf<Scenario<never>>();
    const closed: Scenario = bind(europeanUnion, { euRate: "10%" });
    never(() => accounting({ baseline, scenario: closed }));
    // @ts-expect-error: the EU rate is open
    const open: Scenario = europeanUnion;
    never(() => open);
    type Sentence = NonNullable<(typeof europeanUnion)["~open"]>;
    expectTypeOf<Sentence>().toEqualTypeOf<"give euRate a value first: bind(scenario, { euRate: ... })">();
    expectTypeOf<Scenario["~open"]>().toEqualTypeOf<undefined>();
  });

  it("knows which of its parameters are shares", () => {
    const define = () =>
      defineScenario({
        id: "s",
        title: "s",
        evaluate,
        parameters: { p: { kind: "rate", title: "p" }, q: { kind: "share", title: "q" } },
        steps: [add("a", { rate: { parameter: "p" } })],
      });
    const declared = undefined as unknown as ReturnType<typeof define>;
    expectTypeOf(declared).toEqualTypeOf<Scenario<"p" | "q", "q">>();
    never(() => bind(declared, { p: "10%", q: "0.5" }));
    // @ts-expect-error: a rate has a percent sign
    never(() => bind(europeanUnion, { euRate: "10" }));
    // @ts-expect-error: a share has none
    never(() => bind(declared, { q: "50%" }));
    const both = () => combineScenarios({ id: "x", title: "x", scenarios: [declared, europeanUnion] });
    expectTypeOf(both).returns.toEqualTypeOf<Scenario<"p" | "q" | "euRate", "q">>();
    never(() => requireClosed(declared));
  });

  it("needs no assumptions where the model has none", () => {
    const from = { baseline, model, measurement } as const;
    never(() =>
      compareScenarios({ baseline, model, scenarios: [china10], against: "baseline", by: ["all"] }),
    );
    never(() => attribute({ ...from, scenario: china10 }));
    never(() => sweep({ baseline, model, scenario: europeanUnion, parameter: "euRate", values: ["1%"] }));
    // @ts-expect-error: the partial model has elasticities
    never(() => attribute({ ...from, model: partialEquilibrium, scenario: china10 }));
  });

  it("takes only its own parameters, as rates or shares", () => {
    // @ts-expect-error: no such parameter
    never(() => bind(europeanUnion, { ukRate: "10%" }));
    // @ts-expect-error: one too many
    never(() => bind(europeanUnion, { euRate: "10%", ukRate: "10%" }));
    // @ts-expect-error: nothing is open
    never(() => bind(china10, { euRate: "10%" }));
    // @ts-expect-error: a number has no unit
    never(() => bind(europeanUnion, { euRate: 10 }));
    // @ts-expect-error: no such parameter
    never(() => sweep({ ...how, scenario: europeanUnion, parameter: "ukRate", values: ["1%"] }));
    // @ts-expect-error: no such parameter
    never(() => seek({ ...sought, scenario: europeanUnion, parameter: "ukRate" }));
    never(() => seek({ ...sought, scenario: europeanUnion, parameter: "euRate" }));
  });

  it("is seen from what it declares", () => {
    const declared = defineScenario({
      id: "s",
      title: "s",
      evaluate,
      parameters: { p: { kind: "rate", title: "p" } },
      steps: [add("a", { rate: { parameter: "p" } })],
    });
    expectTypeOf(declared).toEqualTypeOf<Scenario<"p">>();
    expectTypeOf(defineScenario({ id: "s", title: "s", evaluate, steps: [] })).toEqualTypeOf<
      Scenario<never>
    >();
    expectTypeOf(definePolicy({ id: "s", title: "s", steps: [] })).toEqualTypeOf<Policy<never>>();
    expectTypeOf(parseScenario).returns.toEqualTypeOf<Scenario<string>>();
  });
});

describe("units", () => {
  const usd = createMoney({ amount: "1", currency: "USD", priceYear: 2024 });
  const gbp = createMoney({ amount: "1", currency: "GBP", priceYear: 2024 });

  it("dollars and pounds do not add up", () => {
    // @ts-expect-error: another currency
    never(() => addMoney(usd, gbp));
    never(() => addMoney(usd, usd));
    // @ts-expect-error: a bare number is no money
    never(() => dutyOn(100, "25%"));
  });

  it("a rate is neither 25 nor 0.25 nor '25'", () => {
    // @ts-expect-error: a number
    never(() => dutyOn(usd, 25));
    // @ts-expect-error: a fraction
    never(() => dutyOn(usd, 0.25));
    // @ts-expect-error: no unit
    never(() => dutyOn(usd, "25"));
    // @ts-expect-error: an amount is text
    never(() => createMoney({ amount: 100, currency: "USD", priceYear: 2024 }));
    expectTypeOf<"25%">().toExtend<Rate>();
    expectTypeOf<"25">().not.toExtend<Rate>();
  });

  it("percent, percentage points and relative changes are three things", () => {
    expectTypeOf<Rate>().not.toExtend<PercentagePoints>();
    expectTypeOf<PercentagePoints>().not.toExtend<Rate>();
    expectTypeOf<PercentChange>().not.toExtend<Rate>();
    expectTypeOf<PercentagePoints>().not.toExtend<PercentChange>();
    expectTypeOf(rateDifference).returns.toEqualTypeOf<PercentagePoints>();
    // @ts-expect-error: a rate is no difference of rates
    never(() => addPercentagePoints("10%", "5%"));
    // @ts-expect-error: a relative change is no difference of rates
    never(() => addPercentagePoints("10%", "5 percent"));
    // @ts-expect-error: a difference of rates is no rate
    never(() => rateDifference({ from: "10pp", to: "5%" }));
    expectTypeOf<PercentagePoints>().toExtend<Quantity>();
    // @ts-expect-error: a bare number is no quantity
    never(() => formatQuantity(25, { moneyIn: "unit", places: 1, rounding: "half-even" }));
  });

  it("nothing that changes an answer has a default", () => {
    // @ts-expect-error: no rounding named
    never(() => formatQuantity("25%", { moneyIn: "unit", places: 1 }));
    // @ts-expect-error: no date and statuses
    never(() => defineScenario({ id: "s", title: "s", steps: [] }));
    // @ts-expect-error: no base
    never(() => appliedRate(china10, { importer: "USA", exporter: "CHN", product: "87", ...evaluate }));
  });
});
