import type { Rate } from "../../../exact/rate.js";
import { requireBounded } from "../../../internal/listBounds.js";
import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { readTariffAbove } from "../../readTariffAbove.js";
import { readTariffFraction } from "../../readTariffFraction.js";
import { type NumberBlock, readBlock } from "../calibration/readBlock.js";
import type { SectorTariffs } from "./SectorTariffs.js";

/** What tariffs are read against. */
export interface TariffPlaces {
  readonly n: number;
  readonly s: number;
  readonly position: ReadonlyMap<string, number>;
  readonly sectorPosition: ReadonlyMap<string, number>;
}

/** The entries of a list of tariffs. */
type TariffList = Extract<SectorTariffs, readonly { readonly exporter: string }[]>;

/** Tells each tariff of a list or of a full block: place (sector, importer, exporter) and value. Own trade has none. */
export function readTariffs(
  { n, s, position, sectorPosition }: TariffPlaces,
  tariffs: SectorTariffs,
  path: string,
  tell: (at: number, tariff: number) => void,
): void {
  if (isList(tariffs)) {
    for (let q = 0; q < tariffs.length; q++) {
      const here = `${path}[${q}]`;
      const entry = readOptions(tariffs[q] as TariffList[number], here, [
        "exporter",
        "importer",
        "sectors",
        "tariff",
      ]);
      const tariff = readTariffAbove(-1, entry.tariff, `${here}.tariff`);
      const exporters = placesOf(entry.exporter, position, `${here}.exporter`, "world.economies");
      const importers = placesOf(entry.importer, position, `${here}.importer`, "world.economies");
      const sectors = readSectors(entry.sectors, sectorPosition, `${here}.sectors`);
      if (exporters.length === 1 && importers.length === 1 && exporters[0] === importers[0])
        throw ownTrade(here, entry.exporter);
      for (const k of sectors)
        for (const i of importers) for (const j of exporters) if (i !== j) tell((k * n + i) * n + j, tariff);
    }
    return;
  }
  const block = readBlock(
    asNumbers(tariffs, [n, n, s], path),
    [n, n, s],
    path,
    Number.NEGATIVE_INFINITY,
    "Pass a fraction.",
  );
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < s; k++) {
        const tariff = block[(j * n + i) * s + k]!;
        readTariffAbove(-1, tariff, `${path}[${j}][${i}][${k}]`);
        if (i === j && tariff !== 0) throw ownTrade(`${path}[${j}][${i}][${k}]`, tariff);
        if (i !== j) tell((k * n + i) * n + j, tariff);
      }
    }
  }
}

/** Reads a list of sector labels, or `"all"`. */
export function readSectors(
  value: readonly string[] | "all",
  positions: ReadonlyMap<string, number>,
  path: string,
): readonly number[] {
  if (value === "all") return [...positions.values()];
  requireBounded(value, "inputs", path, 'Name one sector or more in a list, each once, or pass "all".');
  // A copy without gaps, which a walk over the list would pass by.
  const places = Array.from(value).flatMap((label, q) =>
    placesOf(label, positions, `${path}[${q}]`, "world.sectors", false),
  );
  if (new Set(places).size === places.length) return places;
  throw new TariffError({
    code: "duplicate-id",
    path,
    received: value.join(", "),
    advice: "Name each sector once.",
  });
}

/** Where a label stands; every place for `"all"`. */
function placesOf(
  label: unknown,
  positions: ReadonlyMap<string, number>,
  path: string,
  list: string,
  mayBeAll = true,
): readonly number[] {
  if (label === "all" && mayBeAll) return [...positions.values()];
  const at = typeof label === "string" ? positions.get(label) : undefined;
  if (at !== undefined) return [at];
  throw new TariffError({
    code: typeof label === "string" ? "not-in-world" : "wrong-type",
    path,
    received: label,
    advice: `Pass one of the labels in ${list}.`,
  });
}

/** Where an economy stands in the world. */
export function requireEconomy(places: TariffPlaces, label: unknown, path: string): number {
  return placesOf(label, places.position, path, "world.economies", false)[0] as number;
}

function isList(tariffs: SectorTariffs): tariffs is TariffList {
  return Array.isArray(tariffs) && !Array.isArray(tariffs[0]) && typeof tariffs[0] !== "number";
}

/** A block with its rates read, row by row; what else is wrong with it, `readBlock` finds. */
function asNumbers(
  block: Exclude<SectorTariffs, TariffList>,
  sizes: readonly number[],
  path: string,
): NumberBlock {
  const read = (part: unknown, depth: number, at: () => string): unknown => {
    if (depth === sizes.length)
      return typeof part === "string" ? readTariffFraction(part as Rate, at()) : part;
    // Looked at before it is walked: a list may claim any length.
    if (!Array.isArray(part) || part.length !== sizes[depth]) return part;
    const out: unknown[] = [];
    for (let q = 0; q < part.length; q++) out.push(read(part[q], depth + 1, () => `${at()}[${q}]`));
    return out;
  };
  return read(block, 0, () => path) as NumberBlock;
}

function ownTrade(path: string, received: unknown): TariffError {
  return new TariffError({
    code: "out-of-range",
    path,
    received,
    advice: "Leave own trade away, or give it zero: it crosses no border.",
  });
}
