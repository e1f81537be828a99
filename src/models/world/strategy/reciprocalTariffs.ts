import { readOptions } from "../../../internal/readOptions.js";
import type { World } from "../calibration/World.js";
import { arraysOf } from "../calibration/worldArrays.js";
import { readTariffs, requireMember, type WorldTariff, type WorldTariffs } from "../solver/readTariffs.js";

/**
 * Tariffs and the economy that began: what {@link reciprocalTariffs} and {@link formulaRetaliation} need.
 *
 * @category World model
 */
export interface RetaliationOptions {
  /** Tariffs before the answer, as shares of customs value; what the aggressor already faces is replaced. */
  readonly tariffs: WorldTariffs;
  /** Label of the economy that is answered. */
  readonly aggressor: string;
}

/**
 * Like for like: every partner charges the aggressor the tariff it faces there.
 *
 * **Formula**: t(aggressor to j) = t(j to aggressor); other tariffs stay.
 *
 * **Result**: a list of tariffs (shares of customs value) with the answers in it, for {@link worldEquilibrium}.
 *
 * **Leaves out**: answers that differ by product, and answers to answers.
 *
 * @throws `TariffError` `not-in-world`, `rate-below-minus-100`, `not-square`.
 *
 * @example The answer to a tariff of 25 %
 * ```ts
 * import { calibrateWorld, ignatenko2025EatonKortum, reciprocalTariffs } from "tariff-whatif/world";
 *
 * const world = calibrateWorld({
 *   economies: ["A", "B"],
 *   exports: [
 *     [0, 10],
 *     [10, 0],
 *   ],
 *   gdp: [100, 60],
 *   parameters: ignatenko2025EatonKortum,
 * });
 * const tariffs = [{ exporter: "B", importer: "A", tariff: 0.25 }];
 * reciprocalTariffs(world, { tariffs, aggressor: "A" })[0]; // => { exporter: "A", importer: "B", tariff: 0.25 }
 * ```
 * @category World model
 */
export function reciprocalTariffs(world: World, options: RetaliationOptions): readonly WorldTariff[] {
  return withRetaliation(world, options, (faced) => faced);
}

/** The tariffs with `reply(faced)` as what each partner charges the aggressor, in the order of the world. */
export function withRetaliation(
  world: World,
  options: RetaliationOptions,
  reply: (faced: number) => number,
): readonly WorldTariff[] {
  const arrays = arraysOf(world);
  readOptions(options, "", ["tariffs", "aggressor"]);
  const { n } = arrays;
  const aggressor = requireMember(arrays, options.aggressor, "aggressor");
  const { at, tariff } = readTariffs(arrays, options.tariffs, "tariffs");
  const all = new Map<number, number>();
  at.forEach((cell, k) => {
    if (Math.floor(cell / n) !== aggressor) all.set(cell, tariff[k]!);
  });
  for (let j = 0; j < n; j++) {
    const back = j === aggressor ? 0 : reply(all.get(j * n + aggressor) ?? 0);
    if (back !== 0) all.set(aggressor * n + j, back);
  }
  const cells = [...all.keys()].sort((a, b) => a - b);
  return Object.freeze(
    cells.map((cell) =>
      Object.freeze({
        exporter: world.economies[Math.floor(cell / n)]!,
        importer: world.economies[cell % n]!,
        tariff: all.get(cell)!,
      }),
    ),
  );
}
