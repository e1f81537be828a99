import { brand } from "../../../internal/brand.js";
import { deepFreeze } from "../../../internal/deepFreeze.js";
import { TariffError } from "../../../internal/TariffError.js";
import { frozenRows } from "./frozenRows.js";
import type { World } from "./World.js";
import type { WorldParameters } from "./WorldParameters.js";
import { keepArrays } from "./worldArrays.js";

/** What a world is built from once own trade is known. */
export interface WorldParts {
  readonly economies: readonly string[];
  readonly parameters: WorldParameters;
  readonly gdp: ArrayLike<number>;
  readonly marketing: Float64Array;
  /** Row-major trade with own trade. */
  readonly trade: Float64Array;
  readonly ownTradeSetToZero: readonly string[];
  /** Set every transfer to exactly zero. */
  readonly balanced: boolean;
}

/** Rebuilds expenditure, income and transfers from trade, so that the baseline is an equilibrium to the last digit. */
export function buildWorld(parts: WorldParts): World {
  const { economies, parameters, marketing, trade } = parts;
  const n = economies.length;
  const { valueAddedShare, scaleElasticity, labourSupplyElasticity } = parameters;
  const expenditure = new Float64Array(n);
  const kept = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      const flow = trade[j * n + i]!;
      expenditure[i]! += flow;
      kept[j]! += (1 - marketing[i]!) * flow;
    }
  }
  const income = kept.map((value, i) => valueAddedShare * value + marketing[i]! * expenditure[i]!);
  const transfer = income.map((value, i) =>
    parts.balanced ? 0 : expenditure[i]! - value - (1 - valueAddedShare) * kept[i]!,
  );
  const exponent = Array.from(
    marketing,
    (share) => parameters.tariffPassThrough + ((1 + scaleElasticity) * share) / (1 - share),
  );
  for (let i = 0; i < n; i++) {
    if (!(income[i]! > 0 && expenditure[i]! > 0 && kept[i]! > 0)) {
      throw new TariffError({
        code: "out-of-range",
        path: `gdp[${i}]`,
        received: income[i],
        advice: `${economies[i]} sells nothing at home or abroad; give it a larger GDP or leave it out.`,
      });
    }
    if (!(1 + labourSupplyElasticity * (2 - exponent[i]!) > 0)) {
      throw new TariffError({
        code: "out-of-range",
        path: "parameters.labourSupplyElasticity",
        received: labourSupplyElasticity,
        advice: `The tariff exponent ${exponent[i]} of ${economies[i]} allows a labour supply elasticity below ${1 / (exponent[i]! - 2)}.`,
      });
    }
  }
  const rows = frozenRows(trade, n);
  requireConnected(rows);
  const world: World = {
    economies: [...economies],
    parameters,
    marketingShare: Array.from(marketing),
    tariffExponent: exponent,
    trade: rows,
    gdp: Array.from(parts.gdp),
    expenditure: Array.from(expenditure),
    income: Array.from(income),
    transfer: Array.from(transfer),
    ownTradeSetToZero: [...parts.ownTradeSetToZero],
  };
  brand("world", world);
  deepFreeze(world);
  keepArrays(world, trade);
  return world;
}

/** Two groups that do not trade have no common price level: which one moves is nobody's to say. */
function requireConnected(rows: readonly (readonly number[])[]): void {
  const n = rows.length;
  const linked = (i: number, j: number) => i !== j && (rows[i]![j]! > 0 || rows[j]![i]! > 0);
  const trades = rows.map((_, i) => rows.some((_, j) => linked(i, j)));
  const first = trades.indexOf(true);
  if (first < 0) return;
  const traders = trades.reduce((count, does) => (does ? count + 1 : count), 0);
  const reached = new Set([first]);
  for (const i of reached) {
    // In most worlds the first economies reach all others.
    if (reached.size === traders) return;
    for (let j = 0; j < n; j++) if (!reached.has(j) && linked(i, j)) reached.add(j);
  }
  const lost = trades.findIndex((does, i) => does && !reached.has(i));
  if (lost < 0) return;
  throw new TariffError({
    code: "disconnected-world",
    path: `exports[${lost}]`,
    received: `${reached.size} of ${n} economies trade with one another`,
    advice: "Calibrate each group of economies that trade with one another as a world of its own.",
  });
}
