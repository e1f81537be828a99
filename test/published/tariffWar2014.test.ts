import { type SectorNashFormula, sectorNashFormula } from "tariff-whatif/sectors";
import { beforeAll, describe, expect, it } from "vitest";
import { haveSectorFile, sectorRows, unlinkedWorld } from "../support/sectorWorlds.js";

const table = "cases/strategy/nash-tariffs-2014-published.csv";
const present = haveSectorFile(table) && haveSectorFile("data/world-wiod-2014");
const absent = present ? "" : " (SKIPPED: ../shared is absent)";

/** One economy: our tariff and the printed one, our welfare and the printed change of real GDP, all in percent. */
interface Pair {
  readonly name: string;
  readonly tariff: number;
  readonly printedTariff: number;
  readonly welfare: number;
  readonly printedGdp: number;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const correlation = (first: readonly number[], second: readonly number[]) => {
  const [a, b] = [mean(first), mean(second)];
  const product = (x: readonly number[], xMean: number, y: readonly number[], yMean: number) =>
    mean(x.map((value, q) => (value - xMean) * ((y[q] ?? Number.NaN) - yMean)));
  return (
    product(first, a, second, b) / Math.sqrt(product(first, a, first, a) * product(second, b, second, b))
  );
};
const ranks = (values: readonly number[]) => {
  const sorted = [...values].sort((first, second) => first - second);
  return values.map((value) => sorted.indexOf(value));
};

/*
 * Lashkaripour, Journal of International Economics 131, 2021, the table of Nash tariffs and their cost, 2014: the model
 * without distortions and inputs (the first two columns). The paper counts 56 sectors, our data 16: the size and the order
 * come out, the digits do not. The columns with distortions and with input-output links are other models, whose formulas
 * we do not have: nothing is compared with them.
 */
describe.skipIf(!present)(`the printed tariff war of 2014${absent}`, () => {
  const printed = present ? sectorRows(table).slice(1) : [];
  const countries = printed.filter(([name]) => name !== "Average");
  const pairsOf = ({ players }: SectorNashFormula): Pair[] =>
    countries.map(([name = "", tariff, gdp]) => {
      const player = players.find((each) => each.name === name);
      return {
        name,
        tariff: 100 * (player?.tariff ?? Number.NaN),
        printedTariff: Number(tariff),
        welfare: player?.welfarePercent ?? Number.NaN,
        printedGdp: Number(gdp),
      };
    });
  const solved = (set: string) =>
    pairsOf(sectorNashFormula(unlinkedWorld("world-wiod-2014", set), { players: "all" }));
  let pairs: Pair[] = [];
  const column = (key: keyof Omit<Pair, "name">) => pairs.map((pair) => pair[key]);
  beforeAll(() => {
    pairs = solved("IS");
  });

  it("has a row of ours for each of the 43 countries, and a mean that is not quite the mean of its rows", () => {
    expect(pairs.length).toBe(43);
    expect(pairs.every(({ tariff, welfare }) => Number.isFinite(tariff) && Number.isFinite(welfare))).toBe(
      true,
    );
    // 40.5 and -2.42 are printed; weighted or with the rest of the world, which has no row.
    expect(printed.at(-1)?.slice(0, 3)).toEqual(["Average", "40.5", "-2.42"]);
    expect(mean(column("printedTariff")).toFixed(1)).toBe("40.8");
    expect(mean(column("printedGdp")).toFixed(2)).toBe("-2.43");
  });

  it("comes out in size: mean tariff 38.8 against 40.8 %, mean loss 2.44 against 2.43 %", () => {
    expect(mean(column("tariff")).toFixed(1)).toBe("38.8");
    expect(mean(column("welfare")).toFixed(2)).toBe("-2.44");
    expect(pairs.every(({ welfare, printedGdp }) => welfare < 0 && printedGdp < 0)).toBe(true);
    const usa = pairs.find(({ name }) => name === "USA");
    expect([usa?.tariff.toFixed(1), usa?.printedTariff, usa?.welfare.toFixed(2), usa?.printedGdp]).toEqual([
      "41.1",
      43.6,
      "-0.62",
      -0.76,
    ]);
  });

  it("comes out in order: who charges most, who loses most", () => {
    expect(correlation(ranks(column("tariff")), ranks(column("printedTariff")))).toBeGreaterThan(0.96);
    expect(correlation(ranks(column("welfare")), ranks(column("printedGdp")))).toBeGreaterThan(0.94);
    const poorest = (key: "welfare" | "printedGdp") =>
      [...pairs]
        .sort((first, second) => first[key] - second[key])
        .slice(0, 2)
        .map(({ name }) => name);
    expect(poorest("welfare")).toEqual(["LUX", "MLT"]);
    expect(poorest("printedGdp")).toEqual(poorest("welfare"));
  });

  it("differs most for Ireland, whose printed tariff the program of the same author would cut off at 100 %", () => {
    const apart = (key: "tariff" | "welfare", other: "printedTariff" | "printedGdp") =>
      [...pairs].sort(
        (first, second) => Math.abs(second[key] - second[other]) - Math.abs(first[key] - first[other]),
      );
    expect(apart("tariff", "printedTariff")[0]).toMatchObject({ name: "IRL", printedTariff: 117.7 });
    expect(apart("welfare", "printedGdp")[0]).toMatchObject({ name: "IRL", printedGdp: -1.42 });
    const others = pairs.filter(({ name }) => name !== "IRL");
    for (const { name, tariff, printedTariff, welfare, printedGdp } of others) {
      expect(Math.abs(tariff - printedTariff), name).toBeLessThan(17);
      expect(Math.abs(welfare - printedGdp), name).toBeLessThan(1.2);
    }
    expect(mean(others.map(({ tariff, printedTariff }) => Math.abs(tariff - printedTariff)))).toBeLessThan(
      4.7,
    );
    expect(mean(others.map(({ welfare, printedGdp }) => Math.abs(welfare - printedGdp)))).toBeLessThan(0.2);
  });

  it("hangs on the elasticities: with those of others the order of tariffs is another", () => {
    const printedOrder = ranks(column("printedTariff"));
    for (const set of ["BSY", "CP", "FGO", "GYY", "LL", "Shap", "U4"])
      expect(correlation(ranks(solved(set).map(({ tariff }) => tariff)), printedOrder), set).toBeLessThan(
        0.6,
      );
  });
});
