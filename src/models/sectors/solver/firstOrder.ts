import type { SectorWorld } from "../calibration/SectorWorld.js";
import type { SectorCore } from "./core.js";
import type { FirstOrderPart, FirstOrderWelfare } from "./SectorOutcome.js";
import type { Solution } from "./solution.js";

/**
 * Terms and volume of trade by partner and sector. With M customs value and c the ratio of an exporter's cost: terms of
 * trade Σ M_in (c_n - 1) - Σ M_ni (c_i - 1); volume Σ τ M_ni (M'_ni / M_ni - c_i); both over income of the baseline.
 */
export function firstOrder(
  world: SectorWorld,
  core: SectorCore,
  solution: Solution,
): readonly FirstOrderWelfare[] {
  const { n, s, share, spending, tariff, income } = core;
  const { logCost, trade } = solution;
  const terms = new Float64Array(n * n);
  const volumes = new Float64Array(n * n);
  const sectorTerms = new Float64Array(n * s);
  const sectorVolumes = new Float64Array(n * s);
  for (let k = 0; k < s; k++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        if (i === j) continue;
        const at = (k * n + i) * n + j;
        const before = (share[at]! * spending[i * s + k]!) / (1 + tariff[at]!);
        const dearer = before * Math.expm1(logCost[j * s + k]!);
        const volume = tariff[at]! * (trade[at]! - before - dearer);
        terms[j * n + i]! += (100 * dearer) / income[j]!;
        terms[i * n + j]! -= (100 * dearer) / income[i]!;
        volumes[i * n + j]! += (100 * volume) / income[i]!;
        sectorTerms[j * s + k]! += (100 * dearer) / income[j]!;
        sectorTerms[i * s + k]! -= (100 * dearer) / income[i]!;
        sectorVolumes[i * s + k]! += (100 * volume) / income[i]!;
      }
    }
  }
  const parts = (
    labels: readonly string[],
    first: Float64Array,
    second: Float64Array,
    i: number,
    skip: number,
  ) => {
    const width = labels.length;
    const list: FirstOrderPart[] = [];
    labels.forEach((of, q) => {
      if (q === skip) return;
      list.push(
        Object.freeze({
          of,
          termsOfTradePercent: first[i * width + q]! + 0,
          volumeOfTradePercent: second[i * width + q]! + 0,
        }),
      );
    });
    return Object.freeze(list);
  };
  const total = (list: readonly FirstOrderPart[], key: "termsOfTradePercent" | "volumeOfTradePercent") =>
    list.reduce((sum, part) => sum + part[key], 0);
  return Object.freeze(
    world.economies.map((_, i) => {
      const bySector = parts(world.sectors, sectorTerms, sectorVolumes, i, -1);
      const termsOfTradePercent = total(bySector, "termsOfTradePercent");
      const volumeOfTradePercent = total(bySector, "volumeOfTradePercent");
      return Object.freeze({
        welfarePercent: termsOfTradePercent + volumeOfTradePercent,
        termsOfTradePercent,
        volumeOfTradePercent,
        byPartner: parts(world.economies, terms, volumes, i, i),
        bySector,
      });
    }),
  );
}
