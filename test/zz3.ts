import { ignatenko2025CompletePassThrough as C, calibrateWorld } from "../src/index.js";
import { account } from "../src/models/world/account.js";
import { coreOf } from "../src/models/world/core.js";
import { derivativeAlong, evaluateGaps } from "../src/models/world/equations.js";
import { sumOverExporters, sumOverImporters } from "../src/models/world/products.js";
import { readClosure, readShock } from "../src/models/world/readScenario.js";
import { solve } from "../src/models/world/solve.js";
import { readWorld194 } from "./oracle/world194Data.js";

const { usTariffs, ...d } = readWorld194();
const n = d.economies.length;
const w = calibrateWorld({ ...d, parameters: C });
const core = coreOf(w);
const best = (f: () => void, k = 300) => {
  for (let i = 0; i < 50; i++) f();
  const a: number[] = [];
  for (let i = 0; i < k; i++) {
    const t0 = performance.now();
    f();
    a.push(performance.now() - t0);
  }
  a.sort((x, y) => x - y);
  return ((a[k >> 3]! * 1000) / 10).toFixed(1);
};
const o = { tariffs: usTariffs, revenueUse: "incomeTaxRelief", deficits: "fixedToWorldIncome" } as const;
const cl = readClosure(core, o);
const sh = readShock(core, cl, usTariffs, "");
solve(core, sh, 1e-12);
const sp = core.workspace!;
account(core, sh, sp);
const x = sp.factor.slice();
const R = (f: () => void) =>
  best(() => {
    for (let i = 0; i < 10; i++) f();
  });
for (let r = 0; r < 2; r++) {
  console.log(
    "col",
    R(() => sumOverExporters(sp.cost, n, x, sp.dNet)),
    "row",
    R(() => sumOverImporters(sp.cost, n, x, sp.dNet)),
  );
  console.log(
    "eval",
    R(() => {
      evaluateGaps(core, sh, sp, sp.state);
    }),
    "deriv",
    R(() => derivativeAlong(core, sh, sp, sp.step, sp.basis, 0)),
  );
  console.log(
    "account",
    R(() => account(core, sh, sp)),
    "solve",
    R(() => solve(core, sh, 1e-12)),
    "passes",
    sp.passes,
    "copy",
    R(() => sp.cost.set(core.share)),
  );
  const e = sp.state.slice();
  console.log(
    "exp x194",
    R(() => {
      for (let j = 0; j < n; j++) x[j] = Math.exp(-4 * e[j]!);
    }),
    "log",
    R(() => {
      for (let j = 0; j < n; j++) x[j] = Math.log(sp.costSum[j]!);
    }),
  );
}
