import {
  bestResponse,
  bestUniformTariff,
  breakEvenTariff,
  formulaRetaliation,
  freeTradeAgreement,
  nashTariffs,
  optimalTariffFormula,
  reciprocalTariffs,
  winnersAndLosers,
} from "tariff-whatif/world";
import { describe, expect, it } from "vitest";
import { errorOf } from "../../support/errorOf.js";
import { fixed, randomWorld } from "./worlds.js";

const world = randomWorld(3, 4);
const blocs = [
  { name: "one", members: ["E0"] },
  { name: "two", members: ["E1"] },
];
const doors = {
  bestResponse: [bestResponse, { bloc: ["E0"], against: [], ...fixed }],
  bestUniformTariff: [bestUniformTariff, { economy: "E0", ...fixed }],
  breakEvenTariff: [breakEvenTariff, { economy: "E0", retaliation: "none", ...fixed }],
  freeTradeAgreement: [freeTradeAgreement, { tariffs: [], members: "all", ...fixed }],
  nashTariffs: [nashTariffs, { blocs, ...fixed }],
  optimalTariffFormula: [optimalTariffFormula, { economy: "E0" }],
  reciprocalTariffs: [reciprocalTariffs, { tariffs: [], aggressor: "E0" }],
  formulaRetaliation: [formulaRetaliation, { tariffs: [], aggressor: "E0" }],
  winnersAndLosers: [winnersAndLosers, { tariffs: [], ...fixed }],
} as const;
type Name = keyof typeof doors;
const refused = (name: Name, changes: object, of: unknown = world) => {
  const [ask, good] = doors[name] as unknown as [(world: unknown, options: object) => unknown, object];
  const { code, path } = errorOf(() => ask(of, { ...good, ...changes }));
  return [code, path];
};

describe.each(Object.keys(doors) as Name[])("%s", (name) => {
  it("needs a calibrated world and each of its keys, and knows no other", () => {
    expect(refused(name, {})).toEqual(["none", "none"]);
    expect(refused(name, {}, { ...world })).toEqual(["not-defined", "world"]);
    for (const key of Object.keys(doors[name][1]))
      expect(refused(name, { [key]: undefined })).toEqual(["missing-key", key]);
    expect(refused(name, { bogus: 1 })).toEqual(["unknown-key", "bogus"]);
  });

  it("says which of its keys holds something else", () => {
    const keys = Object.keys(doors[name][1]);
    if (keys.includes("economy")) {
      const at = name === "optimalTariffFormula" ? "economy" : "economy[0]";
      expect(refused(name, { economy: "E9" })).toEqual(["not-in-world", at]);
      expect(refused(name, { economy: 5 })).toEqual(["wrong-type", at]);
    }
    if (keys.includes("aggressor")) {
      expect(refused(name, { aggressor: "E9" })).toEqual(["not-in-world", "aggressor"]);
      expect(refused(name, { tariffs: [{ exporter: "E9", importer: "E0", tariff: 0.1 }] })).toEqual([
        "not-in-world",
        "tariffs[0].exporter",
      ]);
    }
    if (!keys.includes("revenueUse")) return;
    expect(refused(name, { revenueUse: "burn" })).toEqual(["out-of-range", "revenueUse"]);
    expect(refused(name, { deficits: 5 })).toEqual(["wrong-type", "deficits"]);
    expect(refused(name, { tolerance: 1 })).toEqual(["out-of-range", "tolerance"]);
    expect(refused(name, { whenNotConverged: "hope" })).toEqual(["out-of-range", "whenNotConverged"]);
    expect(refused(name, { tolerance: 1e-11, whenNotConverged: "return" })).toEqual(["none", "none"]);
  });
});

