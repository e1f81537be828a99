import { requireBounded } from "../../../internal/listBounds.js";
import { readOptions } from "../../../internal/readOptions.js";
import { requireFinite } from "../../../internal/requireFinite.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { ConsumptionLine, Purchase, TableTolerance } from "../../../trade/tables/priceTables.js";
import { slack } from "./checkBalance.js";
import { refuseTwice } from "./readNamed.js";
import { requireCode } from "./requireCode.js";
import { requireWord } from "./requireWord.js";

const amounts = ["producersValue", "transport", "wholesale", "retail", "purchasersValue"] as const;
const kinds: readonly unknown[] = ["food", "energy", "core"];

/** Copies the lines of consumption with what each buys. */
export function readLines(
  list: readonly ConsumptionLine[],
  commodities: ReadonlySet<string>,
  groups: ReadonlySet<string>,
  tolerance: TableTolerance,
): readonly ConsumptionLine[] {
  requireBounded(list, "economies", "lines");
  const seen = new Set<string>();
  const lines = Array.from(list, (entry, at) => {
    const path = `lines[${at}]`;
    const line = readOptions(entry, path, ["code", "title", "group", "kind", "purchases"]);
    refuseTwice(seen, requireWord(line.code, `${path}.code`), `${path}.code`);
    requireWord(line.title, `${path}.title`);
    requireCode(line.group, groups, `${path}.group`);
    if (!kinds.includes(line.kind)) {
      throw new TariffError({
        code: "out-of-range",
        path: `${path}.kind`,
        received: line.kind,
        advice: 'Say "food", "energy" or "core".',
      });
    }
    requireBounded(line.purchases, "economies", `${path}.purchases`);
    const purchases = Array.from(line.purchases, (purchase, row) =>
      readPurchase(purchase, `${path}.purchases[${row}]`, line.title, commodities, tolerance),
    );
    const { code, title, group, kind } = line;
    return { code, title, group, kind, purchases };
  });
  const bought = lines.flatMap(({ purchases }) => purchases.map(({ purchasersValue }) => purchasersValue));
  const total = bought.reduce((sum, each) => sum + each, 0);
  if (total > 0) return lines;
  throw new TariffError({
    code: "out-of-range",
    path: "lines",
    received: total,
    advice: "Give lines whose purchases add up to more than zero: prices are weighed by them.",
  });
}

function readPurchase(
  value: Purchase,
  path: string,
  title: string,
  commodities: ReadonlySet<string>,
  tolerance: TableTolerance,
): Purchase {
  const read = readOptions(value, path, ["commodity", ...amounts]);
  requireCode(read.commodity, commodities, `${path}.commodity`);
  for (const key of amounts) requireFinite(read[key], `${path}.${key}`);
  const cell = `row ${title}, column ${read.commodity}`;
  for (const key of ["transport", "wholesale", "retail"] as const) {
    if (read[key] >= 0) continue;
    throw new TariffError({
      code: "out-of-range",
      path: `${path}.${key}`,
      received: read[key],
      advice: `Give a margin of zero or more: ${cell}.`,
    });
  }
  const { producersValue, transport, wholesale, retail, purchasersValue } = read;
  const sum = producersValue + transport + wholesale + retail;
  if (Math.abs(sum - purchasersValue) > slack(tolerance, purchasersValue)) {
    throw new TariffError({
      code: "does-not-add-up",
      path: `${path}.purchasersValue`,
      received: purchasersValue,
      advice: `Producers' value and margins must add up to the purchasers' value, here to ${sum}: ${cell}.`,
    });
  }
  return { commodity: read.commodity, producersValue, transport, wholesale, retail, purchasersValue };
}
