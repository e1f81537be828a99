import { TariffError } from "../../../internal/TariffError.js";
import type { Named, PriceTables, TableTolerance } from "../../../trade/tables/priceTables.js";

type Inputs = Pick<
  PriceTables,
  "commodities" | "industries" | "make" | "use" | "imported" | "valueAdded" | "output" | "tolerance"
>;

/** How far a part may be from what it should be, beside a total. */
export const slack = ({ share, amount }: TableTolerance, total: number): number =>
  Math.max(amount, share * Math.abs(total));

const label = ({ code, name }: Named): string => `${code} (${name})`;

/**
 * Refuses tables of inputs whose rows and columns do not fit together: purchases and value added that are not the
 * output, imports above purchases, amounts below zero, inputs worth more than the output.
 */
export function checkBalance(tables: Inputs): void {
  const { commodities, industries, make, use, imported, valueAdded, output, tolerance } = tables;
  industries.forEach((industry, j) => {
    const made = output[j]!;
    if (made < 0) refuse("out-of-range", `output[${j}]`, made, `Output of ${label(industry)} is below zero.`);
    const room = slack(tolerance, made);
    let [bought, domestic, largest] = [0, 0, 0];
    commodities.forEach((commodity, c) => {
      const [total, foreign] = [use[c]![j]!, imported[c]![j]!];
      const cell = `row ${label(commodity)}, column ${label(industry)}`;
      if (total < -room)
        refuse("out-of-range", `use[${c}][${j}]`, total, `A purchase is below zero: ${cell}.`);
      if (foreign < -room || foreign - Math.max(total, 0) > room) {
        const wrong = `Imported purchases must lie between zero and all purchases: ${cell}.`;
        refuse("out-of-range", `imported[${c}][${j}]`, foreign, wrong);
      }
      bought += total;
      domestic += total - foreign;
      if (total > use[largest]![j]!) largest = c;
    });
    const most = `largest in row ${label(commodities[largest]!)}, column ${label(industry)}`;
    if (bought > made || (domestic >= made && made > 0)) {
      const advice = `Inputs of an industry must be worth less than its output of ${made}: ${most}.`;
      refuse("input-share-above-one", `use[${largest}][${j}]`, bought, advice);
    }
    if (Math.abs(bought + valueAdded[j]! - made) > room) {
      const advice = `Purchases and value added of column ${label(industry)} must add up to its output of ${made} within ${room}; ${most}.`;
      refuse("does-not-add-up", `output[${j}]`, bought + valueAdded[j]!, advice);
    }
    if (make === null) return;
    const row = make[j]!.reduce((sum, each) => sum + each, 0);
    commodities.forEach((commodity, c) => {
      if (make[j]![c]! >= -room) return;
      const wrong = `Output is below zero: row ${label(industry)}, column ${label(commodity)}.`;
      refuse("out-of-range", `make[${j}][${c}]`, make[j]![c]!, wrong);
    });
    if (Math.abs(row - made) <= room) return;
    const advice = `Row ${label(industry)} of make must add up to its output of ${made} within ${room}.`;
    refuse("does-not-add-up", `make[${j}]`, row, advice);
  });
}

function refuse(
  code: "out-of-range" | "does-not-add-up" | "input-share-above-one",
  path: string,
  received: number,
  advice: string,
): never {
  throw new TariffError({ code, path, received, advice });
}