describe("the end of a search", () => {
  it.each(["bestResponse", "bestUniformTariff", "breakEvenTariff", "nashTariffs"] as const)(
    "%s: above zero and up to ten, as a fraction or a rate",
    (name) => {
      for (const highestTariff of [10, "1000%", "500%", 5])
        expect(refused(name, { highestTariff })).toEqual(["none", "none"]);
      for (const highestTariff of [0, -0.5, 10.1, "0%"])
        expect(refused(name, { highestTariff })).toEqual(["out-of-range", "highestTariff"]);
      expect(refused(name, { highestTariff: "500" })).toEqual(["not-a-rate", "highestTariff"]);
      expect(refused(name, { highestTariff: Number.NaN })).toEqual(["not-finite", "highestTariff"]);
    },
  );

  it("is 500 % where nothing is said", () => {
    const ask = (changes: object = {}) =>
      bestResponse(world, { bloc: ["E0"], against: [], ...fixed, ...changes });
    expect(ask()).toEqual(ask({ highestTariff: 5 }));
    expect(ask({ highestTariff: "500%" })).toEqual(ask());
    expect(ask().scan.at(-1)?.tariff).toBeCloseTo(5, 9);
    expect(ask({ highestTariff: 2 }).scan.at(-1)?.tariff).toBeCloseTo(2, 9);
  });
});

describe("groups of economies", () => {
  it("a bloc has members, not all of them, each once", () => {
    const bloc = (value: unknown) => refused("bestResponse", { bloc: value });
    expect(bloc("E0")).toEqual(["wrong-type", "bloc"]);
    expect(bloc([])).toEqual(["empty", "bloc"]);
    expect(bloc(["E0", "E1"])).toEqual(["none", "none"]);
    expect(bloc(["E0", "E1", "E2"])).toEqual(["too-long", "bloc"]);
    expect(bloc(["E0", "E0"])).toEqual(["duplicate-id", "bloc"]);
    expect(bloc(["E0", "E9"])).toEqual(["not-in-world", "bloc[1]"]);
    expect(bloc(new Array(1))).toEqual(["wrong-type", "bloc[0]"]);
    expect(refused("bestResponse", { against: 5 })[1]).toBe("against");
  });

  it("blocs are two or more, named, apart from one another", () => {
    const ask = (value: unknown) => refused("nashTariffs", { blocs: value });
    expect(ask("all")).toEqual(["wrong-type", "blocs"]);
    expect(ask(5)).toEqual(["wrong-type", "blocs"]);
    expect(ask([blocs[0]])).toEqual(["empty", "blocs"]);
    expect(ask(["E0", "E1", "E2", "E2"].map((label) => ({ name: label, members: [label] })))).toEqual([
      "too-long",
      "blocs",
    ]);
    expect(ask([blocs[0], { name: 5, members: ["E1"] }])).toEqual(["wrong-type", "blocs[1].name"]);
    expect(ask([blocs[0], { members: ["E1"] }])).toEqual(["missing-key", "blocs[1].name"]);
    expect(ask([blocs[0], { name: "x" }])).toEqual(["missing-key", "blocs[1].members"]);
    expect(ask([blocs[0], { name: "x", members: ["E9"] }])).toEqual(["not-in-world", "blocs[1].members[0]"]);
    expect(ask([blocs[0], { name: "x", members: [] }])).toEqual(["empty", "blocs[1].members"]);
    expect(ask([blocs[0], null])).toEqual(["wrong-type", "blocs[1]"]);
    expect(ask([blocs[0], blocs[0]])).toEqual(["overlapping-scope", "blocs"]);
  });

  it("members of an agreement are two or more, each once", () => {
    const ask = (value: unknown) => refused("freeTradeAgreement", { members: value });
    expect(ask("some")).toEqual(["wrong-type", "members"]);
    expect(ask(["E0"])).toEqual(["empty", "members"]);
    expect(ask(["E0", "E1", "E2"])).toEqual(["none", "none"]);
    expect(ask(["E0", "E1", "E2", "E2"])).toEqual(["too-long", "members"]);
    expect(ask(["E0", "E0"])).toEqual(["duplicate-id", "members[1]"]);
    expect(ask(["E0", "E9"])).toEqual(["not-in-world", "members[1]"]);
    expect(refused("freeTradeAgreement", { tariffs: [[0]] })).toEqual(["not-square", "tariffs"]);
  });

  it("a partner retaliates or does not", () => {
    expect(refused("breakEvenTariff", { retaliation: "some" })).toEqual(["out-of-range", "retaliation"]);
    expect(refused("breakEvenTariff", { retaliation: 5 })).toEqual(["wrong-type", "retaliation"]);
  });
});
