import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
import { keepCore, type SectorCore } from "../solver/core.js";
import { readTariffs } from "../solver/readTariffs.js";
import { residualOf } from "../solver/residual.js";
import { solveAndProve } from "../solver/solveAndProve.js";
import { spaceOf } from "../solver/space.js";
import { makeCore } from "./makeCore.js";
import type { SectorParts } from "./parts.js";
import { readBlock } from "./readBlock.js";
import { readFlows } from "./readFlows.js";
import { readLabels } from "./readLabels.js";
import { readShares } from "./readShares.js";
import { rebase } from "./rebase.js";
import type { SectorData, SectorFlows, SectorShares } from "./SectorData.js";
import type { SectorWorld } from "./SectorWorld.js";
import { sectorWorldFrom } from "./sectorWorldFrom.js";

/** Largest world: a block of trade of 8 million numbers takes 64 MB, and the solver keeps five. */
const mostFlows = 8_000_000;

/** What deficits given as shares may miss zero by, as a share of world value added. */
const smallSum = 1e-9;

/**
 * Calibrates a world of economies and sectors from its accounts.
 *
 * **Formula**: π = trade / spending by importer and sector, duty included; γ = value added / output; input shares = purchases
 * / output; final use = spending - inputs, α its shares; deficit = imports - exports before duty. Accounts that are no
 * equilibrium (shares that are not, deficits that are removed) are brought to one at the tariffs of the data, and all
 * shares are then those of that equilibrium.
 *
 * **Result**: a frozen, checked world in the unit of the data, with the residual of its baseline.
 *
 * **Leaves out**: inventories, capital that moves, labour that moves between economies, and profits.
 *
 * **Source**: [Caliendo and Parro 2015], [Lashkaripour 2021], Caliendo and Parro, Review of Economic Studies 82(1),
 * 2015; without inputs and with deficits removed Lashkaripour, Journal of International Economics 131, 2021.
 *
 * @throws `TariffError` `shares-do-not-add-up`, `out-of-range` (a sector without output, an economy without value added,
 * a tariff above 10), `elasticity-sign`, `length-mismatch`, `not-finite`, `duplicate-id`, `too-long`,
 * `rate-below-minus-100`, `not-in-world`, `not-converged`.
 *
 * @example Two economies, two sectors, no inputs
 * ```ts
 * import { calibrateSectors } from "tariff-whatif/sectors";
 *
 * const world = calibrateSectors({
 *   economies: ["A", "B"],
 *   sectors: ["goods", "services"],
 *   accounts: {
 *     valuation: "customsValue",
 *     trade: [
 *       [
 *         [30, 60],
 *         [12, 0],
 *       ],
 *       [
 *         [10, 0],
 *         [20, 40],
 *       ],
 *     ],
 *     inputs: "none",
 *   },
 *   tradeElasticities: [4, 8],
 *   tariffs: "none",
 *   deficits: "ofTheData",
 * });
 * world.valueAdded; // => [102, 70]
 * world.deficits; // => [-2, 2]
 * ```
 * @category Sectors
 */
export function calibrateSectors(data: SectorData): SectorWorld {
  readOptions(data, "", ["economies", "sectors", "accounts", "tradeElasticities", "tariffs", "deficits"]);
  const economies = readLabels(data.economies, "economies", 2, 2000);
  const sectors = readLabels(data.sectors, "sectors", 1, 5000);
  const [n, s] = [economies.length, sectors.length];
  if (n * n * s > mostFlows || n * s * s > mostFlows) {
    throw new TariffError({
      code: "too-long",
      path: "sectors",
      received: `${n} economies, ${s} sectors`,
      advice: `Aggregate to at most ${mostFlows} flows (economies x economies x sectors, economies x sectors x sectors).`,
    });
  }
  const elasticity = readElasticities(data.tradeElasticities, s);
  const tariff = new Float64Array(n * n * s);
  if (data.tariffs !== "none") {
    const places = {
      n,
      s,
      position: new Map(economies.map((label, i) => [label, i])),
      sectorPosition: new Map(sectors.map((label, k) => [label, k])),
    };
    readTariffs(places, data.tariffs, "tariffs", (at, value) => {
      tariff[at] = value;
    });
  }
  if (data.deficits !== "ofTheData" && data.deficits !== "removed") {
    throw new TariffError({
      code: typeof data.deficits === "string" ? "out-of-range" : "wrong-type",
      path: "deficits",
      received: data.deficits,
      advice: 'Say "ofTheData" or "removed".',
    });
  }
  const given = readAccounts(data.accounts, economies, sectors, elasticity, tariff);
  const parts = data.deficits === "removed" ? { ...given, deficit: new Float64Array(n) } : given;
  requireNoSum(parts);
  const core = makeCore(parts);
  if (given.spending !== undefined && data.deficits === "ofTheData")
    return finish(parts, core, "asGiven", 0, 0);
  const { space } = solveAndProve(core, tariff, 1e-14, "accounts");
  let moved = 0;
  for (let i = 0; i < n; i++) moved = Math.max(moved, Math.abs(100 * Math.expm1(space.point.state[i]!)));
  const solved = rebase(parts, core, space);
  return finish(solved, makeCore(solved), "solved", space.iterations, moved);
}

function finish(
  parts: SectorParts,
  core: SectorCore,
  made: "asGiven" | "solved",
  iterations: number,
  largestChangePercent: number,
): SectorWorld {
  const space = spaceOf(core);
  // `gross` and `net` are still those of the accounts, and the state that of the baseline.
  const residual = residualOf(core, space);
  if (!(residual <= 1e-6)) {
    throw new TariffError({
      code: "shares-do-not-add-up",
      path: "accounts",
      received: residual,
      advice: "The accounts contradict one another: sales, purchases and final use must close.",
    });
  }
  const world = sectorWorldFrom(parts, core, { made, residual, iterations, largestChangePercent });
  keepCore(world, core);
  return world;
}

function readAccounts(
  accounts: SectorFlows | SectorShares,
  economies: readonly string[],
  sectors: readonly string[],
  elasticity: Float64Array,
  tariff: Float64Array,
): SectorParts {
  const isShares =
    typeof accounts === "object" && accounts !== null && Object.hasOwn(accounts, "expenditureShares");
  return isShares
    ? readShares(accounts as SectorShares, economies, sectors, elasticity, tariff)
    : readFlows(accounts as SectorFlows, economies, sectors, elasticity, tariff);
}

function readElasticities(value: SectorData["tradeElasticities"], s: number): Float64Array {
  const path = "tradeElasticities";
  const read = readBlock(value, [s], path, Number.NEGATIVE_INFINITY, "Pass a number.");
  for (let k = 0; k < s; k++) {
    if (read[k]! > 0 && read[k]! <= 200) continue;
    throw new TariffError({
      code: "elasticity-sign",
      path: `${path}[${k}]`,
      received: read[k],
      advice: "Pass the trade elasticity as a positive number, above 0 and up to 200.",
    });
  }
  return read;
}

function requireNoSum({ deficit, valueAdded }: SectorParts): void {
  let sum = 0;
  let world = 0;
  for (let i = 0; i < deficit.length; i++) {
    sum += deficit[i]!;
    world += valueAdded[i]!;
  }
  if (Math.abs(sum) <= smallSum * world) return;
  throw new TariffError({
    code: "shares-do-not-add-up",
    path: "accounts.deficits",
    received: sum,
    advice: "What some spend beyond their income others do not: make the deficits add up to zero.",
  });
}
