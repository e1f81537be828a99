import { TariffError } from "../../../internal/TariffError.js";
import type { SectorCore } from "../solver/core.js";
import { spaceFor, spaceOf } from "../solver/space.js";
import { netPass, pricePass, salesPass } from "../solver/tradePass.js";
import type { SectorParts } from "./parts.js";

/** Rounds of spending on inputs of inputs before a first guess is good enough. */
const rounds = 400;

/** The solver's numbers at the baseline of the accounts; spending is worked out where they do not give it. */
export function makeCore(parts: SectorParts): SectorCore {
  const { economies, sectors, share, tariff, elasticity, links, valueAdded, deficit } = parts;
  const { valueAddedShare, inputShare, consumption } = parts;
  const n = economies.length;
  const s = sectors.length;
  const space = spaceFor({ n, s, links });
  space.owner = undefined;
  space.gross.set(share);
  for (let q = 0; q < share.length; q++) space.net[q] = share[q]! / (1 + tariff[q]!);
  space.appeal.fill(1);
  pricePass(space);
  netPass(space);
  let spending = parts.spending;
  if (spending === undefined) {
    spending = new Float64Array(n * s);
    for (let i = 0; i < n; i++)
      for (let k = 0; k < s; k++) spending[i * s + k] = consumption[i * s + k]! * valueAdded[i]!;
    for (let round = 0; round < rounds; round++) {
      salesPass(space, spending);
      let moved = 0;
      for (let i = 0; i < n; i++) {
        const income = Math.max(valueAdded[i]! + space.revenue[i]! + deficit[i]!, 0.1 * valueAdded[i]!);
        const next = new Float64Array(s);
        for (let k = 0; k < s; k++) next[k] = consumption[i * s + k]! * income;
        for (let k = 0; links && k < s; k++)
          for (let h = 0; h < s; h++) next[h]! += inputShare[(i * s + k) * s + h]! * space.sales[i * s + k]!;
        for (let k = 0; k < s; k++) {
          const value = next[k]!;
          moved = Math.max(moved, Math.abs(value - spending[i * s + k]!) / (value || 1));
          spending[i * s + k] = value;
        }
      }
      if (moved < 1e-10) break;
    }
  }
  salesPass(space, spending);
  const output = Float64Array.from(space.sales);
  const revenue = Float64Array.from(space.revenue);
  const income = valueAdded.map((value, i) => value + revenue[i]! + deficit[i]!);
  requireSense(parts, spending, output, income);
  let worldValueAdded = 0;
  for (const value of valueAdded) worldValueAdded += value;
  const core: SectorCore = {
    n,
    s,
    links,
    share,
    tariff,
    elasticity,
    valueAddedShare,
    inputShare,
    consumption,
    valueAdded,
    deficit,
    worldValueAdded,
    spending,
    output,
    income,
    revenue,
    position: new Map(economies.map((label, i) => [label, i])),
    sectorPosition: new Map(sectors.map((label, k) => [label, k])),
    crossing: undefined,
    answers: undefined,
  };
  // The space holds the shares of this world; at its baseline all logarithms are zero.
  spaceOf(core).point.state.fill(0);
  return core;
}

function requireSense(
  parts: SectorParts,
  spending: Float64Array,
  output: Float64Array,
  income: Float64Array,
): void {
  const { economies, sectors, share, valueAdded, inputShare, consumption, links } = parts;
  const n = economies.length;
  const s = sectors.length;
  const fail = (path: string, received: unknown, advice: string): TariffError =>
    new TariffError({ code: "out-of-range", path, received, advice });
  for (let i = 0; i < n; i++) {
    if (!(valueAdded[i]! > 0))
      throw fail(
        `economies[${i}]`,
        valueAdded[i],
        `${economies[i]} has no value added; leave it out or correct its accounts.`,
      );
    if (!(income[i]! > 0))
      throw fail(
        `economies[${i}]`,
        income[i],
        `Final use of ${economies[i]} (value added, duties, deficit) must be above 0.`,
      );
  }
  for (let k = 0; k < s; k++) {
    let sold = 0;
    for (let i = 0; i < n; i++) {
      sold += output[i * s + k]!;
      let supplied = 0;
      for (let j = 0; j < n; j++) supplied += share[(k * n + i) * n + j]!;
      if (supplied > 0) continue;
      let wanted = consumption[i * s + k]!;
      for (let h = 0; links && h < s; h++)
        wanted += output[i * s + h]! > 0 ? inputShare[(i * s + h) * s + k]! : 0;
      if (wanted > 0 || spending[i * s + k]! > 0)
        throw fail(
          `sectors[${k}]`,
          0,
          `${economies[i]} uses ${sectors[k]}, but nobody supplies it; give its suppliers or no use.`,
        );
    }
    if (!(sold > 0))
      throw fail(
        `sectors[${k}]`,
        sold,
        `No economy sells ${sectors[k]}; leave the sector out or correct its accounts.`,
      );
  }
}
