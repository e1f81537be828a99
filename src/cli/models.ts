import { accounting, type Model, type Outcome, partialEquilibrium } from "tariff-whatif";
import type { Host } from "./Host.js";
import { readBaseline } from "./readBaseline.js";
import { UsageError } from "./UsageError.js";

/** A model with the assumptions it was given, ready for the library. */
export interface ReadyModel {
  readonly model: Model<unknown, Outcome>;
  readonly assumptions: unknown;
  /** The figures the model is meant for; used where no others are named, and named in every answer. */
  readonly figures: string;
}

const needs: Readonly<Record<string, readonly string[]>> = {
  accounting: [],
  partial: ["importDemandElasticity", "substitutionElasticity", "exportSupplyElasticity"],
  world: ["parameters", "revenueUse", "deficits", "weights"],
};
const optional: Readonly<Record<string, readonly string[]>> = { world: ["source"] };

/** Examples of assumptions, one for each model; not defaults, because they change the answer. */
const shown: Readonly<Record<string, string>> = {
  partial:
    "--assume importDemandElasticity=-1 --assume substitutionElasticity=3 --assume exportSupplyElasticity=infinite",
  world:
    "--assume parameters=ignatenko2025CompletePassThrough --assume revenueUse=incomeTaxRelief --assume deficits=fixedToWorldIncome --assume weights=us-imports-2024",
};

/** A number or a list where the text is one, otherwise the text. */
const readValue = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};

/** The same model; `done` hears of each time it has answered. */
export const watched =
  <A, R extends Outcome>(model: Model<A, R>, done: () => void): Model<A, R> =>
  (options) => {
    const outcome = model(options);
    done();
    return outcome;
  };

/** The model of a name, with what it assumes. */
export async function readModel(
  name: string | undefined,
  given: Readonly<Record<string, string>>,
  host: Host,
): Promise<ReadyModel> {
  if (name === undefined || !Object.hasOwn(needs, name)) {
    throw new UsageError(`--model ${name ?? ""}: name one of ${Object.keys(needs).join(", ")}.`);
  }
  const wanted = needs[name] ?? [];
  const missing = wanted.filter((key) => !Object.hasOwn(given, key));
  if (missing.length > 0) {
    throw new UsageError(
      `--model ${name}: it assumes ${missing.join(", ")}, which change the answer and have no default; for example ${shown[name]}.`,
    );
  }
  const unknown = Object.keys(given).find((key) => ![...wanted, ...(optional[name] ?? [])].includes(key));
  if (unknown !== undefined) {
    throw new UsageError(`--assume ${unknown}: the model ${name} assumes ${wanted.join(", ") || "nothing"}.`);
  }
  const values = Object.fromEntries(Object.entries(given).map(([key, text]) => [key, readValue(text)]));
  if (name === "accounting") {
    return {
      model: accounting as Model<unknown, Outcome>,
      assumptions: undefined,
      figures: "us-imports-2024",
    };
  }
  if (name === "partial") {
    return { model: partialEquilibrium as never, assumptions: values, figures: "us-imports-2024" };
  }
  return readWorld(values, host);
}

async function readWorld(values: Readonly<Record<string, unknown>>, host: Host): Promise<ReadyModel> {
  const world: Readonly<Record<string, unknown>> = await import("tariff-whatif/world");
  const presets = Object.keys(world).filter((each) => /^ignatenko2025/.test(each));
  const { parameters, weights, source = parameters } = values;
  const named = typeof parameters === "string";
  if (named && !presets.includes(parameters)) {
    throw new UsageError(
      `--assume parameters=${parameters}: name one of ${presets.join(", ")}, or write JSON.`,
    );
  }
  const assumptions = {
    ...values,
    parameters: named ? world[parameters] : parameters,
    weights: weights === "none" || typeof weights !== "string" ? weights : await readBaseline(weights, host),
    ...(typeof source === "string" ? { source } : {}),
  };
  return { model: world.generalEquilibrium as never, assumptions, figures: "world-2023" };
}
