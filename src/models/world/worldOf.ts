import type { Baseline } from "../../trade/baseline.js";
import { defineWorld } from "./calibration/defineWorld.js";
import { readParameters } from "./calibration/readParameters.js";
import type { World } from "./calibration/World.js";
import type { WorldParameters } from "./calibration/WorldParameters.js";
import { balancedWorld } from "./solver/balancedWorld.js";

/** One calibrated world for each data set and parameters, because scenarios are many and worlds few. */
const worlds = /* @__PURE__ */ new WeakMap<Baseline, Map<string, World>>();

/** The world of a data set under some parameters, calibrated when it is first wanted. */
export function worldOf(baseline: Baseline, parameters: WorldParameters, balanced: boolean): World {
  const known = worlds.get(baseline) ?? new Map<string, World>();
  worlds.set(baseline, known);
  const checked = readParameters(parameters, baseline.exporters.length);
  const key = JSON.stringify([checked, balanced]);
  let world = known.get(key);
  if (!world) {
    const calibrated = defineWorld({ baseline, parameters: checked });
    world = balanced ? balancedWorld(calibrated) : calibrated;
    known.set(key, world);
  }
  return world;
}
