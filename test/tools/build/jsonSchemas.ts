/**
 * The JSON Schemas (draft 2020-12) of our files, from the schemas that the doors check with. What a door reads with a
 * function of ours, a rate or a code, has its schema here, by the name of the key; a key that has none fails a test.
 */
import * as z from "zod/mini";
import { policyFields } from "../../../src/policy/language/policySchema.js";
import { stepStatuses } from "../../../src/policy/language/stepStatuses.js";
import { baselineHeadSchema } from "../../../src/trade/baselineSchema.js";
import { stepKeys } from "./stepKeys.js";

type Json = Readonly<Record<string, unknown>>;

const dialect = "https://json-schema.org/draft/2020-12/schema";

const rateText = { type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)?%$", examples: ["25%"] };
const amountText = { type: "string", pattern: "^[0-9]+(\\.[0-9]+)?$", examples: ["1000000"] };
const shareText = {
  anyOf: [
    {
      type: "string",
      pattern: "^[0-9]+(\\.[0-9]+)?(/[0-9]+(\\.[0-9]+)?)?$",
      examples: ["0.4", "100000/102000"],
    },
    {
      type: "object",
      properties: {
        quota: { type: "string", title: "Quota", description: "The quantity or value within the quota." },
        of: { type: "string", title: "Of", description: "The whole of which the quota is a share." },
        unit: {
          type: "string",
          title: "Unit",
          description: "The unit in which the question states its quantity.",
        },
      },
      required: ["quota"],
      additionalProperties: false,
    },
  ],
};
const partner = { type: "string", pattern: "^([A-Z]{3}|EU27)$", examples: ["CHN", "EU27", "ROW"] };
const hsCode = { type: "string", pattern: "^[0-9][0-9.]*[0-9]$", examples: ["87", "8703"] };
const day = {
  type: "string",
  format: "date",
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
  examples: ["2025-03-12"],
};
const parameter = {
  type: "object",
  properties: {
    parameter: { type: "string", maxLength: 64, description: "The name of a declared parameter." },
  },
  required: ["parameter"],
  additionalProperties: false,
};
const given = (one: Json) => ({ anyOf: [one, parameter] });
const value = (one: Json) => ({
  anyOf: [
    one,
    parameter,
    {
      type: "object",
      properties: {
        byProduct: {
          type: "object",
          minProperties: 1,
          propertyNames: { pattern: hsCode.pattern },
          additionalProperties: given(one),
          description: "A value for each HS prefix; the longest that fits counts.",
        },
      },
      required: ["byProduct"],
      additionalProperties: false,
    },
  ],
});
const scope = (code: Json) => {
  const list = { type: "array", items: code, minItems: 1 };
  const allBut = {
    type: "object",
    properties: { allBut: list },
    required: ["allBut"],
    additionalProperties: false,
  };
  return { anyOf: [{ const: "all" }, list, allBut] };
};
const period = {
  type: "object",
  properties: { from: { ...day, title: "First day" }, to: { ...day, title: "Last day" } },
  required: ["from", "to"],
  additionalProperties: false,
};
const statuses = { anyOf: [{ const: "any-status" }, { type: "array", items: { enum: stepStatuses } }] };
const evaluate = {
  type: "object",
  properties: {
    on: {
      anyOf: [{ const: "any-date" }, day],
      title: "Day",
      description: 'The day looked at; "any-date" takes all steps as in force.',
    },
    over: { ...period, title: "Period", description: "A period: each rate counts by its days in force." },
    statuses: { ...statuses, title: "Statuses", description: "How far a step must have got to count." },
  },
  required: ["statuses"],
  oneOf: [{ required: ["on"] }, { required: ["over"] }],
  additionalProperties: false,
};

/** Keys whose values a function of ours reads. */
const read: Readonly<Record<string, Json>> = {
  rate: value(rateText),
  share: value(shareText),
  above: rateText,
  importers: scope(partner),
  exporters: scope(partner),
  products: scope(hsCode),
  importer: partner,
  exporter: partner,
  product: { anyOf: [{ const: "total" }, hsCode] },
  customsValue: amountText,
  duties: amountText,
  gdp: { type: "object", propertyNames: partner, additionalProperties: amountText },
  currency: { type: "string", pattern: "^[A-Z]{3}$", examples: ["USD"] },
  year: { type: "integer", minimum: 1, maximum: 9999 },
  priceYear: { type: "integer", minimum: 1, maximum: 9999 },
  announced: day,
  signed: day,
  effective: day,
  expires: day,
  evaluate,
  ...stepKeys,
};

