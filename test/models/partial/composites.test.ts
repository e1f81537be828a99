import { describe, expect, it } from "vitest";
import { solveComposite } from "../../../src/models/partial/solveComposite.js";
import { createState, solveMarketState } from "../../../src/models/partial/solveMarketState.js";
import { errorOf } from "../../support/errorOf.js";

interface Case {
  readonly sigma: number;
  readonly epsilon: number;
  /** By origin: one over the supply elasticity, share of spending, logarithm of the tariff factor. */
  readonly u: readonly number[];
  readonly share: readonly number[];
  readonly tau: readonly number[];
}

const marketOf = ({ u, share, tau }: Case, products = ["a"], starts = [0, u.length]) => ({
  products,
  starts: Int32Array.from(starts),
  rowOf: Int32Array.from(u.keys()),
  value: Float64Array.from(share),
  duties: new Float64Array(u.length),
  rateBefore: new Float64Array(u.length),
  rateAfter: Float64Array.from(tau, Math.expm1),
  logTariff: Float64Array.from(tau),
  share: Float64Array.from(share),
  expenditure: new Float64Array(products.length).fill(1),
});
const solve = (of: Case) => solveComposite(marketOf(of), 0, of.sigma, of.epsilon, Float64Array.from(of.u));

/** The logarithm of the price index at a composite price, over that price; the largest term is taken out of the sum. */
function indexAt({ sigma, epsilon, u, share, tau }: Case, logPrice: number): number {
  const prices = u.map(
    (each, j) => ((epsilon * each - 1) * logPrice + (tau[j] as number)) / (1 + sigma * each),
  );
  const weigh = (of: (price: number) => number) =>
    prices.reduce(
      (sum, price, j) => ((share[j] as number) > 0 ? sum + (share[j] as number) * of(price) : sum),
      0,
    );
  if (sigma === 1) return weigh((price) => price);
  const powers = prices.filter((_, j) => (share[j] as number) > 0).map((price) => (1 - sigma) * price);
  const most = Math.max(...powers);
  return (most + Math.log(weigh((price) => Math.exp((1 - sigma) * price - most)))) / (1 - sigma);
}

/** Where the index meets the price, by halving. */
function rootOf(of: Case): number {
  let [low, high] = [-20, 20];
  for (let k = 0; k < 100; k++) {
    const middle = (low + high) / 2;
    if (indexAt(of, middle) > 0) low = middle;
    else high = middle;
  }
  return low;
}

const [up, down] = [Math.log(2), Math.log(0.1)];
const cases: [string, Case, number][] = [
  ["two origins", { sigma: 3, epsilon: -1, u: [0, 1], share: [0.4, 0.6], tau: [up, 0] }, 4],
  ["an elasticity of one", { sigma: 1, epsilon: -2, u: [0, 1], share: [0.4, 0.6], tau: [up, 0] }, 2],
  ["an elasticity below one", { sigma: 0.3, epsilon: -2, u: [0, 1], share: [0.4, 0.6], tau: [up, down] }, 4],
  [
    "an origin without trade",
    { sigma: 3, epsilon: -1, u: [0, 1, 9], share: [0.4, 0.6, 0], tau: [up, 0, 5] },
    4,
  ],
  [
    "none without trade first",
    { sigma: 1, epsilon: -2, u: [9, 0, 1], share: [0, 0.4, 0.6], tau: [-5, up, 0] },
    2,
  ],
  [
    "a first step above the dearest origin, with weights beyond float64",
    {
      sigma: 48741,
      epsilon: -6.4e-8,
      u: [24900, 1.8e-8],
      share: [1e-5, 0.99999],
      tau: [0, 1.45],
    },
    10,
  ],
  [
    "a first step below the cheapest origin, with nearly all weight gone",
    {
      sigma: 0.18,
      epsilon: -4402,
      u: [9.8e-8, 1.2e-6, 428983],
      share: [4e-6, 7.6e-4, 0.999236],
      tau: [0, 2.2, 0.77],
    },
    10,
  ],
  [
    "a long way in halves",
    { sigma: 1e9, epsilon: -5e-8, u: [4e7, 0], share: [0.16, 0.84], tau: [0, 1.8] },
    49,
  ],
  [
    "a place that only halving leads to",
    { sigma: 9.78e9, epsilon: -4.8e-9, u: [0, 4.08e9], share: [0.976, 0.024], tau: [2.18, -4.14] },
    46,
  ],
  [
    "a slope beyond float64 where the sum is not",
    {
      sigma: 7.4e-6,
      epsilon: -0.297,
      u: [1878.78, 0.116, 2172.63],
      share: [0.19, 0.3, 0.51],
      tau: [0.2857, -3.8, 0],
    },
    5,
  ],
  [
    "one supply, weights that vanish",
    { sigma: 9, epsilon: -1, u: [0.5, 0.5], share: [0.5, 0.5], tau: [7, 6] },
    2,
  ],
  [
    "one supply, weights beyond float64",
    { sigma: 1e6, epsilon: -1, u: [0, 0], share: [0.5, 0.5], tau: [down, -1] },
    2,
  ],
];

describe("the composite price of one product", () => {
  it.each(cases)("%s: where the price index meets it, in few steps", (_, of, most) => {
    const { logPrice, iterations } = solve(of);
    expect(Math.abs(indexAt(of, logPrice))).toBeLessThan(1e-9);
    const root = rootOf(of);
    expect(Math.abs(logPrice - root)).toBeLessThan(1e-13 * (1 + Math.abs(root)));
    expect(iterations).toBeGreaterThan(1);
    expect(iterations).toBeLessThanOrEqual(most);
  });
});

