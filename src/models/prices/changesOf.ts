import { consumptionColumnsOf } from "./consumptionColumns.js";
import { linesAfterSubstitution, livingChange } from "./costOfLiving.js";
import { averageOf, householdCosts } from "./householdCosts.js";
import type { PriceAssumptions } from "./priceAssumptions.js";
import type { ConsumptionPrice, PriceChanges } from "./priceResults.js";
import { priceSystemOf } from "./priceSystem.js";
import { type SolvedPrices, solvePrices } from "./solvePrices.js";

/** The prices of a scenario before they are carried to the till. */
export function pricesOf(tariffs: ArrayLike<number>, assumptions: PriceAssumptions): SolvedPrices {
  const { tables, passThrough, domesticFollowers } = assumptions;
  const landed = Float64Array.from(tariffs, (tariff) => tariff * passThrough.border * passThrough.wholesale);
  return solvePrices(priceSystemOf(tables), landed, domesticFollowers.share);
}

/** How a change at producers' prices arrives at the till, by purchase: dearer shops and margins of one kind. */
export function scaleToTill({ tables, margins, passThrough }: PriceAssumptions): Float64Array {
  const { producers, purchasers, hasRetail } = consumptionColumnsOf(tables);
  return producers.map((value, row) => {
    const paid = margins === "percent" ? purchasers[row]! : value;
    return hasRetail[row] ? paid * passThrough.retail : paid;
  });
}

/** All price changes from additional tariffs by commodity as fractions; everything was checked before. */
export function changesOf(tariffs: Float64Array, assumptions: PriceAssumptions): PriceChanges {
  const { tables, substitution, path } = assumptions;
  const columns = consumptionColumnsOf(tables);
  const { line, commodity, purchasers, importedShare, groupOfLine, spendingOfLine } = columns;
  const solved = pricesOf(tariffs, assumptions);
  const scale = scaleToTill(assumptions);
  const cost = new Float64Array(tables.lines.length);
  const imported = new Float64Array(line.length);
  const domestic = new Float64Array(line.length);
  for (let row = 0; row < line.length; row++) {
    const c = commodity[row]!;
    const share = importedShare[c]!;
    cost[line[row]!]! += scale[row]! * (share * solved.imports[c]! + (1 - share) * solved.domestic[c]!);
    const relative = purchasers[row] === 0 ? 0 : scale[row]! / purchasers[row]!;
    imported[row] = relative * solved.imports[c]!;
    domestic[row] = relative * solved.domestic[c]!;
  }
  const costOfGroup = new Float64Array(tables.groups.length);
  const spendingOfGroup = new Float64Array(tables.groups.length);
  let [coreCost, coreSpending] = [0, 0];
  tables.lines.forEach(({ kind }, at) => {
    costOfGroup[groupOfLine[at]!]! += cost[at]!;
    spendingOfGroup[groupOfLine[at]!]! += spendingOfLine[at]!;
    if (kind !== "core") return;
    coreCost += cost[at]!;
    coreSpending += spendingOfLine[at]!;
  });
  const spending = add(spendingOfLine);
  const allItemsPercent = percent(add(cost), spending);
  const corePercent = percent(coreCost, coreSpending);
  const after =
    substitution === "none"
      ? null
      : {
          lines: linesAfterSubstitution(columns, imported, domestic, substitution),
          elasticity: substitution.betweenCategories,
        };
  const living = after === null ? null : livingChange(spendingOfLine, after.lines, after.elasticity) * 100;
  const consumption = tables.consumption.total.map((total, c) => {
    const foreign = tables.consumption.imported[c]!;
    return [total, foreign * solved.imports[c]!, (total - foreign) * solved.domestic[c]!] as const;
  });
  const bought = consumption.reduce((sum, each) => sum + each[0], 0);
  const direct = consumption.reduce((sum, each) => sum + each[1], 0);
  const indirect = consumption.reduce((sum, each) => sum + each[2], 0);
  const tenths = householdCosts(tables, columns, costOfGroup, spendingOfGroup, after);
  const tell = (key: string, title: string, dearer: number, spent: number): ConsumptionPrice => ({
    key,
    title,
    percent: percent(dearer, spent),
    cost: dearer,
    spending: spent,
  });
  return {
    directPercent: percent(direct, bought),
    useTablePercent: percent(direct + indirect, bought),
    allItemsPercent,
    corePercent,
    afterSubstitutionPercent: living,
    trianglePercent: living === null ? null : allItemsPercent - living,
    cost: add(cost),
    lines: tables.lines.map(({ code, title }, at) => tell(code, title, cost[at]!, spendingOfLine[at]!)),
    groups: tables.groups.map(({ code, name }, at) =>
      tell(code, name, costOfGroup[at]!, spendingOfGroup[at]!),
    ),
    commodities: tables.commodities.map(({ code, name }, c) => ({
      commodity: code,
      name,
      tariffPercent: tariffs[c]! * 100,
      importedPercent: solved.imports[c]! * 100,
      domesticPercent: solved.domestic[c]! * 100,
      followersPercent: solved.domestic[c] === 0 ? 0 : (solved.domestic[c]! - solved.cost[c]!) * 100,
      importedShare: importedShare[c]!,
    })),
    averageHousehold: averageOf(tenths),
    tenths,
    path: (path?.shares ?? []).map((share, at) => ({
      month: at + 1,
      allItemsPercent: allItemsPercent * share,
      corePercent: corePercent * share,
    })),
    solver: solved.report,
  };
}

const add = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0);
const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (part / whole) * 100);