/** What an editor shows when the pointer rests on a key. */
const words: Readonly<Record<string, readonly [title: string, description: string]>> = {
  $schema: ["Schema", "Where the schema of this file stands; an editor reads it, the package does not."],
  id: ["Identifier", "A short name for programs: letters, digits, dots, dashes, underscores."],
  title: ["Title", "One line for people."],
  parameters: ["Parameters", "Values that are left open, by name."],
  kind: ["Kind", "Whether a parameter is a rate or a share."],
  bound: ["Bound values", "Values that parameters were given."],
  openParameters: ["Open parameters", "The parameters that still have no value; worked out again when read."],
  steps: ["Steps", "What changes, in the order in which it applies."],
  evaluate: ["When", "The day or the period that is looked at, and the statuses that count."],
  operator: ["Operator", "What the step does to the rate."],
  authority: ["Authority", "On whose account the duty is charged; rates of one authority stand together."],
  of: ["Of", "The authorities whose charges the step works on."],
  rate: ["Rate", 'A rate with its unit, such as "25%", a parameter, or a table by product.'],
  share: ["Share", "A share from 0 to 1."],
  first: ["First", "The steps for the first share of the value."],
  rest: ["Rest", "The steps for the rest of the value."],
  measure: ["Measure", "The measure the step belongs to; successive rates of one measure are not added up."],
  importers: ["Importers", 'Codes such as "USA", "all", or { "allBut": [...] }.'],
  exporters: ["Exporters", 'Codes such as "CHN", "all", or { "allBut": [...] }.'],
  products: ["Products", 'HS prefixes such as "8703", "all", or { "allBut": [...] }.'],
  dates: ["Dates", "The days on which the step was announced, signed, takes effect and expires."],
  announced: ["Announced", "The day it was announced."],
  signed: ["Signed", "The day it was signed."],
  effective: ["Effective", "The first day in force."],
  expires: ["Expires", "The last day in force."],
  status: ["Status", "How far the step has got."],
  when: [
    "Condition",
    "A condition on the rate of an authority or on a fact of the shipment; of several, all must hold.",
  ],
  duty: [
    "Duty",
    "A duty of several parts: rates and amounts per unit of quantity, with a least and a greatest.",
  ],
  base: ["Base", "What a rate is charged on; without it the customs value."],
  covers: ["Covers", "The days for which the policy answers; questions about other days are refused."],
  above: ["Above", "The step applies where the rate of the authority is above this."],
  source: ["Source", "Where the step comes from."],
  sources: ["Sources", "Where the figures come from."],
  place: ["Place", "The section, page or paragraph."],
  url: ["Address", "Where it can be read."],
  publisher: ["Publisher", "Who publishes the figures."],
  licence: ["Licence", "Under what they may be used."],
  note: ["Note", "What a reader should know."],
  repeatedFlows: ["Repeated flows", "What is done with flows of the same importer, exporter and product."],
  flows: ["Flows", "Trade, one row for each importer, exporter and product."],
  importer: ["Importer", "The economy that buys."],
  exporter: ["Exporter", "The economy that sells."],
  product: ["Product", 'An HS code, or "total".'],
  customsValue: ["Customs value", "In whole units of the currency, as text."],
  duties: ["Duties", "Duties charged, in whole units of the currency, as text."],
  gdp: ["GDP", "Gross domestic product by economy, in whole units of the currency."],
  currency: ["Currency", "ISO 4217 code of all amounts."],
  year: ["Year", "The calendar year of the flows."],
  priceYear: ["Price year", "The year in whose prices the amounts are."],
};

/** Fills in what a door reads itself, and adds title and description to every key. */
function complete(schema: Json, name: string): Json {
  if (name === "gdp") return read.gdp as Json;
  const own = Object.keys(schema).filter((key) => key !== "id");
  if (own.length === 0 || (own.length === 1 && own[0] === "type" && Object.hasOwn(read, name))) {
    return read[name] ?? schema;
  }
  return Object.fromEntries(
    Object.entries(schema).map(([key, part]) => {
      if (key === "properties" || key === "$defs") {
        const entries = Object.entries(part as Json).map(([inner, each]) => [
          inner,
          key === "$defs" ? complete(each as Json, inner) : withWords(complete(each as Json, inner), inner),
        ]);
        return [key, Object.fromEntries(entries)];
      }
      if (Array.isArray(part)) {
        return [
          key,
          part.map((each) =>
            typeof each === "object" && each !== null ? complete(each as Json, name) : each,
          ),
        ];
      }
      const isSchema = ["items", "additionalProperties"].includes(key) && typeof part === "object";
      return [key, isSchema ? complete(part as Json, name) : part];
    }),
  );
}

