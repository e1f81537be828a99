/** The JSON Schemas of the keys of a step that functions of ours read: dates, conditions, duties of several parts. */
import { unitsOfQuantity } from "../../../src/goods/units.js";

type Json = Readonly<Record<string, unknown>>;
type Keys = Readonly<Record<string, readonly [schema: Json, title: string, description: string]>>;

/** An object with these keys and no others, each with its title and its sentence. */
function object(keys: Keys, required: readonly string[]): Json {
  return {
    type: "object",
    properties: Object.fromEntries(
      Object.entries(keys).map(([name, [schema, title, description]]) => [
        name,
        { title, description, ...schema },
      ]),
    ),
    required,
    additionalProperties: false,
  };
}

const list = (items: Json): Json => ({ type: "array", items, minItems: 1 });
const day: Json = {
  type: "string",
  format: "date",
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
  examples: ["2025-03-12"],
};
const dayOfYear: Json = { type: "string", pattern: "^[0-9]{2}-[0-9]{2}$", examples: ["12-01"] };
const rate: Json = { type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)?%$", examples: ["25%"] };
const number: Json = { type: "string", pattern: "^-?[0-9]+(\\.[0-9]+)?$", examples: ["100"] };
const word: Json = { type: "string", minLength: 1 };

const spell = object(
  {
    from: [day, "First day", "The first day in force."],
    to: [day, "Last day", "The last day in force; without it the spell goes on."],
  },
  ["from"],
);

const limits = (of: Json): Keys => ({
  above: [of, "Above", "It must be above this."],
  atLeast: [of, "At least", "It must be this or above."],
  below: [of, "Below", "It must be below this."],
  atMost: [of, "At most", "It must be this or below."],
});

const onRate = object(
  {
    authority: [word, "Authority", "Whose rate is looked at, as it stands before the step."],
    ...limits(rate),
  },
  ["authority"],
);
const onFact = object(
  {
    fact: [word, "Fact", "A fact of the shipment, which a question must state."],
    is: [list(word), "Is", "It must be one of these."],
    isNot: [list(word), "Is not", "It must be none of these."],
    before: [day, "Before", "A day: it must lie before this."],
    from: [day, "From", "A day: it must be this or later."],
    ...limits(number),
  },
  ["fact"],
);
const condition: Json = { anyOf: [onRate, onFact] };

const amount = object(
  {
    amount: [number, "Amount", "The amount of money."],
    currency: [{ type: "string", pattern: "^[A-Z]{3}$" }, "Currency", "ISO 4217 code of the amount."],
    per: [
      { enum: Object.keys(unitsOfQuantity) },
      "Per",
      "The unit of quantity; without it the amount is for the line.",
    ],
  },
  ["amount", "currency"],
);
const parts = list({ anyOf: [rate, amount] });
const compound = object(
  {
    sum: [parts, "Sum", "The parts that are added up: rates, and amounts per unit of quantity."],
    least: [parts, "Least", "The duty is at least this."],
    greatest: [parts, "Greatest", "The duty is at most this."],
  },
  ["sum"],
);

/** The schemas by key. */
export const stepKeys: Readonly<Record<string, Json>> = {
  covers: spell,
  dates: object(
    {
      announced: [day, "Announced", "The day it was announced."],
      signed: [day, "Signed", "The day it was signed."],
      effective: [day, "Effective", "The first day in force."],
      expires: [day, "Expires", "The last day in force."],
      spells: [list(spell), "Spells", "Several spells in force."],
      seasons: [
        list(
          object(
            {
              from: [dayOfYear, "From", "The first day of the season, month and day."],
              to: [
                dayOfYear,
                "To",
                "The last day of the season, month and day; it may lie in the next year.",
              ],
            },
            ["from", "to"],
          ),
        ),
        "Seasons",
        "The parts of every year in which it is in force.",
      ],
    },
    [],
  ),
  when: { anyOf: [condition, list(condition)] },
  duty: {
    anyOf: [
      compound,
      {
        type: "object",
        properties: { byProduct: { type: "object", minProperties: 1, additionalProperties: compound } },
        required: ["byProduct"],
        additionalProperties: false,
      },
    ],
  },
  base: list({
    anyOf: [
      { const: "customs value" },
      object({ chargeOf: [word, "Charge of", "An authority whose charge is part of the base."] }, [
        "chargeOf",
      ]),
    ],
  }),
};