describe("what is left of the equations", () => {
  /** The index and the demand for each origin, in logarithms, at what the state says. */
  function gapsOf(
    { sigma, epsilon, share, tau }: Case,
    state: ReturnType<typeof createState>,
    p = 0,
    from = 0,
  ) {
    const logPrice = state.logPrice[p] as number;
    const relative = tau.map((each, j) => (state.logProducerPrice[from + j] as number) + each - logPrice);
    const excess = relative.reduce(
      (sum, price, j) => sum + (share[j] as number) * (sigma === 1 ? price : Math.expm1((1 - sigma) * price)),
      0,
    );
    const index = Math.abs(sigma === 1 ? excess : Math.log1p(excess) / (1 - sigma));
    const demand = relative.map(
      (price, j) =>
        Math.abs((state.logQuantity[from + j] as number) - epsilon * logPrice + sigma * price) /
        Math.max(1, sigma),
    );
    return { index, demand: Math.max(...demand) };
  }
  const settle = (of: Case) => {
    const market = marketOf(of);
    const state = createState(market);
    const elasticities = {
      substitution: Float64Array.of(of.sigma),
      demand: Float64Array.of(of.epsilon),
      inverseSupply: Float64Array.from(of.u),
    };
    solveMarketState(market, elasticities, state);
    return state;
  };
  const large: Case[] = [
    { sigma: 0.0026, epsilon: -25000, u: [0.018, 0.00011], share: [0.73, 0.27], tau: [-4.1, 1.4] },
    { sigma: 75, epsilon: -26000, u: [0.0072, 0], share: [0.18, 0.82], tau: [0.83, -4.4] },
    { sigma: 1, epsilon: -1000, u: [0.0018, 0.00025], share: [0.55, 0.45], tau: [-3.7, 0] },
  ];

  it("is the largest gap over demand and the price index, in the size of the elasticity", () => {
    for (const of of large) {
      const state = settle(of);
      const { index, demand } = gapsOf(of, state);
      expect(state.residual).toBeGreaterThan(1e-14);
      expect(state.residual).toBe(demand);
      expect(index).toBeLessThan(demand);
      state.logQuantity.forEach((quantity, j) => {
        expect(state.logProducerPrice[j]).toBe((of.u[j] as number) * quantity);
      });
    }
    const usual = [0.3, 1, 2, 5].flatMap((sigma) =>
      [-0.4, -1, -3].map((epsilon) => ({ ...(cases[0]?.[1] as Case), sigma, epsilon, u: [0.2, 0.5] })),
    );
    const small = [...usual, ...cases.map(([, of]) => of)].map(
      (of) => [gapsOf(of, settle(of)), settle(of).residual] as const,
    );
    for (const [{ index, demand }, residual] of small) expect(residual).toBe(Math.max(index, demand));
    expect(small.filter(([{ index, demand }]) => index > demand).length).toBeGreaterThan(3);
  });

  it("is that of the worst product, and the steps are those of the longest", () => {
    const [one, two] = [large[1] as Case, cases[0]?.[1] as Case];
    const still: Case = { ...two, tau: [0, 0] };
    for (const order of [
      [one, two, still],
      [still, two, one],
    ]) {
      const all = (key: "u" | "share" | "tau") => order.flatMap((of) => of[key]);
      const market = marketOf(
        { sigma: 1, epsilon: -1, u: all("u"), share: all("share"), tau: all("tau") },
        ["a", "b", "c"],
        [0, 2, 4, 6],
      );
      const state = createState(market);
      const elasticities = {
        substitution: Float64Array.from(order, ({ sigma }) => sigma),
        demand: Float64Array.from(order, ({ epsilon }) => epsilon),
        inverseSupply: Float64Array.from(all("u")),
      };
      // The memory is used again: what was left in it does not count.
      Object.assign(state, { residual: 1, iterations: 1000 });
      solveMarketState(market, elasticities, state);
      expect(state.residual).toBe(settle(one).residual);
      expect(state.iterations).toBe(Math.max(settle(one).iterations, settle(two).iterations));
      order.forEach((of, p) => {
        expect(Math.max(...Object.values(gapsOf(of, state, p, 2 * p)))).toBeLessThan(1e-12);
        expect(state.logPrice[p]).toBe(settle(of).logPrice[0]);
      });
      expect(settle(still).iterations).toBe(0);
    }
  });

  it("is refused above 1e-10, by the name of the product, and where it has no value", () => {
    const refused = (epsilon: number, tau = -2.3) => {
      const of = { sigma: 0.3, epsilon, u: [0, 0], share: [0.5, 0.5], tau: [tau, tau + 0.1] };
      return errorOf(() => settle(of));
    };
    // Quantities of e^(1e9) and more: the ninth digit of the logarithm is the first of the quantity.
    for (const tau of [-2.3, -1.1, 1.3])
      expect(refused(-1e9, tau)).toEqual({ name: "TariffError", code: "not-converged", path: "a" });
    expect(refused(-1e9).code).toBe("not-converged");
    expect(refused(-1e3).code).toBe("none");
    expect(refused(-1.7e308).code).toBe("not-converged");
  });
});
