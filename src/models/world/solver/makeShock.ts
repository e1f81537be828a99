import type { WorldArrays } from "../calibration/worldArrays.js";
import type { Closure } from "./readClosure.js";
import { readTariffs, type TariffEntries, type WorldTariffs } from "./readTariffs.js";
import type { Shock } from "./Shock.js";

/** Reads tariffs and joins them to a closure. */
export function readShock(arrays: WorldArrays, closure: Closure, tariffs: WorldTariffs, path: string): Shock {
  return makeShock(arrays, closure, readTariffs(arrays, tariffs, path));
}

/** Keeps of the tariffs what bites: those on flows that exist. */
export function makeShock(arrays: WorldArrays, closure: Closure, entries: TariffEntries): Shock {
  const { n, share } = arrays;
  const biting = entries.at.filter((k) => share[k]! > 0);
  const importer = new Int32Array(biting.length);
  const tariff = new Float64Array(biting.length);
  const rowStart = new Int32Array(n + 1);
  let q = 0;
  for (let k = 0; k < entries.at.length; k++) {
    const at = entries.at[k]!;
    if (!(share[at]! > 0)) continue;
    const exporter = Math.floor(at / n);
    rowStart[exporter + 1]!++;
    importer[q] = at - exporter * n;
    tariff[q++] = entries.tariff[k]!;
  }
  for (let j = 0; j < n; j++) rowStart[j + 1]! += rowStart[j]!;
  const { transfer, relief } = closure;
  const newTransfers =
    transfer !== arrays.transfer && transfer.some((value, i) => value !== arrays.transfer[i]);
  return { rowStart, importer, tariff, transfer, newTransfers, relief };
}

/** No tariffs at all. */
export const noTariffs: TariffEntries = { at: new Int32Array(0), tariff: new Float64Array(0) };
