import { TariffError } from "../../../internal/TariffError.js";
import type { WorldArrays } from "../calibration/worldArrays.js";
import { makeShock } from "../solver/makeShock.js";
import type { Closure } from "../solver/readClosure.js";
import { requireMember, type TariffEntries } from "../solver/readTariffs.js";
import type { Solution } from "../solver/Solution.js";
import { solveScenario } from "../solver/solveScenario.js";
import { welfareTerms } from "../solver/welfare.js";
import { freshWorkspace } from "../solver/workspace.js";

/** Economies that set one tariff together, as places in the world. */
export type Bloc = readonly number[];

/** Reads the labels of a bloc. */
export function readBloc(arrays: WorldArrays, labels: readonly string[], path: string): Bloc {
  if (!Array.isArray(labels) || labels.length === 0 || labels.length >= arrays.n) {
    throw new TariffError({
      code: !Array.isArray(labels) ? "wrong-type" : labels.length === 0 ? "empty" : "too-long",
      path,
      received: labels,
      advice: "Pass a list of labels that names some economies but not all.",
    });
  }
  const members = Array.from(labels, (label, k) => requireMember(arrays, label, `${path}[${k}]`));
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
 * on all imports from outside, other tariffs given. Each call starts from the solution of the last one; where the branch
 * of equilibria from the baseline does not lead, or leaves a member without welfare, the value is -Infinity. With
 * `returned`, every outsider charges the bloc the same tariff.
 */
export function blocWelfare(
  arrays: WorldArrays,
  closure: Closure,
  bloc: Bloc,
  others: TariffEntries,
  returned: boolean,
): (tariff: number) => number {
  const { n, expenditure } = arrays;
  const inside = new Uint8Array(n);
  for (const i of bloc) inside[i] = 1;
  const fixed = new Map<number, number>();
  others.at.forEach((at, k) => {
    if (inside[at % n] === 0) fixed.set(at, others.tariff[k]!);
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
  const shock = makeShock(arrays, closure, entries);
  const free: number[] = [];
  shock.tariff.forEach((value, q) => {
    if (Number.isNaN(value)) free.push(q);
  });
  const space = freshWorkspace(arrays);
  // A search wants to know where the branch ends, whatever the caller does with a scenario beyond it.
  const strict = { ...closure, throws: true };
  let start: Float64Array = new Float64Array(2 * n);
  let total = 0;
  for (const i of bloc) total += expenditure[i]!;
  return (tariff) => {
    for (const q of free) shock.tariff[q] = tariff;
    const solution = solveOrNull(() => solveScenario(arrays, shock, space, strict, "tariffs", start));
    if (solution === null) return Number.NEGATIVE_INFINITY;
    start = solution.unknowns;
    let sum = 0;
    for (const i of bloc) {
      const { ratio } = welfareTerms(arrays, shock, solution, i);
      if (!(ratio > 0)) return Number.NEGATIVE_INFINITY;
      sum += expenditure[i]! * (ratio - 1);
    }
    return (100 * sum) / total;
  };
}

function solveOrNull(solve: () => Solution): Solution | null {
  try {
    return solve();
  } catch (error) {
    if (error instanceof TariffError && error.code === "not-converged") return null;
    throw error;
  }
}
