import { appliedRate, timeline } from "tariff-whatif";
import { datedMeasures, type LawThroughOptions, lawOn, lawThrough } from "tariff-whatif/law";
import { describe, expect, it } from "vitest";
import { errorOf } from "../support/errorOf.js";
import { describeShared, readSharedJson } from "../support/sharedCases.js";

const facts = {
  importers: ["USA"],
  confidence: "two sources",
  ordinaryDuty: "mfn",
  metalShares: { steel: "1", aluminum: "0", copper: "0" },
  northAmericanClaims: { CAN: "0", MEX: "0" },
} as const;
const through = (more: Partial<LawThroughOptions> = {}) =>
  lawThrough({
    ...facts,
    from: "2025-04-01",
    to: "2025-04-30",
    exemptionLists: "applied",
    daysUnderWay: "not-counted",
    ...more,
  });

const rate = (law: Parameters<typeof appliedRate>[0], on: string, exporter: string, product: string) =>
  appliedRate(law, {
    importer: "USA",
    exporter,
    product,
    on,
    statuses: ["in-force"],
    base: { mfn: "0%" },
  } as never).rate;

describe("the law of a period", () => {
  it("covers every day once, and is the law of each day", () => {
    const spells = through({ to: "2025-05-31" });
    expect(spells[0]?.from).toBe("2025-04-01");
    expect(spells.at(-1)?.to).toBe("2025-05-31");
    expect(spells.reduce((sum, { days }) => sum + days, 0)).toBe(61);
    for (const { from, to, law } of spells) {
      for (const day of [from, to]) {
        const own = lawOn({ ...facts, day });
        expect(law.steps).toEqual(lawOn({ ...facts, day: from }).steps);
        expect(rate(own, day, "CHN", "95030000")).toBe(rate(law, from, "CHN", "95030000"));
      }
    }
  });

  it("answers for its own days only: the law of a day knows no other rate of a measure", () => {
    const law = lawOn({ ...facts, day: "2025-04-10" });
    const asked = { importer: "USA", exporter: "CHN", product: "95030000", statuses: ["in-force"] } as const;
    expect(rate(law, "2025-04-10", "CHN", "95030000")).toBe("145%");
    for (const on of ["2025-02-04", "2025-04-09", "2025-04-11", "2025-05-14"])
      expect(errorOf(() => rate(law, on, "CHN", "95030000"))).toMatchObject({
        code: "outside-period",
        path: "on",
      });
    const year = { ...asked, from: "2025-04-10", to: "2025-05-14", base: {} } as const;
    expect(errorOf(() => timeline(law, year)).code).toBe("outside-period");
    for (const { from, to, law: spell } of through()) expect(spell.covers).toEqual({ from, to });
  });

  it("begins a spell where a clause on goods under way begins to reach them, and where it ends", () => {
    const days = through({ from: "2025-04-20", to: "2025-06-30", daysUnderWay: 20 }).map(({ from }) => from);
    // Loaded on 5, 9 and 10 April; all such goods have to enter before 16 June.
    expect(days).toEqual(expect.arrayContaining(["2025-04-25", "2025-04-29", "2025-06-16"]));
  });
});

