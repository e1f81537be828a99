import { TariffError } from "../../../internal/TariffError.js";
import type { World } from "../calibration/World.js";
import { type Closure, makeShock } from "../readScenario.js";
import type { WorldCore } from "../solver/core.js";
import { requireMember, type TariffEntries } from "../solver/readTariffs.js";
import { welfareRatio } from "../solver/report.js";
import { settle } from "../solver/settle.js";
import { forget } from "../solver/solve.js";

/** Economies that set one tariff together, as places in the world. */
export type Bloc = readonly number[];

/** Reads the labels of a bloc. */
export function readBloc(core: WorldCore, labels: readonly string[], path: string): Bloc {
  if (!Array.isArray(labels) || labels.length === 0 || labels.length >= core.n) {
    throw new TariffError({
      code: Array.isArray(labels) && labels.length === 0 ? "empty" : "wrong-type",
      path,
      received: labels,
      advice: "Pass a list of labels that names some economies but not all.",
    });
  }
  const members = labels.map((label, k) => requireMember(core, label, `${path}[${k}]`));
  if (new Set(members).size === members.length) return members;
  throw new TariffError({
    code: "duplicate-id",
    path,
    received: labels.join(", "),
    advice: "Name each economy once.",
  });
}

/**
 * The welfare change of a bloc (percent, members weighted by baseline expenditure) as a function of its uniform tariff
 * on all imports from outside, other tariffs given. Each call starts from the solution of the last one; where no
 * equilibrium exists the value is -Infinity. With `returned`, every outsider charges the bloc the same tariff.
 */
export function blocWelfare(
  world: World,
  core: WorldCore,
  closure: Closure,
  bloc: Bloc,
  others: TariffEntries,
  returned: boolean,
): (tariff: number) => number {
  const { n, expenditure } = core;
  const inside = new Uint8Array(n);
  for (const i of bloc) inside[i] = 1;
  const fixed = new Map<number, number>();
  others.at.forEach((at, k) => {
    const outbound = inside[Math.floor(at / n)] === 1 && returned;
    if (inside[at % n] === 0 && !outbound) fixed.set(at, others.tariff[k]!);
  });
  const own = new Set<number>();
  for (const i of bloc) {
    for (let j = 0; j < n; j++) {
      if (inside[j] === 1) continue;
      own.add(j * n + i);
      if (returned) own.add(i * n + j);
    }
  }
  const at = Int32Array.from([...fixed.keys(), ...own]).sort();
  // NaN marks the entries to be set: it never reaches the solver.
  const entries = { at, tariff: Float64Array.from(at, (k) => fixed.get(k) ?? Number.NaN) };
  const shock = makeShock(core, closure, entries);
  const free: number[] = [];
  shock.tariff.forEach((value, q) => {
    if (Number.isNaN(value)) free.push(q);
  });
  forget(core);
  const start = new Float64Array(2 * n);
  let total = 0;
  for (const i of bloc) total += expenditure[i]!;
  return (tariff) => {
    for (const q of free) shock.tariff[q] = tariff;
    try {
      const space = settle(world, core, shock, closure, "tariffs", start);
      start.set(space.state);
      let sum = 0;
      for (const i of bloc) sum += expenditure[i]! * (welfareRatio(core, shock, space, i) - 1);
      return (100 * sum) / total;
    } catch (error) {
      if (error instanceof TariffError && error.code === "not-converged") return Number.NEGATIVE_INFINITY;
      throw error;
    }
  };
}
