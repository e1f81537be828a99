import { calibrateSectors, type SectorScenario, type SectorWorld } from "tariff-whatif/sectors";
import { coreOf } from "../../src/models/sectors/solver/core.js";
import { spaceOf } from "../../src/models/sectors/solver/space.js";
import { numbers } from "../models/world/worlds.js";

/** Economies and sectors for which time and memory are told. */
export const madeUpSizes = [
  [10, 10],
  [20, 25],
  [40, 35],
  [80, 40],
  [160, 40],
] as const;

/** One economy charges everybody 25 %. */
export const madeUpScenario: SectorScenario = {
  tariffs: [{ exporter: "all", importer: "E0", sectors: "all", tariff: 0.25 }],
  tariffsAre: "total",
};

/** A made-up world in which everybody trades every good with everybody, half at home, and half of what is sold is inputs. */
export function madeUpWorld(n: number, s: number, linked: boolean): SectorWorld {
  const next = numbers(3);
  const trade = new Float64Array(n * n * s);
  const sold = new Float64Array(n * s);
  const inputs = new Float64Array(n * s * s);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < s; k++) {
        const value = (0.5 + next()) * (i === j ? n : 1);
        trade[(j * n + i) * s + k] = value;
        sold[j * s + k] = (sold[j * s + k] ?? 0) + value;
      }
    }
    for (let k = 0; k < s; k++)
      for (let h = 0; h < s; h++) inputs[(j * s + h) * s + k] = (0.5 * (sold[j * s + k] ?? 0)) / s;
  }
  return calibrateSectors({
    economies: Array.from({ length: n }, (_, i) => `E${i}`),
    sectors: Array.from({ length: s }, (_, k) => `S${k}`),
    accounts: { valuation: "customsValue", trade, inputs: linked ? inputs : "none" },
    tradeElasticities: Array.from({ length: s }, () => 2 + 8 * next()),
    tariffs: "none",
    deficits: "ofTheData",
  });
}

/** The bytes of an object's typed arrays and of those of the objects in it; lists of views of them do not count again. */
function bytesIn(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Map) return 0;
  return Object.values(value).reduce((sum: number, each: unknown) => sum + bytesIn(each), 0);
}

/** What a solved world holds in typed arrays, and the scratch memory that all worlds share. */
export function sectorBytes(world: SectorWorld): { readonly world: number; readonly scratch: number } {
  const core = coreOf(world);
  const { owner: _, kernels: __, ...space } = spaceOf(core);
  return { world: bytesIn(core), scratch: bytesIn(space) };
}

/** Bytes as a table writes them. */
export const sizeText = (bytes: number): string =>
  bytes < 2 ** 20 ? `${Math.round(bytes / 2 ** 10)} kB` : `${(bytes / 2 ** 20).toFixed(1)} MB`;
