import { isRecord } from "../internal/isRecord.js";
import { TariffError } from "../internal/TariffError.js";
import { parse } from "../internal/zod/parse.js";
import { refuseUnsafe } from "../internal/zod/refuseUnsafe.js";
import { assembleBaseline } from "./assembleBaseline.js";
import type { Baseline } from "./baseline.js";
import type { BaselineInput, FlowInput } from "./baselineInput.js";
import { baselineHeadSchema } from "./baselineSchema.js";
import { readFlows } from "./readFlows.js";

const mostFlows = 500_000;

/**
 * Checks your own trade data and returns them as a {@link Baseline}.
 *
 * **Result**: frozen; the input is not changed. Amounts are held exactly, as scaled integers in columns; quantities keep
 * their units.
 *
 * **Leaves out**: any check of the figures against another source.
 *
 * @throws `missing-key`, `unknown-key`, `unsafe-key`, `wrong-type`, `not-a-decimal`, `out-of-range` for a negative
 * amount or duties in some flows only, `unknown-economy`, `not-an-hs-code`, `duplicate-flow`, `duplicate-id`, `overlapping-scope` where
 * a group stands beside its member, `empty`, `too-long`, `not-a-currency`, `not-a-year`.
 * @example Two flows of your own
 * ```ts
 * import { baselineTotals, defineBaseline } from "tariff-whatif";
 *
 * const baseline = defineBaseline({
 *   id: "steel-2024",
 *   title: "UK imports of steel, 2024",
 *   year: 2024,
 *   currency: "GBP",
 *   priceYear: 2024,
 *   flows: [
 *     { importer: "GBR", exporter: "EU27", product: "72", customsValue: "3000000", duties: "0" },
 *     { importer: "GBR", exporter: "CHN", product: "72", customsValue: "1000000", duties: "100000" },
 *   ],
 *   sources: [{ id: "own", title: "Own figures", publisher: "Us", licence: "ours", note: "an example" }],
 * });
 * baselineTotals({ baseline, by: "all" })[0]?.effectiveRate; // => "2.5%"
 * ```
 * @category Baseline
 */
export function defineBaseline(input: BaselineInput): Baseline {
  if (!isRecord(input)) {
    refuseUnsafe(input);
    throw new TariffError({ code: "wrong-type", path: "", received: input, advice: "Pass an object." });
  }
  const { flows, ...head } = input;
  const checked = parse(baselineHeadSchema(), head);
  return assembleBaseline({
    head: checked,
    ...readFlows(listOf(flows)),
    pathOf: (row) => `flows[${row}]`,
  });
}

/** Refuses what is no list of a length that we take. */
function listOf(flows: unknown): readonly FlowInput[] {
  if (flows === undefined) {
    throw new TariffError({
      code: "missing-key",
      path: "flows",
      received: undefined,
      advice: "Add this key; it has no default.",
    });
  }
  if (!Array.isArray(flows)) {
    throw new TariffError({
      code: "wrong-type",
      path: "flows",
      received: flows,
      advice: "Pass a list of flows.",
    });
  }
  if (flows.length === 0) {
    throw new TariffError({ code: "empty", path: "flows", received: flows, advice: "Give at least 1." });
  }
  if (flows.length > mostFlows) {
    throw new TariffError({
      code: "too-long",
      path: "flows",
      received: flows,
      advice: `Pass at most ${mostFlows} flows, or columns to defineBaselineColumns, which takes more.`,
    });
  }
  return flows;
}
