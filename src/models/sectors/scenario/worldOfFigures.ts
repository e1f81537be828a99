import { calibrateSectors } from "../calibration/calibrateSectors.js";
import type { SectorWorld } from "../calibration/SectorWorld.js";
import type { SectorAssumptions } from "./SectorAssumptions.js";
import type { SectorFigures } from "./SectorFigures.js";

/** One calibrated world for frozen figures without tariffs, because scenarios are many and worlds few. */
const worlds = /* @__PURE__ */ new WeakMap<SectorFigures, Map<string, SectorWorld>>();

/** The world of some figures; with a factor on all trade elasticities, calibrated for it. */
export function worldOfFigures(
  { figures, baselineTariffs, deficits }: Pick<SectorAssumptions, "figures" | "baselineTariffs" | "deficits">,
  elasticityFactor = 1,
): SectorWorld {
  const { economies, sectors, accounts, tradeElasticities } = figures;
  const calibrate = () =>
    calibrateSectors({
      economies,
      sectors,
      accounts,
      tradeElasticities:
        elasticityFactor === 1
          ? tradeElasticities
          : tradeElasticities.map((value) => value * elasticityFactor),
      tariffs: baselineTariffs,
      deficits,
    });
  // What the caller may still change is not remembered.
  if (elasticityFactor !== 1 || baselineTariffs !== "none" || !Object.isFrozen(figures.accounts))
    return calibrate();
  const known = worlds.get(figures) ?? new Map<string, SectorWorld>();
  worlds.set(figures, known);
  const world = known.get(deficits) ?? calibrate();
  known.set(deficits, world);
  return world;
}
