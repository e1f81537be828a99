import { accounting, bind, januaryScenarios } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { dataSets, readSource } from "../house/sources.js";

/** Every entry of the package, the data sets by name. */
export const entries: readonly string[] = Object.keys(
  (JSON.parse(readSource("package.json").text) as { exports: Record<string, unknown> }).exports,
)
  .filter((path) => !path.endsWith(".json"))
  .flatMap((path) => (path.includes("*") ? dataSets().map((set) => path.replace("*", set)) : path))
  .map((path) => path.replace(/^\./, "tariff-whatif"));

const europe = bind(januaryScenarios.europeanUnion, { euRate: "10%" });
const duties = accounting({ baseline: usImports2024, scenario: europe }).total.additionalDuties.amount;

const body = `
const scenario = bind(parseScenario(JSON.parse(JSON.stringify(januaryScenarios.europeanUnion))), { euRate: "10%" });
console.log(accounting({ baseline: usImports2024, scenario }).total.additionalDuties.amount, typeof smart);
`;

/** What a consumer runs: a number by way of the doors, the data and a model. */
export const esm = `
import { accounting, bind, parseScenario, januaryScenarios } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { smart } from "tariff-whatif/formulas";
${body}`;

/** The same with require. */
export const cjs = `
const { accounting, bind, parseScenario, januaryScenarios } = require("tariff-whatif");
const { usImports2024 } = require("tariff-whatif/data/us-imports-2024");
const { smart } = require("tariff-whatif/formulas");
${body}`;

/** What either must print, counted here. */
export const printed = `${duties} function`;
/** The amount alone. */
export const amount = duties;
