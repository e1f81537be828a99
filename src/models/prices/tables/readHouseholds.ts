import { readNumbers } from "../../../internal/numericColumns.js";
import { readOptions } from "../../../internal/readOptions.js";
import { requirePositive } from "../../../internal/requireShare.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { HouseholdTable, Named } from "../../../trade/tables/priceTables.js";
import { requireRecord } from "../requireRecord.js";
import { requireCode } from "./requireCode.js";

const mostClasses = 1000;

/** Copies who buys: weights of equally many households for every group of consumption. */
export function readHouseholds(
  value: HouseholdTable | null,
  groups: readonly Named[],
): HouseholdTable | null {
  if (value === null) return null;
  const read = readOptions(value, "households", ["number", "shares", "income"]);
  const number = requirePositive(read.number, "households.number");
  const given = requireRecord(read.shares, "households.shares");
  const codes = new Set(groups.map(({ code }) => code));
  for (const code of Object.keys(given)) {
    requireCode(code, codes, `households.shares.${code.slice(0, 40)}`);
  }
  let classes: number | undefined;
  const shares = groups.map(({ code, name }) => {
    const path = `households.shares.${code}`;
    const row = Object.hasOwn(given, code) ? given[code] : undefined;
    if (row === undefined) {
      throw new TariffError({
        code: "missing-key",
        path,
        received: undefined,
        advice: `Add the weights of ${name}; they have no default.`,
      });
    }
    const weights = Array.from(readNumbers(row, path, classes, 0));
    classes ??= weights.length;
    if (weights.length > 0 && weights.length <= mostClasses && weights.some((each) => each > 0)) {
      return [code, weights] as const;
    }
    throw new TariffError({
      code: weights.length > mostClasses ? "too-long" : weights.length === 0 ? "empty" : "out-of-range",
      path,
      received: row,
      advice: `Give 1 to ${mostClasses} weights, at least one of them above zero.`,
    });
  });
  const income =
    read.income === null ? null : Array.from(readNumbers(read.income, "households.income", classes, 0));
  return { number, shares: Object.fromEntries(shares), income };
}
