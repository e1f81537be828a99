import type { SectorCore } from "../solver/core.js";
import type { SectorParts } from "./parts.js";
import type { SectorWorld } from "./SectorWorld.js";

/** A world as its reader sees it, frozen. */
export function sectorWorldFrom(
  { economies, sectors }: SectorParts,
  core: SectorCore,
  baseline: SectorWorld["baseline"],
): SectorWorld {
  const { n, s } = core;
  const list = (values: Float64Array) => Object.freeze(Array.from(values));
  const table = (values: Float64Array) =>
    Object.freeze(economies.map((_, i) => list(values.subarray(i * s, (i + 1) * s))));
  let trade: SectorWorld["trade"] | undefined;
  return Object.freeze({
    economies: Object.freeze([...economies]),
    sectors: Object.freeze([...sectors]),
    tradeElasticities: list(core.elasticity),
    hasInputs: core.links,
    valueAdded: list(core.valueAdded),
    deficits: list(core.deficit),
    tariffRevenue: list(core.revenue),
    finalUse: list(core.income),
    consumptionShares: table(core.consumption),
    expenditure: table(core.spending),
    output: table(core.output),
    baseline: Object.freeze(baseline),
    get trade() {
      trade ??= tradeTable(n, s, (j, i, k) => {
        const at = (k * n + i) * n + j;
        return (core.share[at]! * core.spending[i * s + k]!) / (1 + core.tariff[at]!);
      });
      return trade;
    },
  });
}

/** A frozen table by exporter, importer and sector. */
export function tradeTable(
  n: number,
  s: number,
  value: (exporter: number, importer: number, sector: number) => number,
): readonly (readonly (readonly number[])[])[] {
  const places = (length: number) => Array.from({ length }, (_, at) => at);
  return Object.freeze(
    places(n).map((j) =>
      Object.freeze(places(n).map((i) => Object.freeze(places(s).map((k) => value(j, i, k))))),
    ),
  );
}