function withWords(schema: Json, name: string): Json {
  const found = words[name];
  return found === undefined ? schema : { title: found[0], description: found[1], ...schema };
}

const fromZod = (schema: z.ZodMiniType, title: string, description: string): Json => {
  const made = z.toJSONSchema(schema as never, {
    target: "draft-2020-12",
    io: "input",
    unrepresentable: "any",
  });
  return { $schema: dialect, ...complete(made as Json, ""), title, description };
};

const money = {
  type: "object",
  properties: {
    amount: { type: "string", title: "Amount", description: "In whole units of the currency." },
    currency: { type: "string", title: "Currency", description: "ISO 4217 code." },
    priceYear: { type: "integer", title: "Price year", description: "The year in whose prices it is." },
  },
  required: ["amount", "currency", "priceYear"],
  additionalProperties: false,
};
const quantity = { anyOf: [money, { type: "string" }, { type: "object", minProperties: 1 }] };
const text = (title: string, description: string) => ({ type: "string", title, description });

/** A comparison is written by us, so its schema says what a reader of the file may rely on. */
const comparison: Json = {
  $schema: dialect,
  title: "A comparison of scenarios",
  description: "What compareScenarios returns, as JSON: every number with its unit and its scope.",
  type: "object",
  properties: {
    $schema: text("Schema", "Where the schema of this file stands."),
    against: text("Against", "What the differences are taken from."),
    outcomes: {
      title: "Outcomes",
      description: "What the model says of each scenario.",
      type: "array",
      items: {
        type: "object",
        properties: {
          model: text("Model", "The model."),
          scenario: text("Scenario", "The identifier of the scenario."),
        },
        required: [
          "model",
          "scenario",
          "title",
          "baseline",
          "scope",
          "rows",
          "leavesOut",
          "assumptions",
          "sources",
          "notes",
        ],
      },
    },
    rows: {
      title: "Rows",
      description: "Every number of every scenario, one a row.",
      type: "array",
      items: {
        type: "object",
        properties: {
          scenario: text("Scenario", "The identifier of the scenario."),
          model: text("Model", "The model."),
          dimension: text("Breakdown", "What the number is broken down by; all for a total."),
          key: text("Key", "The code of the group."),
          name: text("Name", "The name of the group."),
          indicator: text("Indicator", "What is measured."),
          scope: text("Scope", "What trade, or what economy, the number covers."),
          level: { ...quantity, title: "Level", description: "The number in the scenario." },
          difference: {
            anyOf: [{ type: "null" }, quantity],
            title: "Difference",
            description: "The number less that of the reference.",
          },
          percent: {
            anyOf: [{ type: "null" }, quantity],
            title: "Percent",
            description: "The difference relative to the reference.",
          },
        },
        required: [
          "scenario",
          "model",
          "dimension",
          "key",
          "name",
          "indicator",
          "scope",
          "level",
          "difference",
          "percent",
        ],
      },
    },
  },
  required: ["against", "outcomes", "rows"],
  additionalProperties: false,
};

const flow = z.strictObject({
  importer: z.any(),
  exporter: z.any(),
  product: z.any(),
  customsValue: z.any(),
  duties: z.exactOptional(z.any()),
});

/** The schemas by the name of their file. */
export function jsonSchemas(): Readonly<Record<string, Json>> {
  const fields = policyFields();
  const baseline = fromZod(
    baselineHeadSchema() as never,
    "A baseline",
    "The figures that scenarios are compared with: trade flows, and GDP where a model needs it.",
  );
  return {
    policy: fromZod(z.strictObject(fields), "A policy", "Steps that change the rates of duty."),
    scenario: fromZod(
      z.strictObject({ ...fields, evaluate: z.any() }),
      "A scenario",
      "Steps that change the rates of duty, and when they are looked at.",
    ),
    baseline: {
      ...baseline,
      properties: {
        ...(baseline.properties as Json),
        flows: withWords(
          {
            type: "array",
            minItems: 1,
            items: complete(
              z.toJSONSchema(flow as never, { io: "input", unrepresentable: "any" }) as Json,
              "",
            ),
          },
          "flows",
        ),
      },
    },
    comparison,
  };
}
