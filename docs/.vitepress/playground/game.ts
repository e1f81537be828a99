import * as Plot from "@observablehq/plot";
import { assumeFreeTrade, baselineTotals } from "tariff-whatif";
import { world2023 } from "tariff-whatif/data/world-2023";
import {
  balancedWorld,
  bestResponse,
  calibrateWorld,
  ignatenko2025EatonKortum,
  nashTariffs,
  worldEquilibrium,
} from "tariff-whatif/world";
import type { Figure } from "./figure";

/** The players, in the order of the rates. */
export const players = ["United States", "Everyone else"] as const;
const codes = ["USA", "ROW"] as const;

const trade = assumeFreeTrade(world2023);
const closure = { revenueUse: "lumpSumRebate", deficits: "fixedToWorldIncome" } as const;
const highest = 60;
const step = 10;

/** Two economies made of the bundled world: the United States, and all others as one. */
function twoPlayers() {
  const totalOf = (by: "importer" | "exporter") =>
    Number(baselineTotals({ baseline: trade, by }).find(({ key }) => key === "USA")?.customsValue.amount);
  const [bought, sold] = [totalOf("importer"), totalOf("exporter")];
  const gdp = { us: 0, others: 0 };
  for (const [code, amount] of Object.entries(world2023.gdp)) {
    gdp[code === "USA" ? "us" : "others"] += Number(amount);
  }
  const world = calibrateWorld({
    economies: [...codes],
    exports: [
      [0, sold / 1e9],
      [bought / 1e9, 0],
    ],
    gdp: [gdp.us / 1e9, gdp.others / 1e9],
    parameters: ignatenko2025EatonKortum,
  });
  // Without transfers: else a rate that ends trade would hand goods over for nothing.
  return balancedWorld(world);
}

let world: ReturnType<typeof calibrateWorld> | undefined;
const theWorld = () => {
  world ??= twoPlayers();
  return world;
};

const tariffsOf = ([ours, theirs]: readonly [number, number]) => [
  { exporter: codes[1], importer: codes[0], tariff: ours / 100 },
  { exporter: codes[0], importer: codes[1], tariff: theirs / 100 },
];

/** Welfare of both players at a pair of rates, change from free trade in percent. */
export function payoff(rates: readonly [number, number]): readonly [number, number] {
  const { economies } = worldEquilibrium(theWorld(), { ...closure, tariffs: tariffsOf(rates) });
  return [economies[0]?.welfarePercent ?? 0, economies[1]?.welfarePercent ?? 0];
}

/** The best answer of one player to the other's rate, in percent. */
export function answerOf(player: 0 | 1, rates: readonly [number, number]): number {
  const kept = tariffsOf(rates)[player === 0 ? 1 : 0]!;
  return 100 * bestResponse(theWorld(), { ...closure, bloc: [codes[player]], against: [kept] }).tariff;
}

/** The rates from which neither wants to move alone, in percent. */
export function nashPoint(): readonly [number, number] {
  const { blocs } = nashTariffs(theWorld(), {
    ...closure,
    blocs: codes.map((name) => ({ name, members: [name] })),
  });
  return [100 * (blocs[0]?.tariff ?? 0), 100 * (blocs[1]?.tariff ?? 0)];
}

/** The payoff of the first player at every pair of rates, with the pair that was chosen and the Nash point. */
export function gameFigure(rates: readonly [number, number]): Figure {
  const grid = Array.from({ length: highest / step + 1 }, (_, at) => at * step);
  const cells = grid.flatMap((ours) =>
    grid.map((theirs) => {
      const [us, others] = payoff([ours, theirs]);
      return { ours, theirs, us, others };
    }),
  );
  const nash = nashPoint();
  const [us, others] = payoff(rates);
  const signed = (value: number) => `${value > 0 ? "+" : ""}${value.toFixed(2)}%`;
  return {
    title: `Welfare of the ${players[0]} for every pair of rates`,
    caption:
      "Two economies made of world trade and GDP of 2023, one sector, trade balanced, no tariffs before; revenue handed back. Circle: the rates chosen. Diamond: the Nash point.",
    summary: `At ${rates[0]}% against ${rates[1]}% welfare changes by ${signed(us)} and ${signed(others)}. At the Nash point, ${nash[0].toFixed(1)}% against ${nash[1].toFixed(1)}%, neither gains by moving alone.`,
    file: "tariff-war",
    columns: [
      `rate of the ${players[0]}, %`,
      "rate of everyone else, %",
      `welfare of the ${players[0]}, %`,
      "of everyone else, %",
    ],
    rows: cells.map((cell) => [String(cell.ours), cell.theirs, cell.us, cell.others]),
    draw: (width) =>
      Plot.plot({
        width,
        height: Math.min(420, width * 0.72),
        marginLeft: 60,
        marginBottom: 46,
        style: { background: "none", fontSize: "14px", fontFamily: "inherit" },
        x: { label: `${players[0]} charge, %`, domain: [-5, highest + 5], ticks: grid },
        y: { label: "everyone else charges, %", domain: [-5, highest + 5], ticks: grid },
        color: { type: "diverging", pivot: 0, scheme: "PuOr", symmetric: false },
        marks: [
          Plot.rect(cells, {
            x1: ({ ours }) => ours - step / 2,
            x2: ({ ours }) => ours + step / 2,
            y1: ({ theirs }) => theirs - step / 2,
            y2: ({ theirs }) => theirs + step / 2,
            fill: "us",
          }),
          Plot.text(cells, {
            x: "ours",
            y: "theirs",
            text: ({ us: value }: { us: number }) => value.toFixed(1),
            fill: "#111",
            stroke: "#fff",
            strokeWidth: 3,
            fontSize: 13,
          }),
          Plot.dot([{ x: rates[0], y: rates[1] }], { x: "x", y: "y", r: 12, stroke: "#111", strokeWidth: 3 }),
          Plot.dot([{ x: nash[0], y: nash[1] }], {
            x: "x",
            y: "y",
            r: 11,
            symbol: "diamond",
            stroke: "#111",
            strokeWidth: 3,
          }),
        ],
      }),
  };
}
