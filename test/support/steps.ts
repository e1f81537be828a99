import {
  type AddStep,
  appliedRate,
  type CapTotalAtStep,
  defineBaseline,
  definePolicy,
  defineScenario,
  type Policy,
  type RaiseTotalToStep,
  type RateQuery,
  type ReplaceStep,
  type ScaleStep,
  type Scenario,
  type SplitStep,
  type Step,
} from "tariff-whatif";
import { freeze } from "./freeze.js";

const common = {
  title: "a step of a test",
  importers: ["USA"],
  exporters: "all",
  products: "all",
  dates: {},
  status: "in-force",
  source: { title: "assumption" },
} as const;

type Changes<S extends Step> = Partial<Omit<S, "operator">>;

export const add = (id: string, changes: Changes<AddStep> = {}): AddStep => ({
  ...common,
  id,
  operator: "add",
  authority: "surcharge",
  rate: "10%",
  ...changes,
});
export const replace = (id: string, changes: Changes<ReplaceStep> = {}): ReplaceStep => ({
  ...common,
  id,
  operator: "replace",
  authority: "surcharge",
  of: ["surcharge"],
  rate: "5%",
  ...changes,
});
export const raise = (id: string, changes: Changes<RaiseTotalToStep> = {}): RaiseTotalToStep => ({
  ...common,
  id,
  operator: "raiseTotalTo",
  authority: "floor",
  of: ["mfn", "floor"],
  rate: "15%",
  ...changes,
});
export const cap = (id: string, changes: Changes<CapTotalAtStep> = {}): CapTotalAtStep => ({
  ...common,
  id,
  operator: "capTotalAt",
  authority: "surcharge",
  of: ["mfn", "surcharge"],
  rate: "15%",
  ...changes,
});
export const scale = (id: string, changes: Changes<ScaleStep> = {}): ScaleStep => ({
  ...common,
  id,
  operator: "scale",
  of: ["surcharge"],
  share: "0.5",
  ...changes,
});
export const split = (id: string, changes: Changes<SplitStep> = {}): SplitStep => ({
  ...common,
  id,
  operator: "split",
  share: "0.5",
  first: [],
  rest: [],
  ...changes,
});

/** A closed policy of some steps. */
export const policyOf = (...steps: Step[]): Policy<never> =>
  definePolicy(freeze({ id: "p", title: "a policy of a test", steps }));

/** A closed scenario of some steps, whatever the date. */
export const scenarioOf = (id: string, ...steps: Step[]): Scenario<never> =>
  defineScenario(
    freeze({
      id,
      title: `scenario ${id}`,
      evaluate: { on: "any-date", statuses: "any-status" } as const,
      steps,
    }),
  );

/** A question about a Chinese car on no date, with changes. */
export const query = (changes: Partial<RateQuery> = {}): RateQuery =>
  freeze({
    importer: "USA",
    exporter: "CHN",
    product: "8703230000",
    on: "any-date",
    statuses: "any-status",
    base: {},
    ...changes,
  });

/** The rate that steps give on a base. */
export const rateOf = (steps: readonly Step[], changes: Partial<RateQuery> = {}): string =>
  appliedRate(policyOf(...steps), query(changes)).rate;

/** Four flows that can be added up by head: 1000 of trade, 50 of duties. */
export const fourFlows = freeze({
  id: "four-flows",
  title: "Four flows",
  year: 2024,
  currency: "USD",
  priceYear: 2024,
  flows: [
    { importer: "USA", exporter: "CHN", product: "27", customsValue: "100", duties: "0" },
    { importer: "USA", exporter: "CHN", product: "87", customsValue: "300", duties: "40" },
    { importer: "USA", exporter: "MEX", product: "87", customsValue: "400", duties: "10" },
    { importer: "USA", exporter: "ROW", product: "71", customsValue: "200", duties: "0" },
  ],
  sources: [{ id: "made-up", title: "Made up", publisher: "Us", licence: "ours", note: "for tests" }],
} as const);
export const smallBaseline = defineBaseline(fourFlows);
