import {
  bestUniformTariff,
  ignatenko2025CompletePassThrough as C,
  calibrateWorld,
  ignatenko2025InputOutput as IO,
  worldEquilibria,
  worldEquilibrium,
} from "../src/index.js";
import { coreOf } from "../src/models/world/core.js";
import { readWorld194 } from "./oracle/world194Data.js";

const { usTariffs, ...d } = readWorld194();
const n = d.economies.length;
const med = (f: () => void, k = 60) => {
  for (let i = 0; i < 20; i++) f();
  const a: number[] = [];
  for (let i = 0; i < k; i++) {
    const t0 = performance.now();
    f();
    a.push(performance.now() - t0);
  }
  a.sort((x, y) => x - y);
  return a[k >> 1]!.toFixed(3);
};
for (const [nm, p] of [
  ["C", C],
  ["IO", IO],
] as const) {
  const w = calibrateWorld({ ...d, parameters: p });
  const o = { revenueUse: "incomeTaxRelief", deficits: "fixedToWorldIncome" } as const;
  const cold = () => {
    return worldEquilibrium(w, { tariffs: usTariffs, ...o });
  };
  const r = cold();
  console.log(nm, "cold passes", r.passes, "it", r.iterations, r.residual, "ms", med(cold));
  const r2 = worldEquilibrium(w, { tariffs: usTariffs, ...o });
  console.log(
    "  again passes",
    r2.passes,
    r2.iterations,
    r2.residual,
    "ms",
    med(() => worldEquilibrium(w, { tariffs: usTariffs, ...o })),
  );
  for (const [l, f] of [
    ["1000", (k: number) => usTariffs.map((t) => ({ ...t, tariff: t.tariff * (1 + 0.001 * k) }))],
    [
      "rand",
      (k: number) => usTariffs.map((t, q) => ({ ...t, tariff: t.tariff * (1 + Math.sin(k * 193 + q)) })),
    ],
  ] as const) {
    const sc = Array.from({ length: 300 }, (_, k) => f(k));
    const t0 = performance.now();
    const rs = worldEquilibria(w, { scenarios: sc, ...o });
    console.log(
      "  ",
      l,
      "x1000 ms",
      ((performance.now() - t0) / 0.3).toFixed(0),
      "passes",
      rs.reduce((a, r) => a + r.passes, 0) / 300,
      Math.max(...rs.map((r) => r.residual)),
    );
  }
  console.log(
    "  best ms",
    med(() => bestUniformTariff(w, { economy: "USA", ...o }), 5),
  );
}
