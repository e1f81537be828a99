import {
  calibrateWorld,
  ignatenko2025CompletePassThrough,
  type World,
  type WorldParameters,
} from "tariff-whatif/world";

/** Numbers between 0 and 1 that are the same at every run. */
export function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Uneven, sparse trade that hangs together in a ring, nearly even between any two, and GDP that leaves every economy
 * own trade. (Where transfers are large an equilibrium need not exist.)
 */
export function randomData(n: number, seed: number) {
  const next = numbers(seed);
  const size = Array.from({ length: n }, () => Math.exp(4 * (next() + next() - 1)));
  const exports = size.map(() => new Array<number>(n).fill(0));
  for (let j = 0; j < n; j++) {
    for (let i = 0; i < j; i++) {
      if (next() > 0.7 && j - i !== 1 && j - i !== n - 1) continue;
      const flow = (size[i] as number) * (size[j] as number) * Math.exp(2 * next());
      (exports[j] as number[])[i] = flow;
      (exports[i] as number[])[j] = flow * (0.95 + 0.1 * next());
    }
  }
  const gdp = size.map((_, j) => {
    const out = (exports[j] as number[]).reduce((a, b) => a + b, 0);
    const into = exports.reduce((sum, row) => sum + (row[j] as number), 0);
    return Math.max(out, into) * (1.3 + 3 * next());
  });
  return { economies: size.map((_, i) => `E${i}`), exports, gdp };
}

/** A random world; marketing costs vary between economies unless told otherwise. */
export function randomWorld(n: number, seed: number, changes: Partial<WorldParameters> = {}): World {
  const next = numbers(seed + 1);
  return calibrateWorld({
    ...randomData(n, seed),
    parameters: {
      ...ignatenko2025CompletePassThrough,
      marketingCosts: Array.from({ length: n }, () => 0.1 + 0.05 * next()),
      ...changes,
    },
  });
}

/** A tariff between zero and `highest` on every flow across a border. */
export function randomTariffs(n: number, seed: number, highest: number): number[][] {
  const next = numbers(seed + 2);
  return Array.from({ length: n }, (_, j) =>
    Array.from({ length: n }, (_, i) => (i === j ? 0 : highest * next())),
  );
}

/** Two economies that trade evenly, the smallest world there is. */
export const twoEconomies = (changes: Partial<WorldParameters> = {}): World =>
  calibrateWorld({
    economies: ["A", "B"],
    exports: [
      [0, 10],
      [12, 0],
    ],
    gdp: [100, 60],
    parameters: { ...ignatenko2025CompletePassThrough, marketingCosts: [0.2, 0.1], ...changes },
  });

export const fixed = { revenueUse: "lumpSumRebate", deficits: "fixedToWorldIncome" } as const;
