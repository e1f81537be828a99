import { parseScenario, type Scenario } from "tariff-whatif";

type Loose = Readonly<Record<string, unknown>>;

/** A step of the USA on all goods of Canada, except for what is given. */
export const stepOf = (id: string, given: Loose = {}): Loose => ({
  id,
  title: id,
  importers: ["USA"],
  exporters: ["CAN"],
  products: "all",
  dates: {},
  status: "threatened",
  source: { title: "a test" },
  ...given,
});

/** A scenario of steps, looked at as if all were in force. */
export const scenarioOf = (
  steps: readonly Loose[],
  parameters?: Readonly<Record<string, "rate" | "share">>,
  evaluate: Loose = { on: "any-date", statuses: "any-status" },
): Scenario<string> =>
  parseScenario({
    id: "test",
    title: "test",
    evaluate,
    ...(parameters === undefined
      ? {}
      : {
          parameters: Object.fromEntries(
            Object.entries(parameters).map(([name, kind]) => [name, { kind, title: name }]),
          ),
        }),
    steps,
  });
