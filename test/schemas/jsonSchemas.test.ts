import { Ajv2020 } from "ajv/dist/2020.js";
import {
  accounting,
  compareScenarios,
  definePolicy,
  januaryScenarios,
  parseBaseline,
  parsePolicy,
  parseScenario,
  toJson,
} from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { describe, expect, it } from "vitest";
import { add, fourFlows, split } from "../support/steps.js";
import { jsonSchemas } from "../tools/build/jsonSchemas.js";

type Json = Record<string, unknown>;
const schemas = jsonSchemas();
const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  validateFormats: false,
});
const check = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]),
);
const accepts = (name: string, value: unknown) => {
  const valid = check[name]?.(JSON.parse(JSON.stringify(value)));
  return valid === true
    ? []
    : check[name]?.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`);
};
const fresh = () => JSON.parse(JSON.stringify({ ...januaryScenarios.chinaMexicoCanadaEnergy10 })) as Json;
const baseline = { ...structuredClone(fourFlows), gdp: { USA: "1" } };

describe("the JSON Schemas", () => {
  it("are draft 2020-12, one for each kind of file", () => {
    expect(Object.keys(schemas).sort()).toEqual(["baseline", "comparison", "policy", "scenario"]);
    for (const schema of Object.values(schemas)) {
      expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
    }
  });

  it("tell an editor what every key is", () => {
    const bare: string[] = [];
    const look = (schema: unknown, at: string): void => {
      if (typeof schema !== "object" || schema === null) return;
      for (const [key, part] of Object.entries(schema)) {
        if (key === "properties") {
          for (const [name, each] of Object.entries(part as Record<string, Json>)) {
            // What is read by a function of ours has its schema in the table of jsonSchemas.ts.
            const known = ["parameter", "byProduct", "from", "to", "allBut"].includes(name);
            if (!known && (!each.title || !each.description))
              bare.push(`${at}.${name} has no title and description`);
            if (Object.keys(each).every((word) => ["title", "description", "id"].includes(word))) {
              bare.push(`${at}.${name} accepts anything`);
            }
          }
        }
        look(part, `${at}.${key}`);
      }
    };
    for (const [name, schema] of Object.entries(schemas)) look(schema, name);
    expect(bare).toEqual([]);
  });

  it.each(Object.values(januaryScenarios).map((scenario) => [scenario.id, scenario] as const))(
    "take the scenario %s",
    (_, scenario) => expect(accepts("scenario", scenario)).toEqual([]),
  );

  it("take a policy with every kind of step, a baseline, and a comparison", () => {
    const steps = [
      add("a", { rate: { byProduct: { "27": "10%" } }, exporters: { allBut: ["CHN"] } }),
      { ...split("s", { first: [add("b")], rest: [add("c")] }) },
    ];
    expect(accepts("policy", definePolicy({ id: "p", title: "a policy", steps } as never))).toEqual([]);
    expect(accepts("baseline", baseline)).toEqual([]);
    const comparison = compareScenarios({
      baseline: usImports2024,
      scenarios: [januaryScenarios.china10],
      model: accounting,
      assumptions: undefined,
      against: "baseline",
      by: ["all", "exporter"],
    });
    expect(accepts("comparison", JSON.parse(toJson(comparison)))).toEqual([]);
  });

  const broken: readonly [string, (scenario: Json, step: Json) => void][] = [
    [
      "a rate without its unit",
      (_, step) => {
        step.rate = "10";
      },
    ],
    [
      "an unknown key",
      (_, step) => {
        step.rates = "10%";
      },
    ],
    [
      "an unknown operator",
      (_, step) => {
        step.operator = "plus";
      },
    ],
    [
      "an unknown status",
      (_, step) => {
        step.status = "maybe";
      },
    ],
    [
      "a day that is none",
      (_, step) => {
        step.dates = { effective: "soon" };
      },
    ],
    [
      "a scope of nobody",
      (_, step) => {
        step.exporters = [];
      },
    ],
    [
      "a product that is no code",
      (_, step) => {
        step.products = ["cars"];
      },
    ],
    [
      "a missing title",
      (scenario) => {
        delete scenario.title;
      },
    ],
    [
      "a day and a period",
      (scenario) => {
        scenario.evaluate = {
          on: "any-date",
          over: { from: "2025-01-01", to: "2025-12-31" },
          statuses: "any-status",
        };
      },
    ],
  ];
  it.each(broken)("refuse %s, as the door does", (_, breakIt) => {
    const scenario = fresh();
    breakIt(scenario, (scenario.steps as Json[])[0] as Json);
    expect(accepts("scenario", scenario)).not.toEqual([]);
    expect(() => parseScenario(scenario)).toThrow();
  });

  it("stand in a file under $schema, which every door takes and leaves out", () => {
    const $schema = "./node_modules/tariff-whatif/dist/schemas/scenario.json";
    const scenario = { $schema, ...fresh() };
    expect(accepts("scenario", scenario)).toEqual([]);
    expect(parseScenario(scenario)).toEqual(parseScenario(fresh()));
    expect(parsePolicy({ $schema, id: "p", title: "none", steps: [] })).not.toHaveProperty("$schema");
    expect(accepts("baseline", { $schema, ...baseline })).toEqual([]);
    expect(parseBaseline({ $schema, ...baseline })).toEqual(parseBaseline(baseline));
  });
});
