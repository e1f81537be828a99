import type { WorldArrays } from "../calibration/worldArrays.js";
import type { TariffEntries } from "../solver/readTariffs.js";
import type { WorldOutcome } from "../solver/WorldOutcome.js";
import type { Bloc } from "./blocWelfare.js";
import type { NamedBloc } from "./readBlocs.js";

/** What all blocs charge, each one tariff on everything from outside. */
export function blocTariffs(
  { n }: WorldArrays,
  blocs: readonly NamedBloc[],
  tariffs: readonly number[],
): TariffEntries {
  /** The bloc of each economy, -1 for none. */
  const blocOf = new Int32Array(n).fill(-1);
  for (const [b, { members }] of blocs.entries()) for (const i of members) blocOf[i] = b;
  const at: number[] = [];
  const tariff: number[] = [];
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < n; i++) {
      const bloc = blocOf[i]!;
      if (i === j || bloc < 0 || blocOf[j] === bloc || tariffs[bloc] === 0) continue;
      at.push(j * n + i);
      tariff.push(tariffs[bloc]!);
    }
  }
  return { at: Int32Array.from(at), tariff: Float64Array.from(tariff) };
}

/** The welfare change of a bloc in percent, its members weighted by baseline expenditure. */
export function averageWelfare({ expenditure }: WorldArrays, outcome: WorldOutcome, bloc: Bloc): number {
  let sum = 0;
  let total = 0;
  for (const i of bloc) {
    sum += expenditure[i]! * outcome.economies[i]!.welfarePercent;
    total += expenditure[i]!;
  }
  return sum / total;
}