describe("goods that were under way", () => {
  const onDay = (day: string, loadedOn: string | undefined, exporter: string, product: string) =>
    rate(lawOn({ ...facts, day, ...(loadedOn && { loadedOn }) } as never), day, exporter, product);

  it.each([
    ["entered without the clause", "2025-04-20", undefined, "VNM", "10%"],
    ["loaded before 5 April: free", "2025-04-20", "2025-04-04", "VNM", "0%"],
    ["loaded on 5 April: not", "2025-04-20", "2025-04-05", "VNM", "10%"],
    ["on the day of the country rates, loaded before it", "2025-04-09", "2025-04-08", "VNM", "10%"],
    ["and before 5 April: free that day too", "2025-04-09", "2025-04-04", "VNM", "0%"],
    ["entered too late", "2025-06-16", "2025-04-04", "VNM", "10%"],
    ["China, loaded before 5 April: the 20 % alone", "2025-04-20", "2025-04-04", "CHN", "20%"],
    ["China, loaded on 8 April: 10 % more", "2025-04-20", "2025-04-08", "CHN", "30%"],
    ["China, loaded on 9 April: 84 % more", "2025-04-20", "2025-04-09", "CHN", "104%"],
    ["China, loaded on 10 April: all of it", "2025-04-20", "2025-04-10", "CHN", "145%"],
    ["China, loaded on 9 April, the day before the rate fell", "2025-05-13", "2025-04-09", "CHN", "104%"],
    ["and the day on which it fell below 84 %: as all others", "2025-05-14", "2025-04-09", "CHN", "30%"],
    ["but what was loaded before 5 April is free still", "2025-05-14", "2025-04-04", "CHN", "20%"],
    ["Brazil in August, under way: its own 10 %", "2025-08-08", "2025-08-06", "BRA", "50%"],
    ["Viet Nam in August, under way: the 10 % of before", "2025-08-08", "2025-08-06", "VNM", "10%"],
    ["Japan in August, under way: the 10 % of before", "2025-08-20", "2025-08-01", "JPN", "10%"],
    ["Japan in August, loaded since", "2025-08-20", "2025-08-08", "JPN", "15%"],
    ["Brazil's 40 % not on goods under way", "2025-08-20", "2025-08-01", "BRA", "10%"],
  ])("%s", (_, day, loadedOn, exporter, expected) => {
    expect(onDay(day, loadedOn, exporter, "95030000")).toBe(expected);
  });

  it("refuses goods that were loaded after they entered", () => {
    expect(errorOf(() => onDay("2025-04-20", "2025-04-21", "CHN", "95030000"))).toMatchObject({
      code: "dates-out-of-order",
      path: "loadedOn",
    });
  });
});

describe("lists of exemptions left aside", () => {
  it("charge telephones like all other goods", () => {
    const [day] = through({ from: "2025-04-20", to: "2025-04-20" });
    const [bare] = through({ from: "2025-04-20", to: "2025-04-20", exemptionLists: "left-aside" });
    expect(rate(day!.law, "2025-04-20", "CHN", "85171300")).toBe("20%");
    expect(rate(bare!.law, "2025-04-20", "CHN", "85171300")).toBe("145%");
  });
});

it.each([
  [{ daysUnderWay: -1 }, "out-of-range", "daysUnderWay"],
  [{ daysUnderWay: "long" }, "wrong-type", "daysUnderWay"],
  [{ to: "2025-03-01" }, "dates-out-of-order", "to"],
  [{ exemptionLists: "no" }, "wrong-type", "exemptionLists"],
])("refuses %j", (more, code, path) => {
  expect(errorOf(() => through(more as never))).toMatchObject({ code, path });
});

describeShared("clauses on goods under way beside the shared measures", () => {
  type Clause = {
    loadedBefore?: string;
    exportedBefore?: string;
    enteredBefore: string;
    rate: number;
    more?: Clause[];
  };
  const shared = readSharedJson<
    { id: string; inTransit?: Clause }[] | { measures: { id: string; inTransit?: Clause }[] }
  >("figures/us-law/measures.json");
  const list = Array.isArray(shared) ? shared : shared.measures;

  it("are all there, with their days and rates", () => {
    const expected = list.flatMap(({ id, inTransit }) =>
      inTransit === undefined || !datedMeasures.some((one) => one.id === id)
        ? []
        : [
            [
              id,
              inTransit.enteredBefore,
              [inTransit, ...(inTransit.more ?? [])].map((one) => [
                one.loadedBefore ?? one.exportedBefore,
                one.rate,
              ]),
            ],
          ],
    );
    // The country rates stand in for the 10 % of the same order, and share its clause.
    const annex = expected.find(([id]) => id === "us-reciprocal-annex-I") as unknown[];
    (annex[2] as unknown[]).unshift(["2025-04-05", 0]);
    const ours = datedMeasures.flatMap(({ id, underWay }) =>
      underWay === undefined
        ? []
        : [
            [
              id,
              underWay.enteredBefore,
              underWay.rates.map(({ loadedBefore, percent }) => [loadedBefore, percent]),
            ],
          ],
    );
    expect(ours).toEqual(expected);
    expect(ours.length).toBeGreaterThan(8);
  });
});
