import { requireFiniteOutput } from "../../../internal/requireFiniteOutput.js";
import { frozenRows } from "../calibration/frozenRows.js";
import type { WorldArrays } from "../calibration/worldArrays.js";
import { fillCost } from "./fillCost.js";
import type { Shock } from "./Shock.js";
import type { Solution } from "./Solution.js";

/** The customs value of every flow in a solution, rows exporters, own trade on the diagonal. */
export function tradeMatrix(
  arrays: WorldArrays,
  shock: Shock,
  { exporterFactor, importerFactor, at }: Solution,
): readonly (readonly number[])[] {
  const { n } = arrays;
  const { rowStart, importer } = shock;
  const cost = new Float64Array(n * n);
  const wedge = new Float64Array(importer.length);
  fillCost(arrays, shock, at.tariffs, cost, wedge);
  for (let j = 0; j < n; j++) {
    const f = exporterFactor[j]!;
    const from = j * n;
    for (let i = 0; i < n; i++) cost[from + i] = cost[from + i]! * f * importerFactor[i]!;
    for (let q = rowStart[j]!; q < rowStart[j + 1]!; q++)
      cost[from + importer[q]!]! -= wedge[q]! * f * importerFactor[importer[q]!]!;
  }
  return frozenRows(
    requireFiniteOutput(cost, "trade", "Change the unit of the data or lower the tariffs."),
    n,
  );
}
