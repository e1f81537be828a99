import { isRecord } from "../internal/isRecord.js";
import { requireAtMost } from "../internal/listBounds.js";
import { TariffError } from "../internal/TariffError.js";
import { requireQuantity } from "../models/quantity.js";
import type { Working } from "../models/working.js";

const texts = [
  "model",
  "scenario",
  "title",
  "baseline",
  "dimension",
  "key",
  "name",
  "indicator",
  "scope",
] as const;
const lists = ["values", "contributions", "measures", "assumptions", "equations"] as const;

/** The keys of the entries of each list that are texts. */
const entryTexts: Readonly<Record<(typeof lists)[number], readonly string[]>> = {
  values: ["name", "meaning"],
  contributions: ["importer", "exporter", "product", "name"],
  measures: ["id", "title", "source"],
  assumptions: ["name", "value", "source"],
  equations: ["name", "equation"],
};

/** Refuses what workingOf cannot have returned. */
export function requireWorking(working: Working): void {
  const demand = (holds: boolean, path: string, received: unknown): void => {
    if (holds) return;
    throw new TariffError({
      code: "wrong-type",
      path,
      received,
      advice: "Pass what workingOf returned, unchanged.",
    });
  };
  demand(isRecord(working), "working", working);
  for (const key of [...texts, "formula", "withValues"] as const) {
    demand(typeof working[key] === "string", `working.${key}`, working[key]);
  }
  requireQuantity(working.before, "working.before");
  requireQuantity(working.after, "working.after");
  const { others, residual } = working;
  demand(others === null || isRecord(others), "working.others", others);
  demand(others === null || Number.isInteger(others.flows), "working.others.flows", others?.flows);
  if (others !== null) requireQuantity(others.contribution, "working.others.contribution");
  demand(residual === null || typeof residual === "number", "working.residual", residual);
  for (const list of lists) {
    const entries = requireAtMost<unknown>(working[list], "values", `working.${list}`);
    Array.from(entries).forEach((entry, index) => {
      const at = `working.${list}[${index}]`;
      demand(isRecord(entry), at, entry);
      for (const key of entryTexts[list]) {
        const text = (entry as Readonly<Record<string, unknown>>)[key];
        demand(typeof text === "string", `${at}.${key}`, text);
      }
    });
  }
  working.values.forEach(({ value }, index) => {
    if (typeof value !== "string") requireQuantity(value, `working.values[${index}].value`);
  });
  working.contributions.forEach(({ before, after, contribution }, index) => {
    for (const [key, quantity] of Object.entries({ before, after, contribution })) {
      requireQuantity(quantity, `working.contributions[${index}].${key}`);
    }
  });
  working.equations.forEach(({ residual: own }, index) => {
    demand(own === null || typeof own === "number", `working.equations[${index}].residual`, own);
  });
}
