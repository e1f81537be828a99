import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import Papa from "papaparse";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import { calibrateSectors, type SectorData, type SectorWorld } from "tariff-whatif/sectors";

const place = (path: string) => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));

/** Whether a file of the shared folder is there. */
export const haveSectorFile = (path: string): boolean => existsSync(place(path));

/** The rows of a CSV file of the shared folder, compressed or not, the heading first. */
export function sectorRows(path: string): string[][] {
  const bytes = readFileSync(place(path));
  const text = path.endsWith(".gz") ? gunzipSync(bytes).toString() : bytes.toString();
  return Papa.parse<string[]>(text.trim()).data;
}

const positions = (labels: readonly string[]) => new Map(labels.map((label, at) => [label, at]));
const distinct = (labels: readonly string[]) => [...new Set(labels)];

/** The bundled world as most questions want it: deficits as they are, no tariffs. */
export const bundledWorld = (): SectorWorld => calibrateSectors(bundledData());

/** Its data. */
export function bundledData(): SectorData {
  const { economies, sectors, accounts, tradeElasticities } = worldSectors2011;
  return { economies, sectors, accounts, tradeElasticities, tariffs: "none", deficits: "ofTheData" };
}

/** 41 economies, 35 sectors; c1 to c16 are goods. */
export function largeWorld(): { world: SectorWorld; data: SectorData; goods: readonly string[] } {
  const folder = "data/world-sectors-2011/";
  const trade = sectorRows(`${folder}trade.csv.gz`).slice(1);
  const bought = sectorRows(`${folder}inputs.csv.gz`).slice(1);
  const economies = distinct(trade.map((row) => row[0] as string));
  const sectors = Array.from({ length: 35 }, (_, k) => `c${k + 1}`);
  const [n, s] = [economies.length, sectors.length];
  const [economy, sector] = [positions(economies), positions(sectors)];
  const flows = new Float64Array(n * n * s);
  const inputs = new Float64Array(n * s * s);
  const at = (places: Map<string, number>, label: string | undefined) =>
    places.get(label ?? "") ?? Number.NaN;
  for (const [exporter, importer, of, value] of trade)
    flows[(at(economy, exporter) * n + at(economy, importer)) * s + at(sector, of)] = Number(value);
  for (const [in_, input, using, value] of bought)
    inputs[(at(economy, in_) * s + at(sector, input)) * s + at(sector, using)] = Number(value);
  const goods = [
    9.11, 13.53, 2.62, 8.1, 8.1, 11.5, 16.52, 64.85, 3.13, 1.67, 2.41, 5.135, 1.45, 9.63, 8.22, 3.98,
  ];
  const data: SectorData = {
    economies,
    sectors,
    accounts: { valuation: "customsValue", trade: flows, inputs },
    tradeElasticities: sectors.map((_, k) => goods[k] ?? 8.22),
    tariffs: "none",
    deficits: "ofTheData",
  };
  return { world: calibrateSectors(data), data, goods: sectors.slice(0, goods.length) };
}

/** Caliendo and Parro's world of 1993 without deficits, and the tariffs of 2005. */
export function naftaWorld(): { world: SectorWorld; tariffs: Float64Array } {
  const data = JSON.parse(
    gunzipSync(readFileSync(place("cases/sectors/nafta/prepared.json.gz"))).toString(),
  ) as Record<string, number[]> & { regions: string[]; sectors: string[] };
  const [n, s] = [data.regions.length, data.sectors.length];
  /** From importer, exporter, sector to exporter, importer, sector. */
  const turned = (values: readonly number[] = []) => {
    const out = new Float64Array(values.length);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        for (let k = 0; k < s; k++) out[(j * n + i) * s + k] = values[(i * n + j) * s + k] ?? Number.NaN;
    return out;
  };
  const world = calibrateSectors({
    economies: data.regions,
    sectors: data.sectors,
    accounts: {
      expenditureShares: turned(data.pi_nij0),
      valueAddedShares: data.gamma_nj ?? [],
      inputShares: data.gamma_nkj ?? [],
      consumptionShares: data.alpha_nj ?? [],
      valueAdded: data.wL_n ?? [],
      deficits: data.D_n ?? [],
    },
    tradeElasticities: data.theta_j ?? [],
    tariffs: turned(data.tau_nij0),
    deficits: "removed",
  });
  return { world, tariffs: turned(data.tau_nij1) };
}

/** A world without input-output links and with its tariffs, deficits removed. */
export function unlinkedWorld(folder: "world-icio-2022" | "world-wiod-2014", set: string): SectorWorld {
  const trade = sectorRows(`data/${folder}/trade.csv.gz`);
  const tariffRows = sectorRows(`data/${folder}/tariffs.csv.gz`).slice(1);
  const elasticities = sectorRows(`data/${folder}/elasticities.csv`);
  const sectors = (trade[0] as string[]).slice(2);
  const economies = distinct(trade.slice(1).map((row) => row[0] as string));
  const economy = positions(economies);
  const [n, s] = [economies.length, sectors.length];
  const column = (elasticities[0] as string[]).indexOf(set);
  const flows = new Float64Array(n * n * s);
  const tariffs = new Float64Array(n * n * s);
  const fill = (rows: readonly string[][], into: Float64Array, own: number) => {
    for (const row of rows) {
      const [exporter, importer] = [economy.get(row[0] as string) ?? 0, economy.get(row[1] as string) ?? 0];
      for (let k = 0; k < s; k++)
        into[(exporter * n + importer) * s + k] = Number(row[k + 2]) + (exporter === importer ? own : 0);
    }
  };
  // The author adds a million dollars to what each economy of the first data sells to itself.
  fill(trade.slice(1), flows, folder === "world-icio-2022" ? 1 : 0);
  fill(tariffRows, tariffs, 0);
  return calibrateSectors({
    economies,
    sectors,
    accounts: { valuation: "dutyPaid", trade: flows, inputs: "none" },
    tradeElasticities: sectors.map((sector) =>
      Number(elasticities.find((row) => row[0] === sector)?.[column]),
    ),
    tariffs,
    deficits: "removed",
  });
}
