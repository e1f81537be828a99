import { parseDutyExpression, parseSpecialRates, writeDutyExpression } from "tariff-whatif/entry";
import { describe, expect, it } from "vitest";
import { dutyMeaning } from "../support/dutyMeaning.js";
import { describeShared, readSharedJson } from "../support/sharedCases.js";

interface Case {
  readonly text: string;
  readonly accept?: readonly string[];
}

describeShared("the meaning of the texts of the schedules", () => {
  it.each(["us-general", "us-column2", "uk", "eu"])("%s", (column) => {
    const { texts } = readSharedJson<{ texts: readonly Case[] }>(`cases/expressions/${column}.json`);
    for (const expected of texts) {
      const expression = parseDutyExpression(expected.text);
      if (expected.accept?.includes("unknown") && expression.kind === "unknown") continue;
      expect([expected.text, dutyMeaning(expression)]).toEqual([expected.text, dutyMeaning(expected)]);
    }
    expect(texts.length).toBeGreaterThan(150);
  });

  it("us-special", () => {
    interface Entry {
      readonly programmes: readonly string[];
      readonly rate: object;
    }
    const meaning = (entries: readonly Entry[]) =>
      entries.map(({ programmes, rate }) => [programmes, { ...dutyMeaning(rate), needs: undefined }]);
    const { texts } = readSharedJson<{ texts: readonly { text: string; entries: readonly Entry[] }[] }>(
      "cases/expressions/us-special.json",
    );
    for (const { text, entries } of texts)
      expect([text, meaning(parseSpecialRates(text).entries)]).toEqual([text, meaning(entries)]);
    expect(texts.length).toBeGreaterThan(250);
  });
});

describe("texts that are not understood to their last sign are unknown", () => {
  it.each([
    ["", "the text is empty"],
    ["6.8", "a number without a sign of per cent or currency: 6.8"],
    ["6,8%", "a comma that groups no thousands: 6,8"],
    ["5% + ", "neither a rate nor an amount: the end"],
    ["5% and more", 'what follows is not understood: "and more"'],
    ["$5", "an amount without its unit of quantity before the end"],
    ["2¢/furlong", 'no unit of quantity stands before "furlong"'],
    ["3 EUR / 100 kg / dry salted", 'what is weighed is not known: "dry salted"'],
    ["5% (01 JAN-30 JUN), 6% (30 JUN-31 DEC)", "two rates for one day: 06-30"],
    ["5% (01 FEB-30 FEB)", "no day of the year: 30 FEB"],
    ["5% MIN 2% MIN 3%", "a second least before "],
    ["2¢/kg less 1¢/liter for each degree under 100 degrees", /what comes off is not understood/],
    ["5.00 EUR / constructor", /no unit of quantity stands before "constructor"/],
  ])("%j", (text, reason) => {
    const expression = parseDutyExpression(text);
    expect(expression.kind).toBe("unknown");
    expect(expression.reason).toMatch(reason);
    expect(expression.components).toEqual([]);
  });
});

describe("other texts of the same kinds", () => {
  it("reads codes of units, words for bounds and grouped thousands", () => {
    const unit = (text: string) => {
      const [component] = parseDutyExpression(text).components;
      return component !== undefined && "amount" in component ? component.inBaseUnits : undefined;
    };
    expect(unit("1,250.00 EUR/TNE")).toEqual({ quantity: "1000", unit: "kg" });
    expect(unit("3 GBP/DTN")).toEqual({ quantity: "100", unit: "kg" });
    expect(unit("$2 per dozen")).toEqual({ quantity: "12", unit: "piece" });
    const floor = parseDutyExpression("5 % but at least 2 CHF / kg");
    expect([floor.kind, floor.least?.components.length]).toEqual(["alternative", 1]);
  });

  it("names the days that a season leaves out, around the new year too", () => {
    expect(parseDutyExpression("5% (01 MAR - 31 OCT)").notCovered).toEqual([{ from: "11-01", to: "02-29" }]);
    expect(parseDutyExpression("5% (01 NOV - 31 MAR), Free (01 APR - 31 OCT)").notCovered).toBeUndefined();
  });

  it("takes words that are names in JavaScript for words", () => {
    for (const word of ["constructor", "toString", "valueOf"]) {
      const [share] = parseDutyExpression(`5% on the value of the ${word}`).components;
      expect(share).toEqual({ adValorem: "5%", of: `the ${word}` });
      const each = parseDutyExpression(`2.50 EUR / kg on ${word}`);
      expect(each.kind).toBe("specific");
      expect(writeDutyExpression(each)).toBe(`2.50 EUR / kg on ${word}`);
    }
  });
});
