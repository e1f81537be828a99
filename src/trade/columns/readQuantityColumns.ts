import { requireUnit } from "../../goods/convertQuantity.js";
import { readOptions } from "../../internal/readOptions.js";
import { TariffError } from "../../internal/TariffError.js";
import type { AmountColumnInput } from "./amountColumnInput.js";
import type { QuantityStore } from "./flowColumns.js";
import { readAmounts } from "./readAmounts.js";
import { readIndex } from "./readIndex.js";

/**
 * Quantities in one unit, as `defineBaselineColumns` takes them.
 *
 * @category Baseline
 */
export interface QuantityColumnInput {
  /** The unit, for example `"kg"`. */
  readonly unit: string;
  /** Positions of the flows that state a quantity, ascending; omit it, or null, where all do. */
  readonly flows?: ArrayLike<number> | null;
  /** Their quantities. */
  readonly amounts: AmountColumnInput;
}

/** Reads the quantities of a column input, unit by unit. */
export function readQuantityColumns(list: unknown, length: number): QuantityStore[] {
  const path = "columns.quantities";
  if (!Array.isArray(list) || list.length > 200) {
    throw new TariffError({
      code: Array.isArray(list) ? "too-long" : "wrong-type",
      path,
      received: list,
      advice: "Pass a list with one entry for each unit, at most 200.",
    });
  }
  const seen = new Set<string>();
  return Array.from(list as readonly QuantityColumnInput[], (entry, at) => {
    const here = `${path}[${at}]`;
    const { unit, flows, amounts } = readOptions(entry, here, ["unit", "amounts"], ["flows"]);
    const name = requireUnit(unit, `${here}.unit`);
    if (seen.has(name)) {
      throw new TariffError({
        code: "duplicate-id",
        path: `${here}.unit`,
        received: unit,
        advice: "Give each unit one column.",
      });
    }
    seen.add(name);
    if (flows === null || flows === undefined) {
      return { unit: name, flows: null, amounts: readAmounts(amounts, `${here}.amounts`, length, length) };
    }
    const positions = Uint32Array.from(
      readIndex(flows, `${here}.flows`, undefined, length) as ArrayLike<number>,
    );
    const wrong = positions.findIndex((flow, row) => row > 0 && flow <= (positions[row - 1] as number));
    if (wrong !== -1) {
      throw new TariffError({
        code: "out-of-range",
        path: `${here}.flows[${wrong}]`,
        received: positions[wrong],
        advice: "List the positions of the flows in ascending order, each once.",
      });
    }
    return {
      unit: name,
      flows: positions,
      amounts: readAmounts(amounts, `${here}.amounts`, positions.length, length),
    };
  });
}
